//! Demand and supply for leads: one table that is a picture too, filtered by how wanting and knowing stand to each other.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{Balance, Demand, DemandQuery, PeopleCount, TopicDemand};

use super::alert::AlertForm;
use super::recurring::Recurring;
use super::unmet::UnmetSearches;
use crate::components::ui::{Blank, Loaded, PageHead, RowsSkeleton, Segment, SegmentedLinks};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::listing::address_view;
use crate::view_model::address::{address, any_word, value};
use crate::view_model::needs::bar;
use crate::view_model::people::count;

const HERE: &str = "/needs/demand";

/// The page.
#[component]
pub fn DemandPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let balance = address_view(|get| value::<Balance>(get("balance")));
    let demand = LocalResource::new(move || {
        let (api, balance) = (api.clone(), balance.get());
        async move { api.get_demand(&DemandQuery { balance }).await }
    });
    view! {
        <div class="wide">
            <PageHead title=t.demand_title() lede=t.demand_lede()>
                <Filters balance />
            </PageHead>
            <Loaded resource=demand waiting=|| view! { <RowsSkeleton /> } let:demand>
                <Matrix demand />
            </Loaded>
            <Recurring />
            <UnmetSearches />
            <AlertForm />
        </div>
    }
}

fn balance_words(t: Lang, balance: Option<Balance>) -> &'static str {
    match balance {
        None => t.demand_all(),
        Some(Balance::Gap) => t.demand_gap(),
        Some(Balance::Thin) => t.demand_thin(),
        Some(Balance::Balanced) => t.demand_balanced(),
        Some(Balance::Offered) => t.demand_offered(),
        Some(Balance::Quiet) => t.demand_quiet(),
    }
}

#[component]
fn Filters(balance: Memo<Option<Balance>>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = balance.get();
        let choices = std::iter::once(None).chain(Balance::ALL.iter().copied().map(Some));
        let link = |choice: Option<Balance>| {
            let word = choice.and_then(|choice| any_word(&choice));
            Segment {
                href: address(HERE, &[("balance", word.as_deref())]),
                label: balance_words(t, choice).to_owned(),
                current: choice == now,
            }
        };
        choices.map(link).collect::<Vec<_>>()
    });
    view! { <SegmentedLinks label=t.demand_which() links /> }
}

#[component]
fn Matrix(demand: Demand) -> impl IntoView {
    let t = use_lang();
    if demand.items.is_empty() {
        return view! { <Blank title=t.demand_none() text=t.demand_none_more() /> }.into_any();
    }
    let most = demand
        .items
        .iter()
        .flat_map(|item| [item.want, item.can_help])
        .map(|people| match people {
            PeopleCount::Count { count } => count,
            PeopleCount::Few | PeopleCount::AllButFew => 0,
        })
        .max();
    let most = most.unwrap_or(0);
    let rows = demand
        .items
        .into_iter()
        .map(|item| view! { <Row item most /> })
        .collect_view();
    view! {
        <div class="matrix-scroll" tabindex="0" role="region" aria-label=t.demand_table()>
            // The roles are said: laid out as blocks on a narrow screen it would lose them.
            <table class="matrix" role="table">
                <caption>{t.demand_caption()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.demand_topic()}</th>
                        <th scope="col" role="columnheader">{t.demand_want()}</th>
                        <th scope="col" role="columnheader">{t.demand_help()}</th>
                        <th scope="col" role="columnheader">{t.demand_waits()}</th>
                        <th scope="col" role="columnheader">{t.demand_standing()}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(item: TopicDemand, most: u32) -> impl IntoView {
    use tacit_contract::needs::Trend;
    let t = use_lang();
    let trend = match item.trend {
        Some(Trend::Rising) => Some(t.demand_rising()),
        Some(Trend::Falling) => Some(t.demand_falling()),
        Some(Trend::Steady) | None => None,
    };
    let (needs, questions) = (item.open_needs, item.waiting_questions);
    let slug = item.topic.slug.clone();
    let advice = match item.balance {
        Balance::Gap => t.demand_gap_do(),
        Balance::Thin => t.demand_thin_do(),
        Balance::Balanced => t.demand_balanced(),
        Balance::Offered => t.demand_offered(),
        Balance::Quiet => t.demand_quiet_do(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><A href=format!("/topics/{slug}")>{item.topic.name}</A></th>
            <td role="cell" data-column=t.demand_want()><Amount people=item.want most look="amount want" /> {trend.map(|trend| view! { <small>{trend}</small> })}</td>
            <td role="cell" data-column=t.demand_help()><Amount people=item.can_help most look="amount know" /></td>
            <td role="cell" class="waits" data-column=t.demand_waits()>
                {(needs > 0)
                    .then(|| {
                        // Not the router's link: that one calls the list of needs current on this page.
                        view! { <a href=format!("/needs?topic={slug}")>{t.demand_needs(count(needs))}</a> " " }
                    })}
                {(questions > 0)
                    .then(|| {
                        view! { <A href=format!("/questions?view=unanswered&topic={}", item.topic.slug)>{t.demand_questions(count(questions))}</A> }
                    })}
            </td>
            <td role="cell">{advice}</td>
        </tr>
    }
}

/// A number with its bar, or why there is none.
#[component]
fn Amount(people: PeopleCount, most: u32, look: &'static str) -> impl IntoView {
    let t = use_lang();
    match people {
        PeopleCount::Count { count } => {
            let length = bar(count, most).to_string();
            view! { <span class=look style:--n=length>{t.number(count.into())}</span> }.into_any()
        }
        PeopleCount::Few => view! { <span class="few">{t.demand_few()}</span> }.into_any(),
        PeopleCount::AllButFew => {
            view! { <span class="few">{t.demand_nearly_all()}</span> }.into_any()
        }
    }
}
