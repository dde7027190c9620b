//! Rows of an import, many at a time.

pub mod badges;
pub mod items;
pub mod known;
pub mod links;
pub mod marked;
pub mod people;
pub mod posts;
pub mod runs;
pub mod settle;
pub mod told;
pub mod topics;

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait};

/// Inserts rows, if there are any.
async fn insert_all<E, A>(tx: &impl ConnectionTrait, rows: Vec<A>) -> Result<(), DbErr>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Send,
{
    if !rows.is_empty() {
        E::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
