//! Learning needs: the list, saying one, one need.

mod alert;
mod demand;
mod fields;
mod know;
mod list;
mod need;
mod recurring;
mod say;
mod similar;
mod unmet;

pub use demand::DemandPage;
pub use list::NeedsPage;
pub use need::NeedPage;
pub use say::SayNeedPage;
