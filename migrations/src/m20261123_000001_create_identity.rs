//! The organisation, its departments and members, and how they stay signed in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::{drop_all, index, references, source_columns, unique};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(organisation()).await?;
        manager.create_table(department()).await?;
        manager.create_table(member()).await?;
        manager.create_table(session()).await?;
        manager.create_table(refresh_token()).await?;
        manager.create_table(one_time_token()).await?;
        manager
            .create_index(unique("department", &["name"]))
            .await?;
        manager.create_index(unique("member", &["handle"])).await?;
        manager.create_index(unique("member", &["email"])).await?;
        manager
            .create_index(unique("member", &["source_site", "source_id"]))
            .await?;
        manager
            .create_index(index("member", &["display_name", "id"]))
            .await?;
        manager
            .create_index(index("member", &["department_id"]))
            .await?;
        manager
            .create_index(index("session", &["member_id"]))
            .await?;
        manager
            .create_index(unique("refresh_token", &["token_hash"]))
            .await?;
        manager
            .create_index(index("refresh_token", &["session_id"]))
            .await?;
        manager
            .create_index(unique("one_time_token", &["token_hash"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "one_time_token",
                "refresh_token",
                "session",
                "member",
                "department",
                "organisation",
            ],
        )
        .await
    }
}

/// One row, `id = 1`.
fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(integer("id").primary_key())
        .col(string("name"))
        .col(binary_null("logo"))
        .col(string_null("logo_type"))
        .col(string("default_language"))
        .col(string("registration"))
        .col(text("allowed_domains"))
        .col(integer("version"))
        .col(big_integer("updated_at"))
        .to_owned()
}

fn department() -> TableCreateStatement {
    Table::create()
        .table("department")
        .col(uuid("id").primary_key())
        .col(string("name"))
        .col(integer("position"))
        .col(big_integer_null("archived_at"))
        .to_owned()
}

/// Unclaimed people of an import are members without mail and password; their source says who they were.
fn member() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("member")
        .col(uuid("id").primary_key())
        .col(string("handle"))
        .col(string("display_name"))
        .col(string_null("email"))
        .col(string_null("password_hash"))
        .col(string("role"))
        .col(string("status"))
        .col(string("job_title"))
        .col(uuid_null("department_id"))
        .col(string("place"))
        .col(text("bio"))
        .col(string("languages"))
        .col(string("locale"))
        .col(string("time_zone"))
        .col(integer("version"))
        .col(big_integer("created_at"));
    source_columns(&mut table)
        .foreign_key(&mut references(
            "member",
            "department_id",
            "department",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(uuid("id").primary_key())
        .col(uuid("member_id"))
        .col(string("device"))
        .col(big_integer("created_at"))
        .col(big_integer("last_used_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut references(
            "session",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

/// The tokens of one session are a family: one that was replaced longer ago than the grace ends the session.
fn refresh_token() -> TableCreateStatement {
    Table::create()
        .table("refresh_token")
        .col(uuid("id").primary_key())
        .col(uuid("session_id"))
        .col(string("token_hash"))
        .col(big_integer("created_at"))
        .col(big_integer_null("replaced_at"))
        .foreign_key(&mut references(
            "refresh_token",
            "session_id",
            "session",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

/// Links that work once: first admin, invitation, confirming an address.
fn one_time_token() -> TableCreateStatement {
    Table::create()
        .table("one_time_token")
        .col(uuid("id").primary_key())
        .col(string("purpose"))
        .col(string("token_hash"))
        .col(string_null("email"))
        .col(string_null("role"))
        .col(uuid_null("member_id"))
        .col(uuid_null("created_by"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut references(
            "one_time_token",
            "member_id",
            "member",
            "id",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "one_time_token",
            "created_by",
            "member",
            "id",
            ForeignKeyAction::SetNull,
        ))
        .to_owned()
}
