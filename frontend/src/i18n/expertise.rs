//! Words of expertise: strengths, reasons, endorsing, availability.

super::words! {
    expertise_about: "Ask me about", "Fråga mig om";
    expertise_learning: "Learning now", "Lär sig nu";
    expertise_band_declared: "Declared", "Egen uppgift";
    expertise_band_some: "Some", "Lite";
    expertise_band_good: "Good", "God";
    expertise_band_strong: "Strong", "Stark";
    expertise_level_learning: "Learning it", "Lär mig";
    expertise_level_can_help: "Can help", "Kan hjälpa";
    expertise_level_experienced: "Experienced", "Erfaren";
    expertise_level_ask_me_first: "Ask me first", "Fråga mig först";
    expertise_level_none: "Say nothing", "Säg ingenting";
    expertise_why(band: &str): "Why “{band}”?", "Varför ”{band}”?";
    expertise_why_more: "Evidence fades: after a year it counts half. The share of each piece stands before it.",
        "Belägg bleknar: efter ett år räknas de till hälften. Andelen för varje står framför.";
    expertise_part_declared(level: &str): "Their own word: {level}", "Egen uppgift: {level}";
    expertise_part_endorsed(name: &str): "{name} confirms it", "{name} intygar det";
    expertise_part_accepted: "Accepted answer to", "Godtaget svar på";
    expertise_part_answer: "Answer to", "Svar på";
    expertise_in_topic(topic: &str): "in {topic}", "i {topic}";
    expertise_circular: "counts less: you confirm each other", "räknas mindre: ni intygar varandra";
    expertise_bar(band: &str, declared: &str, endorsed: &str, answered: &str): "{band}: declared {declared}, endorsed {endorsed}, shown by answers {answered} of 100",
        "{band}: egen uppgift {declared}, intygat {endorsed}, visat i svar {answered} av 100";
    expertise_said_answers[n]: "1 good answer this year", "{n} good answers this year"; "1 bra svar i år", "{n} bra svar i år";
    expertise_said_accepted(n: &str): "{n} accepted", "{n} godtagna";
    expertise_said_endorsed[n]: "confirmed by 1 colleague", "confirmed by {n} colleagues"; "intygat av 1 kollega", "intygat av {n} kollegor";
    expertise_said_own: "Their own word so far", "Egen uppgift hittills";
    expertise_said_old: "From earlier years", "Från tidigare år";
    expertise_endorse: "I have seen this", "Det har jag sett";
    expertise_endorsed: "You confirmed this", "Du har intygat detta";
    expertise_endorse_done(name: &str): "Thanks: your word for {name} counts", "Tack: ditt ord för {name} räknas";
    expertise_endorse_back: "Taken back", "Återtaget";
    expertise_endorse_tomorrow: "You confirmed one topic today. Tomorrow you can confirm another.", "Du har intygat ett ämne i dag. I morgon kan du intyga ett till.";
    expertise_none_own: "Say what colleagues can ask you about, and what you are learning.", "Säg vad kollegor kan fråga dig om, och vad du lär dig.";
    expertise_choose: "Choose topics", "Välj ämnen";
    expertise_shown: "Has answered about", "Har svarat om";
    expertise_all(n: usize): "All {n} topics", "Alla {n} ämnen";
    expertise_free: "Can be asked now", "Går att fråga nu";
    expertise_busy: "Has enough requests this week", "Har nog med frågor den här veckan";
    expertise_away: "Away", "Borta";
    expertise_away_until(day: &str): "Away until {day}", "Borta till {day}";
    expertise_knows: "Who knows it", "Vem kan det";
    expertise_learners: "Who is learning it", "Vem lär sig det";
    expertise_nobody_knows: "Nobody yet. Do you?", "Ingen ännu. Kan du?";
    expertise_everyone: "Everyone who knows it", "Alla som kan det";
    expertise_my_word: "What I say about it", "Vad jag säger om det";
    expertise_likely: "Who is likely to know", "Vem vet nog";
    expertise_people_know: "People who know", "Personer som vet";
    expertise_reason_similar(question: &str): "Answered “{question}”", "Svarade på ”{question}”";
    expertise_reason_similar_more[n]: "and 1 similar question", "and {n} similar questions"; "och 1 liknande fråga", "och {n} liknande frågor";
    expertise_reason_topic(band: &str, topic: &str): "{band} in {topic}", "{band} i {topic}";
    expertise_reason_word(topic: &str): "Says they can help with {topic}", "Säger sig kunna hjälpa med {topic}";
    expertise_reason_answered[n]: "1 answer", "{n} answers"; "1 svar", "{n} svar";
    expertise_reason_active[n]: "1 answer lately", "{n} answers lately"; "1 svar på sistone", "{n} svar på sistone";
    welcome_title: "What can colleagues ask you, and what would you like to learn?", "Vad kan kollegor fråga dig om, och vad vill du lära dig?";
    welcome_lede: "It takes a minute. Questions that fit then find you, and you find company in what you learn. You can change it at any time.",
        "Det tar en minut. Då hittar frågor som passar till dig, och du hittar sällskap i det du lär dig. Du kan ändra det när som helst.";
    welcome_knows: "I can help with", "Jag kan hjälpa till med";
    welcome_learns: "I want to learn", "Jag vill lära mig";
    welcome_offered_knows: "Often asked about: I can help with it", "Ofta frågat om: jag kan hjälpa till";
    welcome_offered_learns: "Often asked about: I want to learn it", "Ofta frågat om: jag vill lära mig";
    welcome_save: "Save", "Spara";
    welcome_skip: "Skip", "Hoppa över";
    settings_topics: "Topics", "Ämnen";
    settings_topics_lede: "What you know and what you are learning. Others see your word together with what your answers show.",
        "Vad du kan och vad du lär dig. Andra ser dina ord tillsammans med vad dina svar visar.";
    settings_topics_add: "Add a topic", "Lägg till ett ämne";
    settings_topics_add_prompt: "Topic", "Ämne";
    settings_topics_level: "I", "Jag";
    settings_topics_empty: "You have said nothing yet, and no answer of yours was accepted or found helpful yet.",
        "Du har inte sagt något ännu, och inget av dina svar har godtagits eller varit till hjälp ännu.";
    settings_topics_hide: "Hide from others", "Dölj för andra";
    settings_topics_hidden: "Hidden: nobody finds you by it", "Dolt: ingen hittar dig med det";
    settings_topics_saved: "Saved", "Sparat";
    settings_availability: "Availability", "Tillgänglighet";
    settings_availability_lede: "When and how colleagues may ask you. Who is away is not suggested.",
        "När och hur kollegor får fråga dig. Den som är borta föreslås inte.";
    settings_away_until: "Away until", "Borta till";
    settings_away_hint: "You are suggested again from that day on. Empty means you are here.", "Du föreslås igen från den dagen. Tomt betyder att du är här.";
    settings_cap: "Requests a week", "Frågor i veckan";
    settings_cap_any: "Any number", "Hur många som helst";
    settings_cap_hint: "When you were asked or have answered so many in seven days, others are suggested and asked.", "När du har fått eller svarat på så många på sju dagar föreslås och tillfrågas andra.";
    settings_asking: "How you like to be asked", "Hur du vill bli frågad";
    settings_asking_hint: "For example: mornings are best, beginners are welcome.", "Till exempel: helst på morgonen, nybörjare är välkomna.";
}

impl super::Lang {
    /// A strength in a word.
    pub fn band(self, band: tacit_contract::expertise::ExpertiseBand) -> &'static str {
        use tacit_contract::expertise::ExpertiseBand;
        match band {
            ExpertiseBand::Declared => self.expertise_band_declared(),
            ExpertiseBand::Some => self.expertise_band_some(),
            ExpertiseBand::Good => self.expertise_band_good(),
            ExpertiseBand::Strong => self.expertise_band_strong(),
        }
    }

    /// What somebody says about themselves.
    pub fn level(self, level: tacit_contract::expertise::ExpertiseLevel) -> &'static str {
        use tacit_contract::expertise::ExpertiseLevel;
        match level {
            ExpertiseLevel::Learning => self.expertise_level_learning(),
            ExpertiseLevel::CanHelp => self.expertise_level_can_help(),
            ExpertiseLevel::Experienced => self.expertise_level_experienced(),
            ExpertiseLevel::AskMeFirst => self.expertise_level_ask_me_first(),
        }
    }
}
