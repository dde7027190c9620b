//! Who follows which question and which person. Topics had their table from the start.
//!
//! Whoever asks follows their question without a row; `following` is false where somebody said that they do not want to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut questions = follow("question_follow", "question_id", "post");
        manager
            .create_table(questions.col(boolean("following")).to_owned())
            .await?;
        manager
            .create_table(follow("member_follow", "followed_id", "member"))
            .await?;
        manager
            .create_index(index("question_follow", &["member_id"]))
            .await?;
        manager
            .create_index(index("member_follow", &["member_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["member_follow", "question_follow"]).await
    }
}

fn follow(table: &'static str, column: &'static str, target: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid(column))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col(column).col("member_id"))
        .foreign_key(&mut references(
            table,
            column,
            target,
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            table,
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
