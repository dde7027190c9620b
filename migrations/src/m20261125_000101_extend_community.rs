//! What a community is beyond its name: purpose, charter, rules, way in, settings.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;
const OWNER: &str = "uq_community_member_owner";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            add(manager, "community", column).await?;
        }
        manager.create_table(community_topic()).await?;
        manager
            .create_index(index("community_topic", &["topic_id"]))
            .await?;
        // The builder knows no index of some rows on both databases; the words are the same on both.
        let one_owner = format!(
            "CREATE UNIQUE INDEX {OWNER} ON community_member (community_id) WHERE role = 'owner'"
        );
        manager
            .get_connection()
            .execute_unprepared(&one_owner)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let owner = Index::drop()
            .name(OWNER)
            .table("community_member")
            .to_owned();
        manager.drop_index(owner).await?;
        drop_all(manager, &["community_topic"]).await?;
        for name in NAMES.iter().rev() {
            let alter = Table::alter()
                .table("community")
                .drop_column(*name)
                .to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}

const NAMES: [&str; 16] = [
    "purpose",
    "charter_for",
    "charter_get",
    "charter_give",
    "rules",
    "welcome",
    "language",
    "join_rule",
    "picture_id",
    "nameless_allowed",
    "hold_nameless",
    "opened_at",
    "archived_at",
    "deleted_at",
    "version",
    "edited_at",
];

/// `opened_at` is since when everybody reads it, null when not everybody does. A community that was there before has the
/// narrowest way in and nobody's name kept back.
fn columns() -> Vec<ColumnDef> {
    let words = |name: &'static str| {
        let mut column = text(name);
        column.default("");
        column
    };
    let mut language = string("language");
    language.default("en");
    let mut join_rule = string("join_rule");
    join_rule.default("by_invitation");
    let flag = |name: &'static str| {
        let mut column = boolean(name);
        column.default(false);
        column
    };
    let mut version = integer("version");
    version.default(1);
    vec![
        words("purpose"),
        words("charter_for"),
        words("charter_get"),
        words("charter_give"),
        words("rules"),
        words("welcome"),
        language,
        join_rule,
        uuid_null("picture_id"),
        flag("nameless_allowed"),
        flag("hold_nameless"),
        big_integer_null("opened_at"),
        big_integer_null("archived_at"),
        big_integer_null("deleted_at"),
        version,
        big_integer_null("edited_at"),
    ]
}

/// What a community is about, in the order it was given.
fn community_topic() -> TableCreateStatement {
    Table::create()
        .table("community_topic")
        .col(uuid("community_id"))
        .col(uuid("topic_id"))
        .col(integer("position"))
        .primary_key(Index::create().col("community_id").col("topic_id"))
        .foreign_key(&mut references(
            "community_topic",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_topic",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .to_owned()
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let alter = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(alter).await
}
