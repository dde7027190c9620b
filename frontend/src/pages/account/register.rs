//! `/register`: for everyone, for addresses of some domains, or with the link of an invitation. The link of the first
//! admin leads here too.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::identity::Register;
use tacit_contract::organisation::{Registration, SignInOptions};
use web_sys::SubmitEvent;

use super::{Door, Options, parameter};
use crate::components::shell::TitlePage;
use crate::components::ui::{
    Blank, Button, Failure, FormProblem, Glyph, Kind, PasswordField, TextField, TextSkeleton,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::sending::Sending;
use crate::state::session::{locale_of, use_session};
use crate::state::zone::browser_zone;
use crate::view_model::admission::{self, Admission};

/// The page.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <Door>
            {move || {
                let options = Options::fetch();
                let token = parameter("token");
                let invited = token.is_some();
                let lede = Signal::derive(move || {
                    options.get().map(|options| lede(t, invited, &options.organisation))
                });
                let title = if invited { t.account_invited_title() } else { t.account_register_title() };
                view! {
                    <TitlePage title lede options=options.signal()>
                        <Way options token />
                        <p class="aside-line">
                            {t.account_have_one()} " " <A href="/sign-in">{t.account_sign_in_link()}</A>
                        </p>
                    </TitlePage>
                }
            }}
        </Door>
    }
}

fn lede(t: Lang, invited: bool, organisation: &str) -> String {
    match (admission::named(organisation), invited) {
        (Some(name), true) => t.account_invited_lede(name),
        (Some(name), false) => t.account_register_lede(name),
        (None, true) => t.account_invited_plain().to_owned(),
        (None, false) => t.account_register_plain().to_owned(),
    }
}

/// The form, or why there is none.
#[component]
fn Way(options: Options, token: Option<String>) -> impl IntoView {
    let t = use_lang();
    let sent_to = RwSignal::new(None::<String>);
    let fields = Fields::new();
    let content = move || match options.0.get() {
        None => view! { <TextSkeleton /> }.into_any(),
        Some(Err(error)) => {
            let retry = Callback::new(move |()| options.0.refetch());
            view! { <Failure error retry /> }.into_any()
        }
        Some(Ok(options)) => match admission::admission(&options, token.is_some()) {
            Admission::Closed => {
                let more = t.account_closed_more(&options.organisation);
                view! { <Blank glyph=Glyph::Door title=t.account_closed_title() text=more>""</Blank> }.into_any()
            }
            Admission::Form => {
                let hint = email_hint(t, &options, token.is_some());
                view! { <RegisterForm token=token.clone() hint sent_to fields /> }.into_any()
            }
        },
    };
    move || match sent_to.get() {
        Some(email) => view! { <LookInMail email sent_to /> }.into_any(),
        None => content().into_any(),
    }
}

fn email_hint(t: Lang, options: &SignInOptions, invited: bool) -> Option<String> {
    match options.registration {
        _ if invited => Some(t.account_invited_hint().to_owned()),
        Registration::Domains => {
            Some(t.account_domains_hint(&admission::domains(&options.allowed_domains)))
        }
        Registration::Open | Registration::Invitation => None,
    }
}

/// What is typed; it outlives a look at the other state.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
}

impl Fields {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            email: empty(),
            password: empty(),
        }
    }

    fn request(self, t: Lang, token: Option<String>) -> Register {
        Register {
            email: self.email.get_untracked(),
            password: self.password.get_untracked(),
            display_name: self.name.get_untracked(),
            locale: Some(locale_of(t)),
            time_zone: browser_zone(),
            token,
        }
    }
}

#[component]
fn RegisterForm(
    token: Option<String>,
    hint: Option<String>,
    sent_to: RwSignal<Option<String>>,
    fields: Fields,
) -> impl IntoView {
    let t = use_lang();
    let (api, session, lang) = (use_api(), use_session(), use_lang_state());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, register) = (api.clone(), fields.request(t, token.clone()));
        sending.send(
            async move { api.register(&register).await },
            move |registered| match registered.session {
                Some(signed_in) => session.begin(signed_in, lang),
                None => sent_to.set(Some(fields.email.get_untracked())),
            },
        );
    };
    view! {
        <form novalidate on:submit=submit>
            <TextField
                id="name"
                label=t.account_name()
                hint=t.account_name_hint()
                autocomplete="name"
                value=fields.name
                error=sending.field(t, "/display_name")
            />
            <TextField
                id="email"
                label=t.account_email()
                hint=hint.unwrap_or_default()
                kind="email"
                autocomplete="username"
                value=fields.email
                error=sending.field(t, "/email")
            />
            <PasswordField
                id="password"
                label=t.account_password()
                hint=t.account_password_hint()
                autocomplete="new-password"
                value=fields.password
                error=sending.field(t, "/password")
            />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.account_register()}</Button>
            </div>
        </form>
    }
}

/// A letter is on its way. The same is said when the address is taken: the letter tells.
#[component]
fn LookInMail(email: String, sent_to: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    let again = Callback::new(move |()| sent_to.set(None));
    view! {
        <div role="status">
            <Blank glyph=Glyph::Mail title=t.account_mail_title() text=t.account_mail_more(&email)>
                <p>{t.account_mail_nothing()}</p>
                <Button on_press=again>{t.account_mail_again()}</Button>
            </Blank>
        </div>
    }
}
