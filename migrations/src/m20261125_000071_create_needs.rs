//! Learning needs: what they have beyond their post, who joined, who helps, what meets them, and their steps.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;
const SET_NULL: ForeignKeyAction = ForeignKeyAction::SetNull;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [need(), need_join(), need_helper()] {
            manager.create_table(table).await?;
        }
        for table in [need_response(), need_step(), need_confirmation()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("need", &["state", "last_activity_at", "post_id"]),
            index("need", &["supporters", "post_id"]),
            index("need", &["taken_by_id"]),
            index("need_join", &["member_id"]),
            index("need_helper", &["member_id"]),
            unique("need_response", &["need_id", "question_id"]),
            index("need_response", &["question_id"]),
            index("need_step", &["need_id"]),
            index("need_confirmation", &["member_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "need_confirmation",
                "need_step",
                "need_response",
                "need_helper",
                "need_join",
                "need",
            ],
        )
        .await
    }
}

fn to_need(table: &'static str) -> ForeignKeyCreateStatement {
    references(table, "need_id", "need", "post_id", CASCADE)
}

/// The wish is one sentence; why stands in the post's body. `forms` are words, comma-separated. `supporters` is whoever
/// joined and who has it; `responses` is how much is linked.
fn need() -> TableCreateStatement {
    Table::create()
        .table("need")
        .col(uuid("post_id").primary_key())
        .col(string("wish"))
        .col(string("forms"))
        .col(big_integer_null("wanted_by"))
        .col(string("state"))
        .col(big_integer("state_at"))
        .col(uuid_null("taken_by_id"))
        .col(integer("supporters"))
        .col(integer("responses"))
        .col(big_integer("last_activity_at"))
        .foreign_key(&mut references("need", "post_id", "post", "id", CASCADE))
        .foreign_key(&mut references(
            "need",
            "taken_by_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// `why` is their own; empty when they said none.
fn need_join() -> TableCreateStatement {
    Table::create()
        .table("need_join")
        .col(uuid("need_id"))
        .col(uuid("member_id"))
        .col(text("why"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("need_id").col("member_id"))
        .foreign_key(&mut to_need("need_join"))
        .foreign_key(&mut references(
            "need_join",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// `kind` is volunteer or suggested; `by_id` is who suggested.
fn need_helper() -> TableCreateStatement {
    Table::create()
        .table("need_helper")
        .col(uuid("need_id"))
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(uuid_null("by_id"))
        .col(text("word"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("need_id").col("member_id").col("kind"))
        .foreign_key(&mut to_need("need_helper"))
        .foreign_key(&mut references(
            "need_helper",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "need_helper",
            "by_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// `kind` is question (then `question_id`) or link (then `url` and `title`).
fn need_response() -> TableCreateStatement {
    Table::create()
        .table("need_response")
        .col(uuid("id").primary_key())
        .col(uuid("need_id"))
        .col(string("kind"))
        .col(uuid_null("question_id"))
        .col(text_null("url"))
        .col(string_null("title"))
        .col(text("word"))
        .col(uuid_null("added_by_id"))
        .col(big_integer("created_at"))
        .foreign_key(&mut to_need("need_response"))
        .foreign_key(&mut references(
            "need_response",
            "question_id",
            "question",
            "post_id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "need_response",
            "added_by_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// What was done with it and the word with it. `state` is the one it had then.
fn need_step() -> TableCreateStatement {
    Table::create()
        .table("need_step")
        .col(uuid("id").primary_key())
        .col(uuid("need_id"))
        .col(string("kind"))
        .col(string("state"))
        .col(text("word"))
        .col(uuid_null("actor_id"))
        .col(big_integer("created_at"))
        .foreign_key(&mut to_need("need_step"))
        .foreign_key(&mut references(
            "need_step",
            "actor_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// Whether what met it helped: `helped` is yes, partly or no.
fn need_confirmation() -> TableCreateStatement {
    Table::create()
        .table("need_confirmation")
        .col(uuid("need_id"))
        .col(uuid("member_id"))
        .col(string("helped"))
        .col(text("word"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("need_id").col("member_id"))
        .foreign_key(&mut to_need("need_confirmation"))
        .foreign_key(&mut references(
            "need_confirmation",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}
