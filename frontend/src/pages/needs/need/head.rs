//! The need itself: the wish, who has it, why, topics, forms, and what one can do with it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{JoinNeed, NeedDetail};
use tacit_contract::posts::PostKind;

use super::Need;
use super::act::Doing;
use super::edit::EditNeedForm;
use crate::components::moderation::{Delete, Flag, SaidHere};
use crate::components::needs::{JoinButton, NeedMark, WantedBy};
use crate::components::questions::Byline;
use crate::components::ui::{
    Glyph, Icon, LinkButton, Menu, MenuItem, PageHead, Prose, Time, WordForm,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::copying::copy_address;
use crate::state::toasts::use_toasts;
use crate::view_model::needs::{bare, forms};
use crate::view_model::people::count;

/// The need.
#[component]
pub fn NeedHead(need: Need) -> impl IntoView {
    let editing = RwSignal::new(need.editing());
    let title = Signal::derive(move || need.detail.with(|own| bare(&own.wish).to_owned()));
    let state = Memo::new(move |_| need.detail.with(|own| own.state));
    let by = Memo::new(move |_| {
        need.detail
            .with(|own| own.wanted_by.map(|at| at.to_rfc3339()))
    });
    view! {
        <article class="need question">
            <div class="hang">
                <div class="margin">
                    {move || view! { <NeedMark state=state.get() /> }}
                    {move || by.get().map(|at| view! { <small><WantedBy at /></small> })}
                </div>
                <PageHead title />
            </div>
            {move || {
                let own = need.detail.get();
                if editing.get() {
                    view! { <EditNeedForm need own editing /> }.into_any()
                } else {
                    view! { <Text need own editing /> }.into_any()
                }
            }}
        </article>
    }
}

#[component]
fn Text(need: Need, own: NeedDetail, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let topics = own.topics.clone().into_iter().map(|topic| {
        view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> }
    });
    let topics = topics.collect_view();
    let phrase = forms(t, &own.forms);
    let edited = own.edited_at.map(|at| at.to_rfc3339());
    let said = Memo::new(move |_| need.viewer.get().map(|viewer| viewer.post.said));
    let lead = own.taken_by.clone().map(|lead| {
        view! {
            <p class="offer">
                {t.needs_taken_by()} " " <A href=format!("/people/{}", lead.handle)>{lead.display_name}</A>
            </p>
        }
    });
    view! {
        <Byline by=own.by.clone()>
            {t.need_said()} " " <Time at=own.created_at.to_rfc3339() />
            {edited.map(|at| view! { ", " {t.question_edited()} " " <Time at /> })}
        </Byline>
        {move || view! { <SaidHere said=said.get().unwrap_or_default() /> }}
        <Prose html=own.why_html.clone() lang=own.language.clone() />
        <div class="topics">{topics}</div>
        {(!phrase.is_empty()).then(|| view! { <p class="offer">{phrase}</p> })}
        {lead}
        <Actions need own editing />
    }
}

#[component]
fn Actions(need: Need, own: NeedDetail, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let supporters = own.supporters;
    let joined = Memo::new(move |_| need.viewer.get().map(|viewer| viewer.joined));
    let may_join = Memo::new(move |_| need.may(|own| own.may_join || own.joined.is_some()));
    let saying = RwSignal::new(false);
    let reload = need.reload;
    let join = move || {
        // Until it is known whether one joined there is nothing to press.
        let joined = joined.get()?;
        if !may_join.get() {
            let words = t.needs_wanted_by(count(supporters.into()));
            return Some(view! { <span class="meta">{words}</span> }.into_any());
        }
        let done = Callback::new(move |_| reload.run(()));
        Some(
            view! { <JoinButton id=need.id joined=joined.is_some() supporters on_done=done /> }
                .into_any(),
        )
    };
    let why = move || {
        let own = joined.get().flatten()?;
        let words = if own.is_empty() {
            t.need_say_why()
        } else {
            t.need_change_why()
        };
        let open = Callback::new(move |()| saying.set(true));
        Some(
            view! { <LinkButton glyph=Glyph::Pen expanded=Signal::from(saying) on_press=open>{words}</LinkButton> },
        )
    };
    view! {
        <div class="actions">
            {join}
            {why}
            <More need own editing />
        </div>
        {move || saying.get().then(|| view! { <OwnWhy need open=saying /> })}
    }
}

/// One's own why, once one has joined.
#[component]
fn OwnWhy(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let before = need
        .viewer
        .with_untracked(|viewer| viewer.as_ref().and_then(|viewer| viewer.joined.clone()));
    let send = Callback::new(move |why: String| {
        let (api, join) = (api.clone(), JoinNeed { why: Some(why) });
        let call = async move { api.join_need(need.id, &join).await };
        doing.run(call, t.need_joined_done(), Some(open));
    });
    view! {
        <WordForm
            id="own-why"
            label=t.need_own_why()
            hint=t.need_own_why_hint()
            act=t.ui_save()
            pointer="/why"
            optional=true
            before
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        />
    }
}

/// What fewer people look for: copying the address, editing, saying something in private, deleting.
#[component]
fn More(need: Need, own: NeedDetail, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    let (deleting, flagging) = (RwSignal::new(false), RwSignal::new(false));
    let id = own.id;
    let copy = Callback::new(move |()| {
        let origin = window().location().origin().unwrap_or_default();
        copy_address(t, toasts, format!("{origin}/needs/{id}"));
    });
    let post = Memo::new(move |_| need.viewer.get().map(|viewer| viewer.post));
    let may = move |what: fn(&tacit_contract::posts::PostViewer) -> bool| {
        post.with(|post| post.as_ref().is_some_and(what))
    };
    let flagged = Signal::derive(move || post.get().map(|post| post.flagged).unwrap_or_default());
    let needs_reason = Signal::derive(move || may(|post| post.delete_needs_reason));
    let item = move |glyph, words: &'static str, open: RwSignal<bool>, danger: bool| {
        view! { <MenuItem glyph danger on_press=Callback::new(move |()| open.set(true))>{words}</MenuItem> }
    };
    view! {
        <Menu
            id="need-more"
            label=t.need_more()
            look="link-button"
            trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())
        >
            <MenuItem glyph=Glyph::Link on_press=copy>{t.ui_copy_link()}</MenuItem>
            {move || may(|post| post.may_edit).then(|| item(Glyph::Pen, t.question_edit(), editing, false))}
            {move || may(|post| post.may_flag).then(|| item(Glyph::Alert, t.moderation_flag(), flagging, false))}
            {move || may(|post| post.may_delete).then(|| item(Glyph::Trash, t.moderation_delete(), deleting, true))}
        </Menu>
        <Flag post=id said=flagged open=flagging on_done=need.reload />
        <Delete post=id kind=PostKind::Need needs_reason open=deleting on_done=need.reload />
    }
}
