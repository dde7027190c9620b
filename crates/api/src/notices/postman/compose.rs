//! What a letter says, from the rows as they are when it is sent.

use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::notices::{MailRhythm, NoticeKind};
use uuid::Uuid;

use crate::db::Tx;
use crate::db::entities::member;
use crate::error::AppResult;
use crate::identity::repo::members;
use crate::identity::service::organisation;
use crate::mail::letters::notices::Links;
use crate::mail::letters::{Letter, Recipient};
use crate::mail::outbox::{self, LetterKind, LetterRow};
use crate::notices::mapping;
use crate::notices::repo::groups::{self, GroupFilter};
use crate::notices::repo::read::{newest_position, setting, store_setting};
use crate::notices::repo::ways::Chosen;
use crate::notices::unsubscribe::{Unsubscribe, link};
use crate::state::AppState;

/// The most notices of a digest; the rest is behind its last link.
const LISTED: u64 = 30;

/// A letter ready to be sent.
pub struct Composed {
    /// The letter.
    pub letter: Letter,
    /// As far as a digest tells.
    pub digested_to: Option<i64>,
}

/// The letter of a row; none when there is nothing to tell any more, or nobody to tell it to.
pub async fn compose(state: &AppState, row: &LetterRow) -> AppResult<Option<Composed>> {
    if let Some(sealed) = &row.sealed {
        let letter = outbox::open(&state.keys, sealed);
        let digested_to = None;
        return Ok(letter.map(|letter| Composed {
            letter,
            digested_to,
        }));
    }
    let Some(member) = recipient(state, row.member_id).await? else {
        return Ok(None);
    };
    match row.kind.parse()? {
        LetterKind::Notice => notice(state, &member, row.position).await,
        LetterKind::Digest => digest(state, &member).await,
        LetterKind::Account => Ok(None),
    }
}

/// Whoever can sign in and has an address.
async fn recipient(state: &AppState, id: Option<Uuid>) -> AppResult<Option<member::Model>> {
    let Some(id) = id else { return Ok(None) };
    let row = members::find(state.db.reader(), id).await?;
    Ok(row.filter(|row| row.status == MemberStatus::Active.as_str() && row.email.is_some()))
}

fn addressed(member: &member::Model) -> AppResult<Recipient<'_>> {
    Ok(Recipient {
        email: member.email.as_deref().unwrap_or_default(),
        locale: member.locale.parse()?,
        name: Some(&member.display_name),
    })
}

fn viewer_of(member: &member::Model) -> AppResult<Viewer> {
    Ok(Viewer {
        member_id: member.id,
        role: member.role.parse()?,
    })
}

async fn notice(
    state: &AppState,
    member: &member::Model,
    position: Option<i64>,
) -> AppResult<Option<Composed>> {
    let (db, viewer) = (state.db.reader(), viewer_of(member)?);
    let read_to = setting(db, member.id).await?.read_to;
    let Some(position) = position else {
        return Ok(None);
    };
    let Some(row) = groups::unread_at(db, &viewer, read_to, position).await? else {
        return Ok(None);
    };
    let kind: NoticeKind = row.kind.parse()?;
    let chosen = Chosen::load(db, [member.id]).await?;
    if chosen.ways(member.id, kind).mail != MailRhythm::AtOnce {
        return Ok(None);
    }
    let one = vec![groups::alone(row)];
    let notices = mapping::shown(db, &state.keys, &viewer, one).await?;
    let Some(notice) = notices.first() else {
        return Ok(None);
    };
    let stop = link(state, member.id, Unsubscribe::Kind(kind))?;
    let app = app_address(state);
    let links = Links {
        app: &app,
        unsubscribe: &stop,
    };
    Ok(Some(Composed {
        letter: Letter::notice(addressed(member)?, notice, links),
        digested_to: None,
    }))
}

async fn digest(state: &AppState, member: &member::Model) -> AppResult<Option<Composed>> {
    let (db, viewer) = (state.db.reader(), viewer_of(member)?);
    let setting = setting(db, member.id).await?;
    let chosen = Chosen::load(db, [member.id]).await?;
    let filter = GroupFilter {
        unread: Some(true),
        kinds: chosen.kinds(member.id, |ways| ways.mail == MailRhythm::Daily),
        before: None,
    };
    let mut found = groups::list(db, &viewer, setting.read_to, &filter, LISTED).await?;
    found.retain(|group| group.last > setting.digested_to);
    let Some(newest) = found.first().map(|group| group.last) else {
        return Ok(None);
    };
    let notices = mapping::notices(db, &state.keys, &viewer, setting.read_to, found).await?;
    if notices.is_empty() {
        return Ok(None);
    }
    let stop = link(state, member.id, Unsubscribe::Digest)?;
    let (app, organisation) = (app_address(state), organisation::row(state).await?.name);
    let links = Links {
        app: &app,
        unsubscribe: &stop,
    };
    Ok(Some(Composed {
        letter: Letter::digest(addressed(member)?, &organisation, &notices, links),
        digested_to: Some(newest),
    }))
}

fn app_address(state: &AppState) -> String {
    let url = state.settings.public_url.as_str();
    url.trim_end_matches('/').to_owned()
}

/// The next digest goes on where this one ended; where it had nothing to tell, after all that was there.
pub async fn note_digest(tx: &Tx, member: Uuid, digested_to: Option<i64>) -> AppResult<()> {
    let before = setting(tx, member).await?;
    let to = match digested_to {
        Some(to) => to,
        None => newest_position(tx, member).await?,
    };
    let mut after = before.clone();
    after.digested_to = before.digested_to.max(to);
    Ok(store_setting(tx, after).await?)
}
