//! Evidence of expertise, derived from the events: answers per topic, and who confirmed whom.

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
        manager.create_table(expertise_answer()).await?;
        manager.create_table(expertise_voice()).await?;
        for index in [
            index("expertise_answer", &["topic_id", "member_id"]),
            index("expertise_answer", &["member_id"]),
            index("expertise_answer", &["question_id"]),
            index("expertise_voice", &["member_id"]),
            index("expertise_voice", &["source_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["expertise_voice", "expertise_answer"]).await
    }
}

/// An answer to somebody else's question, once for each topic of the question. `scope` is `everyone` or the id of a
/// community; `unknown_marks` are helpful marks that came with an import.
fn expertise_answer() -> TableCreateStatement {
    Table::create()
        .table("expertise_answer")
        .col(uuid("answer_id"))
        .col(uuid("topic_id"))
        .col(uuid("member_id"))
        .col(uuid("question_id"))
        .col(string("scope"))
        .col(big_integer("answered_at"))
        .col(integer("unknown_marks"))
        .primary_key(Index::create().col("answer_id").col("topic_id"))
        .foreign_key(&mut references(
            "expertise_answer",
            "answer_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "expertise_answer",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "expertise_answer",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// One person's confirmation of another in a topic. `source_id` is the answer, or the topic itself for an endorsement;
/// `shown_at` is when what was confirmed was done; `circular` says that it comes back around to who gave it.
fn expertise_voice() -> TableCreateStatement {
    Table::create()
        .table("expertise_voice")
        .col(uuid("topic_id"))
        .col(string("scope"))
        .col(uuid("member_id"))
        .col(uuid("by_id"))
        .col(uuid("source_id"))
        .col(boolean("endorsed"))
        .col(boolean("accepted"))
        .col(boolean("helpful"))
        .col(big_integer("shown_at"))
        .col(boolean("circular"))
        .primary_key(
            Index::create()
                .col("topic_id")
                .col("scope")
                .col("member_id")
                .col("by_id")
                .col("source_id"),
        )
        .foreign_key(&mut references(
            "expertise_voice",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "expertise_voice",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "expertise_voice",
            "by_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
