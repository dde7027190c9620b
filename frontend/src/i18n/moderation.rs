//! Words of keeping order: closing, reopening.

super::words! {
    moderation_close: "Close the question", "Stäng frågan";
    moderation_close_title: "Close this question?", "Stänga frågan?";
    moderation_close_act: "Close", "Stäng";
    moderation_closed: "Question closed.", "Frågan är stängd.";
    moderation_why: "Why", "Varför";
    moderation_duplicate: "It was asked before", "Den har ställts förut";
    moderation_duplicate_more: "Whoever finds it is led to the original.", "Den som hittar den leds till originalet.";
    moderation_outdated: "It is out of date", "Den är inaktuell";
    moderation_outdated_more: "What it asks about is no longer so.", "Det den handlar om gäller inte längre.";
    moderation_out_of_place: "It does not belong here", "Den hör inte hemma här";
    moderation_out_of_place_more: "There is a better place for it: say where.", "Det finns ett bättre ställe för den: skriv var.";
    moderation_other: "Something else", "Något annat";
    moderation_other_more: "Say what, in a note.", "Skriv vad, i en rad.";
    moderation_note: "Note", "Anteckning";
    moderation_note_hint: "It stands on the page, with your name.", "Den syns på sidan, med ditt namn.";
    moderation_original: "The original", "Originalet";
    moderation_original_hint: "Words of its title, or its address.", "Ord ur rubriken, eller adressen.";
    moderation_original_prompt: "Find the question", "Hitta frågan";
    moderation_reopen: "Open it again", "Öppna den igen";
    moderation_reopen_title: "Open the question again?", "Öppna frågan igen?";
    moderation_reopen_more: "It takes answers again. A link to an original goes away.", "Den tar emot svar igen. En länk till ett original försvinner.";
    moderation_reopened: "Question open again.", "Frågan är öppen igen.";
    moderation_reason_hint: "You act for the asker: it is logged.", "Du handlar i frågeställarens ställe: det loggas.";
    moderation_closed_by: "Closed by", "Stängd av";
    moderation_closed_on: "Closed", "Stängd";
    moderation_duplicated[n]: "asked again once", "asked again {n} times"; "ställd igen en gång", "ställd igen {n} gånger";
    questions_view_duplicated: "Asked often", "Frågas ofta";
    questions_sort_duplicated: "Most often asked first", "Oftast ställda först";
    questions_none_duplicated: "Nothing was asked twice yet", "Inget har frågats två gånger än";
    questions_none_duplicated_more: "When a question is closed as a duplicate, its original is listed here.",
        "När en fråga stängs som dubblett listas originalet här.";
}
