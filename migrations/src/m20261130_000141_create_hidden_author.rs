//! Who wrote a post without a name, and whether that may be done at all.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMN: &str = "nameless_allowed";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(hidden_author()).await?;
        manager
            .create_index(index("hidden_author", &["member_id"]))
            .await?;
        add(manager, "organisation", COLUMN, true).await?;
        add(manager, "draft", "nameless", false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("draft", "nameless"), ("organisation", COLUMN)] {
            let alter = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        drop_all(manager, &["hidden_author"]).await
    }
}

/// The only place that knows: `post.author_id` of such a post is null. Whoever goes takes the row along.
fn hidden_author() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("hidden_author")
        .col(uuid("post_id").primary_key())
        .col(uuid("member_id"));
    for (column, to) in [("post_id", "post"), ("member_id", "member")] {
        table.foreign_key(&mut references(
            "hidden_author",
            column,
            to,
            "id",
            ForeignKeyAction::Cascade,
        ));
    }
    table
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    name: &'static str,
    value: bool,
) -> Result<(), DbErr> {
    let mut column = boolean(name);
    column.default(value);
    let alter = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(alter).await
}
