//! Drafts: what members are still writing, one per member and place.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(draft()).await?;
        for columns in [["member_id", "updated_at"].as_slice(), &["target_id"]] {
            manager.create_index(index("draft", columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["draft"]).await
    }
}

/// `place` is ask, or answer-, comment- or edit- and the id that `target_id` has as well; `topics` has one a line.
fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(uuid("member_id"))
        .col(string("place"))
        .col(uuid_null("target_id"))
        .col(text_null("title"))
        .col(text("body"))
        .col(text("topics"))
        .col(string_null("urgency"))
        .col(text_null("reason"))
        .col(integer_null("base_version"))
        .col(integer("version"))
        .col(big_integer("updated_at"))
        .primary_key(Index::create().col("member_id").col("place"))
        .foreign_key(&mut references(
            "draft",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "draft",
            "target_id",
            "post",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
