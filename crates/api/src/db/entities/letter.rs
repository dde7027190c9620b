//! A letter to be sent, once.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `notice`, `digest`, or what an account letter is for.
    pub kind: String,
    pub member_id: Option<Uuid>,
    /// Of the event a notice tells of.
    pub position: Option<i64>,
    /// A digest's, in the member's time zone.
    pub day: Option<String>,
    pub sealed: Option<String>,
    /// `waiting`, `sending`, `sent`, `left_out` or `given_up`.
    pub state: String,
    pub attempts: i32,
    pub created_at: i64,
    pub due_at: i64,
    pub claimed_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
