//! By which ways members want to hear of which kinds.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use tacit_domain::notices::{NoticeKind, Ways};
use uuid::Uuid;

use crate::db::entities::notice_preference::{ActiveModel, Column, Entity};
use crate::error::AppResult;

/// What some members have chosen; where they have not, what goes for everybody.
#[derive(Clone, Debug, Default)]
pub struct Chosen(HashMap<(Uuid, NoticeKind), Ways>);

impl Chosen {
    /// What these members have chosen.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn load(
        db: &impl ConnectionTrait,
        members: impl IntoIterator<Item = Uuid>,
    ) -> AppResult<Self> {
        let rows = Entity::find()
            .filter(Column::MemberId.is_in(members))
            .all(db)
            .await?;
        let mut chosen = HashMap::new();
        for row in rows {
            // A kind that a newer version knew says nothing here.
            if let Ok(kind) = row.kind.parse() {
                let mail = row.mail.parse()?;
                let in_app = row.in_app;
                chosen.insert((row.member_id, kind), Ways { in_app, mail });
            }
        }
        Ok(Self(chosen))
    }

    /// The ways of a kind to a member.
    #[must_use]
    pub fn ways(&self, member: Uuid, kind: NoticeKind) -> Ways {
        let chosen = self.0.get(&(member, kind)).copied();
        chosen.unwrap_or_else(|| kind.default_ways())
    }

    /// The kinds whose ways to a member are such.
    pub fn kinds(&self, member: Uuid, such: impl Fn(Ways) -> bool) -> Vec<NoticeKind> {
        let all = NoticeKind::ALL.iter().copied();
        all.filter(|kind| such(self.ways(member, *kind))).collect()
    }
}

/// Stores what a member chooses for a kind.
///
/// # Errors
/// A failure of the database.
pub async fn store(
    db: &impl ConnectionTrait,
    member: Uuid,
    kind: NoticeKind,
    ways: Ways,
) -> AppResult<()> {
    let row = ActiveModel {
        member_id: Set(member),
        kind: Set(kind.as_str().to_owned()),
        in_app: Set(ways.in_app),
        mail: Set(ways.mail.as_str().to_owned()),
    };
    let replace = OnConflict::columns([Column::MemberId, Column::Kind])
        .update_columns([Column::InApp, Column::Mail])
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
