//! A person: a member with an account, or an unclaimed person of an import.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub handle: String,
    pub display_name: String,
    /// Lower case.
    pub email: Option<String>,
    pub password_hash: Option<String>,
    /// `member`, `lead` or `admin`.
    pub role: String,
    /// `active`, `unconfirmed`, `deactivated` or `unclaimed`.
    pub status: String,
    pub job_title: String,
    pub department_id: Option<Uuid>,
    pub place: String,
    pub bio: String,
    /// BCP 47 tags, comma-separated.
    pub languages: String,
    /// Language of the screens: `en` or `sv`.
    pub locale: String,
    pub time_zone: String,
    pub version: i32,
    pub created_at: i64,
    pub source_site: Option<String>,
    pub source_id: Option<String>,
    pub source_url: Option<String>,
    pub source_license: Option<String>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
