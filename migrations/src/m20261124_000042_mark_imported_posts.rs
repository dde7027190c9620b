//! What a reader should know of an imported post beside its author: that many wrote it, that it is gone where it was.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut wiki = boolean("source_wiki");
        wiki.default(false);
        for column in [wiki, big_integer_null("source_gone_at")] {
            let alter = Table::alter().table("post").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["source_gone_at", "source_wiki"] {
            let alter = Table::alter().table("post").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}
