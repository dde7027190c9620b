//! How far something has come: a word in its colour, with an icon where it matters.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;

/// The states a question is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateName {
    /// No answer yet.
    Open,
    /// Blocking its asker.
    Urgent,
    /// An answer, none accepted.
    Answered,
    /// An answer was accepted.
    Solved,
    /// Closed for a reason.
    Closed,
}

impl StateName {
    /// All states, for the page that shows them.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Urgent,
        Self::Answered,
        Self::Solved,
        Self::Closed,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Urgent => "urgent",
            Self::Answered => "answered",
            Self::Solved => "solved",
            Self::Closed => "closed",
        }
    }

    const fn glyph(self) -> Option<Glyph> {
        match self {
            Self::Urgent => Some(Glyph::Urgent),
            Self::Solved => Some(Glyph::Solved),
            Self::Open | Self::Answered | Self::Closed => None,
        }
    }
}

/// A state as a word.
#[component]
pub fn StateMark(state: StateName) -> impl IntoView {
    let t = use_lang();
    let words = match state {
        StateName::Open => t.questions_open(),
        StateName::Urgent => t.questions_urgent(),
        StateName::Answered => t.questions_answered(),
        StateName::Solved => t.questions_solved(),
        StateName::Closed => t.questions_closed(),
    };
    view! {
        <span class="state" data-state=state.key()>
            {state.glyph().map(|glyph| view! { <Icon glyph /> })}
            {words}
        </span>
    }
}
