//! Words of the search.

super::words! {
    search_title: "Search", "Sök";
    search_title_for(words: &str): "Search: {words}", "Sök: {words}";
    search_kinds: "What to look for", "Vad du söker";
    search_all: "Everything", "Allt";
    search_questions: "Questions", "Frågor";
    search_topics: "Topics", "Ämnen";
    search_people: "People", "Personer";
    search_help: "Narrow it in the box: topic:safety, from:noor, is:solved, \"exact words\".",
        "Avgränsa i rutan: topic:safety, from:noor, is:solved, \"exakta ord\".";
    search_empty: "What are you looking for?", "Vad letar du efter?";
    search_none: "Nothing found", "Inget hittades";
    search_none_more: "Try fewer or other words, or ask: somebody may know.", "Försök med färre eller andra ord, eller fråga. Någon kan veta.";
    search_none_by_many: "Others have searched for this too. Said as a need, they can join it.", "Andra har också sökt efter det här. Säg det som ett behov, så kan de haka på.";
    search_ask: "Ask it", "Ställ frågan";
    search_found_page: "Results", "Träffar";
    search_in_answer: "in an answer", "i ett svar";
    search_also_called(names: &str): "also called {names}", "kallas även {names}";
    search_why_solved: "has an accepted answer", "har ett godtaget svar";
    search_why_answered: "has an answer", "har ett svar";
    search_why_helpful: "people found it helpful", "andra hade hjälp av den";
    search_why_recent: "something happened lately", "något har hänt nyligen";
    search_suggestions: "Suggestions", "Förslag";
    search_one_question: "question", "fråga";
    search_one_topic: "topic", "ämne";
    search_one_person: "person", "person";
    search_one_need: "Need", "Behov";
}
