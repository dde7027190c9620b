//! Words of the components.

super::words! {
    ui_loading: "Loading", "Hämtar";
    ui_retry: "Try again", "Försök igen";
    ui_cancel: "Cancel", "Avbryt";
    ui_close: "Close", "Stäng";
    ui_save: "Save", "Spara";
    ui_saved: "Saved.", "Sparat.";
    ui_optional: "(optional)", "(valfritt)";
    ui_newer: "Back to the start", "Till början";
    ui_older: "Show more", "Visa fler";
    ui_pages: "Pages", "Sidor";
    ui_anonymous: "Anonymous", "Anonym";
    ui_unknown_author: "Somebody not known here", "Någon som inte är känd här";
    ui_anonymous_you: "Anonymous (you)", "Anonym (du)";
    ui_show_password: "Show", "Visa";
    ui_hide_password: "Hide", "Dölj";
    ui_stale_more: "Saving again replaces what is there now.", "Om du sparar igen ersätter du det som står där nu.";
    ui_stale_now: "What is there now", "Det som står där nu";
    ui_show_password_long: "Show the password", "Visa lösenordet";
    ui_hide_password_long: "Hide the password", "Dölj lösenordet";
    ui_remove(what: &str): "Remove {what}", "Ta bort {what}";
    ui_create_topic(name: &str): "Create the topic “{name}”", "Skapa ämnet ”{name}”";
    ui_add_topic: "Add a topic", "Lägg till ett ämne";
    ui_suggestions[n]: "1 suggestion", "{n} suggestions"; "1 förslag", "{n} förslag";
    ui_helpful: "Helpful", "Hjälpte";
    ui_helpful_marks[n]: "one found it helpful", "{n} found it helpful"; "en person hade hjälp av det", "{n} personer hade hjälp av det";
    ui_write: "Write", "Skriv";
    ui_preview: "Preview", "Förhandsgranska";
    ui_preview_empty: "Nothing to show yet.", "Inget att visa ännu.";
    ui_markdown: "Markdown: **bold**, *emphasis*, `code`, - list, > quote", "Markdown: **fet**, *betonad*, `kod`, - lista, > citat";
    ui_view: "View", "Vy";
    ui_empty_title: "Nothing here yet", "Inget här ännu";
    ui_error_title: "That did not work", "Det gick inte";
    ui_missing_title: "This page does not exist", "Den här sidan finns inte";
    ui_missing_more: "It may have been removed, or you may not see it.", "Den kan ha tagits bort, eller så får du inte se den.";
    ui_forbidden_title: "You may not do this", "Det här får du inte göra";
    ui_forbidden_more: "Ask an administrator if you think you should.", "Fråga en administratör om du tycker att du borde få det.";
    ui_offline_title: "No connection", "Ingen anslutning";
    ui_offline_more: "Tacit could not be reached. Check your connection and try again.", "Tacit gick inte att nå. Kontrollera anslutningen och försök igen.";
    ui_request_id(id: &str): "For whoever looks into it: {id}", "För den som felsöker: {id}";
    ui_home: "Go to Home", "Till startsidan";
    ui_copy_link: "Copy link", "Kopiera länken";
    ui_link_copied: "The link is copied.", "Länken är kopierad.";
    ui_link_by_hand: "Copy this link:", "Kopiera den här länken:";
}
