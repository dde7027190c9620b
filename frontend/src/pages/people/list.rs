//! `/people`: everyone, found by name, title or place, narrowed by department.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::expertise::Standing;
use tacit_contract::identity::{MemberSort, MemberSummary};

use crate::components::expertise::{AvailabilityMark, Why};
use crate::components::questions::TopicsField;
use crate::components::ui::{
    Blank, Check, ListSearch, Loaded, Member, PageHead, Pager, RowsSkeleton, Segment,
    SegmentedLinks, Select, Token,
};
use crate::i18n::{language_name, use_lang};
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::expertise::knows;
use crate::view_model::people::{PeopleView, contributions, where_they_work};

/// The page.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| PeopleView::read(get));
    let people = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(PeopleView::query));
        async move { api.list_members(&query).await }
    });
    view! {
        <div class="column">
            <PageHead title=t.people_title() lede=t.people_lede()>
                <Tools chosen />
            </PageHead>
            <h2 class="visually-hidden">{t.people_list()}</h2>
            <Loaded resource=people waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Rows page chosen=chosen.get_untracked() /> }.into_any()}
            </Loaded>
        </div>
    }
}

#[component]
fn Tools(chosen: Memo<PeopleView>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let search = Callback::new(move |words: String| {
        let q = Some(words);
        go.run(
            PeopleView {
                q,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    let order = Signal::derive(move || {
        let chosen = chosen.get();
        let orders = [
            (MemberSort::Name, t.people_by_name()),
            (MemberSort::Newest, t.people_newest()),
        ];
        orders
            .map(|(sort, label)| Segment {
                href: PeopleView {
                    sort,
                    cursor: None,
                    ..chosen.clone()
                }
                .address(),
                label: label.to_owned(),
                current: chosen.sort == sort,
            })
            .to_vec()
    });
    let words = Signal::derive(move || chosen.get().q.unwrap_or_default());
    let available = Callback::new(move |available: bool| {
        go.run(
            PeopleView {
                available,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    // Ranked by what they know there is no other order.
    let ordered = move || {
        let by_topics = chosen.with(|chosen| chosen.topics.is_some());
        (!by_topics).then(|| view! { <SegmentedLinks label=t.people_order() links=order /> })
    };
    view! {
        <ByTopics chosen go />
        <ListSearch id="people-search" label=t.people_search() words on_search=search />
        <div class="filters">
            <Departments chosen go />
            <Narrow chosen go />
            {ordered}
            <Check label=t.expertise_free() checked=Signal::derive(move || chosen.get().available) on_change=available />
        </div>
    }
}

/// The topics one looks for; the list follows each change.
#[component]
fn ByTopics(chosen: Memo<PeopleView>, go: Callback<String>) -> impl IntoView {
    let t = use_lang();
    let slugs = chosen.get_untracked().topics.unwrap_or_default();
    let tokens = slugs.split(',').filter(|slug| !slug.is_empty());
    let tokens: Vec<Token> = tokens
        .map(|slug| Token {
            key: slug.to_owned(),
            label: slug.to_owned(),
            detail: None,
        })
        .collect();
    let topics = RwSignal::new(tokens);
    Effect::new(move |before: Option<Vec<Token>>| {
        let now = topics.get();
        if before.is_some_and(|before| before != now) {
            let slugs: Vec<&str> = now.iter().map(|token| token.key.as_str()).collect();
            let slugs = slugs.join(",");
            let view = PeopleView {
                topics: (!slugs.is_empty()).then_some(slugs),
                cursor: None,
                ..chosen.get_untracked()
            };
            go.run(view.address());
        }
        now
    });
    view! {
        <TopicsField
            id="people-topics"
            label=t.people_who_knows()
            prompt=t.people_topic()
            chosen=topics
            may_create=false
            optional=true
        />
    }
}

/// Where they work and what they speak.
#[component]
fn Narrow(chosen: Memo<PeopleView>, go: Callback<String>) -> impl IntoView {
    let t = use_lang();
    let languages = ["en", "sv"].map(|tag| (tag.to_owned(), language_name(t, tag)));
    let any = (String::new(), t.people_any_language().to_owned());
    let choices: Vec<_> = std::iter::once(any).chain(languages).collect();
    let value = Signal::derive(move || chosen.get().language.unwrap_or_default());
    let choose = Callback::new(move |tag: String| {
        let view = PeopleView {
            language: (!tag.is_empty()).then_some(tag),
            cursor: None,
            ..chosen.get_untracked()
        };
        go.run(view.address());
    });
    view! { <Select id="language" label=t.people_language() choices value on_choose=choose quiet=true /> }
}

/// The departments to choose from; while they are not known, nobody misses them.
#[component]
fn Departments(chosen: Memo<PeopleView>, go: Callback<String>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let departments = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_departments().await }
    });
    let value = Signal::derive(move || {
        chosen
            .get()
            .department
            .map(|id| id.to_string())
            .unwrap_or_default()
    });
    let choose = Callback::new(move |id: String| {
        let department = id.parse().ok();
        go.run(
            PeopleView {
                department,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    move || {
        let listed = departments
            .get()
            .and_then(Result::ok)
            .filter(|listed| !listed.is_empty())?;
        let all = (String::new(), t.people_all_departments().to_owned());
        let shown = listed
            .into_iter()
            .filter(|department| !department.archived || department.members > 0);
        let choices: Vec<_> = std::iter::once(all)
            .chain(shown.map(|department| (department.id.to_string(), department.name)))
            .collect();
        Some(
            view! { <Select id="department" label=t.people_department() choices value on_choose=choose quiet=true /> },
        )
    }
}

#[component]
fn Rows(page: Page<MemberSummary>, chosen: PeopleView) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() && chosen.is_narrowed() {
        return view! {
            <Blank title=t.people_none() text=t.people_none_more()>
                <A href="/people" attr:class="button">{t.people_show_all()}</A>
            </Blank>
        }
        .into_any();
    }
    if page.items.is_empty() {
        return view! {
            <Blank title=t.people_empty() text=t.people_empty_more()>
                <A href="/" attr:class="button">{t.ui_home()}</A>
            </Blank>
        }
        .into_any();
    }
    let first = chosen.cursor.is_some().then(|| {
        PeopleView {
            cursor: None,
            ..chosen.clone()
        }
        .address()
    });
    let next = page.next_cursor.map(|cursor| {
        PeopleView {
            cursor: Some(cursor),
            ..chosen
        }
        .address()
    });
    let rows = page
        .items
        .into_iter()
        .map(|person| view! { <Person person /> });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Person(person: MemberSummary) -> impl IntoView {
    let t = use_lang();
    let department = person
        .department
        .as_ref()
        .map(|department| department.name.as_str());
    let place = where_they_work(&person.member.job_title, department, &person.place);
    let said = if person.knows.is_empty() {
        contributions(t, &person.counts)
    } else {
        Some(knows(t, &person.knows))
    };
    let mark = (person.availability.standing != Standing::Free)
        .then(|| view! { <br /><AvailabilityMark availability=person.availability /> });
    let handle = person.member.handle.clone();
    let topics = person.knows.into_iter().map(|strength| {
        let band = t.band(strength.band);
        view! { <span class="knows">{strength.topic.name} ": " <Why handle=handle.clone() topic=strength.topic.slug band /></span> }
    });
    let topics = topics.collect::<Vec<_>>();
    view! {
        <article class="person">
            <Member handle=person.member.handle name=person.member.display_name>{place} {mark}</Member>
            {said.map(|said| view! { <p class="reason">{said}</p> })}
            {(!topics.is_empty()).then(|| view! { <p class="knows-list">{topics}</p> })}
        </article>
    }
}
