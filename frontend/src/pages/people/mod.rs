//! People: the list, and each one's profile.

mod aside;
mod contributions;
mod elsewhere;
mod knows;
mod list;
mod months;
mod profile;

pub use list::PeoplePage;
pub use profile::ProfilePage;
