//! The event log, what is derived from it, kept answers of repeated requests, and the runs of imports.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(event()).await?;
        manager.create_table(projection_cursor()).await?;
        manager.create_table(idempotency_key()).await?;
        manager.create_table(topic_counter()).await?;
        manager.create_table(member_counter()).await?;
        manager.create_table(import_run()).await?;
        manager.create_index(unique("event", &["position"])).await?;
        manager.create_index(index("event", &["subject"])).await?;
        manager.create_index(unnumbered_events()).await?;
        manager
            .create_index(index("idempotency_key", &["created_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "import_run",
                "member_counter",
                "topic_counter",
                "idempotency_key",
                "projection_cursor",
                "event",
            ],
        )
        .await
    }
}

/// Writers insert events without a position; the sequencer numbers them in committed order, without gaps.
fn event() -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(uuid("id").primary_key())
        .col(big_integer_null("position"))
        .col(string("kind"))
        .col(uuid_null("actor"))
        .col(uuid("subject"))
        .col(string("audience"))
        .col(uuid_null("community_id"))
        .col(string("origin"))
        .col(integer("version"))
        .col(text("payload"))
        .col(big_integer("occurred_at"))
        .col(big_integer("recorded_at"))
        .to_owned()
}

/// Partial, so that the sequencer finds its work without reading the log.
fn unnumbered_events() -> IndexCreateStatement {
    Index::create()
        .name("ix_event_unnumbered")
        .table("event")
        .col("recorded_at")
        .col("id")
        .and_where(Expr::col("position").is_null())
        .to_owned()
}

fn projection_cursor() -> TableCreateStatement {
    Table::create()
        .table("projection_cursor")
        .col(string("name").primary_key())
        .col(big_integer("position"))
        .col(big_integer("updated_at"))
        .to_owned()
}

fn idempotency_key() -> TableCreateStatement {
    Table::create()
        .table("idempotency_key")
        .col(uuid("member_id"))
        .col(string("key"))
        .col(string("request_hash"))
        .col(integer("status"))
        .col(text("body"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("member_id").col("key"))
        .foreign_key(&mut references(
            "idempotency_key",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

/// Per audience scope: `everyone` or the id of a community.
fn topic_counter() -> TableCreateStatement {
    Table::create()
        .table("topic_counter")
        .col(uuid("topic_id"))
        .col(string("scope"))
        .col(integer("questions"))
        .col(integer("answers"))
        .col(integer("solved"))
        .col(integer("followers"))
        .col(big_integer_null("last_activity_at"))
        .primary_key(Index::create().col("topic_id").col("scope"))
        .foreign_key(&mut references(
            "topic_counter",
            "topic_id",
            "topic",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn member_counter() -> TableCreateStatement {
    Table::create()
        .table("member_counter")
        .col(uuid("member_id"))
        .col(string("scope"))
        .col(integer("questions"))
        .col(integer("answers"))
        .col(integer("accepted"))
        .col(integer("helpful"))
        .primary_key(Index::create().col("member_id").col("scope"))
        .foreign_key(&mut references(
            "member_counter",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

/// `report` is the table that counts every row of the dump, as JSON.
fn import_run() -> TableCreateStatement {
    Table::create()
        .table("import_run")
        .col(uuid("id").primary_key())
        .col(string("site"))
        .col(string("file"))
        .col(text("report"))
        .col(big_integer("started_at"))
        .col(big_integer("finished_at"))
        .to_owned()
}
