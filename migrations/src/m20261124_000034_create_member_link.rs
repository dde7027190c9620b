//! Which member a person of an import turned out to be.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(member_link()).await?;
        manager
            .create_index(index("member_link", &["member_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["member_link"]).await
    }
}

/// The person stays as a row, so that importing again finds out whom it is about.
fn member_link() -> TableCreateStatement {
    Table::create()
        .table("member_link")
        .col(uuid("person_id").primary_key())
        .col(uuid("member_id"))
        .col(big_integer("linked_at"))
        .foreign_key(&mut references(
            "member_link",
            "person_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "member_link",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
