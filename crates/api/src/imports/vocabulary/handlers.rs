//! Vocabularies for admins: what would become of a table, and importing it.

use actix_web::{HttpResponse, post, web};
use tacit_contract::imports::{
    ImportVocabularyQuery, TermFate, VocabularyName, VocabularyPlan, VocabularyTerm,
};
use tacit_contract::problem::{FieldCode, Problem};
use tacit_domain::identity::policy::can_administer;
use tacit_domain::topics::vocabulary as domain;

use super::plan::{Plan, Planned, plan};
use super::{read, write};
use crate::auth::CurrentMember;
use crate::error::{AppError, AppResult};
use crate::files::body::Upload;
use crate::http::ValidQuery;
use crate::http::refusals::{AdminsOnly, BadQuery, SignedOut};
use crate::state::AppState;

/// Rows that are shown; the counts are of all.
const SHOWN: usize = 200;

/// What would become of a table of ESCO or O*NET, sent as it is published: which terms become topics, which are topics that
/// are here, which are left out and why. Nothing is written. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Preview a skills vocabulary",
    params(ImportVocabularyQuery),
    request_body(content = String, content_type = "text/csv", example = "conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/1,Haskell\n"),
    responses(
        (status = 200, description = "What would become of it", body = VocabularyPlan),
        (status = 413, description = "More bytes than a file may have (`payload_too_large`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not such a table, with the reason (`validation_failed`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, AdminsOnly, BadQuery
    ),
    security(("bearer" = []))
)]
#[post("/admin/vocabularies/preview")]
pub async fn preview_vocabulary(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<ImportVocabularyQuery>,
    upload: Upload,
) -> AppResult<HttpResponse> {
    can_administer(&current.viewer)?;
    let planned = planned(&state, query.0, upload).await?;
    Ok(HttpResponse::Ok().json(shown(&planned)))
}

/// Imports a table of ESCO or O*NET: what the preview says is done. Importing it again changes nothing. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Import a skills vocabulary",
    params(ImportVocabularyQuery),
    request_body(content = String, content_type = "text/csv", example = "conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/1,Haskell\n"),
    responses(
        (status = 200, description = "What became of it", body = VocabularyPlan),
        (status = 413, description = "More bytes than a file may have (`payload_too_large`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not such a table, with the reason (`validation_failed`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, AdminsOnly, BadQuery
    ),
    security(("bearer" = []))
)]
#[post("/admin/vocabularies")]
pub async fn import_vocabulary(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<ImportVocabularyQuery>,
    upload: Upload,
) -> AppResult<HttpResponse> {
    can_administer(&current.viewer)?;
    let planned = planned(&state, query.0, upload).await?;
    write(&state, &planned, Some(current.viewer.member_id)).await?;
    Ok(HttpResponse::Ok().json(shown(&planned)))
}

async fn planned(
    state: &AppState,
    query: ImportVocabularyQuery,
    upload: Upload,
) -> AppResult<Plan> {
    let table = web::block(move || read(&upload.0))
        .await
        .map_err(|_| AppError::internal("reading a table was cut off"))?;
    let table =
        table.map_err(|error| AppError::invalid("", FieldCode::Malformed, error.to_string()))?;
    plan(state.db.reader(), &table, query.create.unwrap_or(true)).await
}

fn shown(plan: &Plan) -> VocabularyPlan {
    let count = |fate| u64::try_from(plan.count(fate)).unwrap_or(u64::MAX);
    VocabularyPlan {
        vocabulary: match plan.vocabulary {
            domain::Vocabulary::Esco => VocabularyName::Esco,
            domain::Vocabulary::Onet => VocabularyName::Onet,
        },
        site: plan.vocabulary.site().to_owned(),
        license: plan.vocabulary.license().to_owned(),
        rows: u64::try_from(plan.rows).unwrap_or(u64::MAX),
        new: count(domain::TermFate::New),
        mapped: count(domain::TermFate::Mapped),
        known: count(domain::TermFate::Known),
        placed: count(domain::TermFate::Placed),
        left_out: count(domain::TermFate::LeftOut),
        items: plan.items.iter().take(SHOWN).map(term).collect(),
    }
}

fn term(item: &Planned) -> VocabularyTerm {
    VocabularyTerm {
        line: item.line,
        id: item.id.clone(),
        label: item.label.clone(),
        fate: match item.fate {
            domain::TermFate::New => TermFate::New,
            domain::TermFate::Mapped => TermFate::Mapped,
            domain::TermFate::Known => TermFate::Known,
            domain::TermFate::Placed => TermFate::Placed,
            domain::TermFate::LeftOut => TermFate::LeftOut,
        },
        topic: item.topic.as_ref().map(|(_, name)| name.clone()),
        problem: item.problem.clone(),
    }
}
