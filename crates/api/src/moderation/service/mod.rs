//! Use cases of keeping order, one file each. They run inside `db::write`.

pub mod close;
pub mod delete;
pub mod flag;
pub mod renew;
