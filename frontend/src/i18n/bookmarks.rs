//! Words of bookmarks.

super::words! {
    bookmarks_title: "Kept for later", "Sparat till senare";
    bookmarks_lede: "Questions and answers you keep. Only you see this.", "Frågor och svar du har sparat. Bara du ser det här.";
    bookmarks_search: "Search notes and titles", "Sök i anteckningar och rubriker";
    bookmarks_keep: "Keep", "Spara";
    bookmarks_keep_item: "Keep for later", "Spara till senare";
    bookmarks_keep_title: "Keep for later", "Spara till senare";
    bookmarks_note: "Note", "Anteckning";
    bookmarks_note_hint: "Why you keep it. Only you see it.", "Varför du sparar det. Bara du ser det.";
    bookmarks_kept: "Kept. You find it under your menu.", "Sparat. Du hittar det under din meny.";
    bookmarks_remove: "Remove", "Ta bort";
    bookmarks_removed: "Not kept any more.", "Inte längre sparat.";
    bookmarks_change: "Change", "Ändra";
    bookmarks_question: "Question", "Fråga";
    bookmarks_answer: "Answer", "Svar";
    bookmarks_since: "kept", "sparat";
    bookmarks_all: "Show all", "Visa alla";
    bookmarks_none: "Nothing kept yet", "Inget sparat ännu";
    bookmarks_none_more: "Choose “Keep for later” below a question or an answer.",
        "Välj ”Spara till senare” under en fråga eller ett svar.";
    bookmarks_none_found: "Nothing found", "Inget hittades";
    bookmarks_none_found_more: "No note and no title holds these words.", "Ingen anteckning eller rubrik innehåller orden.";
}
