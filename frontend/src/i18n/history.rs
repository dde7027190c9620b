//! Words of the history of a post.

super::words! {
    history_changed: "What changed", "Vad som ändrades";
    history_text: "The whole text", "Hela texten";
    history_same: "The text is the same.", "Texten är densamma.";
    history_added: "added:", "tillagt:";
    history_removed: "removed:", "borttaget:";
    history_end: "end.", "slut.";
    history_left_out[n]: "one word unchanged", "{n} words unchanged"; "ett ord oförändrat", "{n} ord oförändrade";
    history_restore: "Restore this version", "Återställ den här versionen";
    history_restored: "Restored. What stood there is in the history.", "Återställt. Det som stod där finns i historiken.";
}
