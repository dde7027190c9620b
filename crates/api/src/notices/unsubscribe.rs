//! Ending letters with one click, without signing in (RFC 8058).
//!
//! The token is sealed with the server's secret: it names the member and what to end, and nothing else can be done with
//! it. It stays good: a letter from last year still ends what it is about.

use tacit_contract::notices::Unsubscribing;
use tacit_domain::notices::{MailRhythm, NoticeKind, Ways};
use uuid::Uuid;

use super::repo::ways::{self, Chosen};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members;
use crate::settings::keys::Keys;
use crate::state::AppState;
use tacit_contract::problem::ProblemCode;

/// What seals a token.
const SEAL: &str = "unsubscribe";

/// The word of the digest in a token.
const DIGEST: &str = "digest";

/// What a letter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsubscribe {
    /// Letters about one kind.
    Kind(NoticeKind),
    /// The daily digest, of all kinds.
    Digest,
}

/// The address that ends letters.
///
/// # Errors
/// When it cannot be sealed, or the public URL cannot be a base.
pub fn link(state: &AppState, member: Uuid, what: Unsubscribe) -> AppResult<String> {
    let word = match what {
        Unsubscribe::Kind(kind) => kind.as_str(),
        Unsubscribe::Digest => DIGEST,
    };
    let mut plain = member.as_bytes().to_vec();
    plain.extend_from_slice(word.as_bytes());
    let token = state.keys.seal(SEAL, plain);
    let token = token.ok_or_else(|| AppError::internal("a token could not be sealed"))?;
    let mut url = state.settings.public_url.clone();
    url.path_segments_mut()
        .map_err(|()| AppError::internal("the public URL cannot be a base"))?
        .pop_if_empty()
        .extend(["api", "v1", "unsubscribe"]);
    url.query_pairs_mut().append_pair("token", &token);
    Ok(url.into())
}

/// Who ends what.
///
/// # Errors
/// `invalid_link` when the token was not made here.
pub fn read(keys: &Keys, token: &str) -> AppResult<(Uuid, Unsubscribe)> {
    parse(keys, token).ok_or_else(|| AppError::new(ProblemCode::InvalidLink))
}

fn parse(keys: &Keys, token: &str) -> Option<(Uuid, Unsubscribe)> {
    let plain = keys.open(SEAL, token)?;
    let (id, word) = plain.split_first_chunk::<16>()?;
    let word = std::str::from_utf8(word).ok()?;
    let what = if word == DIGEST {
        Unsubscribe::Digest
    } else {
        Unsubscribe::Kind(word.parse().ok()?)
    };
    Some((Uuid::from_bytes(*id), what))
}

/// What a token ends, and whether that is so already.
///
/// # Errors
/// `invalid_link` when the member is gone.
pub async fn look(
    db: &impl sea_orm::ConnectionTrait,
    member: Uuid,
    what: Unsubscribe,
) -> AppResult<Unsubscribing> {
    let row = members::find(db, member).await?;
    let row = row.ok_or_else(|| AppError::new(ProblemCode::InvalidLink))?;
    let chosen = Chosen::load(db, [member]).await?;
    let ended = ended_kinds(what).all(|kind| !is_ended_by(what, chosen.ways(member, kind)));
    let locale: tacit_domain::identity::Locale = row.locale.parse()?;
    Ok(Unsubscribing {
        kind: match what {
            Unsubscribe::Kind(kind) => Some(kind.into()),
            Unsubscribe::Digest => None,
        },
        ended,
        locale: locale.into(),
    })
}

/// Ends the letters. Doing it again changes nothing.
///
/// # Errors
/// `invalid_link` when the member is gone.
pub async fn end(tx: &Tx, member: Uuid, what: Unsubscribe) -> AppResult<()> {
    if members::find(tx, member).await?.is_none() {
        return Err(AppError::new(ProblemCode::InvalidLink));
    }
    let chosen = Chosen::load(tx, [member]).await?;
    for kind in ended_kinds(what) {
        let now = chosen.ways(member, kind);
        if is_ended_by(what, now) {
            let mail = MailRhythm::Never;
            ways::store(tx, member, kind, Ways { mail, ..now }).await?;
        }
    }
    Ok(())
}

fn ended_kinds(what: Unsubscribe) -> impl Iterator<Item = NoticeKind> {
    let all = NoticeKind::ALL.iter().copied();
    all.filter(move |kind| match what {
        Unsubscribe::Kind(one) => one == *kind,
        Unsubscribe::Digest => true,
    })
}

/// The click in a digest leaves alone what comes at once.
fn is_ended_by(what: Unsubscribe, ways: Ways) -> bool {
    match what {
        Unsubscribe::Kind(_) => ways.mail != MailRhythm::Never,
        Unsubscribe::Digest => ways.mail == MailRhythm::Daily,
    }
}
