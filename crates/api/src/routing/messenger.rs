//! The messenger: brings questions to the next people when their time has come.
//!
//! Who is asked is found out before the transaction; the transaction takes the step if nobody else did and nobody has
//! answered meanwhile. So several nodes may look at the same question, and one of them asks.

use std::time::Duration;

use tokio::task::JoinHandle;

use super::repo::routes;
use super::step;
use crate::db;
use crate::error::AppResult;
use crate::state::AppState;

/// How long the messenger sleeps between two rounds.
const ROUND: Duration = Duration::from_secs(1);
/// Questions looked at together.
const TOGETHER: u64 = 20;
/// Seconds after which a question is looked at again whose step failed: it must not keep others waiting.
const AGAIN: i64 = 600;

/// Takes the steps as long as the server runs.
#[derive(Clone)]
pub struct Messenger(AppState);

impl Messenger {
    /// A messenger of this server.
    #[must_use]
    pub fn new(state: &AppState) -> Self {
        Self(state.clone())
    }

    /// Takes every step that is due.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn go_round(&self) -> AppResult<()> {
        let state = &self.0;
        loop {
            let now = state.clock.now();
            let urgent = i64::from(state.settings.waits.urgent);
            let urgent_since = now.plus_seconds(-3_600 * urgent);
            let due = routes::due(state.db.reader(), now, urgent_since, TOGETHER).await?;
            if due.is_empty() {
                return Ok(());
            }
            for route in due {
                if let Err(error) = step::take(state, &route).await {
                    tracing::warn!(%error, question = %route.question_id, "a question could not be brought on");
                    self.put_off(route).await?;
                }
            }
        }
    }

    async fn put_off(&self, route: routes::RouteRow) -> AppResult<()> {
        let now = self.0.clock.now();
        db::write(&self.0.db, move |tx| {
            let route = route.clone();
            Box::pin(async move {
                let circle = route.circle.as_deref().map(str::parse).transpose()?;
                let next = now.plus_seconds(AGAIN).micros();
                // As if the last step were of now: an urgent one would be due at once otherwise.
                routes::advance(tx, &route, circle, now.micros(), Some(next)).await?;
                Ok(())
            })
        })
        .await
    }

    /// Runs until aborted.
    #[must_use]
    pub fn start(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            loop {
                if let Err(error) = db::in_time(self.go_round()).await {
                    tracing::warn!(%error, "questions could not be brought on");
                }
                tokio::time::sleep(ROUND).await;
            }
        })
    }
}
