//! From rows of drafts to what goes over the wire.

use tacit_contract::drafts::{Draft, DraftKind, DraftSummary};
use tacit_contract::needs::NeedRef;
use tacit_contract::questions::QuestionRef;
use tacit_contract::time::from_micros;
use tacit_domain::drafts::DraftPlace;
use tacit_domain::questions::Urgency;

use super::repo::DraftRow;
use crate::error::{AppError, AppResult};
use crate::markdown;
use crate::needs::mapping::forms;

/// As many characters of a text tell in a list which draft it is.
const EXCERPT: usize = 160;
/// As much of a draft is looked at for that.
const LOOKED_AT: usize = 2_000;

/// A draft.
pub fn draft(row: DraftRow) -> AppResult<Draft> {
    let urgency: Option<Urgency> = row.urgency.as_deref().map(str::parse).transpose()?;
    let audience = row.audience.as_deref().map(serde_json::from_str);
    Ok(Draft {
        place: row.place,
        title: row.title,
        body: row.body,
        topics: row.topics.lines().map(str::to_owned).collect(),
        urgency: urgency.map(Into::into),
        forms: forms(&row.forms)?,
        wanted_by: row.wanted_by.map(from_micros),
        audience: audience.transpose().map_err(AppError::internal)?,
        nameless: row.nameless,
        reason: row.reason,
        base_version: row.base_version,
        version: row.version,
        updated_at: from_micros(row.updated_at),
    })
}

/// A draft in a list.
pub fn summary(
    row: DraftRow,
    question: Option<QuestionRef>,
    need: Option<NeedRef>,
) -> AppResult<DraftSummary> {
    let beginning: String = row.body.chars().take(LOOKED_AT).collect();
    Ok(DraftSummary {
        kind: kind(place(&row)?),
        excerpt: markdown::excerpt(&beginning, EXCERPT),
        place: row.place,
        title: row.title,
        question,
        need,
        updated_at: from_micros(row.updated_at),
    })
}

/// The place of a row.
pub fn place(row: &DraftRow) -> AppResult<DraftPlace> {
    row.place.parse().map_err(AppError::internal)
}

const fn kind(place: DraftPlace) -> DraftKind {
    match place {
        DraftPlace::Ask => DraftKind::Ask,
        DraftPlace::Need => DraftKind::Need,
        DraftPlace::Answer(_) => DraftKind::Answer,
        DraftPlace::Comment(_) => DraftKind::Comment,
        DraftPlace::Edit(_) => DraftKind::Edit,
    }
}
