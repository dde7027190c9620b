//! The questions of a topic or of a community, by state and in four orders.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::questions::{QuestionFilter, QuestionSort, QuestionSummary};

use super::QuestionRow;
use crate::components::ui::{Blank, Loaded, Pager, RowsSkeleton, Segment, SegmentedLinks, Select};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::address;
use crate::view_model::questions_in::{Place, QuestionsIn};

/// The list with its filters.
#[component]
pub fn QuestionsOf(
    place: Place,
    /// How many there are in all, where that is known.
    #[prop(optional_no_strip)]
    questions: Option<u64>,
    /// The first step where nothing was asked yet.
    #[prop(into)]
    step: ViewFn,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| QuestionsIn::read(get));
    let asked = place.clone();
    let list = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(|chosen| chosen.query(&asked)));
        async move { api.list_questions(&query).await }
    });
    let rows_place = place.clone();
    // Where the count is not known, what stands above says already that these are questions.
    let heading = match questions {
        Some(questions) => view! {
            <div class="section-head">
                <h2 id="questions-of">{t.topic_questions()} " " <small>{t.number(questions)}</small></h2>
            </div>
        }
        .into_any(),
        None => view! { <h2 class="visually-hidden" id="questions-of">{t.topic_questions()}</h2> }.into_any(),
    };
    view! {
        <section class="section" aria-labelledby="questions-of">
            {heading}
            {(questions != Some(0)).then(|| view! { <Filters place chosen /> })}
            <Loaded resource=list waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Rows page place=rows_place.clone() chosen=chosen.get_untracked() step=step.clone() /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Filters(place: Place, chosen: Memo<QuestionsIn>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let sorted_place = place.clone();
    let links = Signal::derive(move || {
        let chosen = chosen.get();
        states(t)
            .map(|(state, label)| Segment {
                href: QuestionsIn {
                    state,
                    cursor: None,
                    ..chosen.clone()
                }
                .address(&place),
                label: label.to_owned(),
                current: chosen.state == state,
            })
            .to_vec()
    });
    let order = Signal::derive(move || address::any_word(&chosen.get().sort).unwrap_or_default());
    let choose = Callback::new(move |word: String| {
        let sort = address::value(Some(word)).unwrap_or_default();
        go.run(
            QuestionsIn {
                sort,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(&sorted_place),
        );
    });
    view! {
        <div class="filters">
            <SegmentedLinks label=t.topic_filter() links />
            <Select id="questions-order" label=t.topics_order() choices=orders(t) value=order on_choose=choose quiet=true />
        </div>
    }
}

fn states(t: Lang) -> [(QuestionFilter, &'static str); 4] {
    [
        (QuestionFilter::Any, t.topic_filter_any()),
        (QuestionFilter::Unanswered, t.topic_filter_unanswered()),
        (QuestionFilter::Unsolved, t.topic_filter_unsolved()),
        (QuestionFilter::Solved, t.topic_filter_solved()),
    ]
}

fn orders(t: Lang) -> Vec<(String, String)> {
    let orders = [
        (QuestionSort::Newest, t.topic_newest()),
        (QuestionSort::Active, t.topic_active()),
        (QuestionSort::Waiting, t.topic_waiting()),
        (QuestionSort::Helpful, t.topic_helpful()),
    ];
    orders
        .into_iter()
        .filter_map(|(sort, words)| Some((address::any_word(&sort)?, words.to_owned())))
        .collect()
}

#[component]
fn Rows(
    page: Page<QuestionSummary>,
    place: Place,
    chosen: QuestionsIn,
    step: ViewFn,
) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() && chosen.state == QuestionFilter::Any {
        return view! {
            <Blank title=t.topic_no_questions() text=t.topic_no_questions_more()>
                {step.run()}
            </Blank>
        }
        .into_any();
    }
    if page.items.is_empty() {
        return view! {
            <Blank title=t.topic_none_match() text=t.topic_none_match_more()>
                <A href=QuestionsIn::default().address(&place) attr:class="button">{t.topic_show_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let at = |cursor: Option<String>| {
        QuestionsIn {
            cursor,
            ..chosen.clone()
        }
        .address(&place)
    };
    let first = chosen.cursor.is_some().then(|| at(None));
    let next = page.next_cursor.map(|cursor| at(Some(cursor)));
    let within = matches!(place, Place::Community(_));
    let rows = page
        .items
        .into_iter()
        .map(|question| view! { <QuestionRow question within /> });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}
