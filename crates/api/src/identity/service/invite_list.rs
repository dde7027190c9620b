//! Inviting many at once: a list is looked at first, line by line; what is wrong with a line keeps no other from coming.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use tacit_contract::organisation::{InvitedLine, InvitedList, LineProblem, PeopleList};
use tacit_contract::problem::FieldCode;
use tacit_domain::identity::invite_list::{self as lists, Line};
use tacit_domain::identity::{Viewer, policy};

use super::invitations::{DAYS, log, send};
use super::register;
use crate::auth::token;
use crate::db::entities::one_time_token;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::members;
use crate::state::AppState;
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::moderation::AuditAct;

/// What inviting a list would do. Nothing is done.
///
/// # Errors
/// `forbidden`, or `validation_failed` when the list is too long.
pub async fn preview(state: &AppState, viewer: Viewer, list: PeopleList) -> AppResult<InvitedList> {
    policy::can_administer(&viewer)?;
    let lines = read(&list)?;
    let known = Known::of(state.db.reader(), &lines).await?;
    let lines = lines.iter().map(|line| known.line(line)).collect();
    Ok(summed(lines))
}

/// Invites everybody on a list whose line is right.
///
/// # Errors
/// `forbidden`, or `validation_failed` when the list is too long.
pub async fn invite(state: &AppState, viewer: Viewer, list: PeopleList) -> AppResult<InvitedList> {
    policy::can_administer(&viewer)?;
    let lines = read(&list)?;
    let mut prepared = Vec::with_capacity(lines.len());
    for line in lines {
        prepared.push((line, token::random()?));
    }
    let (app, work) = (state.clone(), prepared.clone());
    let done: Vec<InvitedLine> = db::write(&state.db, move |tx| {
        let (app, work) = (app.clone(), work.clone());
        Box::pin(async move {
            let lines: Vec<Line> = work.iter().map(|(line, _)| line.clone()).collect();
            let known = Known::of(tx, &lines).await?;
            let mut done = Vec::with_capacity(work.len());
            for (line, text) in &work {
                let answered = known.line(line);
                if answered.problem.is_none() {
                    insert(&app, tx, &viewer, line, text).await?;
                }
                done.push(answered);
            }
            Ok(done)
        })
    })
    .await?;
    let mut lines = Vec::with_capacity(done.len());
    for (mut answered, (line, text)) in done.into_iter().zip(prepared) {
        if let (None, Ok((email, _))) = (answered.problem, &line.outcome) {
            let link = register::page_link(state, "register", Some(&text))?;
            send(state, &viewer, email, link.clone()).await?;
            answered.link = Some(link);
        }
        lines.push(answered);
    }
    Ok(summed(lines))
}

async fn insert(
    state: &AppState,
    tx: &Tx,
    viewer: &Viewer,
    line: &Line,
    text: &str,
) -> AppResult<()> {
    let Ok((email, role)) = &line.outcome else {
        return Ok(());
    };
    // Whoever registered and never confirmed makes way, as with a single invitation.
    register::is_free(tx, email).await?;
    links::delete_invitations_to(tx, email.as_str()).await?;
    let row = one_time_token::ActiveModel {
        email: Set(Some(email.as_str().to_owned())),
        role: Set(Some(role.as_str().to_owned())),
        created_by: Set(Some(viewer.member_id)),
        ..register::new_link(state, Purpose::Invitation, token::hash(text), DAYS)
    };
    let row = links::insert(tx, row).await?;
    log(state, tx, viewer, AuditAct::MemberInvited, &row).await
}

fn read(list: &PeopleList) -> AppResult<Vec<Line>> {
    lists::read(&list.csv)
        .map_err(|error| AppError::invalid("/csv", FieldCode::TooLong, error.to_string()))
}

/// Addresses that have an account, and those that were invited before.
struct Known {
    accounts: HashSet<String>,
    invited: HashSet<String>,
}

impl Known {
    async fn of(db: &impl ConnectionTrait, lines: &[Line]) -> AppResult<Self> {
        let addresses: Vec<String> = lines
            .iter()
            .filter_map(|line| line.outcome.as_ref().ok())
            .map(|(email, _)| EmailAddress::as_str(email).to_owned())
            .collect();
        Ok(Self {
            accounts: members::with_account(db, &addresses).await?,
            invited: links::invited(db, &addresses).await?,
        })
    }

    fn line(&self, line: &Line) -> InvitedLine {
        let mut answer = InvitedLine {
            line: u32::try_from(line.number).unwrap_or(u32::MAX),
            email: line.typed.clone(),
            role: None,
            problem: None,
            invited_before: false,
            link: None,
        };
        match &line.outcome {
            Err(problem) => answer.problem = Some((*problem).into()),
            Ok((email, role)) => {
                answer.email = email.as_str().to_owned();
                answer.role = Some((*role).into());
                answer.invited_before = self.invited.contains(email.as_str());
                let taken = self.accounts.contains(email.as_str());
                answer.problem = taken.then_some(LineProblem::HasAccount);
            }
        }
        answer
    }
}

fn summed(lines: Vec<InvitedLine>) -> InvitedList {
    let wrong = lines.iter().filter(|line| line.problem.is_some()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    InvitedList {
        right: count(lines.len().saturating_sub(wrong)),
        wrong: count(wrong),
        lines,
    }
}
