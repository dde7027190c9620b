//! The written content, as its files say it.

mod communities;
mod needs;

use serde::Deserialize;

pub use communities::Community;
pub use needs::{Need, Unmet};

/// All of it.
#[derive(Clone, Debug)]
pub struct Content {
    pub organisation: Organisation,
    pub members: Vec<Person>,
    pub topics: Vec<Topic>,
    pub communities: Vec<Community>,
    pub questions: Vec<Question>,
    pub expertise: Expertise,
    pub needs: Vec<Need>,
    pub unmet: Vec<Unmet>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    pub default_language: String,
    pub departments: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub handle: String,
    pub name: String,
    pub email: String,
    pub title: String,
    pub department: String,
    pub place: String,
    pub languages: Vec<String>,
    pub locale: String,
    pub time_zone: String,
    pub bio: String,
    pub role: String,
    pub joined_days_ago: i64,
    /// Slugs.
    pub follows: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub slug: String,
    pub name: String,
    pub description: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    pub parent: Option<String>,
}

/// Asked `hours_ago`, or `days_ago` at a time of the day (UTC).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Name of the community it is asked in; everyone when left out.
    pub community: Option<String>,
    /// Who pinned it there, a day later.
    pub pinned_by: Option<String>,
    pub title: String,
    pub author: String,
    pub hours_ago: Option<f64>,
    pub days_ago: Option<i64>,
    pub at: Option<String>,
    pub language: String,
    pub topics: Vec<String>,
    pub urgency: String,
    pub body: String,
    #[serde(default)]
    pub helpful: Vec<String>,
    #[serde(default, rename = "comment")]
    pub comments: Vec<Comment>,
    #[serde(default, rename = "answer")]
    pub answers: Vec<Answer>,
    pub closed: Option<Closed>,
}

/// Closed as a duplicate; hours count from the question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub by: String,
    pub hours_after: i64,
    /// Title of the original.
    pub original: String,
}

/// What somebody said about an answer in private; days count back from now.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    pub by: String,
    pub kind: String,
    pub reason: String,
    pub days_ago: i64,
}

/// Hours count from the question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub author: String,
    pub hours_after: f64,
    pub body: String,
    pub accepted_hours_after: Option<f64>,
    #[serde(default)]
    pub helpful: Vec<String>,
    #[serde(default, rename = "comment")]
    pub comments: Vec<Comment>,
    #[serde(default, rename = "flag")]
    pub flags: Vec<Flag>,
}

/// Hours count from the question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    pub author: String,
    pub hours_after: f64,
    pub body: String,
}

/// What people know besides what their answers show.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expertise {
    pub said: Vec<Said>,
    pub endorsed: Vec<Endorsed>,
    pub availability: Vec<Availability>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub member: String,
    pub topic: String,
    pub level: String,
    pub days_ago: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endorsed {
    pub member: String,
    pub topic: String,
    pub by: String,
    pub days_ago: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Availability {
    pub member: String,
    pub away_days: Option<i64>,
    pub cap: Option<i32>,
    pub asking: String,
}

#[derive(Deserialize)]
struct Needs {
    need: Vec<Need>,
    unmet: Vec<Unmet>,
}

#[derive(Deserialize)]
struct Communities {
    community: Vec<Community>,
}

#[derive(Deserialize)]
struct Members {
    member: Vec<Person>,
}

#[derive(Deserialize)]
struct Topics {
    topic: Vec<Topic>,
}

#[derive(Deserialize)]
struct Questions {
    question: Vec<Question>,
}

const QUESTIONS: &[&str] = &[
    include_str!("content/questions/communities.toml"),
    include_str!("content/questions/customer-care.toml"),
    include_str!("content/questions/finance.toml"),
    include_str!("content/questions/people.toml"),
    include_str!("content/questions/sales-purchasing.toml"),
    include_str!("content/questions/spreadsheets-and-privacy.toml"),
    include_str!("content/questions/technology.toml"),
    include_str!("content/questions/warehouse-safety.toml"),
];

impl Content {
    /// Reads the files in the binary.
    ///
    /// # Errors
    /// When a file is not what it should be.
    pub fn read() -> Result<Self, toml::de::Error> {
        let mut questions = Vec::new();
        for file in QUESTIONS {
            questions.extend(toml::from_str::<Questions>(file)?.question);
        }
        let Needs { need, unmet } = toml::from_str(include_str!("content/needs.toml"))?;
        Ok(Self {
            organisation: toml::from_str(include_str!("content/organisation.toml"))?,
            members: toml::from_str::<Members>(include_str!("content/members.toml"))?.member,
            topics: toml::from_str::<Topics>(include_str!("content/topics.toml"))?.topic,
            communities: toml::from_str::<Communities>(include_str!("content/communities.toml"))?
                .community,
            expertise: toml::from_str(include_str!("content/expertise.toml"))?,
            needs: need,
            unmet,
            questions,
        })
    }
}
