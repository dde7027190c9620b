//! `tacit admin create`

use std::io::{IsTerminal, Read};

use clap::Subcommand;

use super::Settings;
use crate::auth::token;
use crate::identity::service::first_admin;
use crate::state::AppState;

/// What to do about admins.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make an admin; works beside a running server
    Create(Args),
}

/// Whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Mail address to sign in with
    #[arg(long)]
    email: String,
    /// Name others see
    #[arg(long)]
    name: String,
    /// Read the password from standard input instead of making one
    #[arg(long)]
    password_stdin: bool,
}

/// Makes the admin. Without `--password-stdin` the password is made up and printed once.
pub async fn run(settings: Settings, command: AdminCommand) -> Result<(), String> {
    let AdminCommand::Create(args) = command;
    let given = args.password_stdin.then(read_password).transpose()?;
    let password = match &given {
        Some(password) => password.clone(),
        None => token::random()
            .map_err(|error| error.to_string())?
            .chars()
            .take(20)
            .collect(),
    };
    let state = AppState::open(settings).await?;
    let made = first_admin::create_admin(&state, &args.email, &args.name, &password).await;
    state.db.close().await;
    let handle = made.map_err(|error| format!("No admin was made: {error}."))?;
    println!(
        "{} ({handle}) is an admin and signs in with {}.",
        args.name, args.email
    );
    if given.is_none() {
        println!("Password, shown only now: {password}");
    }
    Ok(())
}

fn read_password() -> Result<String, String> {
    let mut stdin = std::io::stdin();
    if stdin.is_terminal() {
        eprintln!("Type the password, then Enter and Ctrl-D. It is shown while you type.");
    }
    let mut text = String::new();
    stdin
        .read_to_string(&mut text)
        .map_err(|error| format!("The password cannot be read: {error}."))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
