//! Letters to be sent: written down in the transaction of what they tell, sent outside of it, once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(letter()).await?;
        manager
            .create_index(unique("letter", &["member_id", "position"]))
            .await?;
        manager
            .create_index(unique("letter", &["member_id", "day"]))
            .await?;
        manager
            .create_index(index("letter", &["state", "due_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["letter"]).await
    }
}

/// A notice has the position of its event, a digest its day in the member's time zone: each is written down once. `sealed`
/// is the whole letter, encrypted, where it cannot be written anew from rows (it holds a link that lets somebody in).
fn letter() -> TableCreateStatement {
    Table::create()
        .table("letter")
        .col(uuid("id").primary_key())
        .col(string("kind"))
        .col(uuid_null("member_id"))
        .col(big_integer_null("position"))
        .col(string_null("day"))
        .col(text_null("sealed"))
        .col(string("state"))
        .col(integer("attempts"))
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("claimed_at"))
        .foreign_key(&mut references(
            "letter",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}
