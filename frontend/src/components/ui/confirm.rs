//! Before something that is hard to take back: what will happen, and two verbs.

use leptos::prelude::*;

use super::button::{Button, Kind};
use super::dialog::Dialog;
use super::form_problem::FormProblem;
use crate::i18n::use_lang;
use crate::state::sending::Sending;

/// A dialog that asks before it acts. The page closes it when the act is done; a failure stays in it.
#[component]
pub fn Confirm(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] title: String,
    open: RwSignal<bool>,
    /// The verb on the button.
    #[prop(into)]
    act: String,
    /// It takes something away.
    #[prop(optional)]
    danger: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    sending: Sending,
    #[prop(into)] on_confirm: Callback<()>,
    /// What will happen.
    children: ChildrenFn,
) -> impl IntoView {
    let t = use_lang();
    let (children, act) = (StoredValue::new(children), StoredValue::new(act));
    let kind = if danger { Kind::Danger } else { Kind::Primary };
    let cancel = Callback::new(move |()| {
        sending.forget();
        open.set(false);
    });
    view! {
        <Dialog id title open>
            {children.with_value(|children| children())}
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Quiet on_press=cancel>{t.ui_cancel()}</Button>
                <Button kind on_press=on_confirm busy=sending.busy() disabled>{act.get_value()}</Button>
            </div>
        </Dialog>
    }
}
