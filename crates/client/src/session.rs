//! The access token, and refreshing it: many calls may be refused at once, one refresh serves them all.

use std::sync::{PoisonError, RwLock};

use futures::lock::Mutex;

use crate::Client;

type Told = Box<dyn Fn() + Send + Sync>;

/// What one client and its clones share.
#[derive(Default)]
pub(crate) struct Session {
    token: RwLock<Option<String>>,
    refreshing: Mutex<()>,
    ended: RwLock<Option<Told>>,
}

impl Session {
    pub(crate) fn token(&self) -> Option<String> {
        self.token
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn set(&self, token: Option<String>) {
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = token;
    }

    pub(crate) fn on_ended(&self, told: Told) {
        *self.ended.write().unwrap_or_else(PoisonError::into_inner) = Some(told);
    }

    fn end(&self) {
        self.set(None);
        if let Some(told) = self
            .ended
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
        {
            told();
        }
    }
}

impl Client {
    /// After `refused` was answered with 401: true when there is a newer token to try with.
    pub(crate) async fn renew(&self, refused: &str) -> bool {
        let _turn = self.session.refreshing.lock().await;
        if let Some(token) = self.session.token()
            && token != refused
        {
            // Another call refreshed while this one waited for its turn.
            return true;
        }
        match self.refresh().await {
            Ok(_) => true,
            Err(error) => {
                // A cut connection says nothing about the session: only a refusal ends it.
                if error
                    .status()
                    .is_some_and(|status| status == 401 || status == 403)
                {
                    self.session.end();
                }
                false
            }
        }
    }
}
