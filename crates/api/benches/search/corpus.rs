//! The corpus, its queries, and how it gets into a database.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::{post, post_topic, question, topic};
use tacit_api::markdown::detect_language;
use tacit_api::settings::Settings;
use tacit_api::state::AppState;
use uuid::Uuid;

use crate::reader::Reader;

/// What is stored of each question.
#[derive(Clone, Copy)]
pub struct Fields {
    topics: bool,
    body: bool,
}

impl Fields {
    /// Everything.
    pub const ALL: Self = Self {
        topics: true,
        body: true,
    };
    /// Less, and how that is called.
    pub const PARTS: [(Self, &'static str); 3] = [
        (
            Self {
                topics: true,
                body: false,
            },
            "title, topics",
        ),
        (
            Self {
                topics: false,
                body: true,
            },
            "title, body",
        ),
        (
            Self {
                topics: false,
                body: false,
            },
            "title",
        ),
    ];
}

/// A question of the corpus.
pub struct Question {
    id: String,
    pub title: String,
    body: String,
    topics: Vec<String>,
    created_at: i64,
}

/// A title that was typed.
pub struct Typed {
    pub id: String,
    pub text: String,
}

/// All of it.
pub struct Corpus {
    pub questions: Vec<Question>,
    pub queries: Vec<Typed>,
    pub relevant: HashMap<String, Vec<String>>,
}

/// Half of the queries, fixed: FNV-1a of the id is even.
pub fn half_a(id: &str) -> bool {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.is_multiple_of(2)
}

/// The post id of a question of the corpus.
pub fn id_of(id: &str) -> Uuid {
    Uuid::from_u128(id.parse().unwrap())
}

fn text(value: &serde_json::Value, name: &str) -> String {
    value[name].as_str().unwrap().to_owned()
}

fn lines(path: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

impl Corpus {
    /// Reads the three files.
    pub fn read(directory: &Path) -> Self {
        let questions = lines(&directory.join("corpus.jsonl"));
        let queries = lines(&directory.join("queries.jsonl"));
        let judged = std::fs::read_to_string(directory.join("qrels.tsv")).unwrap();
        let mut relevant: HashMap<String, Vec<String>> = HashMap::new();
        for line in judged.lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            relevant
                .entry(columns[0].to_owned())
                .or_default()
                .push(columns[1].to_owned());
        }
        Self {
            questions: questions.iter().map(Question::read).collect(),
            queries: queries
                .iter()
                .map(|value| Typed {
                    id: text(value, "_id"),
                    text: text(value, "text"),
                })
                .collect(),
            relevant,
        }
    }

    /// Puts it into a new database, with somebody who reads it.
    pub async fn store(&self, settings: Settings, fields: Fields) -> Reader {
        let state = AppState::open(settings).await.unwrap();
        let names = self
            .questions
            .iter()
            .flat_map(|question| question.topics.clone());
        let topics: BTreeMap<String, Uuid> = names.map(|name| (name, state.ids.next())).collect();
        let (posts, rows): (Vec<_>, Vec<_>) = self
            .questions
            .iter()
            .map(|question| question.rows(fields))
            .unzip();
        let links: Vec<post_topic::ActiveModel> = self
            .questions
            .iter()
            .filter(|_| fields.topics)
            .flat_map(|question| question.links(&topics))
            .collect();
        let topics: Vec<topic::ActiveModel> = topics.into_iter().map(topic_row).collect();
        let reader = Reader::register(&state).await;
        db::write(&state.db, move |tx| {
            let (topics, posts, rows, links) =
                (topics.clone(), posts.clone(), rows.clone(), links.clone());
            Box::pin(async move {
                for chunk in topics.chunks(500) {
                    topic::Entity::insert_many(chunk.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                for chunk in posts.chunks(500) {
                    post::Entity::insert_many(chunk.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                for chunk in rows.chunks(500) {
                    question::Entity::insert_many(chunk.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                for chunk in links.chunks(500) {
                    post_topic::Entity::insert_many(chunk.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
        state.db.close().await;
        reader
    }
}

impl Question {
    fn read(value: &serde_json::Value) -> Self {
        let topics = value["tags"].as_array().unwrap().iter();
        let created: chrono::NaiveDateTime = text(value, "created").parse().unwrap();
        Self {
            id: text(value, "_id"),
            title: text(value, "title"),
            body: text(value, "text"),
            topics: topics
                .map(|name| name.as_str().unwrap().to_owned())
                .collect(),
            created_at: created.and_utc().timestamp_micros(),
        }
    }

    fn rows(&self, fields: Fields) -> (post::ActiveModel, question::ActiveModel) {
        let body = if fields.body {
            self.body.clone()
        } else {
            String::new()
        };
        let post = post::ActiveModel {
            id: Set(id_of(&self.id)),
            kind: Set("question".to_owned()),
            audience: Set("everyone".to_owned()),
            community_id: Set(None),
            author_id: Set(None),
            author_hidden: Set(false),
            language: Set(detect_language(&format!("{}\n\n{}", self.title, self.body))),
            body: Set(body),
            body_html: Set(String::new()),
            renderer_version: Set(0),
            helpful_imported: Set(0),
            helpful_count: Set(0),
            version: Set(1),
            created_at: Set(self.created_at),
            ..Default::default()
        };
        let row = question::ActiveModel {
            post_id: Set(id_of(&self.id)),
            title: Set(self.title.clone()),
            urgency: Set("normal".to_owned()),
            state: Set("open".to_owned()),
            answer_count: Set(0),
            last_activity_at: Set(self.created_at),
            ..Default::default()
        };
        (post, row)
    }

    fn links(&self, topics: &BTreeMap<String, Uuid>) -> Vec<post_topic::ActiveModel> {
        let link = |(position, name): (usize, &String)| post_topic::ActiveModel {
            post_id: Set(id_of(&self.id)),
            topic_id: Set(topics[name]),
            position: Set(i32::try_from(position).unwrap()),
        };
        self.topics.iter().enumerate().map(link).collect()
    }
}

fn topic_row((name, id): (String, Uuid)) -> topic::ActiveModel {
    topic::ActiveModel {
        id: Set(id),
        slug: Set(name.clone()),
        name: Set(name),
        description: Set(String::new()),
        description_html: Set(String::new()),
        renderer_version: Set(0),
        version: Set(1),
        created_at: Set(0),
        ..Default::default()
    }
}
