//! Use cases of notices: listing, counting, reading.

use sea_orm::ConnectionTrait;
use tacit_contract::Page;
use tacit_contract::notices::{ListNoticesQuery, Notice, ReadNotices};
use tacit_contract::problem::FieldCode;
use tacit_domain::identity::Viewer;
use tacit_domain::notices::NoticeKind;
use uuid::Uuid;

use super::repo::groups::{self, Group, GroupFilter};
use super::repo::ways::Chosen;
use super::{mapping, repo};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::http::PageRequest;
use crate::settings::keys::Keys;
use crate::state::AppState;

/// The most that is counted: nobody needs to know how many more.
pub const COUNTED: u32 = 100;

/// What seals how far a notice tells.
const THROUGH: &str = "notice through";

/// A page of notices, newest first.
///
/// # Errors
/// `malformed_query`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    query: &ListNoticesQuery,
) -> AppResult<Page<Notice>> {
    let cursor = query.cursor.as_deref();
    let asked = PageRequest::<i64>::read(&state.keys, "notices", query.limit, cursor)?;
    let db = state.db.reader();
    let kind = query.kind.map(NoticeKind::from);
    let mut kinds = kinds_in_app(db, viewer).await?;
    kinds.retain(|shown| kind.is_none_or(|kind| kind == *shown));
    let filter = GroupFilter {
        unread: query.unread,
        kinds,
        before: asked.after,
    };
    let read_to = repo::read::setting(db, viewer.member_id).await?.read_to;
    let rows = groups::list(db, viewer, read_to, &filter, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |group| group.last)?;
    Ok(Page {
        items: mapping::notices(db, &state.keys, viewer, read_to, page.items).await?,
        next_cursor: page.next_cursor,
    })
}

/// How many notices have something new, at most [`COUNTED`].
///
/// # Errors
/// A failure of the database.
pub async fn count_unread(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<u32> {
    let filter = GroupFilter {
        unread: Some(true),
        kinds: kinds_in_app(db, viewer).await?,
        before: None,
    };
    let read_to = repo::read::setting(db, viewer.member_id).await?.read_to;
    let groups = groups::list(db, viewer, read_to, &filter, COUNTED.into()).await?;
    Ok(u32::try_from(groups.len()).unwrap_or(COUNTED))
}

/// The kinds a member wants behind the bell. What is switched off is not shown; switched on again, it is there.
async fn kinds_in_app(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<Vec<NoticeKind>> {
    let chosen = Chosen::load(db, [viewer.member_id]).await?;
    Ok(chosen.kinds(viewer.member_id, |ways| ways.in_app))
}

/// How far unread notices tell of a question's page; none when none does.
///
/// # Errors
/// A failure of the database.
pub async fn unread_of_page(
    db: &impl ConnectionTrait,
    keys: &Keys,
    viewer: &Viewer,
    question: Uuid,
) -> AppResult<Option<String>> {
    let kinds = kinds_in_app(db, viewer).await?;
    let read_to = repo::read::setting(db, viewer.member_id).await?.read_to;
    let newest = groups::unread_of_page(db, viewer, read_to, &kinds, question).await?;
    newest.map(|position| seal(keys, position)).transpose()
}

/// What was read.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which notices.
    pub which: Which,
    /// Up to this position.
    pub up_to: i64,
}

/// Which notices were read.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// All.
    All,
    /// Of this kind about this subject.
    Group(NoticeKind, Uuid),
    /// With nothing new but what stands on the page of this question.
    Page(Uuid),
}

impl Read {
    /// What a client says it has seen.
    ///
    /// # Errors
    /// 422 when the id or the mark is not one that was given out.
    pub fn parse(keys: &Keys, read: &ReadNotices) -> AppResult<Self> {
        let odd = |pointer: &str| {
            let detail = "is none that a list of notices gave";
            AppError::invalid(pointer, FieldCode::Malformed, detail)
        };
        let which = match (read.id.as_deref(), read.question_id) {
            (None, None) => Which::All,
            (None, Some(question)) => Which::Page(question),
            (Some(id), None) => {
                let (kind, subject) = parse_id(id).ok_or_else(|| odd("/id"))?;
                Which::Group(kind, subject)
            }
            (Some(_), Some(_)) => {
                let detail = "does not go together with id";
                return Err(AppError::invalid(
                    "/question_id",
                    FieldCode::NotAllowed,
                    detail,
                ));
            }
        };
        let up_to = open(keys, &read.through).ok_or_else(|| odd("/through"))?;
        Ok(Self { which, up_to })
    }
}

/// Marks as read what was seen. Doing it again changes nothing.
///
/// # Errors
/// A failure of the database.
pub async fn read(tx: &Tx, viewer: &Viewer, read: Read) -> AppResult<()> {
    let member = viewer.member_id;
    match read.which {
        Which::All => repo::read::mark_all(tx, member, read.up_to).await?,
        Which::Group(kind, subject) => {
            repo::read::mark(tx, member, kind, subject, read.up_to).await?;
        }
        Which::Page(question) => {
            let read_to = repo::read::setting(tx, member).await?.read_to;
            for (kind, subject) in
                groups::only_of_page(tx, viewer, read_to, question, read.up_to).await?
            {
                repo::read::mark(tx, member, kind.parse()?, subject, read.up_to).await?;
            }
        }
    }
    Ok(())
}

/// The id of a group on the wire.
#[must_use]
pub fn id_of(group: &Group) -> String {
    format!("{}.{}", group.kind, group.subject_id)
}

fn parse_id(id: &str) -> Option<(NoticeKind, Uuid)> {
    let (kind, subject) = id.split_once('.')?;
    Some((kind.parse().ok()?, subject.parse().ok()?))
}

/// A position, so that nobody can read from it how much happens in the organisation.
///
/// # Errors
/// When it cannot be sealed.
pub fn seal(keys: &Keys, position: i64) -> AppResult<String> {
    keys.seal(THROUGH, position.to_be_bytes().to_vec())
        .ok_or_else(|| AppError::internal("a mark could not be sealed"))
}

fn open(keys: &Keys, through: &str) -> Option<i64> {
    let bytes = keys.open(THROUGH, through)?;
    Some(i64::from_be_bytes(bytes.try_into().ok()?))
}
