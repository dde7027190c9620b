//! Who deleted a post, and why. That it is deleted stands with the post.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(post_deletion()).await?;
        for index in [
            index("post_deletion", &["deleted_at", "post_id"]),
            index("post", &["deleted_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop()
            .name("ix_post_deleted_at")
            .table("post")
            .to_owned();
        manager.drop_index(index).await?;
        drop_all(manager, &["post_deletion"]).await
    }
}

fn post_deletion() -> TableCreateStatement {
    Table::create()
        .table("post_deletion")
        .col(uuid("post_id").primary_key())
        .col(uuid_null("deleted_by"))
        .col(string_null("reason"))
        .col(big_integer("deleted_at"))
        .foreign_key(&mut references(
            "post_deletion",
            "post_id",
            "post",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "post_deletion",
            "deleted_by",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}
