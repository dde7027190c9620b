//! What facilitators put on a community's page: pinned posts, and prompts that are asked on a schedule.

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
        for table in [community_pin(), community_prompt()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("community_pin", &["post_id"]),
            index("community_prompt", &["community_id"]),
            index("community_prompt", &["next_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["community_prompt", "community_pin"]).await
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

/// `topics` are names, comma-separated; `next_at` is null when it is asked no more; `last_post_id` is what it became last.
fn community_prompt() -> TableCreateStatement {
    Table::create()
        .table("community_prompt")
        .col(uuid("id").primary_key())
        .col(uuid("community_id"))
        .col(uuid("set_by_id"))
        .col(string("title"))
        .col(text("body"))
        .col(text("topics"))
        .col(string("rhythm"))
        .col(big_integer_null("next_at"))
        .col(uuid_null("last_post_id"))
        .col(big_integer_null("last_at"))
        .col(integer("times"))
        .col(big_integer("created_at"))
        .foreign_key(&mut references(
            "community_prompt",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_prompt",
            "set_by_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_prompt",
            "last_post_id",
            "post",
            "id",
            SET_NULL,
        ))
        .to_owned()
}
