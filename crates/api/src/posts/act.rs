//! Who does something, when, and where it comes from: live requests and the content of the first start use the same
//! services and differ only here.

use tacit_domain::drafts::DraftPlace;
use tacit_domain::events::{Audience, Event, EventBody, Origin};
use tacit_domain::identity::{Role, Viewer};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::Tx;
use crate::drafts;
use crate::error::AppResult;
use crate::events;
use crate::posts::repo::PostRow;
use crate::state::{AppState, Ids};

/// The circumstances of a command.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// Who does it.
    pub viewer: Viewer,
    /// When it happens.
    pub at: Timestamp,
    /// When it is written down; later than `at` only for what is told after the fact.
    pub now: Timestamp,
    /// Where it comes from.
    pub origin: Origin,
    /// New ids.
    pub ids: Ids,
    /// Whether nobody may learn who does it; see `crate::nameless`.
    pub nameless: bool,
}

impl Act {
    /// Somebody does something now.
    #[must_use]
    pub fn live(state: &AppState, viewer: Viewer) -> Self {
        let now = state.clock.now();
        Self {
            viewer,
            at: now,
            now,
            origin: Origin::Live,
            ids: state.ids,
            nameless: false,
        }
    }

    /// The same without a name: it happens on a day, at no hour of it, and its ids tell no time.
    #[must_use]
    pub const fn namelessly(self) -> Self {
        Self {
            at: self.at.day(),
            ids: Ids::without_time(),
            nameless: true,
            ..self
        }
    }

    /// The same on a post: what people do to their own nameless post has no name either.
    #[must_use]
    pub fn on(self, post: &PostRow) -> Self {
        if is_hidden_author(&self.viewer, post) {
            self.namelessly()
        } else {
            self
        }
    }

    /// Who does it, as it is written down.
    #[must_use]
    pub fn name(&self) -> Option<Uuid> {
        (!self.nameless).then_some(self.viewer.member_id)
    }

    /// Appends what happened to a subject.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn tell(
        &self,
        tx: &Tx,
        subject: Uuid,
        audience: Audience,
        body: EventBody,
    ) -> AppResult<()> {
        let event = Event::new(self.ids.next(), self.name(), subject, body, self.at)
            .audience(audience)
            .origin(self.origin);
        events::append(tx, self.now, [event]).await
    }

    /// What was being written is posted: its draft has done its work.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn forget_draft(&self, tx: &Tx, place: DraftPlace) -> AppResult<()> {
        Ok(drafts::repo::delete(tx, self.viewer.member_id, place).await?)
    }
}

/// As whom somebody is judged on a post: a hidden author has no office on what is theirs, because using it would tell that
/// they hold one.
#[must_use]
pub fn judged_on(viewer: &Viewer, post: &PostRow) -> Viewer {
    if is_hidden_author(viewer, post) {
        Viewer {
            role: Role::Member,
            ..*viewer
        }
    } else {
        *viewer
    }
}

/// Whether somebody wrote a post without their name.
#[must_use]
pub fn is_hidden_author(viewer: &Viewer, post: &PostRow) -> bool {
    post.author_hidden && post.author_id == Some(viewer.member_id)
}
