//! Searches that find nothing, counted without names.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [unmet_search(), unmet_search_mark()] {
            manager.create_table(table).await?;
        }
        manager
            .create_index(unique("unmet_search", &["words", "period"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["unmet_search_mark", "unmet_search"]).await
    }
}

/// The same words in one period: how they are known, as they were typed first, and how many people searched for them.
fn unmet_search() -> TableCreateStatement {
    Table::create()
        .table("unmet_search")
        .col(uuid("id").primary_key())
        .col(text("words"))
        .col(big_integer("period"))
        .col(text("typed"))
        .col(integer("people"))
        .col(big_integer("last_day"))
        .to_owned()
}

/// That somebody was counted: a keyed hash, which goes with its period.
fn unmet_search_mark() -> TableCreateStatement {
    Table::create()
        .table("unmet_search_mark")
        .col(uuid("search_id"))
        .col(string("mark"))
        .primary_key(Index::create().col("search_id").col("mark"))
        .foreign_key(&mut references(
            "unmet_search_mark",
            "search_id",
            "unmet_search",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
