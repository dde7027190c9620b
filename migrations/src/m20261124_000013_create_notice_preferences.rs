//! By which ways a member wants to hear of a kind of notice.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notice_preference()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["notice_preference"]).await
    }
}

/// Only what differs from what goes for everybody needs a row.
fn notice_preference() -> TableCreateStatement {
    Table::create()
        .table("notice_preference")
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(boolean("in_app"))
        .col(string("mail"))
        .primary_key(Index::create().col("member_id").col("kind"))
        .foreign_key(&mut references(
            "notice_preference",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
