//! Whom a member has muted or blocked.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(member_block()).await?;
        manager
            .create_index(index("member_block", &["other_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["member_block"]).await
    }
}

/// `member_id` keeps `other_id` away; `kind` is muted or blocked.
fn member_block() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("member_block")
        .col(uuid("member_id"))
        .col(uuid("other_id"))
        .col(string("kind"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("member_id").col("other_id"));
    for column in ["member_id", "other_id"] {
        table.foreign_key(&mut references(
            "member_block",
            column,
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ));
    }
    table
}
