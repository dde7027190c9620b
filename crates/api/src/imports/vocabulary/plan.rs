//! What would become of each term.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use tacit_domain::limits::SYNONYMS_MAX;
use tacit_domain::topics::TopicName;
use tacit_domain::topics::vocabulary::{TermFate, Vocabulary, closes_circle};
use uuid::Uuid;

use super::read::{Content, Table, Term};
use crate::db::entities::{topic, topic_synonym};
use crate::error::AppResult;

/// What would become of a table.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Of which vocabulary.
    pub vocabulary: Vocabulary,
    /// Rows read.
    pub rows: usize,
    /// Each row, in the order of the file.
    pub items: Vec<Planned>,
}

impl Plan {
    /// How many have this fate.
    #[must_use]
    pub fn count(&self, fate: TermFate) -> usize {
        self.items.iter().filter(|item| item.fate == fate).count()
    }
}

/// What would become of a row.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The line of the file.
    pub line: u64,
    /// What the vocabulary knows it by; empty where the row says nothing.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What becomes of it.
    pub fate: TermFate,
    /// The topic it is, where one is here.
    pub topic: Option<(Uuid, String)>,
    /// Why it is left out.
    pub problem: Option<String>,
    /// The name of a new topic.
    pub(super) name: Option<TopicName>,
    /// Other names that are free.
    pub(super) others: Vec<TopicName>,
    /// The term above.
    pub(super) above: Option<String>,
}

/// What is here.
struct Here {
    /// By the address in the vocabulary.
    known: HashMap<String, topic::Model>,
    /// Names and synonyms that lead to a topic.
    names: HashMap<String, Uuid>,
    topics: HashMap<Uuid, topic::Model>,
    /// How many synonyms a topic has.
    synonyms: HashMap<Uuid, usize>,
}

impl Here {
    async fn load(db: &impl ConnectionTrait, vocabulary: Vocabulary) -> AppResult<Self> {
        let rows = topic::Entity::find().all(db).await?;
        let site = Some(vocabulary.site().to_owned());
        let known = rows.iter().filter(|row| row.source_site == site);
        let known = known.filter_map(|row| Some((row.source_id.clone()?, row.clone())));
        let known = known.collect();
        // What was merged leads to what it was merged into.
        let mut names: HashMap<String, Uuid> = rows
            .iter()
            .map(|row| (row.slug.clone(), row.merged_into_id.unwrap_or(row.id)))
            .collect();
        let mut synonyms: HashMap<Uuid, usize> = HashMap::new();
        for row in topic_synonym::Entity::find()
            .filter(topic_synonym::Column::Slug.is_not_null())
            .all(db)
            .await?
        {
            let count = synonyms.entry(row.topic_id).or_default();
            *count = count.saturating_add(1);
            names.entry(row.slug).or_insert(row.topic_id);
        }
        let topics = rows.into_iter().map(|row| (row.id, row)).collect();
        Ok(Self {
            known,
            names,
            topics,
            synonyms,
        })
    }

    fn named(&self, name: &TopicName) -> Option<&topic::Model> {
        let id = self.names.get(name.slug().as_str())?;
        self.topics.get(id)
    }
}

/// Says what would become of a table. With `create` false nothing new is made, and only topics that are here get addresses.
///
/// # Errors
/// A failure of the database.
pub async fn plan(db: &impl ConnectionTrait, table: &Table, create: bool) -> AppResult<Plan> {
    let here = Here::load(db, table.vocabulary).await?;
    let mut items: Vec<Planned> = match &table.content {
        Content::Terms(terms) => of_terms(&here, terms, create),
        Content::Places(places) => of_places(&here, places),
    };
    let bad = table.bad.iter();
    items.extend(bad.map(|row| left_out(row.line, "", &row.label, row.problem)));
    items.sort_by_key(|item| item.line);
    Ok(Plan {
        vocabulary: table.vocabulary,
        rows: table.rows,
        items,
    })
}

fn left_out(line: u64, id: &str, label: &str, problem: &str) -> Planned {
    Planned {
        line,
        id: id.to_owned(),
        label: label.to_owned(),
        fate: TermFate::LeftOut,
        topic: None,
        problem: Some(problem.to_owned()),
        name: None,
        others: Vec::new(),
        above: None,
    }
}

fn of_terms(here: &Here, terms: &[Term], create: bool) -> Vec<Planned> {
    let mut taken: HashSet<String> = here.names.keys().cloned().collect();
    let mut met: HashSet<Uuid> = HashSet::new();
    // Names come before other names: what is called so is that.
    let labels = terms
        .iter()
        .filter_map(|term| TopicName::parse(&term.label).ok());
    let labels: HashSet<String> = labels.map(|name| name.slug().as_str().to_owned()).collect();
    let mut planned = Vec::with_capacity(terms.len());
    for term in terms {
        let mut item = of_term(here, term, create, &taken, &mut met);
        if matches!(item.fate, TermFate::New | TermFate::Mapped) {
            if let Some(name) = &item.name {
                taken.insert(name.slug().as_str().to_owned());
            }
            let has = item
                .topic
                .as_ref()
                .and_then(|(id, _)| here.synonyms.get(id));
            let room = SYNONYMS_MAX.saturating_sub(has.copied().unwrap_or(0));
            item.others = free(&term.others, room, &labels, &mut taken);
        }
        planned.push(item);
    }
    planned
}

fn of_term(
    here: &Here,
    term: &Term,
    create: bool,
    taken: &HashSet<String>,
    met: &mut HashSet<Uuid>,
) -> Planned {
    let mut item = left_out(term.line, &term.id, &term.label, "");
    item.above.clone_from(&term.above);
    if let Some(known) = here.known.get(&term.id) {
        item.fate = TermFate::Known;
        item.problem = None;
        item.topic = Some((known.id, known.name.clone()));
        return item;
    }
    let name = match TopicName::parse(&term.label) {
        Ok(name) => name,
        Err(error) => {
            item.problem = Some(format!("its label cannot be a topic: {error}"));
            return item;
        }
    };
    if let Some(found) = here.named(&name) {
        item.topic = Some((found.id, found.name.clone()));
        if found.source_site.is_some() {
            item.problem = Some("the topic of this name comes from elsewhere".to_owned());
        } else if !met.insert(found.id) {
            item.problem = Some("an earlier row is the topic of this name".to_owned());
        } else {
            item.fate = TermFate::Mapped;
            item.problem = None;
        }
        return item;
    }
    if taken.contains(name.slug().as_str()) {
        item.problem = Some("an earlier row has this name".to_owned());
    } else if create {
        item.fate = TermFate::New;
        item.problem = None;
        item.name = Some(name);
    } else {
        item.problem = Some("no topic has this name".to_owned());
    }
    item
}

/// Other labels that can be names of the topic: those nobody has.
fn free(
    others: &[String],
    room: usize,
    labels: &HashSet<String>,
    taken: &mut HashSet<String>,
) -> Vec<TopicName> {
    let mut found = Vec::new();
    for name in others
        .iter()
        .filter_map(|other| TopicName::parse(other).ok())
    {
        let slug = name.slug().as_str();
        if found.len() < room && !labels.contains(slug) && taken.insert(slug.to_owned()) {
            found.push(name);
        }
    }
    found
}

fn of_places(here: &Here, places: &[(u64, String, String)]) -> Vec<Planned> {
    let mut parents: HashMap<Uuid, Uuid> = here
        .topics
        .values()
        .filter_map(|row| Some((row.id, row.parent_id?)))
        .collect();
    let mut planned = Vec::with_capacity(places.len());
    for (line, id, above) in places {
        let mut item = left_out(*line, id, "", "");
        item.above = Some(above.clone());
        let (Some(topic), Some(parent)) = (here.known.get(id), here.known.get(above)) else {
            item.problem = Some("one of the two is no topic here".to_owned());
            planned.push(item);
            continue;
        };
        item.label.clone_from(&topic.name);
        item.topic = Some((parent.id, parent.name.clone()));
        match parents.get(&topic.id) {
            Some(now) if *now == parent.id => {
                item.fate = TermFate::Known;
                item.problem = None;
            }
            Some(_) => item.problem = Some("it has another place here".to_owned()),
            None if closes_circle(topic.id, parent.id, &parents) => {
                item.problem = Some("it would stand above itself".to_owned());
            }
            None => {
                item.fate = TermFate::Placed;
                item.problem = None;
                parents.insert(topic.id, parent.id);
            }
        }
        planned.push(item);
    }
    planned
}
