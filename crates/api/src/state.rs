//! What every request has at hand.

use std::sync::Arc;

use secrecy::ExposeSecret;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::auth::attempts::Attempts;
use crate::auth::cookie::CookieRule;
use crate::auth::keys::TokenKeys;
use crate::auth::password::Hasher;
use crate::clock::Clock;
use crate::db::Database;
use crate::events::wake::Wake;
use crate::files::service::DECODED_AT_ONCE;
use crate::files::store::FileStore;
use crate::mail::Mailer;
use crate::search::Search;
use crate::settings::Settings;
use crate::settings::keys::Keys;

/// Shared by all threads; cheap to clone. Handlers take it as `web::Data<AppState>`.
#[derive(Clone)]
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
    /// Calls when the log has grown.
    pub wake: Wake,
    /// The search index, while the server runs.
    pub search: Search,
    /// Issues and reads access tokens.
    pub tokens: Arc<TokenKeys>,
    /// How the refresh cookie looks, and who may send it.
    pub cookies: Arc<CookieRule>,
    /// Limits attempts to sign in.
    pub attempts: Arc<Attempts>,
    /// Hashes passwords, a few at a time.
    pub passwords: Arc<Hasher>,
    /// Sends letters.
    pub mailer: Mailer,
    /// The bytes of pictures.
    pub files: FileStore,
    /// Turns at decoding pictures.
    pub decoding: Arc<Semaphore>,
}

impl AppState {
    /// Makes the data directory ready, connects and migrates.
    ///
    /// # Errors
    /// A sentence about what does not work and what to do.
    pub async fn open(settings: Settings) -> Result<Self, String> {
        let keys = prepare(&settings)?;
        let db = Database::connect(settings.database_url.expose_secret())
            .await
            .map_err(|error| {
                format!("The database cannot be reached: {error}. See --database-url.")
            })?;
        db.migrate()
            .await
            .map_err(|error| format!("The database cannot be brought up to date: {error}."))?;
        let tokens = TokenKeys::new(&keys.derive("access-token"), &settings.public_url);
        let cookies = CookieRule::new(&settings.public_url, &settings.cors_origins);
        let passwords = Hasher::new().map_err(|error| error.to_string())?;
        let clock = settings
            .as_of
            .map_or_else(Clock::system, Clock::starting_at);
        Ok(Self {
            db,
            clock,
            ids: Ids::default(),
            mailer: mailer(&settings)?,
            files: FileStore::open(&settings)?,
            decoding: Arc::new(Semaphore::new(DECODED_AT_ONCE)),
            settings: Arc::new(settings),
            keys: Arc::new(keys),
            wake: Wake::default(),
            search: Search::default(),
            tokens: Arc::new(tokens),
            cookies: Arc::new(cookies),
            attempts: Arc::new(Attempts::default()),
            passwords: Arc::new(passwords),
        })
    }
}

/// Makes the data directory and finds or makes the secret in it.
fn prepare(settings: &Settings) -> Result<Keys, String> {
    let directory = settings.data_dir.display();
    std::fs::create_dir_all(&settings.data_dir).map_err(|error| {
        format!("The data directory {directory} cannot be made: {error}. Choose another with --data-dir.")
    })?;
    // Asked of the directory itself: root may write everywhere but on a read-only file system.
    tempfile::tempfile_in(&settings.data_dir).map_err(|error| {
        format!("The data directory {directory} cannot be written: {error}. Choose another with --data-dir.")
    })?;
    Keys::load(settings)
}

fn mailer(settings: &Settings) -> Result<Mailer, String> {
    let smtp = settings.smtp_url.as_ref().map(ExposeSecret::expose_secret);
    Mailer::new(smtp, &settings.mail_from, settings.in_data_dir("outbox"))
        .map_err(|error| format!("Mail cannot be sent: {error}. See --smtp-url and --mail-from."))
}

/// Makes ids: time-ordered ones (UUID v7), unless they must not tell when they were made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ids {
    random: bool,
}

impl Ids {
    /// Ids without a time (UUID v4), for what has no author that is shown.
    #[must_use]
    pub const fn without_time() -> Self {
        Self { random: true }
    }

    /// Another one.
    #[must_use]
    pub fn next(self) -> Uuid {
        if self.random {
            Uuid::new_v4()
        } else {
            Uuid::now_v7()
        }
    }
}
