//! Whom a text names: handles are looked up before it is written, the links are rendered, and who is named is kept with
//! the version that named them first. Only a link that is shown names somebody.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use tacit_domain::identity::MemberStatus;
use tacit_domain::posts::mentions::candidates;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::Written;
use crate::db::entities::{member, mention};
use crate::error::AppResult;
use crate::markdown;

impl Written {
    /// The same text with links to the people it names.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn naming(mut self, db: &impl ConnectionTrait) -> AppResult<Self> {
        let found = people_in(db, &self.body).await?;
        if found.is_empty() {
            return Ok(self);
        }
        let known: HashSet<String> = found.iter().map(|row| row.handle.clone()).collect();
        let body = self.body.clone();
        let render = move || markdown::render_naming(&body, &known);
        let (html, linked) = spawn_blocking(render).await?;
        self.html = html;
        let named = found.into_iter().filter(|row| linked.contains(&row.handle));
        self.names = named.map(|row| row.id).collect();
        Ok(self)
    }
}

/// The handles in a text that are somebody's.
///
/// # Errors
/// A failure of the database.
pub async fn handles_in(db: &impl ConnectionTrait, body: &str) -> Result<HashSet<String>, DbErr> {
    let found = people_in(db, body).await?;
    Ok(found.into_iter().map(|row| row.handle).collect())
}

async fn people_in(db: &impl ConnectionTrait, body: &str) -> Result<Vec<member::Model>, DbErr> {
    let handles = candidates(body);
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    member::Entity::find()
        .filter(member::Column::Handle.is_in(handles))
        .filter(member::Column::Status.ne(MemberStatus::Unconfirmed.as_str()))
        .all(db)
        .await
}

/// Keeps whom a version of a post names; whoever an earlier one named stays with that.
///
/// # Errors
/// A failure of the database.
pub async fn keep(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    version: i32,
    names: &[Uuid],
) -> Result<(), DbErr> {
    use mention::{ActiveModel, Column, Entity};
    if names.is_empty() {
        return Ok(());
    }
    let there = OnConflict::columns([Column::PostId, Column::MemberId])
        .do_nothing()
        .to_owned();
    let rows = names.iter().map(|member| ActiveModel {
        post_id: Set(post_id),
        member_id: Set(*member),
        version: Set(version),
    });
    Entity::insert_many(rows)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
