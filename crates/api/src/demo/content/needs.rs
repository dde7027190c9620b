//! What people want to learn, as the file says it. Days count back from now.

use serde::Deserialize;

/// A need with everything around it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub wish: String,
    pub why: String,
    pub author: String,
    pub days_ago: i64,
    pub language: String,
    pub topics: Vec<String>,
    pub forms: Vec<String>,
    pub wanted_in_days: Option<i64>,
    pub state: String,
    pub taken_by: Option<String>,
    #[serde(default)]
    pub joined: Vec<Joined>,
    #[serde(default)]
    pub offers: Vec<Offer>,
    #[serde(default)]
    pub suggested: Vec<Suggested>,
    #[serde(default)]
    pub links: Vec<Link>,
    #[serde(default)]
    pub steps: Vec<Step>,
    #[serde(default)]
    pub confirmed: Vec<Confirmed>,
}

/// What many searched for and nobody found.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unmet {
    pub words: String,
    pub people: i32,
    pub days_ago: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    pub by: String,
    pub days_ago: i64,
    pub why: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    pub by: String,
    pub days_ago: i64,
    pub word: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggested {
    pub member: String,
    pub by: String,
    pub days_ago: i64,
    pub word: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub url: String,
    pub title: String,
    pub by: String,
    pub days_ago: i64,
    pub word: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub kind: String,
    pub state: String,
    pub by: String,
    pub days_ago: i64,
    pub word: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    pub by: String,
    pub helped: String,
    pub days_ago: i64,
    pub word: String,
}
