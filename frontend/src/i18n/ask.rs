//! Words of the page one asks on, and of Home, where asking begins.

super::words! {
    ask_title: "Ask a question", "Ställ en fråga";
    ask_line: "Your question, in one sentence", "Din fråga, i en mening";
    ask_placeholder: "What would you like to know?", "Vad vill du veta?";
    ask_under: "Similar questions appear while you write.", "Liknande frågor visas medan du skriver.";
    ask_similar: "Perhaps this has been answered. If one of these is yours, you are done.",
        "Det här kan redan ha besvarats. Är någon av dem din, så är du klar.";
    ask_similar_found[n]: "1 similar question", "{n} similar questions"; "1 liknande fråga", "{n} liknande frågor";
    ask_body: "What have you tried, and what would a good answer change?", "Vad har du provat, och vad skulle ett bra svar ändra?";
    ask_body_hint: "Leave it empty if the title says it all. Markdown works.", "Lämna tomt om rubriken säger allt. Markdown fungerar.";
    ask_topics_hint: "One to five. They decide who finds your question.", "Ett till fem. De avgör vem som hittar din fråga.";
    ask_when: "When do you need it", "När behöver du det";
    ask_when_normal: "When someone has time", "När någon har tid";
    ask_when_blocking: "I cannot go on without", "Jag kommer inte vidare utan";
    ask_submit: "Ask everyone", "Fråga alla";
    ask_done: "Your question is out.", "Din fråga är ute.";
    ask_in_topics(topics: &str): "in {topics}", "i {topics}";
    home_title: "Home", "Hem";
    home_help: "You could help here", "Här kan du hjälpa till";
    home_help_all: "All open questions", "Alla öppna frågor";
    home_help_none: "Nobody waits for what you know.", "Ingen väntar på det du kan.";
    home_help_none_more: "Say what you know something about, and questions that fit come here.",
        "Säg vad du kan något om, så kommer frågor som passar hit.";
    home_help_step: "Choose topics", "Välj ämnen";
    home_mine: "Yours, still open", "Dina, fortfarande öppna";
    home_mine_all: "All of yours", "Alla dina";
    home_mine_none: "You have no open questions.", "Du har inga öppna frågor.";
    home_new: "New", "Nytt";
    home_new_all: "All questions", "Alla frågor";
    home_new_none: "Nothing has been asked yet.", "Inget har frågats ännu.";
}
