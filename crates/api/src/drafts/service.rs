//! Use cases of drafts: keeping, and listing them with the questions they belong to.

use sea_orm::ConnectionTrait;
use tacit_contract::drafts::{DraftSummary, SaveDraft};
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::drafts::{self, DraftError, DraftPlace};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::{PostKind, Refusal, policy};
use tacit_domain::questions::Urgency;
use uuid::Uuid;

use super::mapping;
use super::repo::{DraftRow, count, find, pages_of, upsert};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::needs::read as needs;
use crate::needs::repo::needs::find_refs as find_needs;
use crate::needs::service::say::words_of;
use crate::posts::Act;
use crate::posts::repo::find_visible;
use crate::posts::repo::load::find_visible_kind;
use crate::questions::repo::questions::find_refs;

/// Reads what is to be kept.
///
/// # Errors
/// 422 with the part that is beyond measure.
pub fn read(sent: &SaveDraft) -> AppResult<()> {
    drafts::check(sent.title.as_deref(), &sent.body, &sent.topics)?;
    if let Some(AudienceChoice::People { handles }) = &sent.audience {
        drafts::check(None, "", handles).map_err(|error| {
            AppError::invalid("/audience/handles", FieldCode::TooLong, error.to_string())
        })?;
    }
    let reason = sent.reason.as_deref().unwrap_or_default();
    drafts::check(Some(reason), "", &[])
        .map_err(|error| AppError::invalid("/reason", FieldCode::TooLong, error.to_string()))
}

impl From<DraftError> for AppError {
    fn from(error: DraftError) -> Self {
        let pointer = match error {
            DraftError::TitleTooLong => "/title",
            DraftError::BodyTooLong => "/body",
            DraftError::Topics => "/topics",
            DraftError::TooMany => {
                return Self::new(ProblemCode::WrongState).detail(error.to_string());
            }
        };
        Self::invalid(pointer, FieldCode::TooLong, error.to_string())
    }
}

/// Keeps what was typed. The last save wins.
///
/// # Errors
/// 404 when the place is none the writer may see, 403 or 409 when nothing can be written there, 409 with too many drafts.
pub async fn save(tx: &Tx, act: &Act, place: DraftPlace, sent: &SaveDraft) -> AppResult<()> {
    can_write_at(tx, &act.viewer, place).await?;
    let member_id = act.viewer.member_id;
    if find(tx, member_id, place).await?.is_none() {
        drafts::can_keep_another(count(tx, member_id).await?)?;
    }
    let row = DraftRow {
        member_id,
        place: place.to_string(),
        target_id: place.target(),
        title: sent.title.clone(),
        body: sent.body.clone(),
        topics: one_a_line(&sent.topics),
        urgency: sent
            .urgency
            .map(|urgency| Urgency::from(urgency).as_str().to_owned()),
        forms: words_of(&needs::forms(&sent.forms)),
        wanted_by: sent.wanted_by.map(|at| needs::day(at).micros()),
        audience: sent
            .audience
            .as_ref()
            .map(serde_json::to_string)
            .transpose()
            .map_err(AppError::internal)?,
        nameless: sent.nameless,
        reason: sent.reason.clone(),
        base_version: sent.base_version,
        version: 1,
        updated_at: act.now.micros(),
    };
    Ok(upsert(tx, &row).await?)
}

fn one_a_line(topics: &[String]) -> String {
    let topics = topics
        .iter()
        .map(|topic| topic.split_whitespace().collect::<Vec<_>>().join(" "));
    topics.collect::<Vec<_>>().join("\n")
}

async fn can_write_at(tx: &Tx, viewer: &Viewer, place: DraftPlace) -> AppResult<()> {
    match place {
        DraftPlace::Ask | DraftPlace::Need => {}
        DraftPlace::Answer(id) => {
            find_visible_kind(tx, viewer, id, PostKind::Question).await?;
        }
        DraftPlace::Comment(id) => {
            let parent = find_visible(tx, viewer, id).await?;
            policy::can_comment(parent.kind)?;
        }
        DraftPlace::Edit(id) => {
            let post = find_visible(tx, viewer, id).await?.post;
            if !policy::may_edit_post(viewer, post.author_id) {
                return Err(Refusal::NotTheAuthor.into());
            }
        }
    }
    Ok(())
}

/// Drafts as a list shows them.
///
/// # Errors
/// A failure of the database.
pub async fn summaries(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<DraftRow>,
) -> AppResult<Vec<DraftSummary>> {
    let targets: Vec<Uuid> = rows.iter().filter_map(|row| row.target_id).collect();
    let pages = pages_of(db, viewer, &targets).await?;
    let ids: Vec<Uuid> = pages.values().copied().collect();
    let questions = find_refs(db, viewer, &ids).await?;
    let needs = find_needs(db, viewer, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let page = row.target_id.and_then(|id| pages.get(&id));
            let question = page.and_then(|id| questions.get(id).cloned());
            let need = page.and_then(|id| needs.get(id).cloned());
            mapping::summary(row, question, need)
        })
        .collect()
}
