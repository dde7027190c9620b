//! Posts and what extends them: questions, answers, comments, marks, revisions, links.
//!
//! Every post has an audience from the start: everyone, a community, or named people.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, source_columns, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

const CASCADE: ForeignKeyAction = ForeignKeyAction::Cascade;
const SET_NULL: ForeignKeyAction = ForeignKeyAction::SetNull;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [community(), community_member(), post(), post_person()] {
            manager.create_table(table).await?;
        }
        for table in [question(), answer(), comment(), post_topic()] {
            manager.create_table(table).await?;
        }
        for table in [helpful_mark(), revision(), post_link(), post_act()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "post_act",
                "post_link",
                "revision",
                "helpful_mark",
                "post_topic",
                "comment",
                "question",
                "answer",
                "post_person",
                "post",
                "community_member",
                "community",
            ],
        )
        .await
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("community", &["slug"]),
        index("community_member", &["member_id"]),
        unique("post", &["source_site", "kind", "source_id"]),
        index("post", &["kind", "created_at", "id"]),
        index("post", &["author_id", "created_at"]),
        index("post", &["community_id"]),
        index("post_person", &["member_id"]),
        index("question", &["state", "last_activity_at", "post_id"]),
        index("question", &["last_activity_at", "post_id"]),
        index("question", &["duplicate_of_id"]),
        index("answer", &["question_id"]),
        index("comment", &["parent_id"]),
        index("comment", &["question_id"]),
        index("post_topic", &["topic_id", "post_id"]),
        index("helpful_mark", &["member_id"]),
        unique("revision", &["post_id", "version"]),
        index("post_link", &["to_id"]),
        index("post_act", &["question_id"]),
    ]
}

fn community() -> TableCreateStatement {
    Table::create()
        .table("community")
        .col(uuid("id").primary_key())
        .col(string("slug"))
        .col(string("name"))
        .col(string("visibility"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn community_member() -> TableCreateStatement {
    Table::create()
        .table("community_member")
        .col(uuid("community_id"))
        .col(uuid("member_id"))
        .col(string("role"))
        .col(big_integer("joined_at"))
        .primary_key(Index::create().col("community_id").col("member_id"))
        .foreign_key(&mut references(
            "community_member",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_member",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// `author_id` is null where the author is hidden or is not known; `source_author` is the name an import gave without a
/// person behind it. `helpful_count` is marks plus `helpful_imported`.
fn post() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("post")
        .col(uuid("id").primary_key())
        .col(string("kind"))
        .col(string("audience"))
        .col(uuid_null("community_id"))
        .col(uuid_null("author_id"))
        .col(boolean("author_hidden"))
        .col(string("language"))
        .col(text("body"))
        .col(text("body_html"))
        .col(integer("renderer_version"))
        .col(integer("helpful_imported"))
        .col(integer("helpful_count"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .col(big_integer_null("edited_at"))
        .col(big_integer_null("deleted_at"))
        .col(string_null("source_author"));
    source_columns(&mut table)
        .foreign_key(&mut references(
            "post",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post",
            "author_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// The named people of a post to named people.
fn post_person() -> TableCreateStatement {
    Table::create()
        .table("post_person")
        .col(uuid("post_id"))
        .col(uuid("member_id"))
        .primary_key(Index::create().col("post_id").col("member_id"))
        .foreign_key(&mut references(
            "post_person",
            "post_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_person",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("question")
        .col(uuid("post_id").primary_key())
        .col(string("title"))
        .col(string("urgency"))
        .col(string("state"))
        .col(uuid_null("accepted_answer_id"))
        .col(uuid_null("accepted_by"))
        .col(big_integer_null("accepted_at"))
        .col(string_null("closed_reason"))
        .col(uuid_null("duplicate_of_id"))
        .col(integer("answer_count"))
        .col(big_integer("last_activity_at"))
        .foreign_key(&mut references(
            "question", "post_id", "post", "id", CASCADE,
        ))
        .foreign_key(&mut references(
            "question",
            "accepted_answer_id",
            "post",
            "id",
            SET_NULL,
        ))
        .foreign_key(&mut references(
            "question",
            "accepted_by",
            "member",
            "id",
            SET_NULL,
        ))
        .foreign_key(&mut references(
            "question",
            "duplicate_of_id",
            "post",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

fn answer() -> TableCreateStatement {
    Table::create()
        .table("answer")
        .col(uuid("post_id").primary_key())
        .col(uuid("question_id"))
        .foreign_key(&mut references("answer", "post_id", "post", "id", CASCADE))
        .foreign_key(&mut references(
            "answer",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// `parent_id` is the post commented on, `question_id` the page it stands on.
fn comment() -> TableCreateStatement {
    Table::create()
        .table("comment")
        .col(uuid("post_id").primary_key())
        .col(uuid("parent_id"))
        .col(uuid("question_id"))
        .foreign_key(&mut references("comment", "post_id", "post", "id", CASCADE))
        .foreign_key(&mut references(
            "comment",
            "parent_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "comment",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .to_owned()
}

fn post_topic() -> TableCreateStatement {
    Table::create()
        .table("post_topic")
        .col(uuid("post_id"))
        .col(uuid("topic_id"))
        .col(integer("position"))
        .primary_key(Index::create().col("post_id").col("topic_id"))
        .foreign_key(&mut references(
            "post_topic",
            "post_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_topic",
            "topic_id",
            "topic",
            "id",
            CASCADE,
        ))
        .to_owned()
}

fn helpful_mark() -> TableCreateStatement {
    Table::create()
        .table("helpful_mark")
        .col(uuid("post_id"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("post_id").col("member_id"))
        .foreign_key(&mut references(
            "helpful_mark",
            "post_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "helpful_mark",
            "member_id",
            "member",
            "id",
            CASCADE,
        ))
        .to_owned()
}

/// What a post said at a version; the newest revision equals the post. `topics` are slugs, comma-separated.
fn revision() -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(uuid("id").primary_key())
        .col(uuid("post_id"))
        .col(integer("version"))
        .col(string_null("title"))
        .col(text("body"))
        .col(text_null("topics"))
        .col(uuid_null("editor_id"))
        .col(string_null("reason"))
        .col(big_integer("created_at"))
        .foreign_key(&mut references(
            "revision", "post_id", "post", "id", CASCADE,
        ))
        .foreign_key(&mut references(
            "revision",
            "editor_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}

/// `kind` is related or duplicate (then `to_id` is the original).
fn post_link() -> TableCreateStatement {
    Table::create()
        .table("post_link")
        .col(uuid("from_id"))
        .col(uuid("to_id"))
        .col(string("kind"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("from_id").col("to_id").col("kind"))
        .foreign_key(&mut references(
            "post_link",
            "from_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references("post_link", "to_id", "post", "id", CASCADE))
        .to_owned()
}

/// What a lead did with somebody else's question, and why. `kind` is accepted or withdrawn.
fn post_act() -> TableCreateStatement {
    Table::create()
        .table("post_act")
        .col(uuid("id").primary_key())
        .col(uuid("question_id"))
        .col(uuid("answer_id"))
        .col(string("kind"))
        .col(uuid_null("actor_id"))
        .col(string("reason"))
        .col(big_integer("created_at"))
        .foreign_key(&mut references(
            "post_act",
            "question_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_act",
            "answer_id",
            "post",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "post_act", "actor_id", "member", "id", SET_NULL,
        ))
        .to_owned()
}
