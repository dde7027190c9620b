//! How far the asking for an answer has come, who was asked, and who wants to be told of questions that fit.

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
        for table in [
            question_route(),
            question_request(),
            routing_choice(),
            question_dismissal(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("question_route", &["next_at"]),
            index("question_request", &["member_id", "asked_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "question_dismissal",
            "routing_choice",
            "question_request",
            "question_route",
        ];
        drop_all(manager, &tables).await
    }
}

/// `circle` is the one asked last, null before the first; `next_at` is null when nobody more will be asked.
fn question_route() -> TableCreateStatement {
    Table::create()
        .table("question_route")
        .col(uuid("question_id").primary_key())
        .col(string_null("circle"))
        .col(uuid_null("wished_id"))
        .col(big_integer("stepped_at"))
        .col(big_integer_null("next_at"))
        .foreign_key(&mut references(
            "question_route",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "question_route",
            "wished_id",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}

/// Once per question and member. `by_id` is who named them; `passed_at` and what follows is their own passing.
fn question_request() -> TableCreateStatement {
    Table::create()
        .table("question_request")
        .col(uuid("question_id"))
        .col(uuid("member_id"))
        .col(string("cause"))
        .col(big_integer("asked_at"))
        .col(uuid_null("by_id"))
        .col(big_integer_null("passed_at"))
        .col(uuid_null("passed_to_id"))
        .col(string("word"))
        .primary_key(Index::create().col("question_id").col("member_id"))
        .foreign_key(&mut references(
            "question_request",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "question_request",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "question_request",
            "by_id",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .foreign_key(&mut references(
            "question_request",
            "passed_to_id",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}

/// Who has no row goes by what they say about topics.
fn routing_choice() -> TableCreateStatement {
    Table::create()
        .table("routing_choice")
        .col(uuid("member_id").primary_key())
        .col(boolean("wanted"))
        .foreign_key(&mut references(
            "routing_choice",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// What somebody does not want to see among what they could help with.
fn question_dismissal() -> TableCreateStatement {
    Table::create()
        .table("question_dismissal")
        .col(uuid("member_id"))
        .col(uuid("question_id"))
        .col(big_integer("dismissed_at"))
        .primary_key(Index::create().col("member_id").col("question_id"))
        .foreign_key(&mut references(
            "question_dismissal",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "question_dismissal",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .to_owned()
}
