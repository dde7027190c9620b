//! Linking something that meets a need: a question by its address, or something outside by address and title.

use leptos::prelude::*;
use tacit_contract::needs::{RespondToNeed, ResponseKind};

use super::Need;
use super::act::Doing;
use crate::components::ui::{SegmentedChoice, TextField, WordForm};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::moderation::given;
use crate::view_model::needs::question_of;

/// The form.
#[component]
pub fn LinkForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let kind = RwSignal::new(ResponseKind::Question);
    let (address, url, title) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let bad = RwSignal::new(false);
    let send = Callback::new(move |word: String| {
        let question = question_of(&address.get_untracked());
        let of_question = kind.get_untracked() == ResponseKind::Question;
        bad.set(of_question && question.is_none());
        if bad.get_untracked() {
            return;
        }
        let response = if of_question {
            RespondToNeed {
                question_id: question,
                word: given(&word),
                ..RespondToNeed::default()
            }
        } else {
            RespondToNeed {
                url: Some(url.get_untracked()),
                title: Some(title.get_untracked()),
                word: given(&word),
                question_id: None,
            }
        };
        let api = api.clone();
        let call = async move { api.respond_to_need(need.id, &response).await };
        doing.run(call, t.need_link_done(), Some(open));
    });
    let choices = vec![
        (ResponseKind::Question, t.need_meets_question().to_owned()),
        (ResponseKind::Link, t.need_meets_link().to_owned()),
    ];
    let refused = doing.sending.field(t, "/question_id");
    let wrong = Signal::derive(move || {
        let mine = bad.get().then(|| t.need_question_address_bad().to_owned());
        mine.or_else(|| refused.get())
    });
    view! {
        <WordForm
            id="link-word"
            label=t.need_word()
            act=t.need_link_act()
            optional=true
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        >
            <SegmentedChoice
                name="link-kind"
                label=t.need_meets_which()
                choices
                value=kind
                on_choose=Callback::new(move |chosen| kind.set(chosen))
            />
            {move || match kind.get() {
                ResponseKind::Question => {
                    view! {
                        <TextField
                            id="link-question"
                            label=t.need_question_address()
                            hint=t.need_question_address_hint()
                            value=address
                            error=wrong
                        />
                    }
                        .into_any()
                }
                ResponseKind::Link => {
                    view! {
                        <TextField id="link-url" kind="url" label=t.need_url() value=url error=doing.sending.field(t, "/url") />
                        <TextField
                            id="link-title"
                            label=t.need_link_title()
                            maxlength=200
                            value=title
                            error=doing.sending.field(t, "/title")
                        />
                    }
                        .into_any()
                }
            }}
        </WordForm>
    }
}
