//! Whether somebody can be asked: a dot and a word.

use leptos::prelude::*;
use tacit_contract::expertise::{Availability, Standing};

use crate::i18n::{day, use_lang};
use crate::state::zone::use_zone;

/// The dot and the word.
#[component]
pub fn AvailabilityMark(availability: Availability) -> impl IntoView {
    let t = use_lang();
    let zone = use_zone();
    let (is, words) = match availability.standing {
        Standing::Free => ("free", t.expertise_free().to_owned()),
        Standing::Busy => ("busy", t.expertise_busy().to_owned()),
        Standing::Away => {
            let until = availability.away_until.map(|at| at.to_rfc3339());
            let words = until.map_or_else(
                || t.expertise_away().to_owned(),
                |at| t.expertise_away_until(&day(t, zone.as_deref(), &at)),
            );
            ("away", words)
        }
    };
    view! { <span class="availability" data-is=is>{words}</span> }
}
