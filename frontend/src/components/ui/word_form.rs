//! One line and a verb: the small form behind what is done with a word beside it.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::button::{Button, Kind};
use super::field::TextField;
use super::form_problem::FormProblem;
use crate::i18n::use_lang;
use crate::state::sending::Sending;

/// A line to type, a button that sends it, and one that closes the form.
#[component]
pub fn WordForm(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    /// The verb on the button.
    #[prop(into)]
    act: String,
    /// JSON pointer of the field.
    #[prop(default = "/word")]
    pointer: &'static str,
    #[prop(optional)] optional: bool,
    /// What stands in it at first.
    #[prop(optional_no_strip)]
    before: Option<String>,
    sending: Sending,
    #[prop(into)] on_send: Callback<String>,
    #[prop(into)] on_close: Callback<()>,
    /// Fields before the line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = use_lang();
    let word = RwSignal::new(before.unwrap_or_default());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_send.run(word.get_untracked().trim().to_owned());
    };
    view! {
        <form class="small-form" novalidate on:submit=submit>
            {children.map(|children| children())}
            <TextField id label hint maxlength=500 value=word optional error=sending.field(t, pointer) />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button busy=sending.busy()>{act}</Button>
                <Button kind=Kind::Quiet on_press=on_close>{t.ui_cancel()}</Button>
            </div>
        </form>
    }
}
