//! Badges that people of an imported site had there.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{index, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(imported_badge()).await?;
        let by_source = unique("imported_badge", &["source_site", "source_id"]);
        manager.create_index(by_source).await?;
        let by_member = index("imported_badge", &["member_id", "awarded_at", "id"]);
        manager.create_index(by_member).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("imported_badge").to_owned();
        manager.drop_table(drop).await
    }
}

/// `class` is gold, silver or bronze; `topical` ones were given for a tag.
fn imported_badge() -> TableCreateStatement {
    Table::create()
        .table("imported_badge")
        .col(uuid("id").primary_key())
        .col(uuid("member_id"))
        .col(string("name"))
        .col(string("class"))
        .col(boolean("topical"))
        .col(big_integer("awarded_at"))
        .col(string("source_site"))
        .col(big_integer("source_id"))
        .foreign_key(&mut references(
            "imported_badge",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
