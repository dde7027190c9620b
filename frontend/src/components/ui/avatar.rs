//! A face: initials on paper, or a dashed ring for an author who is not shown.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::view_model::initials::initials;

/// How large a face is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Beside small words.
    Small,
    /// Beside a name.
    #[default]
    Usual,
    /// On a profile.
    Large,
}

impl Size {
    pub(super) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("s"),
            Self::Usual => None,
            Self::Large => Some("l"),
        }
    }
}

/// A face. The name stands beside it, so it says nothing to the ear. Without a name, nobody's face.
#[component]
pub fn Avatar(
    #[prop(optional_no_strip, into)] name: Option<String>,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    match name {
        Some(name) => view! { <span class="avatar" data-size=size.name() aria-hidden="true">{initials(&name)}</span> }.into_any(),
        None => view! {
            <span class="avatar" data-size=size.name() data-hidden="" aria-hidden="true"><Icon glyph=Glyph::Person /></span>
        }
        .into_any(),
    }
}
