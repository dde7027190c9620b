//! A banner: something that is true of the whole page and asks for attention.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// What a banner is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Note,
    /// Something to mind.
    Waiting,
    /// Something that went wrong.
    Urgent,
    /// Something that went well.
    Solved,
}

impl Tone {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Note => None,
            Self::Waiting => Some("waiting"),
            Self::Urgent => Some("urgent"),
            Self::Solved => Some("solved"),
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Note | Self::Urgent => Glyph::Alert,
            Self::Waiting => Glyph::Waiting,
            Self::Solved => Glyph::Solved,
        }
    }
}

/// A sentence on a tinted ground; the first words in bold say it all.
#[component]
pub fn Banner(
    #[prop(optional)] tone: Tone,
    #[prop(optional)] glyph: Option<Glyph>,
    #[prop(into)] title: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="banner" data-tone=tone.name() role=if tone == Tone::Urgent { "alert" } else { "status" }>
            <Icon glyph=glyph.unwrap_or(tone.glyph()) />
            <p><b>{title}</b> {children.map(|children| view! { " " {children()} })}</p>
        </div>
    }
}
