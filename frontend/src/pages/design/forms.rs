//! Fields and the token field.

use leptos::prelude::*;

use super::Specimen;
use crate::components::ui::{Check, Select, TextArea, TextField, Token, TokenField, Writing};
use crate::i18n::use_lang;

#[component]
pub fn Fields() -> impl IntoView {
    let t = use_lang();
    let name = RwSignal::new("Noor Hallström".to_owned());
    let wrong = RwSignal::new("31 February".to_owned());
    let still = RwSignal::new("Almvik Works".to_owned());
    let text = RwSignal::new(String::new());
    let body = RwSignal::new("A yes covers **the call** it was given on.".to_owned());
    let place = RwSignal::new("gavle".to_owned());
    let on = RwSignal::new(true);
    let places = [("gavle", "Gävle"), ("umea", "Umeå")]
        .map(|(key, words)| (key.to_owned(), words.to_owned()));
    view! {
        <Specimen id="fields" title=t.design_fields()>
            <TextField id="f1" label="Display name" hint="As colleagues call you." value=name optional=true />
            <TextField id="f2" label="By when" value=wrong error=Some("February has 28 days in 2027. Try 28 February.".to_owned()) />
            <TextField id="f3" label="Organisation" value=still disabled=true />
            <Select
                id="f4"
                label="Office"
                choices=places.to_vec()
                value=place
                on_choose=Callback::new(move |now| place.set(now))
            />
            <TextArea id="f5" label="About you" value=text placeholder="What would you have wanted to be told?" />
            <Writing id="f6" label="Your answer" value=body hint=t.ui_markdown() />
            <Check label="Answers to my questions" hint="At once." checked=on on_change=Callback::new(move |now| on.set(now)) />
        </Specimen>
    }
}

#[component]
pub fn Tokens() -> impl IntoView {
    let t = use_lang();
    let chosen = RwSignal::new(vec![token("customer-calls", "Customer calls", None)]);
    let typed = RwSignal::new(String::new());
    let known = Memo::new(move |_| {
        let all = [
            token("negotiating", "Negotiating", Some("förhandling")),
            token("data-privacy", "Data privacy", None),
            token("spreadsheets", "Spreadsheets", Some("excel")),
        ];
        let typed = typed.get().to_lowercase();
        all.into_iter()
            .filter(|token| token.label.to_lowercase().starts_with(&typed))
            .collect::<Vec<_>>()
    });
    view! {
        <Specimen id="tokens" title=t.design_tokens()>
            <TokenField id="topics" label=t.shell_topics() chosen typed known may_create=true />
        </Specimen>
    }
}

fn token(key: &str, label: &str, detail: Option<&str>) -> Token {
    Token {
        key: key.to_owned(),
        label: label.to_owned(),
        detail: detail.map(str::to_owned),
    }
}
