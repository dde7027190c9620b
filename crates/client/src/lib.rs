//! Typed HTTP client for the Tacit API: one method per operation, in a file per feature.
//!
//! The same code runs natively (the API's own tests) and as WebAssembly (the app). The client keeps the access token in
//! memory; the refresh token is an HttpOnly cookie that only the browser, or natively the cookie store, ever sees. When
//! the server answers 401 the client refreshes once, however many calls wait for it, and tries again.

mod blocks;
mod bookmarks;
mod communities;
mod drafts;
mod error;
mod expertise;
mod files;
mod follows;
mod identity;
mod imports;
mod members;
mod moderation;
mod nameless;
mod needs;
mod notices;
mod organisation;
mod posts;
mod questions;
mod request;
mod routing;
mod search;
mod session;
mod topics;

pub use error::ClientError;

use std::sync::Arc;

use url::Url;

/// The API, spoken to as one person or as nobody. Clones share the session.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: Url,
    session: Arc<session::Session>,
}

impl Client {
    /// A client for the server at `base_url`, such as `http://127.0.0.1:8080`; nobody is signed in yet.
    ///
    /// # Errors
    /// When the address is not an absolute `http` or `https` one.
    pub fn new(base_url: &str) -> Result<Self, ClientError> {
        let base = Url::parse(base_url).map_err(|error| ClientError::Address(error.to_string()))?;
        if base.cannot_be_a_base() {
            return Err(ClientError::Address(base_url.to_owned()));
        }
        Ok(Self {
            http: request::http()?,
            base,
            session: Arc::default(),
        })
    }

    /// The access token in use.
    #[must_use]
    pub fn access_token(&self) -> Option<String> {
        self.session.token()
    }

    /// Uses this access token from now on, or none.
    pub fn set_access_token(&self, token: Option<String>) {
        self.session.set(token);
    }

    /// Calls `told` whenever a refused session turns out to be over: the person must sign in again.
    pub fn on_signed_out(&self, told: impl Fn() + Send + Sync + 'static) {
        self.session.on_ended(Box::new(told));
    }
}
