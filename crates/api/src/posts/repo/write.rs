//! Inserting posts and changing their texts.

use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::load::PostRow;
use crate::db::entities::post;
use crate::markdown::RENDERER_VERSION;
use crate::nameless::identity;
use crate::posts::audience::{insert_people, people_of};
use crate::posts::{Written, naming};

/// A post that is not there yet.
#[derive(Clone, Copy, Debug)]
pub struct NewPost<'a> {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub kind: PostKind,
    /// Who it is for.
    pub audience: &'a str,
    /// The community it is for.
    pub community_id: Option<Uuid>,
    /// Who writes it.
    pub author_id: Uuid,
    /// Without their name.
    pub nameless: bool,
    /// What it says.
    pub text: &'a Written,
    /// When.
    pub at: Timestamp,
}

/// Inserts a post.
///
/// # Errors
/// A failure of the database.
pub async fn insert_post(db: &impl ConnectionTrait, new: NewPost<'_>) -> Result<(), DbErr> {
    let row = post::ActiveModel {
        id: Set(new.id),
        kind: Set(new.kind.as_str().to_owned()),
        audience: Set(new.audience.to_owned()),
        community_id: Set(new.community_id),
        author_id: Set((!new.nameless).then_some(new.author_id)),
        author_hidden: Set(new.nameless),
        language: Set(new.text.language.clone()),
        body: Set(new.text.body.clone()),
        body_html: Set(new.text.html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        helpful_imported: Set(0),
        helpful_count: Set(0),
        version: Set(1),
        created_at: Set(new.at.micros()),
        edited_at: Set(None),
        deleted_at: Set(None),
        source_author: Set(None),
        source_site: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_license: Set(None),
        source_wiki: Set(false),
        source_gone_at: Set(None),
    };
    post::Entity::insert(row).exec_without_returning(db).await?;
    if new.nameless {
        identity::keep(db, new.id, new.author_id).await?;
    }
    naming::keep(db, new.id, 1, &new.text.names).await
}

/// Names for a post under `parent` all who may see that: its named people and its author.
///
/// # Errors
/// A failure of the database.
pub async fn copy_people(
    db: &impl ConnectionTrait,
    parent: &PostRow,
    to: Uuid,
) -> Result<(), DbErr> {
    if parent.audience != AudienceKind::People.as_str() {
        return Ok(());
    }
    let mut people = people_of(db, parent.id).await?;
    people.extend(parent.author_id);
    people.sort_unstable();
    people.dedup();
    insert_people(db, to, &people).await
}

/// Stores a new text; the version goes up by one, the language is that of the new text.
///
/// # Errors
/// A failure of the database.
pub async fn update_text(
    db: &impl ConnectionTrait,
    row: &PostRow,
    text: &Written,
    at: Timestamp,
) -> Result<i32, DbErr> {
    let version = row.version.saturating_add(1);
    let change = post::ActiveModel {
        id: Set(row.id),
        language: Set(text.language_after(&row.language).to_owned()),
        body: Set(text.body.clone()),
        body_html: Set(text.html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        version: Set(version),
        edited_at: Set(Some(at.micros())),
        ..Default::default()
    };
    post::Entity::update(change).exec(db).await?;
    naming::keep(db, row.id, version, &text.names).await?;
    Ok(version)
}
