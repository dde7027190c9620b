//! Links of invitation to a community, and when somebody declined an invitation by name.

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
        let declined = Table::alter()
            .table("community_invitation")
            .add_column(big_integer_null("declined_at"))
            .to_owned();
        manager.alter_table(declined).await?;
        manager.create_table(community_link()).await?;
        manager
            .create_index(index("community_link", &["community_id"]))
            .await?;
        manager
            .create_index(unique("community_link", &["token_hash"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["community_link"]).await?;
        let declined = Table::alter()
            .table("community_invitation")
            .drop_column("declined_at")
            .to_owned();
        manager.alter_table(declined).await
    }
}

/// A link that lets in whoever has it. Only its hash is kept; `uses` is how many came by it, `uses_max` how many may.
fn community_link() -> TableCreateStatement {
    Table::create()
        .table("community_link")
        .col(uuid("id").primary_key())
        .col(uuid("community_id"))
        .col(string("token_hash"))
        .col(uuid_null("by_id"))
        .col(integer("uses"))
        .col(integer("uses_max"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut references(
            "community_link",
            "community_id",
            "community",
            "id",
            CASCADE,
        ))
        .foreign_key(&mut references(
            "community_link",
            "by_id",
            "member",
            "id",
            SET_NULL,
        ))
        .to_owned()
}
