//! What a member keeps for later, and whom a text names.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(bookmark()).await?;
        manager.create_table(mention()).await?;
        manager
            .create_index(index("bookmark", &["post_id"]))
            .await?;
        manager.create_index(index("mention", &["member_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["mention", "bookmark"]).await
    }
}

fn bookmark() -> TableCreateStatement {
    Table::create()
        .table("bookmark")
        .col(uuid("member_id"))
        .col(uuid("post_id"))
        .col(text("note"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("member_id").col("post_id"))
        .foreign_key(&mut references(
            "bookmark",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "bookmark", "post_id", "post", "id", CASCADE,
        ))
        .to_owned()
}

/// `version` is the one of the post that named the member first; later versions add, none takes away.
fn mention() -> TableCreateStatement {
    Table::create()
        .table("mention")
        .col(uuid("post_id"))
        .col(uuid("member_id"))
        .col(integer("version"))
        .primary_key(Index::create().col("post_id").col("member_id"))
        .foreign_key(&mut references("mention", "post_id", "post", "id", CASCADE))
        .foreign_key(&mut references(
            "mention",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
