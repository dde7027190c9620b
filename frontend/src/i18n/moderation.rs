//! Words of keeping order: closing, deleting, private flags, renewal.

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
    moderation_more: "More for this comment", "Mer för kommentaren";
    moderation_title: "Keeping order", "Ordning";
    moderation_forbidden: "Leads and admins look after this.", "Det här sköter lärledare och administratörer.";
    moderation_question: "Question", "Fråga";
    moderation_answer: "Answer", "Svar";
    moderation_comment: "Comment", "Kommentar";
    moderation_need: "Need", "Behov";
    moderation_by: "by", "av";
    moderation_office_hint: "You act for others: it is logged.", "Du handlar i andras ställe: det loggas.";
    moderation_delete: "Delete", "Ta bort";
    moderation_delete_question: "Delete this question?", "Ta bort frågan?";
    moderation_delete_answer: "Delete this answer?", "Ta bort svaret?";
    moderation_delete_comment: "Delete this comment?", "Ta bort kommentaren?";
    moderation_delete_need: "Delete this need?", "Ta bort behovet?";
    moderation_delete_more: "It is gone for everybody but its author and the leads, who can restore it.",
        "Det försvinner för alla utom författaren och lärledarna, som kan återställa det.";
    moderation_deleted: "Deleted. It can be restored.", "Borttaget. Det går att återställa.";
    moderation_deleted_question: "A deleted question", "En borttagen fråga";
    moderation_deleted_answer: "A deleted answer", "Ett borttaget svar";
    moderation_deleted_comment: "A deleted comment", "En borttagen kommentar";
    moderation_deleted_need: "A deleted need", "Ett borttaget behov";
    moderation_deleted_by: "Deleted by", "Borttagen av";
    moderation_deleted_here: "Deleted here", "Borttaget här";
    moderation_gone: "This was deleted. Only its author and leads see that.",
        "Det här är borttaget. Bara författaren och lärledarna ser det.";
    moderation_deleted_posts: "Deleted posts", "Borttagna inlägg";
    moderation_deleted_lede: "What was deleted, by whom and why. Here it can be brought back.",
        "Vad som togs bort, av vem och varför. Här går det att återställa.";
    moderation_none_deleted: "Nothing was deleted", "Inget är borttaget";
    moderation_none_deleted_more: "What somebody deletes is kept here, and can come back.",
        "Det som någon tar bort finns kvar här och kan komma tillbaka.";
    moderation_restore: "Restore", "Återställ";
    moderation_restore_title: "Restore this?", "Återställa det här?";
    moderation_restore_more: "Everybody who could see it sees it again.", "Alla som kunde se det ser det igen.";
    moderation_under_deleted: "What it stood under was deleted as well. Restore that first.", "Det som den stod under är också borttaget. Återställ det först.";
    moderation_restored: "Restored.", "Återställt.";
}

super::words! {
    moderation_flag: "Something is wrong here", "Något stämmer inte";
    moderation_flag_title: "What is wrong here?", "Vad stämmer inte?";
    moderation_flag_act: "Tell them", "Säg till";
    moderation_flag_more: "The author and the leads read this, nobody else. The author never learns that it was you.",
        "Författaren och lärledarna läser det här, ingen annan. Författaren får aldrig veta att det var du.";
    moderation_flag_what: "What", "Vad";
    moderation_flag_outdated: "Out of date", "Inaktuellt";
    moderation_flag_outdated_more: "It was right once.", "Det stämde en gång.";
    moderation_flag_incorrect: "Incorrect", "Felaktigt";
    moderation_flag_incorrect_more: "It is wrong, or half of it.", "Det är fel, eller halva.";
    moderation_flag_not_all_right: "Not all right", "Inte okej";
    moderation_flag_not_all_right_more: "Rude, revealing, out of line. Only the leads read it until they decide.",
        "Oschysst, avslöjande, över gränsen. Bara lärledarna läser det tills de har bestämt.";
    moderation_flag_reason: "In your words", "Med dina ord";
    moderation_flag_reason_hint: "What should be different?", "Vad borde vara annorlunda?";
    moderation_flagged: "They will read it. Thank you.", "De kommer att läsa det. Tack.";
    moderation_you_said: "You said before:", "Du har sagt:";
    moderation_take_back: "Take it back", "Ta tillbaka";
    moderation_unflagged: "Taken back.", "Tillbakataget.";
    moderation_said_outdated: "A colleague thinks this is out of date.", "En kollega tycker att det här är inaktuellt.";
    moderation_said_incorrect: "A colleague thinks this is incorrect.", "En kollega tycker att det här är fel.";
    moderation_said_private: "Only you and the leads read this.", "Bara du och lärledarna läser det här.";
    moderation_flags: "Flags", "Anmärkningar";
    moderation_flags_lede: "What people said in private about a post. Names stay here.",
        "Vad någon sagt i förtroende om ett inlägg. Namnen stannar här.";
    moderation_which: "Which flags", "Vilka anmärkningar";
    moderation_waiting: "Waiting", "Väntar";
    moderation_decided: "Decided", "Avgjorda";
    moderation_kind: "Kind", "Slag";
    moderation_any_kind: "Every kind", "Alla slag";
    moderation_none_open: "Nothing waits", "Inget väntar";
    moderation_none_open_more: "What people say in private about a post gathers here.",
        "Det som någon säger i förtroende om ett inlägg samlas här.";
    moderation_none_decided: "Nothing decided yet", "Inget avgjort än";
    moderation_none_decided_more: "What you decide on is kept here.", "Det du bestämmer finns kvar här.";
    moderation_own: "This is your own post: somebody else decides.", "Det är ditt eget inlägg: någon annan bestämmer.";
    moderation_decide: "Decide", "Bestäm";
    moderation_decide_title: "What became of it?", "Vad blev det?";
    moderation_outcome: "Outcome", "Utfall";
    moderation_acted: "Acted on", "Åtgärdat";
    moderation_acted_more: "The post was edited, closed or deleted for it.", "Inlägget ändrades, stängdes eller togs bort.";
    moderation_handled: "Handled", "Hanterat";
    moderation_handled_more: "Looked at and talked over; the post stays.", "Genomgånget och pratat om; inlägget står kvar.";
    moderation_dismissed: "Dismissed", "Avskrivet";
    moderation_dismissed_more: "There was nothing to it.", "Det låg inget i det.";
    moderation_word: "A word to them", "Ett ord till dem";
    moderation_word_hint: "Those who said it read this.", "De som sade det läser det här.";
    moderation_decision_kept: "Decided.", "Bestämt.";
}

super::words! {
    moderation_renew: "Look at it again", "Se över svaret";
    moderation_renew_title: "Is it still right?", "Stämmer det än?";
    moderation_renew_what: "What came of it", "Vad blev det";
    moderation_still_right: "Still right", "Stämmer än";
    moderation_still_right_more: "The page says today's date.", "Sidan visar dagens datum.";
    moderation_replaced: "Replaced", "Ersatt";
    moderation_replaced_more: "Another answer here says it now.", "Ett annat svar här säger det nu.";
    moderation_replaced_by: "By which answer", "Av vilket svar";
    moderation_choose_answer: "Choose an answer", "Välj ett svar";
    moderation_renewed: "Thank you: readers see that somebody looked.", "Tack: läsarna ser att någon har sett över det.";
    moderation_verified: "Verified", "Kontrollerat";
    moderation_renewed_by: "by", "av";
    moderation_replaced_title: "Another answer says it now.", "Ett annat svar säger det nu.";
    moderation_replaced_go: "Go to that answer", "Gå till det svaret";
    moderation_renewals: "To look at again", "Att se över";
    moderation_renewals_mine: "Your answer", "Ditt svar";
    moderation_renewals_known: "You know this topic", "Du kan det här ämnet";
    moderation_renewals_since: "accepted", "godtaget";
}

super::words! {
    cleanup_lede: "Topics that may be one, and topics that nothing hangs on.", "Ämnen som kanske är ett och samma, och ämnen som inget hänger på.";
    cleanup_none: "The topics are in order", "Ämnena är i ordning";
    cleanup_none_more: "No two are called nearly the same, and each is used.", "Inga två heter nästan lika, och alla används.";
    cleanup_near: "Nearly the same name", "Nästan samma namn";
    cleanup_same_letters: "The same letters, written otherwise", "Samma bokstäver, skrivna på annat sätt";
    cleanup_plural: "One and several", "En och flera";
    cleanup_one_letter: "One letter apart", "En bokstav skiljer";
    cleanup_merge: "Merge", "Slå ihop";
    cleanup_merge_title(goes: &str, stays: &str): "Merge {goes} into {stays}?", "Slå ihop {goes} med {stays}?";
    cleanup_merge_more: "Questions, followers and names move. It cannot be taken apart again.",
        "Frågor, följare och namn flyttar med. Det går inte att dela upp igen.";
    cleanup_merged: "Merged.", "Sammanslaget.";
    cleanup_unused: "Not used", "Används inte";
    cleanup_made: "Made", "Skapat";
    cleanup_delete_title(name: &str): "Delete the topic {name}?", "Ta bort ämnet {name}?";
    cleanup_delete_more: "No question has it, nobody follows it. Whoever names it again makes it anew.",
        "Ingen fråga har det, ingen följer det. Den som nämner det igen skapar det på nytt.";
    cleanup_deleted: "Topic deleted.", "Ämnet är borttaget.";
}
