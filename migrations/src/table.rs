//! What every migration repeats: foreign keys and indexes with names by rule, and dropping in reverse order.

use sea_orm_migration::prelude::*;

/// A foreign key `fk_<table>_<column>` on `(table.column)` to `target.key`.
pub fn references(
    table: &'static str,
    column: &'static str,
    target: &'static str,
    key: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(target, key)
        .on_delete(on_delete)
        .to_owned()
}

/// An index `ix_<table>_<columns>`.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    named_index("ix", table, columns)
}

/// A unique index `uq_<table>_<columns>`. Nulls do not collide.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    named_index("uq", table, columns).unique().to_owned()
}

fn named_index(
    prefix: &str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut statement = Index::create();
    statement
        .name(format!("{prefix}_{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// The columns that say where an imported row comes from; all null for what was written here.
pub fn source_columns(table: &mut TableCreateStatement) -> &mut TableCreateStatement {
    use sea_orm_migration::schema::string_null;
    table
        .col(string_null("source_site"))
        .col(string_null("source_id"))
        .col(string_null("source_url"))
        .col(string_null("source_license"))
}

/// Drops the tables in the given order.
pub async fn drop_all(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager
            .drop_table(Table::drop().table(*table).to_owned())
            .await?;
    }
    Ok(())
}
