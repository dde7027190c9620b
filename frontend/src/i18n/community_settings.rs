//! Words of a community's settings and its end.

super::words! {
    community_welcome_hint: "New members read it on the page for 14 days.", "Nya medlemmar läser den på sidan i 14 dagar.";
    community_language: "Its language", "Dess språk";
    community_nameless_hint: "Where the organisation allows it too.", "Där organisationen också tillåter det.";
    community_stays_closed: "It cannot be opened to everyone any more.", "Den går inte att öppna för alla längre.";
    community_stays_closed_more: "What was written in it was meant for its members.", "Det som står i den skrevs för medlemmarna.";
    community_end_title: "Ending it", "Avsluta den";
    community_archive: "Archive", "Arkivera";
    community_archive_title(name: &str): "Archive {name}?", "Arkivera {name}?";
    community_archive_what: "Archived, it can be read and found as before, but nobody writes in it, comes in or changes it. You can bring it back at any time.",
        "Arkiverad går den att läsa och hitta som förut, men ingen skriver i den, kommer in eller ändrar den. Du kan ta tillbaka den när som helst.";
    community_archived_done: "It is archived.", "Den är arkiverad.";
    community_restore: "Bring back", "Ta tillbaka";
    community_restore_what: "Members write in it again, and others can come in.", "Medlemmarna skriver i den igen, och andra kan komma in.";
    community_restored(name: &str): "{name} is back.", "{name} är tillbaka.";
    community_delete: "Delete", "Radera";
    community_delete_title(name: &str): "Delete {name}?", "Radera {name}?";
    community_delete_what: "Deleted, it is gone for everybody at once, with all that was written in it.", "Raderad är den genast borta för alla, med allt som skrivits i den.";
    community_delete_goes: "Gone at once for everybody:", "Genast borta för alla:";
    community_questions[n]: "1 question", "{n} questions"; "1 fråga", "{n} frågor";
    community_comments[n]: "1 comment", "{n} comments"; "1 kommentar", "{n} kommentarer";
    community_delete_until(day: &str): "Until {day} you can bring it back as it was. Then everything is erased for good.",
        "Till {day} kan du ta tillbaka den som den var. Sedan raderas allt för gott.";
    community_deleted: "Deleted", "Raderad";
    community_deleted_done(name: &str): "{name} is deleted.", "{name} är raderad.";
    community_erased_on(day: &str): "It is erased for good on {day}.", "Den raderas för gott den {day}.";
    communities_deleted: "Deleted by you", "Raderade av dig";
    communities_none_deleted: "You have deleted none", "Du har inte raderat någon";
    communities_none_deleted_more: "What you delete stands here for 30 days.", "Det du raderar står här i 30 dagar.";
}
