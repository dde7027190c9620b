//! What posts said at each version, put together from the rows of their history.

use super::Preparing;
use super::topics::slug_of;
use crate::imports::error::ImportError;
use crate::imports::prepared::Revision;
use crate::imports::stage::Place;
use crate::imports::survey::{SaidPart, Saying};
use crate::imports::texts;
use tacit_domain::imports::tags::tags;
use tacit_domain::limits::REASON_MAX;

impl Preparing<'_> {
    /// The versions of a post, oldest first. `now` is what it says now: the last of them, and the only one where there
    /// is no history.
    pub(super) fn revisions(
        &mut self,
        source_id: i64,
        now: Revision,
    ) -> Result<Vec<Revision>, ImportError> {
        let sayings = self
            .survey
            .history
            .get(&source_id)
            .cloned()
            .unwrap_or_default();
        let mut versions: Vec<Version> = Vec::new();
        for saying in &sayings {
            let before = versions.last().copied();
            let version = match before.filter(|before| before.edit == saying.edit) {
                Some(same) => {
                    versions.pop();
                    same
                }
                None => Version::after(before, saying),
            };
            versions.push(version.with(saying));
        }
        let mut revisions = Vec::with_capacity(versions.len());
        for version in &versions {
            revisions.push(self.revision(version, &now)?);
        }
        match revisions.last_mut() {
            Some(last) => {
                last.title = now.title;
                last.body = now.body;
                last.topics = now.topics;
            }
            None => revisions.push(now),
        }
        Ok(revisions)
    }

    /// What was not said yet, was as it is now: a history may begin after the post.
    fn revision(&mut self, version: &Version, now: &Revision) -> Result<Revision, ImportError> {
        let asked = now.title.is_some();
        let title = match version.title.filter(|_| asked) {
            Some(place) => Some(self.survey.texts.get(place)?),
            None => now.title.clone(),
        };
        let topics = match version.tags.filter(|_| asked) {
            Some(place) => {
                let written = self.survey.texts.get(place)?;
                let slugs: Vec<String> = tags(&written).map(slug_of).collect();
                Some(slugs.join(","))
            }
            None => now.topics.clone(),
        };
        let body = match version.body {
            Some(place) => {
                let typed = self.survey.texts.get(place)?;
                texts::markdown_of_post(&typed, self.site.host())
            }
            None => now.body.clone(),
        };
        let reason = match version.reason {
            Some(place) => Some(self.survey.texts.get(place)?),
            None => None,
        };
        Ok(Revision {
            title,
            body,
            topics,
            editor: self.person(version.editor),
            reason: reason.map(|reason| reason.chars().take(REASON_MAX).collect()),
            at: version.at,
        })
    }
}

/// Where the parts of a version lie.
#[derive(Clone, Copy)]
struct Version {
    edit: u64,
    at: i64,
    title: Option<Place>,
    body: Option<Place>,
    tags: Option<Place>,
    editor: Option<i64>,
    reason: Option<Place>,
}

impl Version {
    /// What an edit does not say stays as it was. The first version needs no reason.
    fn after(before: Option<Self>, saying: &Saying) -> Self {
        Self {
            edit: saying.edit,
            at: saying.at,
            title: before.and_then(|before| before.title),
            body: before.and_then(|before| before.body),
            tags: before.and_then(|before| before.tags),
            editor: saying.editor,
            reason: before.and(saying.reason),
        }
    }

    fn with(mut self, saying: &Saying) -> Self {
        let part = match saying.part {
            SaidPart::Title => &mut self.title,
            SaidPart::Body => &mut self.body,
            SaidPart::Tags => &mut self.tags,
        };
        *part = saying.text.or(*part);
        self
    }
}
