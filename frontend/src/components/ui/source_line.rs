//! Where something imported comes from, with its licence, as the licence asks to say.

use leptos::prelude::*;
use tacit_contract::posts::Source;

use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;

/// Site, address and licence in one line.
#[component]
pub fn SourceLine(source: Source) -> impl IntoView {
    let t = use_lang();
    view! {
        <p class="meta source">
            <span>
                {t.source_from()} " "
                <a href=source.url rel="external noopener" target="_blank">{source.site} <Icon glyph=Glyph::External /></a>
                {(!source.license.is_empty()).then(|| view! { ", " {t.source_licence()} " " {source.license} })}
            </span>
        </p>
    }
}
