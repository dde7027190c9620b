//! What happened: the events that every derived thing is made of.
//!
//! An event says who did what to which subject, for which audience, and when. It holds ids, enums and numbers, never a
//! text, a name or an address, so that erasing a person touches no event. Whoever needs a text reads the current row.

mod body;

use uuid::Uuid;

pub use body::{EventBody, EventKind};

use crate::time::Timestamp;

crate::words! {
    /// Where an event comes from. Notices, mail and webhooks act on live events only.
    pub enum Origin {
        /// Somebody did it here.
        Live = "live",
        /// Invented content of the first start.
        Demo = "demo",
        /// It happened on another site, at the time the event tells.
        Import = "import",
    }
}

/// Who may know of the event: the audience of the post it is about, or everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Every member.
    Everyone,
    /// The members of this community.
    Community(Uuid),
    /// The author and named people; counts nowhere.
    People,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Time-ordered (UUID v7), or random (v4) when its order could tell who was hidden.
    pub id: Uuid,
    /// What happened, with its details.
    pub body: EventBody,
    /// Who did it. None for the system, and for what only a hidden author could have done.
    pub actor: Option<Uuid>,
    /// What it happened to: the member, topic or post the body is about.
    pub subject: Uuid,
    /// Who may know.
    pub audience: Audience,
    /// Where it comes from.
    pub origin: Origin,
    /// When it happened; windows of time count by this.
    pub occurred_at: Timestamp,
}

impl Event {
    /// Something that happened here, for everyone. Change the rest with the methods below.
    #[must_use]
    pub const fn new(
        id: Uuid,
        actor: Option<Uuid>,
        subject: Uuid,
        body: EventBody,
        at: Timestamp,
    ) -> Self {
        Self {
            id,
            body,
            actor,
            subject,
            audience: Audience::Everyone,
            origin: Origin::Live,
            occurred_at: at,
        }
    }

    /// The same, for another audience.
    #[must_use]
    pub const fn audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// The same, from elsewhere.
    #[must_use]
    pub const fn origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }
}
