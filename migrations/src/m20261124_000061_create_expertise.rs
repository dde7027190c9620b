//! What members say about themselves and topics, who endorsed whom, and when one may be asked.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [member_topic(), endorsement(), availability()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("member_topic", &["topic_id"]),
            index("endorsement", &["member_id"]),
            unique("endorsement", &["by_id", "member_id", "day"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["availability", "endorsement", "member_topic"]).await
    }
}

/// `level` is null when nothing is said and the topic is only hidden from others.
fn member_topic() -> TableCreateStatement {
    Table::create()
        .table("member_topic")
        .col(uuid("member_id"))
        .col(uuid("topic_id"))
        .col(string_null("level"))
        .col(boolean("hidden"))
        .col(big_integer("declared_at"))
        .primary_key(Index::create().col("member_id").col("topic_id"))
        .foreign_key(&mut references(
            "member_topic",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "member_topic",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// `day` is the day of `created_at` since the epoch, UTC: one of the same person by the same on a day. What was withdrawn
/// stays, so that the day stays used.
fn endorsement() -> TableCreateStatement {
    Table::create()
        .table("endorsement")
        .col(uuid("topic_id"))
        .col(uuid("member_id"))
        .col(uuid("by_id"))
        .col(integer("day"))
        .col(big_integer("created_at"))
        .col(big_integer_null("withdrawn_at"))
        .primary_key(
            Index::create()
                .col("topic_id")
                .col("member_id")
                .col("by_id"),
        )
        .check(Expr::col("by_id").ne(Expr::col("member_id")))
        .foreign_key(&mut references(
            "endorsement",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "endorsement",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "endorsement",
            "by_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// Who has no row can be asked at any time.
fn availability() -> TableCreateStatement {
    Table::create()
        .table("availability")
        .col(uuid("member_id").primary_key())
        .col(big_integer_null("away_until"))
        .col(integer_null("weekly_cap"))
        .col(string("asking"))
        .col(big_integer("updated_at"))
        .foreign_key(&mut references(
            "availability",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
