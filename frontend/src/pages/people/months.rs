//! Contributions over time: a small picture, and a table that says the same.

use leptos::prelude::*;
use tacit_contract::expertise::{ActivityMonth, MemberActivity};

use crate::i18n::{month, use_lang};
use crate::state::api::use_api;
use crate::view_model::months::{height, most};

/// A block beside the profile; nothing where nothing was contributed in a year.
#[component]
pub fn Months(#[prop(into)] handle: String) -> impl IntoView {
    let api = use_api();
    let found = LocalResource::new(move || {
        let (api, handle) = (api.clone(), handle.clone());
        // Without it the page is still whole.
        async move { api.get_member_activity(&handle).await.unwrap_or_default() }
    });
    move || {
        let MemberActivity { months } = found.get()?;
        let most = most(&months);
        (most > 0).then(|| view! { <Picture months most /> })
    }
}

#[component]
fn Picture(months: Vec<ActivityMonth>, most: u32) -> impl IntoView {
    let t = use_lang();
    let bars = months.iter().map(|one| {
        let part = |of: &'static str, count: u32| {
            (count > 0)
                .then(|| view! { <i data-of=of style:--part=height(count, most).to_string()></i> })
        };
        view! { <span>{part("answers", one.answers)} {part("questions", one.questions)}</span> }
    });
    let bars = bars.collect_view();
    let rows = months.into_iter().rev().map(|one| {
        // A day in its middle is in the same month wherever one is.
        let name = month(t, Some("UTC"), &format!("{}-15T12:00:00Z", one.month));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{t.number(u64::from(one.answers))}</td>
                <td>{t.number(u64::from(one.questions))}</td>
            </tr>
        }
    });
    view! {
        <section class="aside-block">
            <h2>{t.profile_months()}</h2>
            <div class="months" aria-hidden="true">{bars}</div>
            <details class="months-table">
                <summary>{t.profile_months_table()}</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.profile_months_month()}</th>
                            <th scope="col">{t.profile_answered()}</th>
                            <th scope="col">{t.profile_asked()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        </section>
    }
}
