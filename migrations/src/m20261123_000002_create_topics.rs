//! Topics, their synonyms and who follows them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, source_columns, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(topic()).await?;
        manager.create_table(topic_synonym()).await?;
        manager.create_table(topic_follow()).await?;
        manager.create_index(unique("topic", &["slug"])).await?;
        manager
            .create_index(index("topic", &["name", "id"]))
            .await?;
        manager.create_index(index("topic", &["parent_id"])).await?;
        manager
            .create_index(index("topic_synonym", &["topic_id"]))
            .await?;
        manager
            .create_index(index("topic_follow", &["member_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["topic_follow", "topic_synonym", "topic"]).await
    }
}

fn topic() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("topic")
        .col(uuid("id").primary_key())
        .col(string("slug"))
        .col(string("name"))
        .col(text("description"))
        .col(text("description_html"))
        .col(integer("renderer_version"))
        .col(uuid_null("parent_id"))
        .col(uuid_null("merged_into_id"))
        .col(uuid_null("created_by"))
        .col(integer("version"))
        .col(big_integer("created_at"));
    source_columns(&mut table)
        .foreign_key(&mut references(
            "topic",
            "parent_id",
            "topic",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .foreign_key(&mut references(
            "topic",
            "merged_into_id",
            "topic",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .foreign_key(&mut references(
            "topic",
            "created_by",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}

/// `slug` is what is looked up (folded like a topic's own), `name` is what was written.
fn topic_synonym() -> TableCreateStatement {
    Table::create()
        .table("topic_synonym")
        .col(string("slug").primary_key())
        .col(uuid("topic_id"))
        .col(string("name"))
        .foreign_key(&mut references(
            "topic_synonym",
            "topic_id",
            "topic",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn topic_follow() -> TableCreateStatement {
    Table::create()
        .table("topic_follow")
        .col(uuid("topic_id"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("topic_id").col("member_id"))
        .foreign_key(&mut references(
            "topic_follow",
            "topic_id",
            "topic",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "topic_follow",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
