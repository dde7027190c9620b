//! Who was taken out of a community, with the word they were told.

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
        manager.create_table(community_removal()).await?;
        manager
            .create_index(index("community_removal", &["member_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["community_removal"]).await
    }
}

/// `name` is what the community was called then: who was taken out does not learn what it is called later.
fn community_removal() -> TableCreateStatement {
    Table::create()
        .table("community_removal")
        .col(uuid("community_id"))
        .col(uuid("member_id"))
        .col(string("name"))
        .col(string("language"))
        .col(text("word"))
        .col(big_integer("removed_at"))
        .primary_key(Index::create().col("community_id").col("member_id"))
        .foreign_key(&mut references(
            "community_removal",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_removal",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
