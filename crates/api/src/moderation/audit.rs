//! Writing the log of acts of office, in the transaction of the act.

use tacit_domain::moderation::{AuditAct, AuditSubject};
use tacit_domain::posts::Reason;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::audit::{AuditRow, insert};
use crate::db::Tx;
use crate::error::AppResult;
use crate::posts::Act;
use crate::state::Ids;

/// An entry in the making.
#[derive(Clone, Debug)]
pub struct Entry {
    row: AuditRow,
}

impl Entry {
    /// Somebody did something in office.
    #[must_use]
    pub fn new(
        ids: Ids,
        actor: Option<Uuid>,
        at: Timestamp,
        act: AuditAct,
        (kind, subject): (AuditSubject, Uuid),
    ) -> Self {
        Self {
            row: AuditRow {
                id: ids.next(),
                actor_id: actor,
                act: act.as_str().to_owned(),
                subject_kind: kind.as_str().to_owned(),
                subject_id: subject,
                member_id: None,
                detail: None,
                reason: None,
                occurred_at: at.micros(),
            },
        }
    }

    /// The server's operator did something on the command line, where nobody is signed in.
    #[must_use]
    pub fn by_operator(
        ids: Ids,
        at: Timestamp,
        act: AuditAct,
        subject: (AuditSubject, Uuid),
    ) -> Self {
        Self::new(ids, None, at, act, subject)
    }

    /// The same, from the circumstances of a command on a post.
    #[must_use]
    pub fn on_post(act: &Act, what: AuditAct, post: Uuid) -> Self {
        let subject = (AuditSubject::Post, post);
        Self::new(act.ids, Some(act.viewer.member_id), act.at, what, subject)
    }

    /// Whom it concerns.
    #[must_use]
    pub fn concerning(mut self, member: Option<Uuid>) -> Self {
        self.row.member_id = member;
        self
    }

    /// A word or a name that says more.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.row.detail = Some(detail.into());
        self
    }

    /// Why.
    #[must_use]
    pub fn reason(mut self, reason: Option<&Reason>) -> Self {
        self.row.reason = reason.map(|reason| reason.as_str().to_owned());
        self
    }

    /// Writes it down.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn write(self, tx: &Tx) -> AppResult<()> {
        Ok(insert(tx, self.row).await?)
    }
}
