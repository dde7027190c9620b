//! Words of lists of questions.

super::words! {
    questions_title: "Questions", "Frågor";
    questions_open: "Open", "Öppen";
    questions_urgent: "Urgent", "Brådskar";
    questions_answered: "Answered", "Besvarad";
    questions_solved: "Solved", "Löst";
    questions_closed: "Closed", "Stängd";
    questions_no_answer: "no answer yet", "inget svar än";
    questions_answers[n]: "1 answer", "{n} answers"; "1 svar", "{n} svar";
    questions_duplicate: "a duplicate", "en dubblett";
    questions_asked_before: "Asked before:", "Har frågats förut:";
    questions_which: "Which questions", "Vilka frågor";
    questions_view_all: "All", "Alla";
    questions_view_followed: "My topics", "Mina ämnen";
    questions_view_unanswered: "Unanswered", "Obesvarade";
    questions_view_urgent: "Urgent", "Brådskande";
    questions_view_solved: "Solved", "Lösta";
    questions_view_mine: "Mine", "Mina";
    questions_sort: "Order", "Ordning";
    questions_sort_newest: "Newest first", "Nyast först";
    questions_sort_active: "Last active first", "Senast aktiva först";
    questions_sort_waiting: "Waiting longest first", "Väntat längst först";
    questions_sort_helpful: "Most helpful first", "Mest hjälpsamma först";
    questions_filters: "Topic, person, days", "Ämne, person, dagar";
    questions_person: "Asked by", "Ställd av";
    questions_person_hint: "The short name after the @, as on the profile.", "Kortnamnet efter @, som på profilen.";
    questions_since_label: "From the day", "Från dagen";
    questions_until_label: "Until the day", "Till och med dagen";
    questions_since(day: &str): "from {day}", "från {day}";
    questions_until(day: &str): "until {day}", "till {day}";
    questions_apply: "Show these", "Visa de här";
    questions_clear: "Show without filters", "Visa utan filter";
    questions_see_all: "See all questions", "Se alla frågor";
    questions_none: "No questions yet", "Inga frågor än";
    questions_none_more: "Somebody has to go first. What would you like to know?", "Någon måste börja. Vad vill du veta?";
    questions_none_waiting: "Nobody is waiting", "Ingen väntar";
    questions_none_waiting_more: "Every question here has an answer.", "Alla frågor här har fått svar.";
    questions_none_followed: "Nothing in your topics yet", "Inget i dina ämnen än";
    questions_none_followed_more: "Follow topics you know something about: their questions gather here.",
        "Följ ämnen du kan något om, så samlas deras frågor här.";
    questions_none_filtered: "Nothing fits", "Inget passar";
    questions_none_filtered_more: "Take a filter off, or ask it yourself.", "Ta bort ett filter, eller fråga själv.";
}
