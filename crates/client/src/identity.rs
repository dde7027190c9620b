//! Members and sessions.
use reqwest::Method;
use tacit_contract::identity::SignedIn;
use crate::{Client, ClientError};
impl Client {
    /// Takes up the session.
    pub async fn refresh(&self) -> Result<SignedIn, ClientError> { self.call(Method::POST, &["session", "refresh"]).as_nobody().send().await }
    /// Ends it.
    pub async fn sign_out(&self) -> Result<(), ClientError> { self.call(Method::DELETE, &["session"]).send_empty().await }
}
