//! Asking before something is written.

use std::io::{BufRead, IsTerminal, Write as _};

/// Only somebody at a terminal can say yes.
pub fn confirmed() -> bool {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return false;
    }
    print!("Write this? [y/N] ");
    let mut answer = String::new();
    let asked = std::io::stdout().flush();
    let read = asked.and_then(|()| stdin.lock().read_line(&mut answer));
    read.is_ok()
        && matches!(
            answer.trim().to_lowercase().as_str(),
            "y" | "yes" | "j" | "ja"
        )
}
