//! `tacit demo`

use super::Settings;
use crate::demo;
use crate::identity::service::organisation;
use crate::state::AppState;

/// Fills an empty database with demo content.
pub async fn run(settings: Settings) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    organisation::ensure(&state)
        .await
        .map_err(|error| error.to_string())?;
    let loaded = demo::load(&state)
        .await
        .map_err(|error| error.to_string())?;
    state.db.close().await;
    let sign_ins =
        loaded.ok_or("There are members already; demo content is for an empty database only.")?;
    print(&sign_ins);
    Ok(())
}

/// How to sign in, shown once.
pub fn print(sign_ins: &[demo::SignIn]) {
    println!("Demo content was loaded. Sign in as one of these; the passwords are shown only now:");
    for sign_in in sign_ins {
        println!(
            "  {:<7} {}  password {}  ({})",
            sign_in.role.as_str(),
            sign_in.email,
            sign_in.password,
            sign_in.name
        );
    }
}
