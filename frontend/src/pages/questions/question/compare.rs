//! What a revision changed, in words: marked for the eye, said for the ear.

use leptos::prelude::*;
use tacit_contract::posts::{CompareRevisionQuery, DiffChange, DiffPiece, RevisionDiff};
use uuid::Uuid;

use crate::components::ui::{Loaded, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::diff::{Passage, passage};

/// The comparison with the revision before, fetched when it is opened.
#[component]
pub fn Comparison(id: Uuid, version: i32) -> impl IntoView {
    let t = use_lang();
    let opened = RwSignal::new(false);
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>{t.history_changed()}</summary>
            {move || opened.get().then(|| view! { <Fetched id version /> })}
        </details>
    }
}

#[component]
fn Fetched(id: Uuid, version: i32) -> impl IntoView {
    let api = use_api();
    let diff = LocalResource::new(move || {
        let api = api.clone();
        async move {
            let before = CompareRevisionQuery::default();
            api.compare_revision(id, version, &before).await
        }
    });
    view! {
        <Loaded resource=diff waiting=|| view! { <TextSkeleton /> } let:diff>
            <Shown diff />
        </Loaded>
    }
}

#[component]
fn Shown(diff: RevisionDiff) -> impl IntoView {
    let t = use_lang();
    let topics = [(true, diff.topics_added), (false, diff.topics_removed)]
        .into_iter()
        .flat_map(|(added, topics)| topics.into_iter().map(move |topic| (added, topic)))
        .map(|(added, topic)| view! { <li><Marked added text=topic /></li> })
        .collect::<Vec<_>>();
    let untouched =
        |pieces: &[DiffPiece]| pieces.iter().all(|piece| piece.change == DiffChange::Same);
    let nothing = untouched(&diff.title) && untouched(&diff.body) && topics.is_empty();
    view! {
        {nothing.then(|| view! { <p class="meta">{t.history_same()}</p> })}
        {(!diff.title.is_empty()).then(|| view! { <p class="diff title"><Pieces pieces=diff.title /></p> })}
        <div class="diff" tabindex="0" role="group" aria-label=t.history_changed()><Pieces pieces=diff.body /></div>
        {(!topics.is_empty()).then(|| view! { <ul class="diff-topics" aria-label=t.question_topics()>{topics}</ul> })}
    }
}

#[component]
fn Pieces(pieces: Vec<DiffPiece>) -> impl IntoView {
    let t = use_lang();
    let last = pieces.len().saturating_sub(1);
    pieces
        .into_iter()
        .enumerate()
        .map(|(at, piece)| match piece.change {
            DiffChange::Added => view! { <Marked added=true text=piece.text /> }.into_any(),
            DiffChange::Removed => view! { <Marked added=false text=piece.text /> }.into_any(),
            DiffChange::Same => match passage(&piece.text, at > 0, at < last) {
                Passage::Whole(text) => text.into_any(),
                Passage::Cut(head, words, tail) => {
                    view! { {head} <span class="left-out">" … " {t.history_left_out(words)} " … "</span> {tail} }.into_any()
                }
            },
        })
        .collect_view()
}

/// What came or went; a screen reader does not say the marks, so words do.
#[component]
fn Marked(added: bool, text: String) -> impl IntoView {
    let t = use_lang();
    if added {
        view! { <ins><span class="visually-hidden">{t.history_added()} " "</span>{text}<span class="visually-hidden">" " {t.history_end()}</span></ins> }
            .into_any()
    } else {
        view! { <del><span class="visually-hidden">{t.history_removed()} " "</span>{text}<span class="visually-hidden">" " {t.history_end()}</span></del> }
            .into_any()
    }
}
