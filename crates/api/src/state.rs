//! What every request has at hand.

use std::sync::Arc;

use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::Database;
use crate::events::wake::Wake;
use crate::settings::Settings;
use crate::settings::keys::Keys;

/// Shared by all threads; cheap to clone. Handlers take it as `web::Data<AppState>`.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The database.
    pub db: Database,
    /// What time it is.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// What is set.
    pub settings: Arc<Settings>,
    /// Keys by purpose.
    pub keys: Arc<Keys>,
    /// Tells projections that the log has grown.
    pub wake: Wake,
}

impl AppState {
    /// Makes the data directory ready, connects and migrates.
    ///
    /// # Errors
    /// A sentence about what does not work and what to do.
    pub async fn open(settings: Settings) -> Result<Self, String> {
        let directory = settings.data_dir.display();
        std::fs::create_dir_all(&settings.data_dir).map_err(|error| {
            format!("The data directory {directory} cannot be made: {error}. Choose another with --data-dir.")
        })?;
        let keys = Keys::load(&settings).map_err(|error| {
            format!("{error} The data directory {directory} must be writable; choose another with --data-dir.")
        })?;
        let db = Database::connect(settings.database_url.expose_secret())
            .await
            .map_err(|error| {
                format!("The database cannot be reached: {error}. See --database-url.")
            })?;
        db.migrate()
            .await
            .map_err(|error| format!("The database cannot be brought up to date: {error}."))?;
        Ok(Self {
            db,
            clock: settings
                .as_of
                .map_or_else(Clock::system, Clock::starting_at),
            ids: Ids,
            settings: Arc::new(settings),
            keys: Arc::new(keys),
            wake: Wake::default(),
        })
    }
}

/// Makes ids.
#[derive(Clone, Copy, Debug)]
pub struct Ids;

impl Ids {
    /// Time-ordered (UUID v7).
    #[must_use]
    pub fn next(self) -> Uuid {
        Uuid::now_v7()
    }

    /// Random (UUID v4), for hidden posts: their order tells nothing.
    #[must_use]
    pub fn hidden(self) -> Uuid {
        Uuid::new_v4()
    }
}
