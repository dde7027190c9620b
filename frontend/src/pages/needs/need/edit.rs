//! Editing a need at the version that was read.

use leptos::prelude::*;
use tacit_contract::needs::{EditNeed, NeedDetail};
use tacit_contract::problem::ProblemCode;
use web_sys::SubmitEvent;

use super::Need;
use crate::components::ui::{Banner, Button, DraftLine, FormProblem, Kind, TextField, Tone};
use crate::i18n::use_lang;
use crate::pages::needs::fields::{NeedFields, Typed};
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::{Saved, Sending, save};
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::given;

/// The form. When somebody was faster, what was typed stays, theirs is shown below, and saving again is a choice.
#[component]
pub fn EditNeedForm(need: Need, own: NeedDetail, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let typed = Typed::of(&own);
    let (version, reason) = (RwSignal::new(own.version), RwSignal::new(String::new()));
    let theirs = RwSignal::new(None::<String>);
    let sending = Sending::new();
    let place = format!("edit-{}", own.id);
    let words = Signal::derive(move || tacit_contract::drafts::SaveDraft {
        reason: given(&reason.get()),
        base_version: Some(version.get()),
        ..typed.draft()
    });
    let restore = Callback::new(move |kept: tacit_contract::drafts::SaveDraft| {
        version.update(|version| *version = kept.base_version.unwrap_or(*version));
        reason.set(kept.reason.clone().unwrap_or_default());
        typed.restore(kept);
    });
    let look = need.viewer.with_untracked(|viewer| {
        let drafts = viewer.as_ref().map(|viewer| &viewer.drafts);
        drafts.is_some_and(|drafts| drafts.contains(&place))
    });
    let keeper = DraftKeeper::follow(place, words, restore, look || need.editing());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, again) = (api.clone(), api.clone());
        let edit = EditNeed {
            wish: Some(typed.wish()),
            why: Some(typed.why.get_untracked()),
            topics: Some(typed.topics()),
            forms: Some(typed.forms.get_untracked()),
            wanted_by: Some(typed.by()),
            reason: given(&reason.get_untracked()),
        };
        let (id, at) = (need.id, version.get_untracked());
        let call = async move {
            save(
                async move { api.edit_need(id, at, &edit).await },
                async move { again.get_need(id).await },
            )
            .await
        };
        sending.send_or(
            call,
            move |saved| match saved {
                Saved::Saved(_) => {
                    keeper.posted();
                    editing.set(false);
                    toasts.say(t.question_edit_done());
                    need.reload.run(());
                }
                Saved::Changed(now) => {
                    version.set(now.version);
                    theirs.set(Some(format!("{}\n\n{}", now.wish, now.why)));
                }
            },
            move |error| {
                if error.code() == Some(ProblemCode::NotFound) {
                    need.reload.run(());
                }
                Some(error)
            },
        );
    };
    let for_another = move || need.may(|own| own.edit_needs_reason);
    view! {
        <form class="edit-form" novalidate on:submit=submit>
            <TextField id="edit-wish" label=t.say_wish() value=typed.wish maxlength=200 error=sending.field(t, "/wish") />
            <NeedFields id="edit" typed sending />
            {move || {
                for_another()
                    .then(|| {
                        view! {
                            <TextField
                                id="edit-reason"
                                label=t.question_reason()
                                hint=t.need_edit_reason_hint()
                                maxlength=500
                                value=reason
                                error=sending.field(t, "/reason")
                            />
                        }
                    })
            }}
            {move || {
                theirs
                    .get()
                    .map(|text| {
                        view! {
                            <Banner tone=Tone::Waiting title=t.question_stale()>{t.question_stale_more()}</Banner>
                            <details class="theirs" open="">
                                <summary>{t.question_theirs()}</summary>
                                <pre tabindex="0">{text}</pre>
                            </details>
                        }
                    })
            }}
            <DraftLine keeper />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
                <Button kind=Kind::Quiet on_press=Callback::new(move |()| editing.set(false))>{t.ui_cancel()}</Button>
            </div>
        </form>
    }
}
