//! What an import made of what was here before, and how the texts read beside the dump's.

use leptos::prelude::*;
use tacit_contract::imports::{ChangesOfKind, TextComparison};

use crate::i18n::use_lang;

/// New, changed, unchanged, kept and gone, by kind.
#[component]
pub fn ImportChanges(changes: Vec<ChangesOfKind>) -> impl IntoView {
    let t = use_lang();
    if changes.is_empty() {
        return None;
    }
    let rows = changes.into_iter().map(|of| {
        let counts = [of.new, of.changed, of.unchanged, of.kept, of.gone];
        let cells = counts.map(|count| view! { <td class="number">{t.number(count)}</td> });
        view! { <tr><th scope="row">{t.item_kind(of.kind)}</th>{cells}</tr> }
    });
    let headings = [
        t.imports_new(),
        t.imports_changed(),
        t.imports_unchanged(),
        t.imports_kept(),
        t.imports_gone(),
    ];
    let headings = headings.map(|words| view! { <th scope="col" class="number">{words}</th> });
    Some(view! {
        <details class="fold counted">
            <summary>{t.imports_changes()}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label=t.imports_changes()>
                <table>
                    <thead><tr><th scope="col">{t.imports_kind()}</th>{headings}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    })
}

/// How many posts read as the dump shows them, and why others do not.
#[component]
pub fn ImportTexts(texts: TextComparison) -> impl IntoView {
    let t = use_lang();
    let sum = t.imports_texts_sum(
        &t.number(texts.same),
        &t.number(texts.compared),
        &t.share(texts.different, texts.compared),
    );
    let rows = texts.causes.iter().map(|cause| {
        view! {
            <tr>
                <th scope="row">{t.difference(cause)}</th>
                <td class="number">{t.number(cause.posts)}</td>
            </tr>
        }
    });
    let table = (!texts.causes.is_empty()).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="group" aria-label=t.imports_texts()>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.imports_cause()}</th>
                            <th scope="col" class="number">{t.imports_posts()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <details class="fold counted">
            <summary>{t.imports_texts()}</summary>
            <p class="sum">{sum}</p>
            {table}
        </details>
    }
}
