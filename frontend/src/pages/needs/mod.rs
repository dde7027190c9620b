//! Learning needs: the list, saying one, one need.

mod fields;
mod list;
mod need;
mod say;

pub use list::NeedsPage;
pub use need::NeedPage;
pub use say::SayNeedPage;
