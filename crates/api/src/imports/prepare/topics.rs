//! Tags as topics: the slug is the tag, the name is the tag in words, the description what the site says about it.

use std::collections::{HashMap, HashSet};

use tacit_domain::imports::{RowFate, tags::name_of};
use tacit_domain::limits::TOPIC_DESCRIPTION_MAX;
use tacit_domain::topics::TopicSlug;
use uuid::Uuid;

use super::{Preparing, license_of};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::prepared::Topic;
use crate::imports::survey::PostRole;
use crate::markdown;

/// What is said about a tag, and under which licence.
type Said = HashMap<i64, (String, String)>;

impl Preparing<'_> {
    pub(super) fn topics(
        &mut self,
        described: &HashSet<String>,
    ) -> Result<Vec<Topic>, ImportError> {
        let said = self.said_about_tags()?;
        let mut topics = Vec::with_capacity(self.survey.tags.len());
        for fact in &self.survey.tags {
            let texts = fact.texts.iter().flatten().filter_map(|id| said.get(id));
            let texts: Vec<_> = texts.collect();
            let slug = slug_of(&fact.tag);
            if described.contains(&slug) {
                let rows = u64::try_from(texts.len()).unwrap_or_default();
                let ledger = &mut self.survey.ledger;
                ledger.recount(
                    DumpFile::Posts,
                    RowFate::TopicText,
                    RowFate::TopicKnown,
                    rows,
                );
            }
            let paragraphs = texts.iter().flat_map(|(text, _)| text.split("\n\n"));
            let description = within(paragraphs, TOPIC_DESCRIPTION_MAX);
            topics.push(Topic {
                id: Uuid::now_v7(),
                name: name_of(&fact.tag),
                source_id: fact.id,
                description_html: markdown::render(&description),
                description,
                license: texts.first().map(|(_, license)| license.clone()),
                created_at: fact.first_used_at,
                tag: fact.tag.clone(),
                slug,
            });
        }
        Ok(topics)
    }

    fn said_about_tags(&mut self) -> Result<Said, ImportError> {
        let mut said = Said::new();
        let mut rows = self.dump.rows(DumpFile::Posts)?;
        while let Some(row) = rows.next_row()? {
            let id: i64 = row.need("Id")?;
            let fact = self.survey.posts.get(&id);
            let Some(created_at) = fact
                .filter(|fact| matches!(fact.role, PostRole::TagText))
                .map(|fact| fact.created_at)
            else {
                continue;
            };
            let text = self.text(id, &row)?;
            said.insert(id, (text, license_of(&row, created_at)));
        }
        Ok(said)
    }
}

/// The slug of a tag; one that is a reserved word here says that it is a topic.
pub(super) fn slug_of(tag: &str) -> String {
    TopicSlug::fold(tag)
        .or_else(|_| TopicSlug::fold(&format!("{tag}-topic")))
        .map_or_else(|_| tag.to_owned(), |slug| slug.as_str().to_owned())
}

/// As many whole paragraphs as fit.
fn within<'t>(paragraphs: impl Iterator<Item = &'t str>, max: usize) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if text.chars().count() + paragraph.chars().count() + 2 > max {
            break;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(paragraph);
    }
    text
}
