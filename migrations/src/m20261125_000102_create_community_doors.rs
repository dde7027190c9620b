//! How one comes into a community: wishes to join and invitations.

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
        for table in [community_request(), community_invitation()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("community_request", &["member_id"]),
            index("community_invitation", &["member_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["community_invitation", "community_request"];
        drop_all(manager, &tables).await
    }
}

/// The last wish of a member to join. `state` is waiting, approved or declined; `word` is what was said with the decision.
fn community_request() -> TableCreateStatement {
    Table::create()
        .table("community_request")
        .col(uuid("community_id"))
        .col(uuid("member_id"))
        .col(text("message"))
        .col(string("state"))
        .col(text("word"))
        .col(uuid_null("decided_by_id"))
        .col(big_integer("asked_at"))
        .col(big_integer_null("decided_at"))
        .primary_key(Index::create().col("community_id").col("member_id"))
        .foreign_key(&mut community_of("community_request"))
        .foreign_key(&mut member_of("community_request", "member_id", CASCADE))
        .foreign_key(&mut member_of(
            "community_request",
            "decided_by_id",
            SET_NULL,
        ))
        .to_owned()
}

/// Somebody who was invited by name and has neither come nor declined.
fn community_invitation() -> TableCreateStatement {
    Table::create()
        .table("community_invitation")
        .col(uuid("community_id"))
        .col(uuid("member_id"))
        .col(text("word"))
        .col(uuid_null("by_id"))
        .col(big_integer("invited_at"))
        .primary_key(Index::create().col("community_id").col("member_id"))
        .foreign_key(&mut community_of("community_invitation"))
        .foreign_key(&mut member_of("community_invitation", "member_id", CASCADE))
        .foreign_key(&mut member_of("community_invitation", "by_id", SET_NULL))
        .to_owned()
}

fn community_of(table: &'static str) -> ForeignKeyCreateStatement {
    references(table, "community_id", "community", "id", CASCADE)
}

fn member_of(
    table: &'static str,
    column: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    references(table, column, "member", "id", on_delete)
}
