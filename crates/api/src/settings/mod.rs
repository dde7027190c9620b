//! All that can be set, built once at start from flags, environment (`TACIT_*`), a TOML file and defaults, in this order.

mod args;
pub mod keys;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use tacit_domain::expertise::routing::Weights;
use tacit_domain::identity::Registration;
use tacit_domain::routing::Waits;
use tacit_domain::time::Timestamp;
use url::Url;

pub use args::SettingsArgs;

use crate::auth::address::Network;

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines, one JSON object per line.
    Json,
}

/// The store of pictures.
#[derive(Clone, Debug)]
pub struct FileSettings {
    /// An S3 bucket; the data directory when none.
    pub bucket: Option<String>,
    /// Address of the S3 service; Amazon's when none.
    pub endpoint: Option<String>,
    /// Its region.
    pub region: Option<String>,
    /// Access key; the environment of the machine offers one when none.
    pub access_key: Option<String>,
    /// Secret of the access key.
    pub secret_key: Option<SecretString>,
    /// Largest picture that may be uploaded, in bytes.
    pub max_bytes: usize,
}

/// How people are suggested. Only measurements use anything but the default.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggesting {
    /// What each signal counts.
    pub weights: Weights,
    /// Whether people of an import who have no account are named too.
    pub unclaimed: bool,
    /// Whether people of like strength take turns and who answered much steps back.
    pub spread: bool,
}

impl Default for Suggesting {
    fn default() -> Self {
        Self {
            weights: Weights::CHOSEN,
            unclaimed: false,
            spread: true,
        }
    }
}

/// What the server and the commands go by.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the server listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Database, search index, secrets and mails without a mail server live here.
    pub data_dir: PathBuf,
    /// `sqlite://` or `postgres://`.
    pub database_url: SecretString,
    /// Where people reach the server: decides cookies, the Origin check and links.
    pub public_url: Url,
    /// False while `public_url` is derived from `listen`.
    pub public_url_given: bool,
    /// The built app, when not embedded in the binary.
    pub app_dir: Option<PathBuf>,
    /// Other origins that may call the API from a browser.
    pub cors_origins: Vec<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Who may register, until an admin decides.
    pub registration: Registration,
    /// Mail domains that may register under `domains`.
    pub allowed_domains: Vec<String>,
    /// `smtp://` or `smtps://`, with user and password; none: mails are files in the data directory.
    pub smtp_url: Option<SecretString>,
    /// Sender of mails.
    pub mail_from: String,
    /// Where the bytes of pictures lie, and how large they may be.
    pub files: FileSettings,
    /// How the log looks.
    pub log_format: LogFormat,
    /// What is logged, as `tracing_subscriber::EnvFilter` reads it.
    pub log_filter: String,
    /// The time the clock starts at; the system's when none.
    pub as_of: Option<Timestamp>,
    /// Whether an empty database gets demo content at the first start.
    pub demo: bool,
    /// The password of everybody in the demo content; random ones when none.
    pub demo_password: Option<SecretString>,
    /// Threads that answer requests; one per core when none.
    pub workers: Option<usize>,
    /// How people are suggested.
    pub suggesting: Suggesting,
    /// Hours after which a question nobody answered is brought to more people.
    pub waits: Waits,
    /// The master secret as given; else it lies in the data directory.
    pub secret: Option<SecretString>,
}

impl Settings {
    /// The same, with the public URL following the address really listened on, unless one was given.
    #[must_use]
    pub fn listening_on(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        if !self.public_url_given
            && let Ok(url) = url_of(address)
        {
            self.public_url = url;
        }
        self
    }

    /// A place in the data directory.
    #[must_use]
    pub fn in_data_dir(&self, name: impl AsRef<Path>) -> PathBuf {
        self.data_dir.join(name)
    }

    /// The origin of the public URL, as browsers send it.
    #[must_use]
    pub fn public_origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }
}

/// What a browser on this machine opens for an address.
fn url_of(address: SocketAddr) -> Result<Url, url::ParseError> {
    let port = address.port();
    let url = if address.ip().is_unspecified() {
        format!("http://localhost:{port}")
    } else {
        format!("http://{address}")
    };
    Url::parse(&url)
}
