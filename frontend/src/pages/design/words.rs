//! Colour, type, states, icons, rows, prose.

use leptos::prelude::*;

use super::Specimen;
use crate::components::ui::{Glyph, Icon, Prose, StateMark, StateName};
use crate::i18n::use_lang;

const COLOURS: [&str; 12] = [
    "paper",
    "raised",
    "sunk",
    "accent",
    "accent-soft",
    "solved-soft",
    "urgent-soft",
    "waiting-soft",
    "hidden-soft",
    "marker",
    "inverse",
    "thumb",
];

const PROSE: &str = "<h2>A heading in a post</h2><p>Text with a <a href=\"#prose\">link</a>, <code>inline code</code>, \
    <kbd>Ctrl</kbd> <kbd>K</kbd> and <mark>marked words</mark>.</p><ul><li>First, listen.<ul><li>Then wait.</li></ul></li>\
    <li>Then say it back.</li></ul><ol><li>Lock.</li><li>Tag.</li><li>Try.</li></ol><ul><li><input type=\"checkbox\" checked \
    disabled aria-label=\"Done\"> Key in the box</li><li><input type=\"checkbox\" disabled aria-label=\"Not done\"> Name on \
    the tag</li></ul><blockquote><p>Whoever locks, <em>unlocks</em>.</p></blockquote><pre tabindex=\"0\"><code>=XLOOKUP(A2; \
    deliveries[item]; deliveries[date]; \"none\"; 0; -1)</code></pre><table><thead><tr><th>Shift</th><th>Holds the key</th>\
    </tr></thead><tbody><tr><td>Day</td><td>Whoever locked</td></tr><tr><td>Change</td><td>Both, signed</td></tr></tbody></table>";

#[component]
pub fn Colours() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="colour" title=t.design_colour() note=t.design_colour_note()>
            <div class="swatches">
                {COLOURS.map(|role| view! { <div data-role=role style:background=format!("var(--{role})")>{role}</div> }).collect_view()}
            </div>
        </Specimen>
    }
}

#[component]
pub fn Types() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="type" title=t.design_type() note=t.design_type_note()>
            <h1 role="presentation">"May I ask you something?"</h1>
            <h2 role="presentation">"A name on a profile"</h2>
            <h3 role="presentation">"A question in a list"</h3>
            <p class="lede">"What a page is for, in one sentence."</p>
            <p>"Interface, 16 pixels"</p>
            <p class="meta">"Small facts, 14 pixels, 3 answers"</p>
            <p class="reason">"Why this is shown: you follow Negotiating."</p>
        </Specimen>
    }
}

#[component]
pub fn States() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="states" title=t.design_states()>
            <div class="actions">{StateName::ALL.map(|state| view! { <StateMark state /> }).collect_view()}</div>
            <div class="topics">
                <a class="topic" href="#states">"Negotiating"</a>
                <button class="topic" type="button" aria-pressed="true">"Customer calls"</button>
                <span class="topic">"Spreadsheets" <button type="button" aria-label=t.ui_remove("Spreadsheets")><Icon glyph=Glyph::Close /></button></span>
            </div>
        </Specimen>
    }
}

#[component]
pub fn Icons() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="icons" title=t.design_icons()>
            <div class="topics">{Glyph::ALL.map(|glyph| view! { <Icon glyph /> }).collect_view()}</div>
        </Specimen>
    }
}

#[component]
pub fn Rows() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="rows" title=t.design_rows()>
            <div class="rows">
                <article class="question-row hang">
                    <div class="margin"><StateMark state=StateName::Urgent /><small>{t.questions_no_answer()}</small></div>
                    <div>
                        <h3><a href="#rows">"Lockout before clearing the conveyor: who holds the key when the shift changes?"</a></h3>
                        <p class="excerpt">"The instruction says “the person who locked it”. Nobody says what happens when that person has gone home and the belt is still jammed."</p>
                        <div class="meta"><a class="topic" href="#rows">"Safety procedure"</a> <span>"Sefa Dalgaard"</span></div>
                    </div>
                </article>
                <article class="question-row hang">
                    <div class="margin"><StateMark state=StateName::Solved /><small>{t.questions_answers(3)}</small></div>
                    <div>
                        <h3><a href="#rows" lang="sv">"Hur förklarar ni karensavdraget för någon som aldrig har arbetat i Sverige?"</a></h3>
                        <div class="meta"><a class="topic" href="#rows">"Onboarding"</a> <span>"Lova Ekmark"</span></div>
                    </div>
                </article>
            </div>
        </Specimen>
    }
}

#[component]
pub fn Reading() -> impl IntoView {
    let t = use_lang();
    view! { <Specimen id="prose" title=t.design_prose()><Prose html=PROSE lang="en".to_owned() /></Specimen> }
}
