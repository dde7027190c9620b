//! The second reading of a dump: texts are converted and rendered, and lie ready in temporary files. Nothing is decided
//! here any more, and nothing is written to the database.

mod badges;
mod comments;
mod compare;
mod posts;
mod revisions;
mod topics;

use std::collections::HashSet;
use std::sync::Arc;

use tacit_domain::imports::{ItemKind, Site, license::license};
use tacit_domain::limits::{BIO_MAX, NAME_MAX};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::dump::{Dump, DumpFile};
use super::error::ImportError;
use super::prepared::{Link, Person, Posts, Prepared, Present};
use super::progress::Progress;
use super::rows::Row;
use super::stage::Staged;
use super::survey::{PostFact, PostRole, Survey};
use super::texts;
use crate::markdown;
use compare::Comparison;

/// Makes everything ready for writing. `described` are the slugs of topics that already say what they are.
///
/// # Errors
/// Reading or staging fails, or a row is not accounted for.
pub fn prepare(
    dump: &Dump,
    site: Site,
    survey: Survey,
    described: &HashSet<String>,
    progress: &Progress,
) -> Result<Prepared, ImportError> {
    let count = survey.posts.len() + survey.comments.len();
    progress.phase("Preparing", u64::try_from(count).unwrap_or_default());
    let mut work = Preparing {
        dump,
        site,
        posts: Posts::create(dump.scratch())?,
        survey,
        slugs: Vec::new(),
        comparison: Comparison::default(),
        progress,
    };
    let people = work.people()?;
    let topics = work.topics(described)?;
    work.slugs = topics.iter().map(|topic| topic.slug.clone()).collect();
    work.questions_and_answers()?;
    work.comments()?;
    let links = work.links();
    let badges = work.badges()?;
    work.posts.finish()?;
    progress.done();
    let mut report = work.survey.ledger.report()?;
    report.texts = Some(work.comparison.report());
    Ok(Prepared {
        report,
        dump_at: work.survey.newest,
        present: Arc::new(work.present()),
        site: work.site,
        people,
        topics: Arc::new(topics),
        posts: work.posts,
        links,
        badges,
    })
}

struct Preparing<'a> {
    dump: &'a Dump,
    site: Site,
    survey: Survey,
    posts: Posts,
    /// Slugs of the topics by their places.
    slugs: Vec<String>,
    comparison: Comparison,
    progress: &'a Progress,
}

impl Preparing<'_> {
    fn people(&self) -> Result<Staged<Person>, ImportError> {
        let mut people = Staged::create(self.dump.scratch(), "people")?;
        let mut rows = self.dump.rows(DumpFile::Users)?;
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let source_id = row.need("Id")?;
            let Some(id) = self.survey.people.get(&source_id) else {
                continue;
            };
            if !seen.insert(source_id) {
                continue;
            }
            let created_at = row.created_at()?;
            let about = texts::markdown_of_html(row.text("AboutMe").unwrap_or_default());
            people.push(&Person {
                id: *id,
                source_id,
                display_name: name(row.text("DisplayName"))
                    .unwrap_or_else(|| format!("user{source_id}")),
                place: name(row.text("Location")).unwrap_or_default(),
                bio: markdown::excerpt(&about, BIO_MAX),
                license: license_of(&row, created_at),
                created_at,
            })?;
        }
        people.finish()?;
        Ok(people)
    }

    fn links(&self) -> Vec<Link> {
        let facts = self.survey.links.iter();
        let links = facts.filter_map(|fact| {
            Some(Link {
                from: self.id_of(fact.from)?,
                to: self.id_of(fact.to)?,
                duplicate: fact.duplicate,
                at: fact.at,
            })
        });
        links.collect()
    }

    /// What of each kind the dump has; a kind whose file is not there says nothing about what is gone.
    fn present(&self) -> Vec<Present> {
        let survey = &self.survey;
        let posts = |question: bool| {
            let posts = survey
                .posts
                .iter()
                .filter(move |(_, fact)| match fact.role {
                    PostRole::Question(_) => question,
                    PostRole::Answer(_) => !question,
                    _ => false,
                });
            posts.map(|(id, _)| *id)
        };
        let mut present = vec![
            Present::of(ItemKind::Question, posts(true)),
            Present::of(ItemKind::Answer, posts(false)),
        ];
        if self.dump.has(DumpFile::Users) {
            let people = survey.people.keys().copied();
            present.push(Present::of(ItemKind::Person, people));
        }
        if self.dump.has(DumpFile::Comments) {
            let comments = survey.comments.keys().copied();
            present.push(Present::of(ItemKind::Comment, comments));
        }
        if self.dump.has(DumpFile::Tags) {
            let tags = survey.tags.iter().filter_map(|tag| tag.id);
            present.push(Present::of(ItemKind::Topic, tags));
        }
        present
    }

    /// What readers found helpful there, day by day where the dump tells; a vote is never older than its post.
    fn helpful(
        &self,
        source_id: i64,
        fact: &PostFact,
        row: &Row,
    ) -> Result<Vec<(i64, i32)>, ImportError> {
        let days: Vec<(i64, i32)> = match self.survey.helpful.get(&source_id) {
            Some(days) => days.iter().map(|(day, count)| (*day, *count)).collect(),
            None if self.survey.has_votes => Vec::new(),
            None => vec![(fact.created_at, score(row)?)],
        };
        let days = days.into_iter().filter(|(_, count)| *count > 0);
        Ok(days
            .map(|(day, count)| (day.max(fact.created_at), count))
            .collect())
    }

    fn person(&self, source_id: Option<i64>) -> Option<Uuid> {
        source_id.and_then(|id| self.survey.people.get(&id).copied())
    }

    fn id_of(&self, post: i64) -> Option<Uuid> {
        self.survey.posts.get(&post).map(|fact| fact.id)
    }

    /// The question a post belongs to: itself, or what it answers.
    fn question_of(&self, post: i64) -> Option<Uuid> {
        match self.survey.posts.get(&post)?.role {
            PostRole::Question(_) => self.id_of(post),
            PostRole::Answer(question) => self.id_of(question),
            _ => None,
        }
    }
}

/// Without Votes.xml the score is all there is; what is below zero tells nothing here.
fn score(row: &Row) -> Result<i32, ImportError> {
    Ok(row.read("Score")?.unwrap_or(0).max(0))
}

fn license_of(row: &Row, created_at: i64) -> String {
    let at = Timestamp::from_micros(created_at);
    license(row.text("ContentLicense"), at).to_owned()
}

/// A name on one line, cut to what fits.
fn name(raw: Option<&str>) -> Option<String> {
    let words = raw?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words.chars().take(NAME_MAX).collect())
}
