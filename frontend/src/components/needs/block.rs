//! Needs beside something else: a topic, a person. Quiet while there are none; without it the page is still whole.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{ListNeedsQuery, NeedSort, NeedSummary};

use super::mine::{Line, needs_of};
use crate::i18n::use_lang;
use crate::view_model::need_list::{NeedList, View};

/// Needs shown of each kind.
const SHOWN: u32 = 4;

/// What people want to learn in a topic, and the way to say it oneself.
#[component]
pub fn TopicNeeds(slug: String) -> impl IntoView {
    let t = use_lang();
    let needs = needs_of(ListNeedsQuery {
        topic: Some(slug.clone()),
        open: Some(true),
        sort: Some(NeedSort::Wanted),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    });
    let all = NeedList {
        view: View::Newest,
        topic: Some(slug.clone()),
        cursor: None,
    };
    let (all, say) = (all.href(), format!("/needs/new?topic={slug}"));
    view! {
        <section class="aside-block">
            <h2>{t.needs_in_topic()}</h2>
            {move || view! { <Lines needs=needs.get().unwrap_or_default() /> }}
            <p class="after-list">
                <A href=all.clone()><small>{t.needs_see_all()}</small></A>
                " "
                <A href=say.clone()><small>{t.needs_say()}</small></A>
            </p>
        </section>
    }
}

/// What a person wants to learn, and which needs they helped with.
#[component]
pub fn PersonNeeds(handle: String) -> impl IntoView {
    let t = use_lang();
    let wanted = needs_of(ListNeedsQuery {
        said_by: Some(handle.clone()),
        open: Some(true),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    });
    let helped = needs_of(ListNeedsQuery {
        helped_by: Some(handle),
        sort: Some(NeedSort::Active),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    });
    let block = |title: &'static str, needs: LocalResource<Vec<NeedSummary>>| {
        move || {
            let needs = needs.get().unwrap_or_default();
            (!needs.is_empty()).then(|| {
                view! {
                    <section class="aside-block">
                        <h2>{title}</h2>
                        <Lines needs />
                    </section>
                }
            })
        }
    };
    view! {
        {block(t.needs_of_person(), wanted)}
        {block(t.needs_helped_by(), helped)}
    }
}

#[component]
fn Lines(needs: Vec<NeedSummary>) -> impl IntoView {
    let t = use_lang();
    if needs.is_empty() {
        return view! { <p class="nothing">{t.needs_in_topic_none()}</p> }.into_any();
    }
    let rows = needs
        .into_iter()
        .map(|need| view! { <Line need /> })
        .collect_view();
    view! { <ul class="plain-list need-lines">{rows}</ul> }.into_any()
}
