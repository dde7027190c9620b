//! Registering, signing in, one's own account, and the profiles of others. For admins, see `members`.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::identity::{
    ChangePassword, ConfirmAddress, EndSessionsQuery, ListMembersQuery, Me, MemberProfile,
    MemberSummary, Register, Registered, RequestPasswordReset, ResetPassword, Session, SignIn,
    SignedIn, UpdateMe,
};
use tacit_contract::organisation::SignInOptions;
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// What a person who is not signed in needs to know: whose Tacit it is, and who may register.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn sign_in_options(&self) -> Result<SignInOptions, ClientError> {
        self.call(Method::GET, &["auth", "options"])
            .by_nobody()
            .send()
            .await
    }

    /// Registers. Where no confirmation is needed, the new member is signed in.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn register(&self, register: &Register) -> Result<Registered, ClientError> {
        let done: Registered = self
            .call(Method::POST, &["auth", "register"])
            .by_nobody()
            .json(register)
            .send()
            .await?;
        if let Some(session) = &done.session {
            self.set_access_token(Some(session.access_token.clone()));
        }
        Ok(done)
    }

    /// Confirms the address of a new account, and signs in.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn confirm_address(&self, confirm: &ConfirmAddress) -> Result<SignedIn, ClientError> {
        let call = self
            .call(Method::POST, &["auth", "confirm-address"])
            .by_nobody()
            .json(confirm);
        Ok(self.keep(call.send().await?))
    }

    /// Has a link mailed that lets one choose another password.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn request_password_reset(
        &self,
        request: &RequestPasswordReset,
    ) -> Result<(), ClientError> {
        self.call(Method::POST, &["auth", "request-password-reset"])
            .by_nobody()
            .json(request)
            .send_empty()
            .await
    }

    /// Sets another password by the mailed link, and signs in.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn reset_password(&self, reset: &ResetPassword) -> Result<SignedIn, ClientError> {
        let call = self
            .call(Method::POST, &["auth", "reset-password"])
            .by_nobody()
            .json(reset);
        Ok(self.keep(call.send().await?))
    }

    /// Signs in; further calls are made as this member.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn sign_in(&self, sign_in: &SignIn) -> Result<SignedIn, ClientError> {
        let call = self
            .call(Method::POST, &["auth", "sign-in"])
            .by_nobody()
            .json(sign_in);
        Ok(self.keep(call.send().await?))
    }

    /// Takes up the session of the cookie: a fresh access token for further calls.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn refresh(&self) -> Result<SignedIn, ClientError> {
        let call = self.call(Method::POST, &["auth", "refresh"]).by_nobody();
        Ok(self.keep(call.send().await?))
    }

    /// Ends this session; further calls are made as nobody.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn sign_out(&self) -> Result<(), ClientError> {
        let call = self.call(Method::POST, &["auth", "sign-out"]);
        call.send_empty().await?;
        self.set_access_token(None);
        Ok(())
    }

    /// One's own account.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn me(&self) -> Result<Me, ClientError> {
        self.call(Method::GET, &["me"]).send().await
    }

    /// Changes one's own account, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn update_me(&self, version: i32, change: &UpdateMe) -> Result<Me, ClientError> {
        self.call(Method::PATCH, &["me"])
            .if_match(version)
            .json(change)
            .send()
            .await
    }

    /// Changes one's own password; every other session ends.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn change_password(&self, change: &ChangePassword) -> Result<(), ClientError> {
        self.call(Method::POST, &["me", "password"])
            .json(change)
            .send_empty()
            .await
    }

    /// Where one is signed in.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_sessions(&self) -> Result<Vec<Session>, ClientError> {
        self.call(Method::GET, &["me", "sessions"]).send().await
    }

    /// Signs out one of one's own sessions.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn end_session(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["me", "sessions", &id.to_string()])
            .send_empty()
            .await
    }

    /// Signs out all of one's own sessions but this one.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn end_other_sessions(&self) -> Result<(), ClientError> {
        let query = EndSessionsQuery {
            keep_current: Some(true),
        };
        self.call(Method::DELETE, &["me", "sessions"])
            .query(&query)
            .send_empty()
            .await
    }

    /// Signs out everywhere, here too.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn end_all_sessions(&self) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["me", "sessions"])
            .send_empty()
            .await
    }

    /// A page of members.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_members(
        &self,
        query: &ListMembersQuery,
    ) -> Result<Page<MemberSummary>, ClientError> {
        self.call(Method::GET, &["members"])
            .query(query)
            .send()
            .await
    }

    /// A member's profile.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_member(&self, handle: &str) -> Result<MemberProfile, ClientError> {
        self.call(Method::GET, &["members", handle]).send().await
    }

    fn keep(&self, signed_in: SignedIn) -> SignedIn {
        self.set_access_token(Some(signed_in.access_token.clone()));
        signed_in
    }
}
