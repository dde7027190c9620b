//! What a member has read, and how they want to be told.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::notices::{DIGEST_HOUR, NoticeKind};
use uuid::Uuid;

use crate::db::entities::notice_setting::{self, Model as Setting};
use crate::db::entities::{notice, notice_read};

/// How a member wants to be told; of somebody who has chosen nothing too.
///
/// # Errors
/// A failure of the database.
pub async fn setting(db: &impl ConnectionTrait, member: Uuid) -> Result<Setting, DbErr> {
    let row = notice_setting::Entity::find_by_id(member).one(db).await?;
    Ok(row.unwrap_or(Setting {
        member_id: member,
        follow_own: true,
        digest_hour: i32::from(DIGEST_HOUR),
        read_to: 0,
        digested_to: 0,
    }))
}

/// Stores how a member wants to be told.
///
/// # Errors
/// A failure of the database.
pub async fn store_setting(db: &impl ConnectionTrait, setting: Setting) -> Result<(), DbErr> {
    use notice_setting::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        member_id: Set(setting.member_id),
        follow_own: Set(setting.follow_own),
        digest_hour: Set(setting.digest_hour),
        read_to: Set(setting.read_to),
        digested_to: Set(setting.digested_to),
    };
    let replace = OnConflict::column(Column::MemberId)
        .update_columns([
            Column::FollowOwn,
            Column::DigestHour,
            Column::ReadTo,
            Column::DigestedTo,
        ])
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Everything up to a position is read; what only some had read is not needed any more.
///
/// # Errors
/// A failure of the database.
pub async fn mark_all(db: &impl ConnectionTrait, member: Uuid, up_to: i64) -> Result<(), DbErr> {
    let before = setting(db, member).await?;
    let read_to = before.read_to.max(up_to);
    store_setting(db, Setting { read_to, ..before }).await?;
    notice_read::Entity::delete_many()
        .filter(notice_read::Column::MemberId.eq(member))
        .filter(notice_read::Column::UpTo.lte(read_to))
        .exec(db)
        .await?;
    Ok(())
}

/// The notices of a kind about a subject are read up to a position.
///
/// # Errors
/// A failure of the database.
pub async fn mark(
    db: &impl ConnectionTrait,
    member: Uuid,
    kind: NoticeKind,
    subject: Uuid,
    up_to: i64,
) -> Result<(), DbErr> {
    use notice_read::{ActiveModel, Column, Entity};
    let key = (member, kind.as_str().to_owned(), subject);
    let before = Entity::find_by_id(key).one(db).await?;
    let row = ActiveModel {
        member_id: Set(member),
        kind: Set(kind.as_str().to_owned()),
        subject_id: Set(subject),
        up_to: Set(before.map_or(up_to, |row| row.up_to.max(up_to))),
    };
    let replace = OnConflict::columns([Column::MemberId, Column::Kind, Column::SubjectId])
        .update_column(Column::UpTo)
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The position of a member's newest notice; 0 when there is none.
///
/// # Errors
/// A failure of the database.
pub async fn newest_position(db: &impl ConnectionTrait, member: Uuid) -> Result<i64, DbErr> {
    let newest: Option<Option<i64>> = notice::Entity::find()
        .select_only()
        .column_as(notice::Column::Position.max(), "newest")
        .filter(notice::Column::MemberId.eq(member))
        .into_tuple()
        .one(db)
        .await?;
    Ok(newest.flatten().unwrap_or(0))
}
