//! `tacit openapi`

use crate::app;

/// Prints the document that the server publishes.
pub fn run() -> Result<(), String> {
    let json = app::document().to_pretty_json();
    println!("{}", json.map_err(|error| error.to_string())?);
    Ok(())
}
