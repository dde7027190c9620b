//! Words of one question, its answers and comments.

super::words! {
    question_from: "From", "Från";
    question_asked: "Asked", "Ställd";
    question_answered: "Answered", "Besvarad";
    question_edited: "edited", "ändrad";
    question_closed_duplicate: "Closed: it was asked before.", "Stängd: den har ställts förut.";
    question_closed_outdated: "Closed: it is out of date.", "Stängd: den är inaktuell.";
    question_closed_out_of_place: "Closed: it does not belong here.", "Stängd: den hör inte hemma här.";
    question_closed_other: "Closed.", "Stängd.";
    question_original: "The answers are with the original:", "Svaren finns hos originalet:";
    question_heading_answers[n]: "One answer", "{n} answers"; "Ett svar", "{n} svar";
    question_heading_none: "No answers yet", "Inga svar än";
    question_write_one: "Write one", "Skriv ett";
    question_accepted: "Accepted", "Godtaget";
    question_accept: "Accept", "Godta";
    question_accept_title: "Accept this answer?", "Godta svaret?";
    question_accept_reason: "You accept for the asker. Say why: it stands in the history.", "Du godtar i frågeställarens ställe. Skriv varför, det syns i historiken.";
    question_accept_done: "Answer accepted.", "Svaret är godtaget.";
    question_withdraw: "Take acceptance back", "Ta tillbaka godtagandet";
    question_withdraw_title: "Take the acceptance back?", "Ta tillbaka godtagandet?";
    question_withdraw_more: "The question counts as unsolved again.", "Frågan räknas som olöst igen.";
    question_withdraw_done: "Acceptance taken back.", "Godtagandet är tillbakataget.";
    question_reason: "Reason", "Skäl";
    question_comment: "Comment", "Kommentera";
    question_comments: "Comments", "Kommentarer";
    question_your_comment: "Your comment, in Markdown", "Din kommentar, i Markdown";
    question_post_comment: "Post comment", "Skicka kommentaren";
    question_comment_done: "Comment posted.", "Kommentaren är skickad.";
    question_edit: "Edit", "Ändra";
    question_history: "History", "Historik";
    question_copy_link: "Copy link", "Kopiera länken";
    question_link_copied: "Link copied.", "Länken är kopierad.";
    question_more: "More for this post", "Mer för inlägget";
    question_your_answer: "Your answer", "Ditt svar";
    question_your_answer_hint: "What would you have wanted to be told?", "Vad skulle du själv ha velat få veta?";
    question_post_answer: "Post answer", "Skicka svaret";
    question_answer_done: "Answer posted.", "Svaret är skickat.";
    question_may_not_answer: "This question takes no more answers.", "Frågan tar inte emot fler svar.";
    question_edit_title: "Title", "Rubrik";
    question_edit_body: "Text", "Text";
    question_edit_reason_hint: "Needed when the text is not yours; it stands in the history.", "Behövs när texten inte är din, det syns i historiken.";
    question_edit_done: "Saved. The earlier text is in the history.", "Sparat. Den tidigare texten finns i historiken.";
    question_stale: "Somebody changed this while you were writing.", "Någon har ändrat det här medan du skrev.";
    question_stale_more: "Your text is untouched. Below is what stands there now; saving again puts yours in its place.",
        "Din text är orörd. Nedan står det som gäller nu. Sparar du igen ersätts det av din.";
    question_theirs: "What stands there now", "Det som står där nu";
    question_version(n: i32): "Version {n}", "Version {n}";
    question_history_none: "Nobody has changed it.", "Ingen har ändrat det.";
    question_unknown_editor: "by somebody not shown", "av någon som inte visas";
    question_around: "Around this question", "Kring frågan";
    question_topics: "Topics", "Ämnen";
    question_follow: "Follow", "Följ";
    question_following: "Following", "Följer";
    question_close: "Close to this", "Nära det här";
    question_related: "Linked", "Länkade";
    question_duplicates: "Asked again as", "Har ställts igen som";
}
