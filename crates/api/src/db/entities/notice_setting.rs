//! How a member wants to be told.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    /// Whether what they ask and answer is followed by itself.
    pub follow_own: bool,
    /// 0 to 23, in the member's time zone.
    pub digest_hour: i32,
    /// Everything up to this position of the log is read.
    pub read_to: i64,
    /// The last digest told of everything up to this position.
    pub digested_to: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
