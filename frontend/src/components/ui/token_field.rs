//! A field that holds tokens, with completion and creation, after the ARIA combobox pattern: the focus stays in the
//! input, arrows move through the list, Enter or a comma takes, Escape closes, Backspace removes the last token.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::field::Frame;
use super::field::described_by;
use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;
pub use crate::view_model::tokens::{Offer, Token};
use crate::view_model::{roving, tokens};

/// Topics and the like. The page fetches `known` for what is `typed`.
#[component]
pub fn TokenField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    chosen: RwSignal<Vec<Token>>,
    /// What stands in the input.
    typed: RwSignal<String>,
    /// What the server offers for it.
    #[prop(into)]
    known: Signal<Vec<Token>>,
    /// Whether what does not exist yet may be made.
    #[prop(optional, into)]
    may_create: Signal<bool>,
    /// At most so many.
    #[prop(default = 5)]
    most: usize,
    #[prop(optional)] optional: bool,
    /// What the empty line asks for; a topic when left out.
    #[prop(optional)]
    prompt: Option<&'static str>,
) -> impl IntoView {
    let state = FieldState {
        chosen,
        typed,
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        offers: Memo::new(move |_| {
            tokens::offers(&typed.get(), &known.get(), &chosen.get(), may_create.get())
        }),
        most,
    };
    let t = use_lang();
    let described = described_by(&id, hint.is_some(), error);
    let list_id = format!("{id}-list");
    let list_label = label.clone();
    let expanded =
        Memo::new(move |_| state.open.get() && !state.offers.with(Vec::is_empty) && !state.full());
    let active_id = {
        let list_id = list_id.clone();
        move || {
            state
                .active
                .get()
                .filter(|_| expanded.get())
                .map(|at| format!("{list_id}-{at}"))
        }
    };
    view! {
        <Frame id=id.clone() label hint optional error>
            <div class="combobox">
                <div class="box">
                    <ChosenTokens state />
                    <input
                        id=id.clone()
                        role="combobox"
                        type="text"
                        autocomplete="off"
                        aria-autocomplete="list"
                        aria-controls=list_id.clone()
                        aria-expanded=move || expanded.get().to_string()
                        aria-activedescendant=active_id
                        aria-describedby=move || described.get()
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        placeholder=move || if chosen.with(Vec::is_empty) { prompt.unwrap_or(t.ui_add_topic()) } else { "" }
                        hidden=move || state.full()
                        bind:value=typed
                        on:input=move |_| state.typed_in()
                        on:focus=move |_| state.open.set(true)
                        on:blur=move |_| state.open.set(false)
                        on:keydown=move |event| state.on_key(&event)
                    />
                </div>
                {move || expanded.get().then(|| view! { <OfferList state id=list_id.clone() label=list_label.clone() /> })}
                <span class="visually-hidden" role="status">
                    {move || expanded.get().then(|| t.ui_suggestions(count(state.offers.with(Vec::len))))}
                </span>
            </div>
        </Frame>
    }
}

/// The signals of one field.
#[derive(Clone, Copy)]
struct FieldState {
    chosen: RwSignal<Vec<Token>>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    offers: Memo<Vec<Offer>>,
    most: usize,
}

impl FieldState {
    fn full(self) -> bool {
        self.chosen.with(Vec::len) >= self.most
    }

    fn typed_in(self) {
        self.open.set(true);
        self.active.set(None);
    }

    fn take(self, offer: Offer) {
        let token = match offer {
            Offer::Known(token) => token,
            Offer::New(words) => Token::named(words),
        };
        self.chosen.update(|chosen| chosen.push(token));
        self.typed.set(String::new());
        self.active.set(None);
    }

    /// Takes the marked offer, else the one that is called as typed, else the first.
    fn take_best(self) -> bool {
        let typed = self.typed.get_untracked();
        let offers = self.offers.get_untracked();
        let marked = self.active.get_untracked().and_then(|at| offers.get(at));
        let best = marked.or_else(|| {
            if typed.trim().is_empty() {
                None
            } else {
                offers.first()
            }
        });
        let Some(best) = best.cloned() else {
            return false;
        };
        self.take(best);
        true
    }

    fn on_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "Enter" | ","
                if !self.typed.get_untracked().trim().is_empty()
                    || self.active.get_untracked().is_some() =>
            {
                event.prevent_default();
                self.take_best();
            }
            "Escape" if self.open.get_untracked() => {
                event.prevent_default();
                self.open.set(false);
            }
            "Backspace" if self.typed.get_untracked().is_empty() => {
                self.chosen.update(|chosen| drop(chosen.pop()));
            }
            key @ ("ArrowDown" | "ArrowUp") => {
                let count = self.offers.with_untracked(Vec::len);
                let now = self.active.get_untracked().unwrap_or(count);
                if let Some(next) = roving::step(key, now, count) {
                    event.prevent_default();
                    self.open.set(true);
                    self.active.set(Some(next));
                }
            }
            _ => {}
        }
    }
}

#[component]
fn ChosenTokens(state: FieldState) -> impl IntoView {
    let t = use_lang();
    view! {
        // The name is part of what is drawn: it may come to be known later than what it stands for.
        <For each=move || state.chosen.get() key=|token| (token.key.clone(), token.label.clone()) let:token>
            {
                let key = token.key.clone();
                view! {
                    <span class="topic">
                        {token.label.clone()}
                        <button
                            type="button"
                            aria-label=t.ui_remove(&token.label)
                            on:click=move |_| state.chosen.update(|chosen| chosen.retain(|token| token.key != key))
                        >
                            <Icon glyph=Glyph::Close />
                        </button>
                    </span>
                }
            }
        </For>
    }
}

#[component]
fn OfferList(state: FieldState, id: String, label: String) -> impl IntoView {
    let t = use_lang();
    let option_id = id.clone();
    let rows = move || {
        let offers = state.offers.get();
        offers
            .into_iter()
            .enumerate()
            .map(|(at, offer)| {
                let (words, detail, glyph) = match &offer {
                    Offer::Known(token) => (token.label.clone(), token.detail.clone(), None),
                    Offer::New(words) => (t.ui_create_topic(words), None, Some(Glyph::Plus)),
                };
                view! {
                    <div
                        role="option"
                        id=format!("{option_id}-{at}")
                        aria-selected=move || (state.active.get() == Some(at)).to_string()
                        on:mousedown=move |event| event.prevent_default()
                        on:click=move |_| state.take(offer.clone())
                    >
                        {glyph.map(|glyph| view! { <Icon glyph /> })}
                        <span>{words}</span>
                        {detail.map(|detail| view! { <small>{detail}</small> })}
                    </div>
                }
            })
            .collect_view()
    };
    view! { <div class="listbox" role="listbox" id=id aria-label=label>{rows}</div> }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
