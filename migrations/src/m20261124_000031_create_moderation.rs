//! What keeping order leaves behind: who closed a question, and the log of acts of office.

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
        for table in [question_closing(), audit_entry()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["audit_entry", "question_closing"]).await
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("audit_entry", &["occurred_at", "id"]),
        index("audit_entry", &["actor_id", "occurred_at"]),
        index("audit_entry", &["subject_id"]),
    ]
}

/// Who closed a question, when and with which words; gone when it is open again. An imported closing has none.
fn question_closing() -> TableCreateStatement {
    Table::create()
        .table("question_closing")
        .col(uuid("question_id").primary_key())
        .col(uuid_null("closed_by"))
        .col(string_null("note"))
        .col(big_integer("closed_at"))
        .foreign_key(&mut references(
            "question_closing",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "question_closing",
            "closed_by",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// What somebody did in office: who, what, to what and to whom, why, when. The subject has no foreign key: the entry
/// outlives it. `detail` is a word or a name that says more, never a text of a post.
fn audit_entry() -> TableCreateStatement {
    Table::create()
        .table("audit_entry")
        .col(uuid("id").primary_key())
        .col(uuid_null("actor_id"))
        .col(string("act"))
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(uuid_null("member_id"))
        .col(string_null("detail"))
        .col(string_null("reason"))
        .col(big_integer("occurred_at"))
        .foreign_key(&mut references(
            "audit_entry",
            "actor_id",
            "member",
            "id",
            SET_NULL,
        ))
        .foreign_key(&mut references(
            "audit_entry",
            "member_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}
