//! Voices of endorsements. They are known to everyone.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Place, chunks};
use crate::db::entities::{endorsement, expertise_voice};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::projections::counters::EVERYONE;

/// Rows of one INSERT.
const ROWS: usize = 500;

/// Forgets all voices of endorsements.
pub async fn forget(tx: &Tx) -> AppResult<()> {
    expertise_voice::Entity::delete_many()
        .filter(expertise_voice::Column::Endorsed.eq(true))
        .exec(tx)
        .await?;
    Ok(())
}

/// Derives the endorsements in these topics anew.
pub async fn derive(
    tx: &Tx,
    topics: BTreeSet<Uuid>,
    places: &mut BTreeSet<Place>,
) -> AppResult<()> {
    places.extend(topics.iter().map(|topic| (*topic, EVERYONE.to_owned())));
    for chunk in chunks(topics) {
        expertise_voice::Entity::delete_many()
            .filter(expertise_voice::Column::Endorsed.eq(true))
            .filter(expertise_voice::Column::TopicId.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
        let rows = endorsement::Entity::find()
            .filter(endorsement::Column::TopicId.is_in(chunk))
            .filter(endorsement::Column::WithdrawnAt.is_null())
            .all(tx)
            .await?;
        for rows in rows.chunks(ROWS) {
            let voices = rows.iter().map(|row| voice(row).into_active_model());
            expertise_voice::Entity::insert_many(voices)
                .exec_without_returning(tx)
                .await?;
        }
    }
    Ok(())
}

fn voice(row: &endorsement::Model) -> expertise_voice::Model {
    expertise_voice::Model {
        topic_id: row.topic_id,
        scope: EVERYONE.to_owned(),
        member_id: row.member_id,
        by_id: row.by_id,
        source_id: row.topic_id,
        endorsed: true,
        accepted: false,
        helpful: false,
        shown_at: row.created_at,
        circular: false,
    }
}
