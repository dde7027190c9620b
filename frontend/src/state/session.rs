//! Who is signed in. The access token lives in the client's memory, the refresh token in a cookie that no script sees;
//! so after a reload it is not yet known who is there, and a guard waits for the answer.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tacit_client::{Client, ClientError};
use tacit_contract::identity::{Locale, Me, Role, SignedIn};

use super::api::use_api;
use super::lang::{LangState, use_lang_state};
use crate::i18n::Lang;

/// What is known about who is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Not yet: the answer is on its way.
    Unknown,
    /// The server could not be asked.
    Unreachable,
    /// Nobody.
    Nobody,
    /// A member.
    Member(Box<Me>),
}

/// The session of the app.
#[derive(Clone, Copy)]
pub struct SessionState(RwSignal<Who>);

impl SessionState {
    /// Asks the server who is there, and offers the session to all below.
    pub fn provide(client: &Client) -> Self {
        let session = Self(RwSignal::new(Who::Unknown));
        client.on_signed_out(move || session.0.set(Who::Nobody));
        provide_context(session);
        session.resume(client.clone(), use_lang_state());
        session
    }

    /// Takes up the session of the cookie, if there is one.
    pub fn resume(self, client: Client, lang: LangState) {
        self.0.set(Who::Unknown);
        spawn_local(async move {
            match client.refresh().await {
                Ok(signed_in) => self.begin(signed_in, lang),
                Err(ClientError::Network(_)) => self.0.set(Who::Unreachable),
                Err(_) => self.0.set(Who::Nobody),
            }
        });
    }

    /// Somebody signed in or registered: the language of the screens becomes theirs.
    pub fn begin(self, signed_in: SignedIn, lang: LangState) {
        lang.set(lang_of(signed_in.member.locale));
        self.0.set(Who::Member(Box::new(signed_in.member)));
    }

    /// The member's account changed.
    pub fn update(self, me: Me) {
        self.0.set(Who::Member(Box::new(me)));
    }

    /// Nobody is there any more.
    pub fn end(self) {
        self.0.set(Who::Nobody);
    }

    /// What is known now.
    pub fn who(self) -> Who {
        self.0.get()
    }

    /// The member who is there.
    pub fn me(self) -> Option<Me> {
        self.0.with(|who| {
            if let Who::Member(me) = who {
                Some((**me).clone())
            } else {
                None
            }
        })
    }

    /// Whether the member is one of these.
    pub fn is(self, roles: &[Role]) -> bool {
        self.0
            .with(|who| matches!(who, Who::Member(me) if roles.contains(&me.role)))
    }
}

/// The session.
pub fn use_session() -> SessionState {
    expect_context()
}

/// Signs out here, and says so whether or not the server heard it.
pub fn sign_out(then: Callback<()>) {
    let (client, session) = (use_api(), use_session());
    spawn_local(async move {
        if let Err(error) = client.sign_out().await {
            leptos::logging::warn!("signing out: {error}");
        }
        client.set_access_token(None);
        session.end();
        then.run(());
    });
}

/// The app's language for a member's choice.
pub fn lang_of(locale: Locale) -> Lang {
    match locale {
        Locale::En => Lang::En,
        Locale::Sv => Lang::Sv,
    }
}

/// A member's choice for the app's language.
pub fn locale_of(lang: Lang) -> Locale {
    match lang {
        Lang::En => Locale::En,
        Lang::Sv => Locale::Sv,
    }
}
