//! What narrows the list of questions: topic, person, days. They open below a button and are shown when in force.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use web_sys::SubmitEvent;

use crate::components::questions::TopicsField;
use crate::components::ui::{Button, Glyph, Icon, Kind, LinkButton, TextField, Token};
use crate::i18n::use_lang;
use crate::view_model::question_list::QuestionList;

/// The button, the form behind it, and what is in force.
#[component]
pub fn Filters(list: Memo<QuestionList>) -> impl IntoView {
    let t = use_lang();
    let open = RwSignal::new(false);
    view! {
        <div class="filter-line">
            <LinkButton
                glyph=Glyph::Sliders
                expanded=Signal::from(open)
                on_press=Callback::new(move |()| open.update(|open| *open = !*open))
            >
                {t.questions_filters()}
            </LinkButton>
            <InForce list />
        </div>
        {move || open.get().then(|| view! { <FilterForm list open /> })}
    }
}

/// Each filter that is on, with a way to take it off.
#[component]
fn InForce(list: Memo<QuestionList>) -> impl IntoView {
    let t = use_lang();
    let go = use_navigate();
    move || {
        let now = list.get();
        let filters = [
            (
                now.topic.clone(),
                QuestionList {
                    topic: None,
                    cursor: None,
                    ..now.clone()
                },
            ),
            (
                now.person.clone().map(|handle| format!("@{handle}")),
                QuestionList {
                    person: None,
                    cursor: None,
                    ..now.clone()
                },
            ),
            (
                now.since.clone().map(|day| t.questions_since(&day)),
                QuestionList {
                    since: None,
                    cursor: None,
                    ..now.clone()
                },
            ),
            (
                now.until.clone().map(|day| t.questions_until(&day)),
                QuestionList {
                    until: None,
                    cursor: None,
                    ..now.clone()
                },
            ),
        ];
        filters
            .into_iter()
            .filter_map(|(words, without)| Some((words?, without.href())))
            .map(|(words, href)| {
                let go = go.clone();
                view! {
                    <span class="topic">
                        {words.clone()}
                        <button
                            type="button"
                            aria-label=t.ui_remove(&words)
                            on:click=move |_| go(&href, NavigateOptions { scroll: false, ..NavigateOptions::default() })
                        >
                            <Icon glyph=Glyph::Close />
                        </button>
                    </span>
                }
            })
            .collect_view()
    }
}

#[component]
fn FilterForm(list: Memo<QuestionList>, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let now = list.get_untracked();
    let topic = now.topic.clone().map(|slug| Token {
        key: slug.clone(),
        label: slug,
        detail: None,
    });
    let topics = RwSignal::new(topic.into_iter().collect::<Vec<_>>());
    let person = RwSignal::new(now.person.unwrap_or_default());
    let since = RwSignal::new(now.since.unwrap_or_default());
    let until = RwSignal::new(now.until.unwrap_or_default());
    let navigate = use_navigate();
    let apply = move |event: SubmitEvent| {
        event.prevent_default();
        let before = list.get_untracked();
        let given = |name: &str| match name {
            "topic" => topics
                .get_untracked()
                .first()
                .map(|token| token.key.clone()),
            "person" => Some(person.get_untracked().trim().to_owned()),
            "since" => Some(since.get_untracked()),
            "until" => Some(until.get_untracked()),
            _ => None,
        };
        let filters = QuestionList::parse(given);
        let next = QuestionList {
            view: before.view,
            sort: before.sort,
            ..filters
        };
        navigate(
            &next.href(),
            NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            },
        );
        open.set(false);
    };
    view! {
        <form class="filter-form" on:submit=apply>
            <TopicsField id="filter-topic" chosen=topics may_create=false most=1 optional=true />
            <TextField id="filter-person" label=t.questions_person() hint=t.questions_person_hint() value=person optional=true />
            <div class="pair">
                <TextField id="filter-since" kind="date" label=t.questions_since_label() value=since optional=true />
                <TextField id="filter-until" kind="date" label=t.questions_until_label() value=until optional=true />
            </div>
            <div class="actions">
                <Button kind=Kind::Primary>{t.questions_apply()}</Button>
                <Button kind=Kind::Quiet on_press=Callback::new(move |()| open.set(false))>{t.ui_cancel()}</Button>
            </div>
        </form>
    }
}
