//! Mail: letters in the recipient's language, sent by SMTP where a server is set, else written as `.eml` files into the
//! outbox below the data directory.
//!
//! Sending happens after the transaction and off the request: how long it takes tells nobody whether an account exists.

pub mod letters;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::{Mailbox, MultiPart};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
};

use letters::Letter;
use uuid::Uuid;

/// A letter that cannot be sent is tried again after these waits, then given up and logged.
const RETRIES: [Duration; 3] = [
    Duration::from_secs(2),
    Duration::from_secs(15),
    Duration::from_secs(60),
];

/// What can go wrong with mail.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server is not one.
    #[error("the address of the mail server: {0}")]
    Server(#[source] lettre::transport::smtp::Error),
    /// An address that cannot be written to or from.
    #[error("a mail address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The message could not be put together.
    #[error("a mail message: {0}")]
    Message(#[from] lettre::error::Error),
    /// The server did not take it.
    #[error("the mail server did not take a message: {0}")]
    Smtp(#[source] lettre::transport::smtp::Error),
    /// The outbox cannot be written.
    #[error("the outbox: {0}")]
    Outbox(String),
}

#[derive(Debug)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox {
        directory: PathBuf,
        files: AsyncFileTransport<Tokio1Executor>,
    },
}

/// Sends letters.
#[derive(Clone, Debug)]
pub struct Mailer {
    way: Arc<Way>,
    from: Mailbox,
}

impl Mailer {
    /// By SMTP when `smtp_url` is set (`smtps://user:password@host`), else into `outbox`.
    ///
    /// # Errors
    /// [`MailError::Server`] and [`MailError::Address`] when the settings are not usable.
    pub fn new(smtp_url: Option<&str>, from: &str, outbox: PathBuf) -> Result<Self, MailError> {
        let way = match smtp_url {
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(MailError::Server)?
                    .build(),
            ),
            None => Way::Outbox {
                files: AsyncFileTransport::new(&outbox),
                directory: outbox,
            },
        };
        Ok(Self {
            way: Arc::new(way),
            from: from.parse()?,
        })
    }

    /// Whether letters reach people; otherwise somebody has to look into the outbox.
    #[must_use]
    pub fn delivers(&self) -> bool {
        matches!(*self.way, Way::Smtp(_))
    }

    /// Sends a letter in the background.
    pub fn post(&self, letter: Letter) {
        let mailer = self.clone();
        tokio::spawn(async move {
            for wait in RETRIES.map(Some).into_iter().chain([None]) {
                match (mailer.send(&letter).await, wait) {
                    (Ok(()), _) => return,
                    (Err(error), Some(wait)) => {
                        tracing::warn!(%error, subject = letter.subject, "a letter waits to be sent again");
                        tokio::time::sleep(wait).await;
                    }
                    (Err(error), None) => {
                        tracing::error!(%error, subject = letter.subject, "a letter was given up")
                    }
                }
            }
        });
    }

    async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(letter.subject.clone())
            .message_id(Some(format!(
                "<{}@{}>",
                Uuid::now_v7(),
                self.from.email.domain()
            )))
            .multipart(MultiPart::alternative_plain_html(
                letter.text(),
                letter.html(),
            ))?;
        match &*self.way {
            Way::Smtp(server) => server
                .send(message)
                .await
                .map(drop)
                .map_err(MailError::Smtp),
            Way::Outbox { directory, files } => {
                let outbox = |e: String| MailError::Outbox(format!("{}: {e}", directory.display()));
                // The links in it let people in: nobody else on this machine may read them.
                private_directory()
                    .create(directory)
                    .await
                    .map_err(|e| outbox(e.to_string()))?;
                files
                    .send(message)
                    .await
                    .map(drop)
                    .map_err(|e| outbox(e.to_string()))
            }
        }
    }
}

fn private_directory() -> tokio::fs::DirBuilder {
    let mut builder = tokio::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder
}
