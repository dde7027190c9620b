//! Every row of an import, counted: by file, taken first, then left out with the reason.

use leptos::prelude::*;
use tacit_contract::imports::{ImportReport, ImportedFile, RowsOfFate};

use crate::i18n::use_lang;

/// The table, folded until one wants to see it.
#[component]
pub fn ImportTable(report: ImportReport) -> impl IntoView {
    let t = use_lang();
    let files = report.files.into_iter().map(|file| view! { <File file /> });
    view! {
        <details class="fold counted">
            <summary>{t.imports_what()}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label=t.imports_what()>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.imports_file()}</th>
                            <th scope="col" class="number">{t.imports_taken()}</th>
                            <th scope="col" class="number">{t.imports_left_out()}</th>
                        </tr>
                    </thead>
                    {files.collect_view()}
                    <tfoot>
                        <tr>
                            <th scope="row">{t.imports_all()}</th>
                            <td class="number">{t.number(report.taken)}</td>
                            <td class="number">{t.number(report.left_out)}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        </details>
    }
}

#[component]
fn File(file: ImportedFile) -> impl IntoView {
    let t = use_lang();
    let rows = file.fates.into_iter().map(|fate| view! { <Fate fate /> });
    view! {
        <tbody>
            <tr class="file">
                <th scope="rowgroup">{file.name}</th>
                <td class="number" colspan="2">{t.number(file.rows)} " " {t.imports_rows().to_lowercase()}</td>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}

#[component]
fn Fate(fate: RowsOfFate) -> impl IntoView {
    let t = use_lang();
    let rows = t.number(fate.rows);
    let (taken, left_out) = if fate.taken {
        (rows, String::new())
    } else {
        (String::new(), rows)
    };
    view! {
        <tr>
            <th scope="row">{t.row_fate(&fate)}</th>
            <td class="number">{taken}</td>
            <td class="number">{left_out}</td>
        </tr>
    }
}
