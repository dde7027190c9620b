//! The keys of this server: one master secret, from which each purpose has a key of its own.
//!
//! The secret is given by `TACIT_SECRET`, or made at the first start and kept in the data directory for the owner only.
//! Several nodes share one by environment.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use aws_lc_rs::aead::{AES_256_GCM, Aad, RandomizedNonceKey};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::ExposeSecret;

use super::Settings;

const FILE: &str = "secret.key";
const SHORTEST: usize = 32;

/// Keys by purpose.
pub struct Keys {
    master: hmac::Key,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// From the settings or the data directory; makes the secret when there is none.
    ///
    /// # Errors
    /// A sentence about what cannot be read or written.
    pub fn load(settings: &Settings) -> Result<Self, String> {
        let secret = match &settings.secret {
            Some(secret) => secret.expose_secret().to_owned(),
            None => read_or_create(&settings.in_data_dir(FILE))?,
        };
        if secret.len() < SHORTEST {
            return Err(format!(
                "The secret must have at least {SHORTEST} characters."
            ));
        }
        Ok(Self {
            master: hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()),
        })
    }

    /// The key for one purpose, such as `access-token`. The same at every start.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let tag = hmac::sign(&self.master, purpose.as_bytes());
        let mut key = [0; 32];
        for (slot, byte) in key.iter_mut().zip(tag.as_ref()) {
            *slot = *byte;
        }
        key
    }

    /// Encrypts and authenticates, for `context` only; the result is URL-safe text.
    #[must_use]
    pub fn seal(&self, context: &str, plain: Vec<u8>) -> Option<String> {
        let mut bytes = plain;
        let nonce = self
            .sealing_key()?
            .seal_in_place_append_tag(Aad::from(context), &mut bytes)
            .ok()?;
        let sealed = [nonce.as_ref().as_slice(), &bytes].concat();
        Some(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// What was sealed for the same context, or nothing if this is not such a text.
    #[must_use]
    pub fn open(&self, context: &str, text: &str) -> Option<Vec<u8>> {
        let sealed = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, bytes) = sealed.split_first_chunk::<12>()?;
        let mut bytes = bytes.to_vec();
        let plain = self
            .sealing_key()?
            .open_in_place(nonce.into(), Aad::from(context), &mut bytes)
            .ok()?;
        Some(plain.to_vec())
    }

    fn sealing_key(&self) -> Option<RandomizedNonceKey> {
        RandomizedNonceKey::new(&AES_256_GCM, &self.derive("cursor")).ok()
    }
}

fn read_or_create(path: &Path) -> Result<String, String> {
    let problem = |error: std::io::Error| format!("{} cannot be used: {error}.", path.display());
    match open_new(path) {
        Ok(mut file) => {
            let mut secret = [0_u8; 32];
            getrandom::fill(&mut secret).map_err(|error| format!("No random numbers: {error}."))?;
            let text = URL_SAFE_NO_PAD.encode(secret);
            file.write_all(text.as_bytes()).map_err(problem)?;
            file.sync_all().map_err(problem)?;
            Ok(text)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let mut text = String::new();
            std::fs::File::open(path)
                .and_then(|mut file| file.read_to_string(&mut text))
                .map_err(problem)?;
            Ok(text.trim().to_owned())
        }
        Err(error) => Err(problem(error)),
    }
}

/// Fails when the file exists, so that two starts at once cannot make two secrets.
fn open_new(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
