//! Notices: what the projection derives, and what a member has read of it.

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
        for table in [watch(), notice(), notice_read(), notice_setting()] {
            manager.create_table(table).await?;
        }
        manager
            .create_index(index("notice_watch", &["subject_id", "subject_kind"]))
            .await?;
        manager.create_index(index("notice", &["position"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["notice_setting", "notice_read", "notice", "notice_watch"],
        )
        .await
    }
}

/// Derived: who watched what when the log stood where the projection's cursor stands. `following` is false where somebody
/// said so.
fn watch() -> TableCreateStatement {
    Table::create()
        .table("notice_watch")
        .col(uuid("member_id"))
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(boolean("following"))
        .primary_key(
            Index::create()
                .col("member_id")
                .col("subject_kind")
                .col("subject_id"),
        )
        .foreign_key(&mut references(
            "notice_watch",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// Derived: a member is told of the event at `position`. `subject_id` is what notices of a kind are grouped by: a
/// question, a topic or a member. `parent_id` is the post right above `post_id`.
fn notice() -> TableCreateStatement {
    Table::create()
        .table("notice")
        .col(uuid("member_id"))
        .col(big_integer("position"))
        .col(string("kind"))
        .col(string("reason"))
        .col(uuid("subject_id"))
        .col(uuid_null("actor_id"))
        .col(uuid_null("post_id"))
        .col(uuid_null("parent_id"))
        .col(uuid_null("question_id"))
        .col(big_integer("occurred_at"))
        .primary_key(Index::create().col("member_id").col("position"))
        .foreign_key(&mut references(
            "notice",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// State: a member has read the notices of a kind about a subject, up to a position of the log.
fn notice_read() -> TableCreateStatement {
    Table::create()
        .table("notice_read")
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(uuid("subject_id"))
        .col(big_integer("up_to"))
        .primary_key(
            Index::create()
                .col("member_id")
                .col("kind")
                .col("subject_id"),
        )
        .foreign_key(&mut references(
            "notice_read",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// State: one row per member who changed something or read everything. `read_to` and `digested_to` are positions.
fn notice_setting() -> TableCreateStatement {
    Table::create()
        .table("notice_setting")
        .col(uuid("member_id").primary_key())
        .col(boolean("follow_own"))
        .col(integer("digest_hour"))
        .col(big_integer("read_to"))
        .col(big_integer("digested_to"))
        .foreign_key(&mut references(
            "notice_setting",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
