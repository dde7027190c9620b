//! Flags, environment and file, and what stands when nothing is said. Each setting is listed once, here.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use secrecy::SecretString;
use serde::Deserialize;
use tacit_domain::identity::Registration;
use tacit_domain::limits::PICTURE_BYTES_MAX;
use tacit_domain::routing::Waits;
use url::Url;

use crate::auth::address::Network;

use super::{FileSettings, LogFormat, Settings, Suggesting, url_of};

const SETTINGS: &str = "Settings (flag, environment, or file with the same names)";

/// Steps of starting that only matter when it fails are left out.
const LOG: &str = "info,actix_server=warn,sea_orm_migration=warn,sqlx=warn";

/// What can be given. A file has the names of the flags with `_` for `-`.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[command(next_help_heading = SETTINGS)]
pub struct SettingsArgs {
    /// TOML file with settings
    #[serde(skip)]
    #[arg(long, env = "TACIT_SETTINGS", value_name = "FILE", global = true)]
    pub settings: Option<PathBuf>,
    /// Address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, env = "TACIT_LISTEN", value_name = "ADDRESS", global = true)]
    pub listen: Option<SocketAddr>,
    /// Directory of database, search index and secrets [default: data]
    #[arg(long, env = "TACIT_DATA_DIR", value_name = "DIRECTORY", global = true)]
    pub data_dir: Option<PathBuf>,
    /// sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: tacit.sqlite in the data directory]
    #[arg(
        long,
        env = "TACIT_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        global = true
    )]
    pub database_url: Option<String>,
    /// Where people reach the server; decides cookies, links and which origin may use cookies [default: from --listen]
    #[arg(long, env = "TACIT_PUBLIC_URL", value_name = "URL", global = true)]
    pub public_url: Option<String>,
    /// Directory of the built app [default: the one in the binary]
    #[arg(long, env = "TACIT_APP_DIR", value_name = "DIRECTORY", global = true)]
    pub app_dir: Option<PathBuf>,
    /// Other origins that may call the API from a browser, comma-separated
    #[arg(
        long,
        env = "TACIT_CORS_ORIGINS",
        value_name = "ORIGINS",
        value_delimiter = ',',
        global = true
    )]
    pub cors_origins: Option<Vec<String>>,
    /// Addresses or networks of proxies whose X-Forwarded-For is believed, comma-separated
    #[arg(
        long,
        env = "TACIT_TRUSTED_PROXIES",
        value_name = "ADDRESSES",
        value_delimiter = ',',
        global = true
    )]
    pub trusted_proxies: Option<Vec<String>>,
    /// Who may register until an admin decides: open, domains or invitation [default: invitation]
    #[arg(long, env = "TACIT_REGISTRATION", value_name = "POLICY", global = true)]
    pub registration: Option<String>,
    /// Mail domains that may register under "domains", comma-separated
    #[arg(
        long,
        env = "TACIT_ALLOWED_DOMAINS",
        value_name = "DOMAINS",
        value_delimiter = ',',
        global = true
    )]
    pub allowed_domains: Option<Vec<String>>,
    /// smtp:// or smtps:// with user, password and host [default: mails become files in the data directory]
    #[arg(
        long,
        env = "TACIT_SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        global = true
    )]
    pub smtp_url: Option<String>,
    /// Sender of mails [default: Tacit <tacit@localhost>]
    #[arg(long, env = "TACIT_MAIL_FROM", value_name = "MAILBOX", global = true)]
    pub mail_from: Option<String>,
    /// S3 bucket for pictures [default: the directory files in the data directory]
    #[arg(long, env = "TACIT_FILES_BUCKET", value_name = "BUCKET", global = true)]
    pub files_bucket: Option<String>,
    /// Address of the S3 service, when it is not Amazon's
    #[arg(long, env = "TACIT_FILES_ENDPOINT", value_name = "URL", global = true)]
    pub files_endpoint: Option<String>,
    /// Region of the bucket
    #[arg(long, env = "TACIT_FILES_REGION", value_name = "REGION", global = true)]
    pub files_region: Option<String>,
    /// Access key for the bucket [default: what the environment of the machine offers]
    #[arg(
        long,
        env = "TACIT_FILES_ACCESS_KEY",
        value_name = "KEY",
        hide_env_values = true,
        global = true
    )]
    pub files_access_key: Option<String>,
    /// Secret of the access key
    #[arg(
        long,
        env = "TACIT_FILES_SECRET_KEY",
        value_name = "SECRET",
        hide_env_values = true,
        global = true
    )]
    pub files_secret_key: Option<String>,
    /// Largest picture that may be uploaded, in bytes [default: 10485760]
    #[arg(
        long,
        env = "TACIT_FILES_MAX_BYTES",
        value_name = "BYTES",
        global = true
    )]
    pub files_max_bytes: Option<usize>,
    /// How the log looks [default: text]
    #[arg(long, env = "TACIT_LOG_FORMAT", value_name = "FORMAT", global = true)]
    pub log_format: Option<LogFormat>,
    /// What is logged, such as info or tacit_api=debug [default: info]
    #[arg(long, env = "TACIT_LOG", value_name = "FILTER", global = true)]
    pub log: Option<String>,
    /// Time the clock starts at, RFC 3339; for demonstrations and measurements [default: now]
    #[arg(long, env = "TACIT_AS_OF", value_name = "TIME", global = true)]
    pub as_of: Option<String>,
    /// Leave an empty database empty
    #[arg(long, env = "TACIT_NO_DEMO", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", global = true)]
    pub no_demo: Option<bool>,
    /// One password for everybody in the demo content; for trials on your own machine only [default: three random ones]
    #[arg(
        long,
        env = "TACIT_DEMO_PASSWORD",
        value_name = "PASSWORD",
        hide_env_values = true,
        global = true
    )]
    pub demo_password: Option<String>,
    /// Threads that answer requests [default: one per core]
    #[arg(long, env = "TACIT_WORKERS", value_name = "NUMBER", global = true)]
    pub workers: Option<usize>,
    /// Hours after which a question nobody answered is brought to more people [default: 24]
    #[arg(long, env = "TACIT_ROUTE_HOURS", value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..=720), global = true)]
    pub route_hours: Option<u32>,
    /// The same for an urgent question [default: 4]
    #[arg(long, env = "TACIT_ROUTE_URGENT_HOURS", value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..=720), global = true)]
    pub route_urgent_hours: Option<u32>,
    /// At least 32 random characters that sign tokens and cursors [default: made at first start, in the data directory]
    #[arg(
        long,
        env = "TACIT_SECRET",
        value_name = "SECRET",
        hide_env_values = true,
        global = true
    )]
    pub secret: Option<String>,
}

impl SettingsArgs {
    /// The settings: what was given, then what the file says, then the defaults.
    ///
    /// # Errors
    /// A sentence about what cannot be used.
    pub fn build(self) -> Result<Settings, String> {
        let file = self.read_file()?;
        let args = self.or(file);
        let data_dir = args.data_dir.unwrap_or_else(|| "data".into());
        let listen = args
            .listen
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let given = args.public_url.as_deref().map(Url::parse);
        let public_url_given = given.is_some();
        let public_url = match given.unwrap_or_else(|| url_of(listen)) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => url,
            _ => return Err("The public URL must begin with http:// or https://.".into()),
        };
        let as_of = args.as_of.map(|time| time.parse()).transpose();
        let registration = args.registration.map(|word| word.parse()).transpose();
        Ok(Settings {
            listen,
            database_url: database_url(args.database_url, &data_dir).into(),
            data_dir,
            public_url,
            public_url_given,
            app_dir: args.app_dir,
            cors_origins: args.cors_origins.unwrap_or_default(),
            trusted_proxies: networks(args.trusted_proxies.unwrap_or_default())?,
            registration: registration
                .map_err(|_| "Registration is open, domains or invitation.")?
                .unwrap_or(Registration::Invitation),
            allowed_domains: args.allowed_domains.unwrap_or_default(),
            smtp_url: args.smtp_url.map(SecretString::from),
            mail_from: args
                .mail_from
                .unwrap_or_else(|| "Tacit <tacit@localhost>".into()),
            files: FileSettings {
                bucket: args.files_bucket,
                endpoint: args.files_endpoint,
                region: args.files_region,
                access_key: args.files_access_key,
                secret_key: args.files_secret_key.map(SecretString::from),
                max_bytes: args.files_max_bytes.unwrap_or(PICTURE_BYTES_MAX),
            },
            log_format: args.log_format.unwrap_or_default(),
            log_filter: args.log.unwrap_or_else(|| LOG.into()),
            as_of: as_of.map_err(|error| format!("The time of --as-of is {error}."))?,
            demo: !args.no_demo.unwrap_or(false),
            demo_password: args.demo_password.map(SecretString::from),
            workers: args.workers,
            suggesting: Suggesting::default(),
            waits: waits(args.route_hours, args.route_urgent_hours)?,
            secret: args.secret.map(SecretString::from),
        })
    }

    fn read_file(&self) -> Result<Self, String> {
        let Some(path) = &self.settings else {
            return Ok(Self::default());
        };
        let text = std::fs::read_to_string(path).map_err(|error| {
            format!(
                "The settings file {} cannot be read: {error}.",
                path.display()
            )
        })?;
        toml::from_str(&text)
            .map_err(|error| format!("The settings file {} is wrong: {error}", path.display()))
    }

    fn or(self, other: Self) -> Self {
        Self {
            settings: self.settings,
            listen: self.listen.or(other.listen),
            data_dir: self.data_dir.or(other.data_dir),
            database_url: self.database_url.or(other.database_url),
            public_url: self.public_url.or(other.public_url),
            app_dir: self.app_dir.or(other.app_dir),
            cors_origins: self.cors_origins.or(other.cors_origins),
            trusted_proxies: self.trusted_proxies.or(other.trusted_proxies),
            registration: self.registration.or(other.registration),
            allowed_domains: self.allowed_domains.or(other.allowed_domains),
            smtp_url: self.smtp_url.or(other.smtp_url),
            mail_from: self.mail_from.or(other.mail_from),
            files_bucket: self.files_bucket.or(other.files_bucket),
            files_endpoint: self.files_endpoint.or(other.files_endpoint),
            files_region: self.files_region.or(other.files_region),
            files_access_key: self.files_access_key.or(other.files_access_key),
            files_secret_key: self.files_secret_key.or(other.files_secret_key),
            files_max_bytes: self.files_max_bytes.or(other.files_max_bytes),
            log_format: self.log_format.or(other.log_format),
            log: self.log.or(other.log),
            as_of: self.as_of.or(other.as_of),
            no_demo: self.no_demo.or(other.no_demo),
            demo_password: self.demo_password.or(other.demo_password),
            workers: self.workers.or(other.workers),
            route_hours: self.route_hours.or(other.route_hours),
            route_urgent_hours: self.route_urgent_hours.or(other.route_urgent_hours),
            secret: self.secret.or(other.secret),
        }
    }
}

fn database_url(given: Option<String>, data_dir: &std::path::Path) -> String {
    given.unwrap_or_else(|| format!("sqlite://{}", data_dir.join("tacit.sqlite").display()))
}

/// A file may hold any number.
fn waits(usual: Option<u32>, urgent: Option<u32>) -> Result<Waits, String> {
    let given = |hours: Option<u32>, name: &str, usually: u32| {
        let hours = hours.unwrap_or(usually);
        if (1..=720).contains(&hours) {
            return Ok(hours);
        }
        Err(format!("{name} is from 1 to 720 hours."))
    };
    let usually = Waits::default();
    Ok(Waits {
        usual: given(usual, "route_hours", usually.usual)?,
        urgent: given(urgent, "route_urgent_hours", usually.urgent)?,
    })
}

fn networks(texts: Vec<String>) -> Result<Vec<Network>, String> {
    let parse = |text: String| {
        Network::parse(&text)
            .ok_or_else(|| format!("{text} is no address or network such as 10.0.0.0/8."))
    };
    texts.into_iter().map(parse).collect()
}
