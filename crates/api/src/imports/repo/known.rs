//! The ids here of what was imported of a site before.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::events::{EventBody, EventKind};
use tacit_domain::imports::ItemKind;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use crate::db::entities::{event, import_item, member, post};
use crate::error::AppResult;
use crate::events::codec;
use crate::imports::survey::KnownIds;

/// All ids of a site. A person who was linked to a member is that member.
pub async fn known_ids(db: &impl ConnectionTrait, site: &str) -> AppResult<KnownIds> {
    Ok(KnownIds {
        people: people(db, site).await?,
        questions: posts(db, site, PostKind::Question).await?,
        answers: posts(db, site, PostKind::Answer).await?,
        comments: posts(db, site, PostKind::Comment).await?,
    })
}

async fn posts(
    db: &impl ConnectionTrait,
    site: &str,
    kind: PostKind,
) -> AppResult<HashMap<i64, Uuid>> {
    let rows: Vec<(Option<String>, Uuid)> = post::Entity::find()
        .select_only()
        .columns([post::Column::SourceId, post::Column::Id])
        .filter(post::Column::SourceSite.eq(site))
        .filter(post::Column::Kind.eq(kind.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(by_number(rows))
}

async fn people(db: &impl ConnectionTrait, site: &str) -> AppResult<HashMap<i64, Uuid>> {
    let rows: Vec<(Option<String>, Uuid)> = member::Entity::find()
        .select_only()
        .columns([member::Column::SourceId, member::Column::Id])
        .filter(member::Column::SourceSite.eq(site))
        .into_tuple()
        .all(db)
        .await?;
    let mut people = by_number(rows);
    let remembered: Vec<(i64, Uuid)> = import_item::Entity::find()
        .select_only()
        .columns([
            import_item::Column::SourceId,
            import_item::Column::SubjectId,
        ])
        .filter(import_item::Column::Site.eq(site))
        .filter(import_item::Column::Kind.eq(ItemKind::Person.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    let linked = linked(db).await?;
    for person in people.values_mut() {
        *person = *linked.get(person).unwrap_or(person);
    }
    for (id, person) in remembered {
        if let Some(member) = linked.get(&person) {
            people.entry(id).or_insert(*member);
        }
    }
    Ok(people)
}

/// Which member each linked person became.
async fn linked(db: &impl ConnectionTrait) -> AppResult<HashMap<Uuid, Uuid>> {
    let rows = event::Entity::find()
        .filter(event::Column::Kind.eq(EventKind::MemberLinked.as_str()))
        .all(db)
        .await?;
    let mut linked = HashMap::new();
    for row in rows {
        if let EventBody::MemberLinked { into } =
            codec::decode(&row.kind, row.version, &row.payload)?
        {
            linked.insert(row.subject, into);
        }
    }
    Ok(linked)
}

fn by_number(rows: Vec<(Option<String>, Uuid)>) -> HashMap<i64, Uuid> {
    let rows = rows.into_iter();
    rows.filter_map(|(source, id)| Some((source?.parse().ok()?, id)))
        .collect()
}
