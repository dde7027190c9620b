//! Pages by key: the rows that come after a given one in an order of several columns.

use sea_orm::sea_query::{Expr, ExprTrait, Value};
use sea_orm::{Condition, Order};

/// A column of an order, and what the last row had there.
pub type Key = (Expr, Order, Value);

/// Rows that come after the one with these keys. The last key must tell rows apart.
#[must_use]
pub fn after(keys: &[Key]) -> Condition {
    let mut any = Condition::any();
    for (index, (column, order, value)) in keys.iter().enumerate() {
        let mut all = Condition::all();
        for (earlier, _, same) in keys.iter().take(index) {
            all = all.add(earlier.clone().eq(same.clone()));
        }
        let beyond = match order {
            Order::Desc => column.clone().lt(value.clone()),
            _ => column.clone().gt(value.clone()),
        };
        any = any.add(all.add(beyond));
    }
    any
}
