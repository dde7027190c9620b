//! When leads are told of a need, and of which they were.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::table::drop_all;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(need_setting()).await?;
        let told = Table::alter()
            .table("need")
            .add_column(big_integer_null("alerted_at"))
            .to_owned();
        manager.alter_table(told).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let told = Table::alter()
            .table("need")
            .drop_column("alerted_at")
            .to_owned();
        manager.alter_table(told).await?;
        drop_all(manager, &["need_setting"]).await
    }
}

/// One row: at so many supporters leads are told; null for never.
fn need_setting() -> TableCreateStatement {
    Table::create()
        .table("need_setting")
        .col(integer("id").primary_key())
        .col(integer_null("alert_at"))
        .col(big_integer("updated_at"))
        .to_owned()
}
