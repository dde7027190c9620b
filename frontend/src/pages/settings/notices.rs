//! What one is told of, and by which ways. Each change takes effect at once.

use leptos::prelude::*;
use tacit_contract::notices::{MailRhythm, NoticeSettings, NoticeWays, UpdateNoticeSettings};

use crate::components::ui::{FormProblem, Loaded, RowsSkeleton, Select, Switch};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::view_model::notices::{add, kind_name};

/// The page.
#[component]
pub fn NoticesSettings() -> impl IntoView {
    let api = use_api();
    let settings = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_notice_settings().await }
    });
    view! {
        <Loaded resource=settings waiting=|| view! { <RowsSkeleton rows=4 /> }.into_any() let:found>
            {view! { <Form found /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Form(found: NoticeSettings) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let sending = Sending::new();
    let (follow_own, hour) = (
        RwSignal::new(found.follow_own),
        RwSignal::new(found.digest_hour.to_string()),
    );
    // What was changed and is not on its way yet: one does not wait for the last choice to make the next.
    let waiting = RwSignal::new(UpdateNoticeSettings::default());
    let save = Callback::new(move |change| waiting.update(|waiting| add(waiting, change)));
    Effect::new(move |_| {
        if sending.busy().get()
            || waiting.with(|waiting| *waiting == UpdateNoticeSettings::default())
        {
            return;
        }
        let change = waiting.try_update(std::mem::take).unwrap_or_default();
        let api = api.clone();
        sending.send(
            async move { api.update_notice_settings(&change).await },
            |_| {},
        );
    });
    let rows = found
        .kinds
        .into_iter()
        .map(|ways| view! { <Kind ways save /> });
    let hours: Vec<(String, String)> = (0..24)
        .map(|hour| (hour.to_string(), format!("{hour:02}:00")))
        .collect();
    view! {
        <div class="form wide-form">
            <FormProblem error=sending.error() />
            <ul class="ways">{rows.collect_view()}</ul>
            <div class="ways-of-all">
                <Select
                    id="digest-hour"
                    label=t.notices_digest_hour()
                    choices=hours
                    value=hour
                    on_choose=Callback::new(move |chosen: String| {
                        let digest_hour = chosen.parse().ok();
                        hour.set(chosen);
                        save.run(UpdateNoticeSettings { digest_hour, ..UpdateNoticeSettings::default() });
                    })
                />
                <Switch
                    id="follow-own"
                    label=t.notices_follow_own()
                    checked=Signal::from(follow_own)
                    on_change=Callback::new(move |on| {
                        follow_own.set(on);
                        let follow_own = Some(on);
                        save.run(UpdateNoticeSettings { follow_own, ..UpdateNoticeSettings::default() });
                    })
                />
            </div>
        </div>
    }
}

#[component]
fn Kind(ways: NoticeWays, save: Callback<UpdateNoticeSettings>) -> impl IntoView {
    let t = use_lang();
    let name = kind_name(t, ways.kind);
    let now = RwSignal::new(ways);
    let store = move || {
        let kinds = Some(vec![now.get_untracked()]);
        save.run(UpdateNoticeSettings {
            kinds,
            ..UpdateNoticeSettings::default()
        });
    };
    let word = |rhythm: MailRhythm| match rhythm {
        MailRhythm::AtOnce => "at_once",
        MailRhythm::Daily => "daily",
        MailRhythm::Never => "never",
    };
    let id = word_of(ways);
    let rhythms: Vec<(String, String)> = MailRhythm::ALL
        .iter()
        .map(|rhythm| (word(*rhythm).to_owned(), rhythm_name(t, *rhythm).to_owned()))
        .collect();
    view! {
        <li>
            <b>{name}</b>
            <Switch
                id=format!("app-{id}")
                label=t.notices_in_app()
                checked=Signal::derive(move || now.get().in_app)
                on_change=Callback::new(move |on| {
                    now.update(|now| now.in_app = on);
                    store();
                })
            />
            <Select
                id=format!("mail-{id}")
                label=t.notices_mail()
                choices=rhythms
                value=Signal::derive(move || word(now.get().mail).to_owned())
                on_choose=Callback::new(move |chosen: String| {
                    let rhythm = MailRhythm::ALL.iter().find(|rhythm| word(**rhythm) == chosen);
                    if let Some(rhythm) = rhythm {
                        now.update(|now| now.mail = *rhythm);
                        store();
                    }
                })
            />
        </li>
    }
}

/// A word for the ids of a kind's fields.
fn word_of(ways: NoticeWays) -> String {
    format!("{:?}", ways.kind).to_lowercase()
}

fn rhythm_name(t: Lang, rhythm: MailRhythm) -> &'static str {
    match rhythm {
        MailRhythm::AtOnce => t.notices_at_once(),
        MailRhythm::Daily => t.notices_daily(),
        MailRhythm::Never => t.notices_never(),
    }
}
