//! The second reading of a dump: texts are converted and rendered, and lie ready in temporary files. Nothing is decided
//! here any more, and nothing is written to the database.

mod comments;
mod posts;
mod topics;

use std::collections::HashSet;

use tacit_domain::events::EventBody;
use tacit_domain::imports::{Site, license::license};
use tacit_domain::limits::{BIO_MAX, NAME_MAX};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::dump::{Dump, DumpFile};
use super::error::ImportError;
use super::prepared::{Happening, Link, Person, Post, Prepared, What};
use super::progress::Progress;
use super::rows::Row;
use super::stage::Staged;
use super::survey::{PostFact, PostRole, Survey};
use super::texts;
use crate::markdown;

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
        posts: Staged::create(dump.scratch(), "posts")?,
        happenings: Vec::new(),
        survey,
        progress,
    };
    let people = work.people()?;
    let topics = work.topics(described)?;
    work.questions_and_answers()?;
    work.comments()?;
    let links = work.links();
    work.posts.finish()?;
    work.happenings.sort_by_key(|happening| happening.at);
    progress.done();
    Ok(Prepared {
        report: work.survey.ledger.report()?,
        site: work.site,
        people,
        topics,
        posts: work.posts,
        links,
        happenings: work.happenings,
    })
}

struct Preparing<'a> {
    dump: &'a Dump,
    site: Site,
    survey: Survey,
    posts: Staged<Post>,
    happenings: Vec<Happening>,
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

    /// Links, and what closing and linking there was.
    fn links(&mut self) -> Vec<Link> {
        let mut links = Vec::new();
        for fact in &self.survey.links {
            let (Some(from), Some(to)) = (self.id_of(fact.from), self.id_of(fact.to)) else {
                continue;
            };
            links.push(Link {
                from,
                to,
                duplicate: fact.duplicate,
                at: fact.at,
            });
        }
        for link in &links {
            let body = EventBody::PostsLinked {
                other: link.to,
                duplicate: link.duplicate,
            };
            self.happened(link.at, None, link.from, body);
        }
        links
    }

    fn happened(&mut self, at: i64, actor: Option<Uuid>, subject: Uuid, body: EventBody) {
        self.happenings.push(Happening {
            at,
            actor,
            subject,
            what: What::Done(body),
        });
    }

    /// What readers found helpful there, day by day where the dump tells; a vote is never older than its post.
    fn helpful(&mut self, source_id: i64, fact: &PostFact, row: &Row) -> Result<i32, ImportError> {
        let days = match self.survey.helpful.get(&source_id) {
            Some(days) => days.iter().map(|(day, count)| (*day, *count)).collect(),
            None if self.survey.has_votes => Vec::new(),
            None => vec![(fact.created_at, score(row)?)],
        };
        let mut sum = 0;
        for (day, count) in days.into_iter().filter(|(_, count)| *count > 0) {
            sum += count;
            let body = EventBody::HelpfulImported { count };
            self.happened(day.max(fact.created_at), None, fact.id, body);
        }
        Ok(sum)
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
