//! Words of drafts.

super::words! {
    drafts_title: "Drafts", "Utkast";
    drafts_saved: "Draft kept", "Utkastet sparat";
    drafts_taken_up: "Your draft is back, kept", "Ditt utkast är tillbaka, sparat";
    drafts_offered: "You have another draft here, kept", "Du har ett annat utkast här, sparat";
    drafts_take_up: "Go on with it", "Fortsätt på det";
    drafts_decline: "Replace it with this", "Ersätt det med det här";
    drafts_contested: "This draft was being written on another device too. This text is the one kept now.",
        "Utkastet skrevs också på en annan enhet. Det är den här texten som är sparad nu.";
    drafts_failed: "The draft could not be kept. The text is still here; it is tried again when you write on.",
        "Utkastet gick inte att spara. Texten finns kvar här, och ett nytt försök görs när du skriver vidare.";
    drafts_discard: "Discard draft", "Kasta utkastet";
    drafts_discarded: "Draft discarded.", "Utkastet är kastat.";
    drafts_go_on: "Go on with your draft", "Fortsätt på ditt utkast";
    drafts_lead: "What you have begun and not posted. Only you can see it.", "Det du har börjat på men inte skickat. Bara du kan se det.";
    drafts_none: "Nothing is half written.", "Inget är halvskrivet.";
    drafts_none_more: "What you write is kept while you type, and waits for you here, on every device.",
        "Det du skriver sparas medan du skriver och väntar på dig här, på alla dina enheter.";
    drafts_kind_ask: "Question", "Fråga";
    drafts_kind_need: "Need", "Behov";
    drafts_kind_answer: "Answer", "Svar";
    drafts_kind_comment: "Comment", "Kommentar";
    drafts_kind_edit: "Edit", "Ändring";
    drafts_untitled: "A question without a title yet", "En fråga utan rubrik än";
    drafts_nowhere: "The question is not there any more", "Frågan finns inte längre";
}
