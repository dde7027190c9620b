//! Posts that stand at the top of their community.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;
const SET_NULL: ForeignKeyAction = ForeignKeyAction::SetNull;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(community_pin()).await?;
        manager
            .create_index(index("community_pin", &["post_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["community_pin"]).await
    }
}

fn community_pin() -> TableCreateStatement {
    Table::create()
        .table("community_pin")
        .col(uuid("community_id"))
        .col(uuid("post_id"))
        .col(uuid_null("by_id"))
        .col(big_integer("pinned_at"))
        .primary_key(Index::create().col("community_id").col("post_id"))
        .foreign_key(&mut references(
            "community_pin",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_pin",
            "post_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_pin",
            "by_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}
