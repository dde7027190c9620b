//! Inviting many: a list is pasted or chosen, looked at line by line, then sent.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tacit_contract::organisation::{InvitedLine, InvitedList, LineProblem, PeopleList};

use super::logo::{first_file, read};
use crate::components::ui::{Banner, Button, FormProblem, Kind, LinkButton, TextArea, Tone};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;

/// Behind a button: the list, what would come of it, and what came.
#[component]
pub fn InviteList(#[prop(into)] on_invited: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let open = RwSignal::new(false);
    view! {
        <p class="filter-line">
            <LinkButton
                expanded=Signal::from(open)
                on_press=Callback::new(move |()| open.update(|open| *open = !*open))
            >
                {t.invite_many()}
            </LinkButton>
        </p>
        {move || open.get().then(|| view! { <ListForm on_invited /> })}
    }
}

#[component]
fn ListForm(on_invited: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let csv = RwSignal::new(String::new());
    // What was looked at, and whether it was sent.
    let looked = RwSignal::new(None::<(InvitedList, bool)>);
    let sending = Sending::new();
    // Another list is another look.
    Effect::new(move |_| {
        csv.track();
        looked.set(None);
    });
    let look = {
        let api = api.clone();
        Callback::new(move |()| {
            let api = api.clone();
            let list = PeopleList {
                csv: csv.get_untracked(),
            };
            sending.send(
                async move { api.preview_invitations(&list).await },
                move |found| looked.set(Some((found, false))),
            );
        })
    };
    let send = Callback::new(move |()| {
        let api = api.clone();
        let list = PeopleList {
            csv: csv.get_untracked(),
        };
        sending.send(async move { api.invite_people(&list).await }, move |done| {
            looked.set(Some((done, true)));
            on_invited.run(());
        });
    });
    let empty = Signal::derive(move || csv.with(|csv| csv.trim().is_empty()));
    view! {
        <div class="form">
            <TextArea
                id="invite-csv"
                label=t.invite_csv()
                hint=t.invite_csv_hint()
                rows=6
                value=csv
                error=sending.field(t, "/csv")
            />
            <FileField csv />
            <FormProblem error=sending.error() />
            {move || {
                looked
                    .get()
                    .is_none()
                    .then(|| {
                        view! {
                            <div class="actions">
                                <Button on_press=look busy=sending.busy() disabled=empty>{t.invite_look()}</Button>
                            </div>
                        }
                    })
            }}
            {move || {
                looked.get().map(|(list, sent)| view! { <Looked list sent send busy=sending.busy() /> })
            }}
        </div>
    }
}

/// A file instead of pasting.
#[component]
fn FileField(csv: RwSignal<String>) -> impl IntoView {
    let t = use_lang();
    let choose = move |event: Event| {
        let Some(file) = first_file(&event) else {
            return;
        };
        spawn_local(async move {
            if let Ok(bytes) = read(&file).await {
                csv.try_set(String::from_utf8_lossy(&bytes).into_owned());
            }
        });
    };
    view! {
        <div class="field">
            <label for="invite-file">{t.invite_file()}</label>
            <input class="input" id="invite-file" type="file" accept=".csv,.txt,text/csv,text/plain" on:change=choose />
        </div>
    }
}

#[component]
fn Looked(list: InvitedList, sent: bool, send: Callback<()>, busy: Signal<bool>) -> impl IntoView {
    let t = use_lang();
    let (right, wrong) = (u64::from(list.right), u64::from(list.wrong));
    let title = if sent {
        t.invite_went(right)
    } else {
        t.invite_right(right)
    };
    let tone = if wrong == 0 {
        Tone::Solved
    } else {
        Tone::Waiting
    };
    let lines = list
        .lines
        .into_iter()
        .map(|line| view! { <LineRow line /> });
    view! {
        <Banner tone title>{(wrong > 0).then(|| t.invite_wrong(wrong))}</Banner>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t.invite_lines()>
            <table class="lines">
                <thead>
                    <tr><th scope="col">{t.invite_line()}</th><th scope="col">{t.invite_email()}</th><th scope="col">{t.invite_what()}</th></tr>
                </thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
        {(!sent && right > 0)
            .then(|| {
                view! {
                    <div class="actions">
                        <Button kind=Kind::Primary on_press=send busy>{t.invite_all(right)}</Button>
                    </div>
                }
            })}
    }
}

#[component]
fn LineRow(line: InvitedLine) -> impl IntoView {
    let t = use_lang();
    let what = match (line.problem, line.role) {
        (Some(problem), _) => {
            view! { <span class="state" data-state="urgent">{problem_words(t, problem)}</span> }
                .into_any()
        }
        (None, role) => {
            let role = role.map(|role| t.role(role));
            let again = line.invited_before.then(|| t.invite_again());
            view! { <span>{role} {again.map(|again| view! { ", " {again} })}</span> }.into_any()
        }
    };
    view! {
        <tr>
            <td>{line.line}</td>
            <td>{line.email} {line.link.map(|link| view! { <br /><small class="link"><code>{link}</code></small> })}</td>
            <td>{what}</td>
        </tr>
    }
}

fn problem_words(t: Lang, problem: LineProblem) -> &'static str {
    match problem {
        LineProblem::Malformed => t.invite_malformed(),
        LineProblem::UnknownRole => t.invite_unknown_role(),
        LineProblem::Repeated => t.invite_repeated(),
        LineProblem::HasAccount => t.invite_has_account(),
    }
}
