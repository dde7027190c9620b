//! Links between posts.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use tacit_domain::posts::LinkKind;
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::post_link;
use crate::imports::prepared::Link;

/// From, to, and whether the first is a duplicate of the second.
pub type LinkKey = (Uuid, Uuid, bool);

/// The links that begin at these posts.
pub async fn find_links(
    db: &impl ConnectionTrait,
    from: impl IntoIterator<Item = Uuid>,
) -> Result<HashSet<LinkKey>, DbErr> {
    let rows = post_link::Entity::find()
        .filter(post_link::Column::FromId.is_in(from))
        .all(db)
        .await?;
    let duplicate = LinkKind::Duplicate.as_str();
    let keys = rows.into_iter();
    Ok(keys
        .map(|row| (row.from_id, row.to_id, row.kind == duplicate))
        .collect())
}

/// Links that were not here.
pub async fn insert_links(tx: &Tx, links: &[&Link]) -> Result<(), DbErr> {
    let rows = links.iter().map(|link| {
        let kind = if link.duplicate {
            LinkKind::Duplicate
        } else {
            LinkKind::Related
        };
        post_link::Model {
            from_id: link.from,
            to_id: link.to,
            kind: kind.as_str().to_owned(),
            created_at: link.at,
        }
        .into_active_model()
    });
    insert_all::<post_link::Entity, _>(tx, rows.collect()).await
}
