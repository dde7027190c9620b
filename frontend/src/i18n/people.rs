//! Words of people and profiles.

super::words! {
    people_answers_accepted(answers: &str, accepted: &str): "{answers}, {accepted} accepted", "{answers}, varav {accepted} godtagna";
    people_questions[n]: "1 question", "{n} questions"; "1 fråga", "{n} frågor";
    people_title: "People", "Personer";
    people_lede: "Everyone here, and what they have helped with.", "Alla här, och vad de har hjälpt till med.";
    people_search: "Name, job title or place", "Namn, titel eller ort";
    people_department: "Department", "Avdelning";
    people_all_departments: "All departments", "Alla avdelningar";
    people_order: "Order", "Ordning";
    people_by_name: "By name", "Efter namn";
    people_newest: "Newest", "Nyaste";
    people_who_knows: "Who knows about", "Vem kan något om";
    people_topic: "Topic", "Ämne";
    people_language: "Language", "Språk";
    people_any_language: "Any language", "Alla språk";
    people_list: "People found", "Personer som hittades";
    people_none: "Nobody found", "Ingen hittades";
    people_none_more: "Try fewer words or another department. Topics may lead to somebody too.",
        "Pröva färre ord eller en annan avdelning. Ämnena kan också leda till någon.";
    people_show_all: "Show everyone", "Visa alla";
    people_empty: "Nobody is here yet", "Ingen är här ännu";
    people_empty_more: "Invite the first colleagues: an administrator finds it under Admin.",
        "Bjud in de första kollegorna: en administratör hittar det under Administration.";
    role_member: "Member", "Medlem";
    role_lead: "Learning lead", "Lärandeansvarig";
    role_admin: "Administrator", "Administratör";
    profile_here_since(month: &str): "Here since {month}.", "Här sedan {month}.";
    profile_ask: "Ask a question", "Ställ en fråga";
    profile_edit: "Edit your profile", "Redigera din profil";
    profile_deactivated: "This account is deactivated.", "Kontot är avstängt.";
    profile_deactivated_more: "What they wrote stays.", "Det de har skrivit finns kvar.";
    profile_unclaimed: "Not a member here.", "Inte medlem här.";
    profile_unclaimed_more: "This person came with an import and cannot be asked.", "Personen kom med en import och går inte att fråga.";
    profile_no_bio_own: "Say in a few sentences what colleagues may ask you about.", "Säg med några meningar vad kollegor kan fråga dig om.";
    profile_contributions: "Contributions", "Bidrag";
    profile_asked: "Asked", "Frågat";
    profile_answered: "Answered", "Svarat";
    profile_no_asked(name: &str): "{name} has not asked anything yet", "{name} har inte frågat något ännu";
    profile_no_answered(name: &str): "{name} has not answered anything yet", "{name} har inte svarat på något ännu";
    profile_nothing_own: "Nothing yet", "Inget ännu";
    profile_ask_first: "Ask what you have wondered about the longest.", "Fråga om det du har undrat längst över.";
    profile_answer_first: "Somebody is waiting for what you know.", "Någon väntar på det du vet.";
    profile_see_unanswered: "See unanswered questions", "Se obesvarade frågor";
    profile_more_about(name: &str): "More about {name}", "Mer om {name}";
    profile_topics: "Has answered in", "Har svarat i";
    profile_months: "Over the last year", "Det senaste året";
    profile_months_table: "As a table", "Som tabell";
    profile_months_month: "Month", "Månad";
    profile_so_far: "So far", "Hittills";
    profile_helpful[n]: "1 helpful mark received", "{n} helpful marks received"; "1 person har haft hjälp", "{n} personer har haft hjälp";
    profile_local_time: "Local time", "Lokal tid";
    profile_time_in(hour: &str, place: &str): "{hour} in {place}", "{hour} i {place}";
    profile_speaks(languages: &str): "Speaks {languages}", "Talar {languages}";
}

impl super::Lang {
    /// What a role is called.
    pub fn role(self, role: tacit_contract::identity::Role) -> &'static str {
        use tacit_contract::identity::Role;
        match role {
            Role::Member => self.role_member(),
            Role::Lead => self.role_lead(),
            Role::Admin => self.role_admin(),
        }
    }
}
