//! Hashing of passwords: argon2id, off the request threads, as many at a time as there are processors.
//!
//! Verifying costs the same whether there is an account or not: without one, a hash of nothing anybody knows is verified.

use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use tacit_domain::identity::password::Password;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::token;

/// How long a request waits for its turn; beyond, the server is overloaded.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why nothing was hashed.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many wait already.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// The hash function or its thread failed.
    #[error("hashing a password failed: {0}")]
    Failed(String),
}

/// Hashes and verifies passwords.
pub struct Hasher {
    turns: Arc<Semaphore>,
    decoy: String,
}

impl Hasher {
    /// A hasher with one turn per processor.
    ///
    /// # Errors
    /// When the decoy cannot be made.
    pub fn new() -> Result<Self, HashError> {
        let unknown = token::random().map_err(|e| HashError::Failed(e.to_string()))?;
        let turns = available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self {
            turns: Arc::new(Semaphore::new(turns)),
            decoy: hash_now(&unknown)?,
        })
    }

    /// The PHC string of a password.
    ///
    /// # Errors
    /// [`HashError`].
    pub async fn hash(&self, password: Password) -> Result<String, HashError> {
        self.in_turn(move || hash_now(password.expose())).await?
    }

    /// Whether a password is the one of `stored`; without `stored` it takes as long and is false.
    ///
    /// # Errors
    /// [`HashError`].
    pub async fn verify(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<bool, HashError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.decoy.clone());
        let fits = self.in_turn(move || verify_now(&password, &stored)).await?;
        Ok(fits && known)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashError> {
        let waiting = Arc::clone(&self.turns).acquire_owned();
        let turn = timeout(PATIENCE, waiting)
            .await
            .map_err(|_| HashError::Busy)?
            .map_err(|_| HashError::Busy)?;
        spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(|e| HashError::Failed(e.to_string()))
    }
}

fn hash_now(password: &str) -> Result<String, HashError> {
    let hash: PasswordHash = Argon2::default()
        .hash_password(password.as_bytes())
        .map_err(|e| HashError::Failed(e.to_string()))?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_fits_and_nothing_fits_nobody() {
        let hasher = Hasher::new().unwrap();
        let words = "a tram full of accordions";
        let stored = hasher.hash(Password::parse(words).unwrap()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(
            hasher
                .verify(words.into(), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .verify("a tram full of violins".into(), Some(stored))
                .await
                .unwrap()
        );
        assert!(!hasher.verify(words.into(), None).await.unwrap());
    }
}
