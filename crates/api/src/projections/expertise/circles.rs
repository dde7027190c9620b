//! Marks the voices that come back around to who gave them, see `domain::expertise::circles`.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use tacit_domain::expertise::circles::{Confirmation, circular};
use tacit_domain::time::Timestamp;

use super::Place;
use crate::db::entities::expertise_voice::{Column, Entity, Model};
use crate::db::tx::Tx;
use crate::error::AppResult;

/// Looks for circles in these places anew.
pub async fn mark(tx: &Tx, places: BTreeSet<Place>) -> AppResult<()> {
    for (topic, scope) in places {
        let voices = Entity::find()
            .filter(Column::TopicId.eq(topic))
            .filter(Column::Scope.eq(scope))
            .all(tx)
            .await?;
        let confirmations = voices.iter().map(confirmation).collect();
        let around = circular(&confirmations);
        for voice in voices {
            let circular = around.contains(&confirmation(&voice));
            if circular != voice.circular {
                let mut voice = voice.into_active_model();
                voice.circular = Set(circular);
                voice.update(tx).await?;
            }
        }
    }
    Ok(())
}

fn confirmation(voice: &Model) -> Confirmation {
    Confirmation {
        at: Timestamp::from_micros(voice.shown_at),
        source: voice.source_id,
        by: voice.by_id,
        of: voice.member_id,
    }
}
