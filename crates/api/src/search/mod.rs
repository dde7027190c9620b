//! Search: one index per node over questions, topics and members, fed from the event log.
//!
//! The index proposes, the database decides: every hit is loaded again with `visible_to`, and what is shown is cut from
//! the row. The maths is in `tacit_domain::search`.

mod alike;
mod analysis;
mod candidates;
mod changes;
mod document;
mod documents;
mod feeder;
mod find;
#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod find_tests;
mod handlers;
pub(crate) mod hits;
mod index;
mod mapping;
mod marks;
mod needs;
mod order;
mod ranking;
mod schema;
mod service;
pub mod unmet;
mod vocabulary;
mod words;

pub use alike::alike;
pub use needs::like_wish;

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tacit_contract::problem::ProblemCode;
use tokio::task::{JoinHandle, spawn_blocking};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::{AppError, AppResult, RETRY_AFTER};
use crate::state::AppState;
use feeder::Feeder;
use index::{IndexError, Progress, SearchIndex, Writer};

/// How often and after what time an index in use is tried again.
const TRIES: u32 = 30;
const TRY_AGAIN: Duration = Duration::from_millis(100);

/// The index, once it is open; cheap to clone.
#[derive(Clone, Default)]
pub struct Search(Arc<OnceLock<SearchIndex>>, Arc<AtomicI64>);

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search")
            .field("open", &self.0.get().is_some())
            .finish()
    }
}

impl Search {
    /// The position in the log up to which this node's index tells everything; 0 until it is open and whole.
    #[must_use]
    pub fn position(&self) -> i64 {
        self.1.load(Ordering::Relaxed)
    }

    fn index(&self) -> AppResult<&SearchIndex> {
        self.0
            .get()
            .ok_or_else(|| AppError::new(ProblemCode::Unavailable).retry_after(RETRY_AFTER))
    }
}

/// The operations. They come before those of questions: `/questions/similar` is no id.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(handlers::search)
        .service(handlers::complete_search)
        .service(unmet::handlers::list_unmet_searches)
        .service(unmet::handlers::check_unmet_search)
        .service(handlers::list_similar_questions);
}

/// Opens the index and keeps it up to date until the task is aborted.
///
/// # Errors
/// A sentence when another process has the index, or its directory cannot be used.
pub async fn start(state: &AppState) -> Result<JoinHandle<()>, String> {
    let feeder = open(state).await?;
    Ok(tokio::spawn(feeder.run(state.wake.listen())))
}

/// Makes the index anew from the database, while no server runs. Returns how many documents it has.
///
/// # Errors
/// A sentence about what does not work.
pub async fn reindex(state: &AppState) -> Result<u64, String> {
    let mut feeder = open(state).await?;
    feeder.rebuild().await.map_err(|error| error.to_string())
}

async fn open(state: &AppState) -> Result<Feeder, String> {
    let (index, writer, progress) = open_when_free(state).await?;
    if state.search.0.set(index).is_err() {
        return Err("the search index is open already".to_owned());
    }
    let position = Arc::clone(&state.search.1);
    Ok(Feeder::new(state.db.clone(), writer, progress, position))
}

/// A server that is just being stopped may hold the index a moment longer.
async fn open_when_free(
    state: &AppState,
) -> Result<(SearchIndex, Writer, Option<Progress>), String> {
    let directory = state.settings.data_dir.join("search");
    let mut tries = 0;
    loop {
        let directory = directory.clone();
        let opened = spawn_blocking(move || index::open(Path::new(&directory))).await;
        match opened.map_err(|error| error.to_string())? {
            Err(IndexError::InUse(_)) if tries < TRIES => tries += 1,
            outcome => return outcome.map_err(|error| error.to_string()),
        }
        tokio::time::sleep(TRY_AGAIN).await;
    }
}
