//! Almvik Works: an invented organisation that fills an empty database, so that a first start shows what Tacit is for.
//!
//! The `content` is written by hand, with times that count back from now. A `plan` turns it into rows and events with the
//! origin demo, which nobody is notified of, and `repo` writes them in one transaction.

mod content;
mod plan;
mod repo;

use secrecy::ExposeSecret;
use tacit_domain::identity::Role;
use tacit_domain::identity::password::Password;

use crate::auth::token;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::state::AppState;
use content::Content;

/// Characters of a password that is made up.
const PASSWORD_LENGTH: usize = 16;

/// How to sign in as somebody of the demo content.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// E-mail to sign in with.
    pub email: String,
    /// The password, shown only once.
    pub password: String,
}

/// Fills the database if nobody is in it. Answers one sign-in for each role; none when somebody is there already.
///
/// Only those three can sign in, each with a password of their own; with `--demo-password` everybody has that one.
///
/// # Errors
/// When the content is wrong or the database fails.
pub async fn load(state: &AppState) -> AppResult<Option<Vec<SignIn>>> {
    if repo::is_inhabited(state.db.reader()).await? {
        return Ok(None);
    }
    let content = Content::read().map_err(AppError::internal)?;
    let sign_ins = sign_ins(state, &content)?;
    let mut plan = plan::draw_up(&content, state.clock.now()).map_err(AppError::internal)?;
    give_passwords(state, &mut plan, &sign_ins).await?;
    let now = state.clock.now();
    let done = db::write(&state.db, move |tx| {
        let plan = plan.clone();
        Box::pin(async move { repo::insert(tx, plan, now).await })
    })
    .await?;
    Ok(done.then_some(sign_ins))
}

/// The first person of each role.
fn sign_ins(state: &AppState, content: &Content) -> AppResult<Vec<SignIn>> {
    let first = |role: Role| {
        let mut people = content.members.iter();
        people
            .find(|person| person.role == role.as_str())
            .map(|person| (person, role))
    };
    let people = [Role::Member, Role::Lead, Role::Admin]
        .into_iter()
        .filter_map(first);
    people
        .map(|(person, role)| {
            let password = match &state.settings.demo_password {
                Some(given) => given.expose_secret().to_owned(),
                None => token::random()
                    .map_err(AppError::internal)?
                    .chars()
                    .take(PASSWORD_LENGTH)
                    .collect(),
            };
            Ok(SignIn {
                name: person.name.clone(),
                role,
                email: person.email.clone(),
                password,
            })
        })
        .collect()
}

async fn give_passwords(
    state: &AppState,
    plan: &mut plan::Plan,
    sign_ins: &[SignIn],
) -> AppResult<()> {
    let hash = async |password: &str| -> AppResult<String> {
        let password = Password::parse(password)
            .map_err(|error| AppError::internal(format!("the demo password {error}")))?;
        Ok(state.passwords.hash(password).await?)
    };
    if let Some(given) = &state.settings.demo_password {
        let shared = hash(given.expose_secret()).await?;
        for member in &mut plan.members {
            member.password_hash = Some(shared.clone());
        }
        return Ok(());
    }
    for sign_in in sign_ins {
        let hashed = hash(&sign_in.password).await?;
        let member = plan
            .members
            .iter_mut()
            .find(|member| member.email.as_ref() == Some(&sign_in.email));
        if let Some(member) = member {
            member.password_hash = Some(hashed);
        }
    }
    Ok(())
}
