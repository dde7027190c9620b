//! Words of routing: who was asked, passing, being asked, what one can help with.

super::words! {
    routing_title: "Who was asked", "Vem som fick frågan";
    routing_nobody_yet: "Nobody has been asked yet.", "Ingen har fått frågan ännu.";
    routing_asked(people: &str): "Asked {people}, as you wished", "Frågan gick till {people}, som du ville";
    routing_fits(people: &str): "Asked {people}", "Frågan gick till {people}";
    routing_leads(people: &str): "Asked {people}, who look after such questions", "Frågan gick till {people}, som ser efter sådana frågor";
    routing_passed(who: &str): "{who} passed", "{who} avstod";
    routing_passed_to(who: &str, to: &str): "{who} passed to {to}", "{who} skickade den vidare till {to}";
    routing_others[n]: "1 other", "{n} others"; "1 till", "{n} till";
    routing_and: "and", "och";
    routing_wished_not(name: &str): "{name} cannot be asked now, so others are.", "{name} går inte att fråga nu, så andra får frågan.";
    routing_next: "If nobody answers, more people are asked", "Om ingen svarar får fler frågan";
    routing_end: "Nobody more will be asked. You can make the title clearer, or ask somebody in person.",
        "Ingen mer får frågan. Du kan göra rubriken tydligare eller fråga någon personligen.";
    routing_count[n]: "1 person was asked", "{n} people were asked"; "1 person har fått frågan", "{n} personer har fått frågan";
    routing_you_wished(name: &str): "{name} would like to hear it from you", "{name} vill gärna höra det från dig";
    routing_you_wished_hidden: "The asker would like to hear it from you", "Den som frågar vill gärna höra det från dig";
    routing_you_named(name: &str): "{name} thinks that you know this", "{name} tror att du vet det här";
    routing_you_fit: "You may know this", "Det här kanske du vet";
    routing_you_look_after: "Nobody has answered, and you look after such questions", "Ingen har svarat, och du ser efter sådana frågor";
    routing_you_more: "Answer below, or pass: nobody but the asker learns that you did.", "Svara nedan, eller avstå: bara den som frågar får veta det.";
    routing_you_passed: "You passed. You can still answer.", "Du avstod. Du kan ändå svara.";
    routing_answer: "Answer", "Svara";
    routing_pass: "Pass", "Avstå";
    routing_pass_title: "Who may know instead?", "Vem kan veta i stället?";
    routing_pass_hint: "They are asked at once and see that you named them. Leave it empty to pass quietly.",
        "Den personen får frågan direkt och ser att du nämnde den. Lämna tomt för att avstå utan att nämna någon.";
    routing_pass_prompt: "A colleague", "En kollega";
    routing_pass_word: "A word with it", "Ett ord på vägen";
    routing_pass_word_hint: "The asker reads it, and whom you name.", "Den som frågar läser det, och den du nämner.";
    routing_pass_done: "Passed. Thank you for saying so.", "Du avstod. Tack för att du sade till.";
    routing_pass_done_to(name: &str): "{name} is asked now.", "{name} får frågan nu.";
    routing_wanted: "Tell me of questions that fit", "Säg till om frågor som passar mig";
    routing_wanted_hint: "A few people at a time are told, never more often than you take in a week.",
        "Några i taget får veta, aldrig oftare än du tar emot på en vecka.";
    routing_ask_person(name: &str): "Ask {name}", "Fråga {name}";
    routing_ask_about: "Ask about this", "Fråga om detta";
    routing_first(name: &str): "{name} is asked first", "{name} får frågan först";
    routing_first_more: "Everybody can read and answer it. If no answer comes within a day, others are asked too.",
        "Alla kan läsa och svara. Kommer inget svar inom ett dygn får andra också frågan.";
    routing_first_busy(name: &str): "{name} has enough requests this week", "{name} har nog med frågor den här veckan";
    routing_first_away(name: &str): "{name} is away", "{name} är borta";
    routing_first_away_until(name: &str, day: &str): "{name} is away until {day}", "{name} är borta till {day}";
    routing_first_not: "Others are asked at once. Who is likely to know stands beside this.", "Andra får frågan direkt. Vem som nog vet står intill.";
    routing_first_drop: "Do not ask anybody first", "Fråga ingen först";
    routing_first_instead: "Ask first", "Fråga först";
    routing_help_dismiss: "Not for me", "Inte för mig";
    routing_help_dismissed: "Taken off your list.", "Borttagen från din lista.";
    routing_help_wished(name: &str): "{name} asked you", "{name} frågade dig";
    routing_help_wished_hidden: "The asker wished for you", "Den som frågar ville fråga dig";
    routing_help_named(name: &str): "{name} named you", "{name} nämnde dig";
    routing_help_asked: "You were asked", "Du fick frågan";
    routing_help_leads: "You look after such questions", "Du ser efter sådana frågor";
    routing_help_topic(band: &str, topic: &str): "You: {band} in {topic}", "Du: {band} i {topic}";
    routing_help_word(topic: &str): "You say that you know {topic}", "Du säger att du kan {topic}";
}
