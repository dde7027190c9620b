//! Files: pictures that members uploaded, and the posts they stand in. Their bytes lie in the file store, by id.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [file(), file_post()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in [
            ("file", ["uploader_id"].as_slice()),
            ("file", &["created_at"]),
            ("file_post", &["post_id"]),
        ] {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["file_post", "file"]).await
    }
}

fn file() -> TableCreateStatement {
    Table::create()
        .table("file")
        .col(uuid("id").primary_key())
        .col(uuid_null("uploader_id"))
        .col(string("media_type"))
        .col(integer("width"))
        .col(integer("height"))
        .col(big_integer("bytes"))
        .col(big_integer("created_at"))
        .foreign_key(&mut references(
            "file",
            "uploader_id",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}

/// Stays when an edit takes the picture out of the text: earlier revisions still show it.
fn file_post() -> TableCreateStatement {
    Table::create()
        .table("file_post")
        .col(uuid("file_id"))
        .col(uuid("post_id"))
        .primary_key(Index::create().col("file_id").col("post_id"))
        .foreign_key(&mut references(
            "file_post",
            "file_id",
            "file",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "file_post",
            "post_id",
            "post",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
