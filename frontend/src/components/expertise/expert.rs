//! Somebody who knows, with a reason and whether they can be asked.

use leptos::prelude::*;
use tacit_contract::expertise::{Availability, Standing};
use tacit_contract::identity::MemberRef;

use super::availability::AvailabilityMark;
use crate::components::ui::Member;

/// A person in an aside.
#[component]
pub fn Expert(
    member: MemberRef,
    #[prop(into)] reason: String,
    availability: Availability,
) -> impl IntoView {
    // That somebody can be asked goes without saying: only the rest is worth a line.
    let mark = (availability.standing != Standing::Free)
        .then(|| view! { <br /><AvailabilityMark availability /> });
    view! { <Member handle=member.handle name=member.display_name>{reason} {mark}</Member> }
}
