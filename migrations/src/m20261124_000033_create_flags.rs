//! Private flags on posts, and when answers were last renewed.

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
        for table in [post_flag(), answer_renewal()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["answer_renewal", "post_flag"]).await
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("post_flag", &["post_id", "member_id", "kind"]),
        index("post_flag", &["resolved_at", "created_at"]),
        index("post_flag", &["member_id"]),
    ]
}

/// What a member said about a post. `outcome` is handled, dismissed or acted, with a `word` of whoever decided.
fn post_flag() -> TableCreateStatement {
    Table::create()
        .table("post_flag")
        .col(uuid("id").primary_key())
        .col(uuid("post_id"))
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(string("reason"))
        .col(big_integer("created_at"))
        .col(big_integer_null("resolved_at"))
        .col(uuid_null("resolved_by"))
        .col(string_null("outcome"))
        .col(string_null("word"))
        .foreign_key(&mut references(
            "post_flag",
            "post_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_flag",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_flag",
            "resolved_by",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// Who last looked at an accepted answer again: it was still right, or another answer says it now.
fn answer_renewal() -> TableCreateStatement {
    Table::create()
        .table("answer_renewal")
        .col(uuid("answer_id").primary_key())
        .col(uuid_null("renewed_by"))
        .col(big_integer("renewed_at"))
        .col(uuid_null("replaced_by_id"))
        .foreign_key(&mut references(
            "answer_renewal",
            "answer_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "answer_renewal",
            "renewed_by",
            "member",
            "id",
            SET_NULL,
        ))
        .foreign_key(&mut references(
            "answer_renewal",
            "replaced_by_id",
            "post",
            "id",
            SET_NULL,
        ))
        .to_owned()
}
