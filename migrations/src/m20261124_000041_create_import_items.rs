//! What an import remembers for the next one: each row it wrote, the events that wait for its end, and of which day its
//! dump is.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(import_item()).await?;
        manager.create_table(import_event()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let mut state = string("state");
        state.default("finished");
        for column in [state, big_integer_null("dump_at")] {
            let alter = Table::alter()
                .table("import_run")
                .add_column(column)
                .to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["dump_at", "state"] {
            let alter = Table::alter()
                .table("import_run")
                .drop_column(column)
                .to_owned();
            manager.alter_table(alter).await?;
        }
        drop_all(manager, &["import_event", "import_item"]).await
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("import_item", &["outcome", "site"]),
        index("import_event", &["site", "occurred_at", "id"]),
    ]
}

/// `digest` and `state` are of what the import wrote, `version` is the one it left: a row that has another by now was
/// changed here. `outcome` is what the run last made of it.
fn import_item() -> TableCreateStatement {
    Table::create()
        .table("import_item")
        .col(string("site"))
        .col(string("kind"))
        .col(big_integer("source_id"))
        .col(uuid("subject_id"))
        .col(string("digest"))
        .col(string("state"))
        .col(integer("version"))
        .col(uuid("run_id"))
        .col(string("outcome"))
        .col(big_integer_null("gone_at"))
        .primary_key(Index::create().col("site").col("kind").col("source_id"))
        .to_owned()
}

/// Written with the rows they tell of; they go into the log, oldest first, when all rows are there.
fn import_event() -> TableCreateStatement {
    Table::create()
        .table("import_event")
        .col(uuid("id").primary_key())
        .col(string("site"))
        .col(string("kind"))
        .col(uuid_null("actor"))
        .col(uuid("subject"))
        .col(integer("version"))
        .col(text("payload"))
        .col(big_integer("occurred_at"))
        .to_owned()
}
