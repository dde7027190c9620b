//! Who was asked at their first sign-in what they know and want to learn, and what became of it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(member_welcome()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["member_welcome"]).await
    }
}

/// Who has no row has not been asked, or has not said anything to it yet.
fn member_welcome() -> TableCreateStatement {
    Table::create()
        .table("member_welcome")
        .col(uuid("member_id").primary_key())
        .col(boolean("skipped"))
        .col(big_integer("ended_at"))
        .foreign_key(&mut references(
            "member_welcome",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
