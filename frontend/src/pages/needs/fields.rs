//! What is typed about a need: the same fields when it is said and when it is edited.

use leptos::prelude::*;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::needs::{NeedDetail, NeedForm};
use tacit_contract::time::{beginning_of, date_of};

use crate::components::questions::{TopicsField, token};
use crate::components::ui::{Check, TextField, Token, Writing};
use crate::i18n::use_lang;
use crate::state::sending::Sending;

/// What is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    pub wish: RwSignal<String>,
    pub why: RwSignal<String>,
    pub topics: RwSignal<Vec<Token>>,
    pub forms: RwSignal<Vec<NeedForm>>,
    pub by: RwSignal<String>,
}

impl Typed {
    /// A wish and a topic, or nothing yet.
    pub fn new(wish: String, topic: Option<String>) -> Self {
        Self {
            wish: RwSignal::new(wish),
            why: RwSignal::new(String::new()),
            topics: RwSignal::new(topic.map(Token::named).into_iter().collect()),
            forms: RwSignal::new(Vec::new()),
            by: RwSignal::new(String::new()),
        }
    }

    /// As a need has it now.
    pub fn of(need: &NeedDetail) -> Self {
        Self {
            wish: RwSignal::new(need.wish.clone()),
            why: RwSignal::new(need.why.clone()),
            topics: RwSignal::new(need.topics.iter().cloned().map(token).collect()),
            forms: RwSignal::new(need.forms.clone()),
            by: RwSignal::new(need.wanted_by.map(date_of).unwrap_or_default()),
        }
    }

    /// As a draft keeps it.
    pub fn draft(self) -> SaveDraft {
        let topics = self.topics.get().into_iter().map(|topic| topic.label);
        SaveDraft {
            title: Some(self.wish.get()).filter(|wish| !wish.is_empty()),
            body: self.why.get(),
            topics: topics.collect(),
            forms: in_order(&self.forms.get()),
            wanted_by: beginning_of(&self.by.get()),
            ..SaveDraft::default()
        }
    }

    /// Takes up a draft.
    pub fn restore(self, kept: SaveDraft) {
        self.wish.set(kept.title.unwrap_or_default());
        self.why.set(kept.body);
        self.topics
            .set(kept.topics.into_iter().map(Token::named).collect());
        self.forms.set(kept.forms);
        self.by.set(kept.wanted_by.map(date_of).unwrap_or_default());
    }

    /// One line, without gaps.
    pub fn wish(self) -> String {
        let wish = self.wish.get_untracked();
        wish.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Keys of the topics.
    pub fn topics(self) -> Vec<String> {
        let topics = self.topics.get_untracked().into_iter();
        topics.map(|topic| topic.key).collect()
    }

    /// The day, if there is one.
    pub fn by(self) -> Option<tacit_contract::time::WireTime> {
        beginning_of(&self.by.get_untracked())
    }
}

/// In the order they are always named in, as the server keeps them.
fn in_order(chosen: &[NeedForm]) -> Vec<NeedForm> {
    let all = NeedForm::ALL.iter().copied();
    all.filter(|form| chosen.contains(form)).collect()
}

/// Why, topics, forms and the day.
#[component]
pub fn NeedFields(#[prop(into)] id: String, typed: Typed, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let boxes = NeedForm::ALL.iter().copied().map(|form| {
        let checked = Signal::derive(move || typed.forms.with(|forms| forms.contains(&form)));
        let change = Callback::new(move |on: bool| {
            typed.forms.update(|forms| {
                forms.retain(|other| *other != form);
                if on {
                    forms.push(form);
                }
            });
        });
        view! { <Check label=t.need_form(form) checked on_change=change /> }
    });
    let boxes = boxes.collect_view();
    let hint_id = format!("{id}-forms-hint");
    let described = hint_id.clone();
    view! {
        <Writing
            id=format!("{id}-why")
            label=t.say_why()
            hint=t.say_why_hint()
            rows=5
            value=typed.why
            error=sending.field(t, "/why")
        />
        <TopicsField
            id=format!("{id}-topics")
            hint=t.say_topics_hint()
            chosen=typed.topics
            error=sending.field(t, "/topics")
        />
        <fieldset class="field" aria-describedby=described>
            <legend>{t.say_forms()} " " <small>{t.ui_optional()}</small></legend>
            <p class="hint" id=hint_id>{t.say_forms_hint()}</p>
            <div class="form-checks">{boxes}</div>
        </fieldset>
        <TextField
            id=format!("{id}-by")
            kind="date"
            label=t.say_by()
            hint=t.say_by_hint()
            value=typed.by
            optional=true
            error=sending.field(t, "/wanted_by")
        />
    }
}
