//! What the second reading makes of a dump: rows as they will stand in the database, and what happened, in its order.

use serde::{Deserialize, Serialize};
use tacit_contract::imports::ImportReport;
use tacit_domain::events::EventBody;
use tacit_domain::imports::Site;
use tacit_domain::questions::CloseReason;
use uuid::Uuid;

use super::stage::Staged;

/// Everything there is to write.
#[derive(Debug)]
pub struct Prepared {
    /// Where it comes from.
    pub site: Site,
    /// People.
    pub people: Staged<Person>,
    /// Topics, in the order `Part::Question::topics` counts them.
    pub topics: Vec<Topic>,
    /// Questions, answers and comments.
    pub posts: Staged<Post>,
    /// Links between posts.
    pub links: Vec<Link>,
    /// What happened, oldest first.
    pub happenings: Vec<Happening>,
    /// The account of all rows.
    pub report: ImportReport,
}

/// Somebody who wrote there.
#[derive(Debug, Serialize, Deserialize)]
pub struct Person {
    pub id: Uuid,
    pub source_id: i64,
    pub display_name: String,
    pub place: String,
    pub bio: String,
    pub license: String,
    pub created_at: i64,
}

/// A tag.
#[derive(Debug)]
pub struct Topic {
    pub id: Uuid,
    pub tag: String,
    pub slug: String,
    pub name: String,
    pub source_id: Option<i64>,
    pub description: String,
    pub description_html: String,
    pub license: Option<String>,
    /// None where nothing tells.
    pub created_at: Option<i64>,
}

/// A question, an answer or a comment.
#[derive(Debug, Serialize, Deserialize)]
pub struct Post {
    pub id: Uuid,
    pub source_id: i64,
    pub author: Option<Uuid>,
    pub author_name: Option<String>,
    pub language: String,
    pub body: String,
    pub body_html: String,
    pub helpful: i32,
    pub license: String,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    pub part: Part,
}

/// What a post has beyond what all have.
#[derive(Debug, Serialize, Deserialize)]
pub enum Part {
    Question(Box<Question>),
    Answer { question: Uuid },
    Comment { parent: Uuid, question: Uuid },
}

/// What a question has.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    pub title: String,
    pub accepted: Option<Uuid>,
    pub accepted_at: Option<i64>,
    pub closed: Option<Closed>,
    pub answers: i32,
    pub last_activity_at: i64,
    /// Places in [`Prepared::topics`].
    pub topics: Vec<usize>,
}

/// How a question was closed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Closed {
    pub out_of_place: bool,
    pub duplicate_of: Option<Uuid>,
}

impl Closed {
    /// Why.
    pub fn reason(&self) -> CloseReason {
        match self {
            Self {
                duplicate_of: Some(_),
                ..
            } => CloseReason::Duplicate,
            Self {
                out_of_place: true, ..
            } => CloseReason::OutOfPlace,
            Self { .. } => CloseReason::Other,
        }
    }
}

/// One post points to another.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub from: Uuid,
    pub to: Uuid,
    pub duplicate: bool,
    pub at: i64,
}

/// Something that happened there.
#[derive(Clone, Debug)]
pub struct Happening {
    pub at: i64,
    pub actor: Option<Uuid>,
    pub subject: Uuid,
    pub what: What,
}

/// What it was.
#[derive(Clone, Debug)]
pub enum What {
    /// A question was asked, with topics by their places, which get their ids when it is known which exist.
    Asked(Vec<usize>),
    /// Anything else.
    Done(EventBody),
}
