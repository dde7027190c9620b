//! How much somebody knows, whether they can be asked, and people with both.

mod availability;
mod expert;
mod likely;
mod person_field;
mod strength;
mod welcome;
mod why;

pub use availability::AvailabilityMark;
pub use expert::Expert;
pub use likely::Likely;
pub use person_field::{PersonField, person_token};
pub use strength::StrengthLine;
pub use welcome::WelcomePanel;
pub use why::Why;
