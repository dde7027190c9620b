//! Opaque tokens: 256 random bits as text. Only their SHA-256 is stored, so that reading the database opens nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// The operating system gave no randomness.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

/// A token nobody can guess, as 43 characters for addresses and cookies.
///
/// # Errors
/// [`NoRandomness`].
pub fn random() -> Result<String, NoRandomness> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_hashes_do_not() -> Result<(), NoRandomness> {
        let (one, other) = (random()?, random()?);
        assert_eq!(one.len(), 43);
        assert_ne!(one, other);
        assert_eq!(hash(&one), hash(&one));
        assert_ne!(hash(&one), one);
        Ok(())
    }
}
