//! Communities, as the file says them. Days count back from now.

use serde::Deserialize;

/// A community with who belongs to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Community {
    /// Questions in it name it by this.
    pub name: String,
    pub purpose: String,
    pub visibility: String,
    pub join_rule: String,
    pub language: String,
    /// Slugs.
    pub topics: Vec<String>,
    #[serde(rename = "for")]
    pub for_whom: String,
    pub get: String,
    pub give: String,
    #[serde(default)]
    pub rules: String,
    #[serde(default)]
    pub welcome: String,
    pub days_ago: i64,
    pub owner: String,
    #[serde(default)]
    pub facilitators: Vec<String>,
    /// In the order they came, some days apart.
    pub members: Vec<String>,
    #[serde(default)]
    pub asked: Vec<Asked>,
    #[serde(default)]
    pub invited: Vec<Invited>,
}

/// Somebody who waits to be let in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub by: String,
    pub days_ago: i64,
    pub message: String,
}

/// Somebody who is invited by name and has not answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invited {
    pub who: String,
    pub by: String,
    pub days_ago: i64,
    pub word: String,
}
