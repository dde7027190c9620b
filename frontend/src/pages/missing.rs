//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::ui::{Blank, Glyph, PageHead};
use crate::i18n::use_lang;

/// Within the frame.
#[component]
pub fn Missing() -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="column">
            <PageHead title=t.ui_missing_title() hidden=true />
            <Blank glyph=Glyph::Broken title=t.ui_missing_title() text=t.ui_missing_more()>
                <A href="/" attr:class="button">{t.ui_home()}</A>
            </Blank>
        </div>
    }
}
