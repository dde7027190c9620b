//! Mail: letters in the recipient's language, sent by SMTP where a server is set, else written as `.eml` files into the
//! outbox below the data directory.
//!
//! A letter is written down first (`outbox`) and sent off the request: it survives a crash, and how long it takes tells
//! nobody whether an account exists.

mod headers;
pub mod letters;
pub mod outbox;

use std::path::PathBuf;
use std::sync::Arc;

use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use letters::Letter;
use uuid::Uuid;

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

impl MailError {
    /// Whether another try can only end the same way: the server said so, or the letter cannot be written.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Smtp(error) => error.is_permanent(),
            Self::Address(_) | Self::Message(_) => true,
            Self::Server(_) | Self::Outbox(_) => false,
        }
    }
}

#[derive(Debug)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox(PathBuf),
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
            None => Way::Outbox(outbox),
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

    /// Sends a letter now. Its id is in the Message-ID, and the name of its file in the outbox.
    ///
    /// # Errors
    /// When it cannot be put together or is not taken.
    pub async fn deliver(&self, id: Uuid, letter: &Letter) -> Result<(), MailError> {
        let domain = self.from.email.domain();
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{id}@{domain}>")))
            .header(headers::AutoSubmitted);
        if let Some(link) = &letter.unsubscribe {
            message = message
                .header(headers::ListUnsubscribe(format!("<{link}>")))
                .header(headers::ListUnsubscribePost);
        }
        let message = message.multipart(MultiPart::alternative_plain_html(
            letter.text(),
            letter.html(),
        ))?;
        match &*self.way {
            Way::Smtp(server) => server
                .send(message)
                .await
                .map(drop)
                .map_err(MailError::Smtp),
            Way::Outbox(directory) => {
                let outbox = |e: String| MailError::Outbox(format!("{}: {e}", directory.display()));
                // The links in it let people in: nobody else on this machine may read them.
                private_directory()
                    .create(directory)
                    .await
                    .map_err(|e| outbox(e.to_string()))?;
                // Whole or not at all; written again it is the same file.
                let (draft, file) = (format!(".{id}"), format!("{id}.eml"));
                let (draft, file) = (directory.join(draft), directory.join(file));
                tokio::fs::write(&draft, message.formatted())
                    .await
                    .map_err(|e| outbox(e.to_string()))?;
                tokio::fs::rename(&draft, &file)
                    .await
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
