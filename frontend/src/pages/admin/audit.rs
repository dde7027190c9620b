//! What leads and admins did in office: who, what, to what and to whom, why and when.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::moderation::{AuditAct, AuditEntry};
use web_sys::SubmitEvent;

use crate::components::ui::{
    Blank, Button, Glyph, Loaded, Pager, RowsSkeleton, Select, TextField, Time,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::address;
use crate::view_model::audit::{AuditView, act_words, nobody_signed_in};

/// The list.
#[component]
pub fn Audit() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| AuditView::read(get));
    let entries = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(AuditView::query));
        async move { api.list_audit_entries(&query).await }
    });
    view! {
        {move || view! { <Tools chosen=chosen.get() /> }}
        <h2 class="visually-hidden">{t.admin_audit()}</h2>
        <Loaded resource=entries waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
            {view! { <Rows page chosen=chosen.get_untracked() /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Tools(chosen: AuditView) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let actor = RwSignal::new(chosen.actor.unwrap_or_default());
    let member = RwSignal::new(chosen.member.unwrap_or_default());
    let act = RwSignal::new(chosen.act);
    let apply = move |event: SubmitEvent| {
        event.prevent_default();
        let handle = |typed: String| {
            address::text(Some(typed)).map(|typed| typed.trim_start_matches('@').to_owned())
        };
        let view = AuditView {
            act: act.get_untracked(),
            actor: handle(actor.get_untracked()),
            member: handle(member.get_untracked()),
            cursor: None,
        };
        go.run(view.address());
    };
    let acts = AuditAct::ALL
        .iter()
        .filter_map(|act| Some((address::any_word(act)?, act_words(t, *act).to_owned())));
    let choices: Vec<_> = std::iter::once((String::new(), t.admin_audit_any().to_owned()))
        .chain(acts)
        .collect();
    let value = Signal::derive(move || {
        act.get()
            .as_ref()
            .and_then(address::any_word)
            .unwrap_or_default()
    });
    view! {
        <form class="filter-form" on:submit=apply>
            <Select
                id="audit-act"
                label=t.admin_audit_act()
                choices
                value
                on_choose=Callback::new(move |word: String| act.set(address::value(Some(word))))
            />
            <div class="pair">
                <TextField id="audit-actor" label=t.admin_audit_by() hint=t.questions_person_hint() value=actor optional=true />
                <TextField id="audit-member" label=t.admin_audit_to() hint=t.questions_person_hint() value=member optional=true />
            </div>
            <div class="actions"><Button>{t.questions_apply()}</Button></div>
        </form>
    }
}

#[component]
fn Rows(page: Page<AuditEntry>, chosen: AuditView) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! {
            <Blank glyph=Glyph::Shield title=t.admin_audit_none() text=t.admin_audit_none_more()>
                <A href="/admin/audit" attr:class="button">{t.admin_audit_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let at = |cursor| {
        AuditView {
            cursor,
            ..chosen.clone()
        }
        .address()
    };
    let first = chosen.cursor.is_some().then(|| at(None));
    let next = page.next_cursor.map(|cursor| at(Some(cursor)));
    let rows = page
        .items
        .into_iter()
        .map(|entry| view! { <li><Row entry /></li> });
    view! {
        <ul class="rows compact">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(entry: AuditEntry) -> impl IntoView {
    let t = use_lang();
    let by = match entry.by {
        Some(by) => {
            view! { <A href=format!("/people/{}", by.handle)>{by.display_name}</A> }.into_any()
        }
        None => view! { <span>{nobody_signed_in(t, entry.act)}</span> }.into_any(),
    };
    let question = entry.question_id.map(|id| format!("/questions/{id}"));
    let need = entry.need_id.map(|id| format!("/needs/{id}"));
    let topic = entry.topic.map(|slug| format!("/topics/{slug}"));
    let href = question.or(need).or(topic);
    let subject = entry.subject_name.map(|name| match href {
        Some(href) => view! { <A href>{name}</A> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    });
    let member = entry.member.map(|member| {
        view! { <span>{t.admin_audit_to()} " " <A href=format!("/people/{}", member.handle)>{member.display_name}</A></span> }
    });
    view! {
        <p><b>{act_words(t, entry.act)}</b> {subject.map(|subject| view! { ": " {subject} })}</p>
        <p class="meta">
            <span>{by} ", " <Time at=entry.at.to_rfc3339() /></span>
            {member}
            {entry.detail.map(|detail| view! { <span>{detail}</span> })}
        </p>
        {entry.reason.map(|reason| view! { <p class="meta"><q>{reason}</q></p> })}
    }
}
