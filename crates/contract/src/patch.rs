//! Three-state fields of a PATCH: left out (unchanged), `null` (cleared), a value (set).

use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "crate::patch::present")]` on an `Option<Option<T>>`.
///
/// # Errors
/// When the value is of the wrong type.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
