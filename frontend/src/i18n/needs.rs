//! Words of learning needs.

use tacit_contract::needs::{Helped, NeedForm, NeedState};

super::words! {
    needs_nav: "Needs", "Behov";
    needs_title: "What people want to learn", "Vad folk vill lära sig";
    needs_lede: "Say it in one sentence. Others join it, somebody offers, and it is met by something you can open.",
        "Säg det i en mening. Andra hakar på, någon erbjuder sig, och det möts av något som går att öppna.";
    needs_which: "Which needs", "Vilka behov";
    needs_view_newest: "Newest", "Nyaste";
    needs_view_help: "I could help", "Jag kan hjälpa";
    needs_view_wanted: "Most wanted", "Mest önskade";
    needs_view_met: "Met", "Mötta";
    needs_view_mine: "Mine", "Mina";
    needs_view_joined: "Joined", "Påhakade";
    needs_say: "Say what you need", "Säg vad du behöver";
    needs_none: "Nobody has said what they want to learn yet", "Ingen har sagt vad de vill lära sig ännu";
    needs_none_more: "What would you like to learn? Others may want it too.", "Vad vill du lära dig? Kanske vill andra det också.";
    needs_none_help: "Nothing you could help with right now", "Inget du kan hjälpa till med just nu";
    needs_none_help_more: "Say which topics you know: what others want to learn in them comes here.",
        "Säg vilka ämnen du kan, så kommer det andra vill lära sig i dem hit.";
    needs_none_met: "Nothing was met yet", "Inget har mötts ännu";
    needs_none_mine: "You have said nothing yet", "Du har inte sagt något ännu";
    needs_none_joined: "You have joined nothing yet", "Du har inte hakat på något ännu";
    needs_none_joined_more: "Where somebody wants to learn what you want, press “Me too”.", "Där någon vill lära sig det du vill, tryck på ”Jag med”.";
    needs_see_all: "See all needs", "Se alla behov";
    needs_in_topic: "What people want to learn here", "Vad folk vill lära sig här";
    needs_in_topic_none: "Nothing yet.", "Inget ännu.";
    needs_of_person: "Wants to learn", "Vill lära sig";
    needs_helped_by: "Needs helped", "Behov med hjälp av";
    needs_topic_only(topic: &str): "In {topic}", "I {topic}";
    needs_by(day: &str): "by {day}", "senast {day}";
    needs_me_too: "Me too", "Jag med";
    needs_you_too: "You too", "Du med";
    needs_wanted_by[n]: "1 person wants this", "{n} people want this"; "1 person vill det här", "{n} personer vill det här";
    needs_can_help: "I can help with this", "Jag kan hjälpa till";
    needs_offers(word: &str): "offers: {word}", "erbjuder: {word}";
    needs_offers_help: "offers to help.", "erbjuder sig att hjälpa.";
    needs_met_with: "Met by", "Möts av";
    needs_linked: "Linked:", "Länkat:";
    needs_taken_by: "Looked after by", "Tas om hand av";
    needs_an_answer_is_enough: "An answer is enough", "Det räcker med ett svar";
    needs_or: "or", "eller";
}

super::words! {
    say_title: "Say what you want to learn", "Säg vad du vill lära dig";
    say_wish: "What you want to learn, in one sentence", "Vad du vill lära dig, i en mening";
    say_wish_placeholder: "I want to learn to …", "Jag vill lära mig att …";
    say_why: "Why does it matter?", "Varför är det viktigt?";
    say_why_hint: "What would you do with it? Others see whether it is what they want too. Markdown works.",
        "Vad skulle du göra med det? Andra ser om det är vad de också vill. Markdown fungerar.";
    say_topics_hint: "One to five. They decide who finds it and can help.", "Ett till fem. De avgör vem som hittar det och kan hjälpa.";
    say_forms: "How would you like it?", "Hur vill du ha det?";
    say_forms_hint: "Any way, if you tick nothing.", "På vilket sätt som helst, om du inte kryssar i något.";
    say_by: "By when", "Till när";
    say_by_hint: "Leave it empty if there is no hurry.", "Lämna tomt om det inte är bråttom.";
    say_for_everyone: "Everyone here sees it, with your name.", "Alla här ser det, med ditt namn.";
    say_similar: "Others may want the same. Join one of these, and it weighs more than two.",
        "Andra kanske vill samma sak. Haka på någon av dem, så väger det mer än två.";
    say_similar_found[n]: "1 similar need", "{n} similar needs"; "1 liknande behov", "{n} liknande behov";
    say_submit: "Say it", "Säg det";
    say_done: "It is said. Others can join now.", "Det är sagt. Nu kan andra haka på.";
    need_form_answer: "An answer", "Ett svar";
    need_form_session: "A session", "En träff";
    need_form_pairing: "Pairing up", "Jobba i par";
    need_form_mentor: "A mentor", "En mentor";
    need_form_guide: "A guide", "En guide";
    need_state_open: "Open", "Öppet";
    need_state_exploring: "Being explored", "Undersöks";
    need_state_under_way: "Under way", "På gång";
    need_state_met: "Met", "Mött";
    need_state_already_exists: "Already exists", "Finns redan";
    need_state_on_hold: "On hold", "Vilar";
    need_state_not_now: "Not now", "Inte nu";
}

super::words! {
    need_said: "said", "sade";
    need_more: "More to do with this need", "Mer att göra med behovet";
    need_own_why: "Your own why", "Ditt eget varför";
    need_own_why_hint: "One line. It helps whoever plans something.", "En rad. Det hjälper den som planerar något.";
    need_say_why: "Say why you want it too", "Säg varför du också vill det";
    need_change_why: "Change your why", "Ändra ditt varför";
    need_joined_done: "You want this too. You hear what comes of it.", "Du vill det här också. Du får veta vad det blir.";
    need_left_done: "You are not among those who want it any more.", "Du är inte längre bland dem som vill det.";
    need_offer: "What do you offer?", "Vad erbjuder du?";
    need_offer_hint: "One line, such as: an hour a week until then.", "En rad, till exempel: en timme i veckan fram till dess.";
    need_offer_act: "Offer it", "Erbjud det";
    need_offer_done: "Thank you: they see your offer.", "Tack: de ser ditt erbjudande.";
    need_you_offer: "You offer to help.", "Du erbjuder dig att hjälpa.";
    need_withdraw: "Withdraw", "Dra tillbaka";
    need_suggested_you: "Somebody thinks you could help with this.", "Någon tror att du kan hjälpa till med det här.";
    need_meets: "What meets it", "Vad som möter det";
    need_meets_none: "Nothing is linked yet.", "Inget är länkat ännu.";
    need_meets_add: "Link something that meets it", "Länka något som möter det";
    need_meets_question: "A question here", "En fråga här";
    need_meets_link: "Something outside", "Något utanför";
    need_meets_which: "What is it?", "Vad är det?";
    need_question_address: "Address of the question", "Frågans adress";
    need_question_address_hint: "Copy it from the browser, or from “Copy link” at the question.", "Kopiera den från webbläsaren eller från ”Kopiera länk” vid frågan.";
    need_question_address_bad: "This is no address of a question here.", "Det här är ingen adress till en fråga här.";
    need_url: "Address", "Adress";
    need_link_title: "What is it called?", "Vad heter det?";
    need_word: "A word with it", "Ett ord till";
    need_link_act: "Link it", "Länka det";
    need_link_done: "It is linked.", "Det är länkat.";
    need_remove(what: &str): "Remove: {what}", "Ta bort: {what}";
    need_helped: "Did it help?", "Hjälpte det?";
    need_helped_yes: "Yes", "Ja";
    need_helped_partly: "Partly", "Delvis";
    need_helped_no: "No", "Nej";
    need_helped_word: "Say more, if you like", "Säg mer om du vill";
    need_helped_word_hint: "What you write here stands on the page with your name; your yes or no alone does not.",
        "Det du skriver här står på sidan med ditt namn; bara ett ja eller nej gör det inte.";
    need_helped_act: "Say so", "Säg det";
    need_helped_done: "Thank you. That tells the others.", "Tack. Det hjälper de andra.";
    need_helped_back: "Take it back", "Ta tillbaka det";
    need_helped_count(yes: &str, partly: &str, no: &str): "It helped {yes}, in part {partly}, not {no}.", "Det hjälpte {yes}, delvis {partly}, inte {no}.";
    need_helped_nobody: "Nobody has said yet.", "Ingen har sagt något ännu.";
    need_wanting: "Who wants it too", "Vem som också vill";
    need_wanting_none: "Nobody else yet.", "Ingen annan ännu.";
    need_helping: "Who can help", "Vem som kan hjälpa";
    need_helping_none: "Nobody has offered yet.", "Ingen har erbjudit sig ännu.";
    need_suggested_by(name: &str): "Suggested by {name}", "Föreslagen av {name}";
    need_suggested: "Suggested", "Föreslagen";
    need_suggest: "Suggest somebody", "Föreslå någon";
    need_suggest_who: "Who could help?", "Vem kan hjälpa?";
    need_suggest_who_hint: "The short name after the @, as on the profile.", "Kortnamnet efter @, som på profilen.";
    need_suggest_why: "Why them?", "Varför just de?";
    need_suggest_act: "Suggest", "Föreslå";
    need_suggest_done: "They are told.", "De får veta det.";
    need_take_back(name: &str): "Take back: {name}", "Ta tillbaka: {name}";
    need_so_far: "So far", "Hittills";
    need_so_far_none: "Nothing has happened yet.", "Inget har hänt ännu.";
    need_move: "Change how far it has come", "Ändra hur långt det har kommit";
    need_move_to: "It is now", "Det är nu";
    need_move_word: "A word for everybody who joined", "Ett ord till alla som hakat på";
    need_move_word_hint: "They are told, and it stays on this page.", "De får veta det, och det står kvar på sidan.";
    need_move_act: "Change it", "Ändra";
    need_move_done: "Changed. Everybody who joined is told.", "Ändrat. Alla som hakat på får veta det.";
    need_move_needs_link: "Link first what meets it.", "Länka först det som möter det.";
    need_take_on: "Take it on", "Ta hand om det";
    need_take_on_done: "You look after it now.", "Du tar hand om det nu.";
    need_let_go: "Let it go", "Släpp det";
    need_let_go_done: "Nobody looks after it any more.", "Ingen tar hand om det längre.";
    need_step_taken_on: "Taken on", "Tas om hand";
    need_step_let_go: "Let go", "Släppt";
    need_edit_reason_hint: "It is not yours: say why you edit it.", "Det är inte ditt: säg varför du ändrar det.";
    need_mine: "My needs", "Mina behov";
    need_mine_all: "All of mine", "Alla mina";
    need_like_mine: "Others want to learn this too", "Andra vill också lära sig det här";
    need_helpable: "You could help these people learn", "Du kan hjälpa dem att lära sig";
}

super::words! {
    notices_need_moved(title: &str, state: &str): "“{title}” is now: {state}", "”{title}” är nu: {state}";
    notices_need_response(who: &str, title: &str): "{who} linked something to “{title}”", "{who} länkade något till ”{title}”";
    notices_need_responses(n: u32, title: &str): "{n} things were linked to “{title}”", "{n} saker länkades till ”{title}”";
    notices_need_help(who: &str, title: &str): "{who} offers to help with “{title}”", "{who} erbjuder hjälp med ”{title}”";
    notices_need_helpers(n: u32, title: &str): "{n} people offer to help with “{title}”", "{n} personer erbjuder hjälp med ”{title}”";
    notices_need_join(who: &str, title: &str): "{who} wants this too: “{title}”", "{who} vill också det här: ”{title}”";
    notices_need_joins(n: u32, title: &str): "{n} more people want this too: “{title}”", "{n} till vill också det här: ”{title}”";
    notices_need_suggested(who: &str, title: &str): "{who} thinks you could help with “{title}”", "{who} tror att du kan hjälpa till med ”{title}”";
    notices_need_said(who: &str, title: &str): "{who} has a learning need: “{title}”", "{who} har ett lärbehov: ”{title}”";
    notices_needs_said(n: u32, topic: &str): "{n} new learning needs about {topic}", "{n} nya lärbehov om {topic}";
    notices_need_wanted(title: &str): "Many want this, and nobody looks after it: “{title}”", "Många vill det här och ingen tar hand om det: ”{title}”";
    notices_because_need_mine: "Because it is your need.", "För att det är ditt behov.";
    notices_because_need_joined: "Because you want it too.", "För att du också vill det.";
    notices_because_need_helping: "Because you offered to help.", "För att du erbjöd dig att hjälpa.";
    notices_because_need_named: "Because you were named as somebody who could help.", "För att du nämndes som någon som kan hjälpa.";
    notices_because_need_to_me: "Because it was said to you.", "För att det sades till dig.";
    notices_because_lead: "Because you look after learning here.", "För att du tar hand om lärandet här.";
    notices_kind_need_moved: "Needs you have, joined or help with: a new state", "Behov du har, hakat på eller hjälper med: nytt läge";
    notices_kind_need_response: "Needs you have, joined or help with: something that meets them", "Behov du har, hakat på eller hjälper med: något som möter dem";
    notices_kind_need_help: "Needs you have or joined: somebody offers to help", "Behov du har eller hakat på: någon erbjuder hjälp";
    notices_kind_need_joined: "Others want to learn what you said", "Andra vill lära sig det du sagt";
    notices_kind_need_suggested: "Somebody thinks you could help with a need", "Någon tror att du kan hjälpa till med ett behov";
    notices_kind_need_said: "Needs in topics you follow, or said to you", "Behov i ämnen du följer eller som sagts till dig";
    notices_kind_need_wanted: "Needs that many want (for leads)", "Behov som många har (för ledare)";
}

super::words! {
    demand_title: "Where wanting and knowing are apart", "Där viljan och kunskapen går isär";
    demand_lede: "How many want to learn each topic, how many can help, and what waits. What many want and hardly anybody knows comes first.",
        "Hur många som vill lära sig varje ämne, hur många som kan hjälpa, och vad som väntar. Det många vill och knappt någon kan kommer först.";
    demand_caption: "Seen by L&D and leads. Groups smaller than five are not counted out.", "Ses av L&D och ledare. Grupper under fem räknas inte ut.";
    demand_table: "Demand and supply, scrolls sideways", "Efterfrågan och tillgång, går att rulla i sidled";
    demand_which: "Which topics", "Vilka ämnen";
    demand_all: "All", "Alla";
    demand_gap: "Gaps", "Luckor";
    demand_thin: "Thin", "Tunt";
    demand_balanced: "In balance", "I balans";
    demand_offered: "Offers without takers", "Erbjudanden utan sökande";
    demand_quiet: "Quiet", "Tyst";
    demand_gap_do: "A gap. Plan a session, or find somebody who learns it first", "En lucka. Planera en träff, eller hitta någon som lär sig det först";
    demand_thin_do: "Few carry many. A small circle could start now", "Få bär många. En liten cirkel kan börja nu";
    demand_quiet_do: "Too few to tell", "För få för att säga något";
    demand_topic: "Topic", "Ämne";
    demand_want: "Want to learn it", "Vill lära sig";
    demand_help: "Can help", "Kan hjälpa";
    demand_waits: "What waits", "Vad som väntar";
    demand_standing: "What to do", "Vad som kan göras";
    demand_few: "fewer than 5", "färre än 5";
    demand_nearly_all: "nearly everybody", "nästan alla";
    demand_rising: "rising", "ökar";
    demand_falling: "falling", "minskar";
    demand_needs[n]: "1 need", "{n} needs"; "1 behov", "{n} behov";
    demand_questions[n]: "1 question", "{n} questions"; "1 fråga", "{n} frågor";
    demand_none: "Nothing to show", "Inget att visa";
    demand_none_more: "When people say what they are learning and what they need, it gathers here.", "När folk säger vad de lär sig och vad de behöver samlas det här.";
    recurring_title: "Questions that keep coming back", "Frågor som återkommer";
    recurring_more: "Asked again and again, by different people. Perhaps it is more than a question.", "Ställda om och om igen, av olika personer. Kanske är det mer än en fråga.";
    recurring_say: "Make it a need", "Gör det till ett behov";
    unmet_title: "Searched for in vain", "Sökt förgäves";
    unmet_more: "Five people or more searched for this and found nothing. Nobody knows who.", "Fem personer eller fler har sökt efter det här och inget hittat. Ingen vet vilka.";
    unmet_by(n: u32): "{n} people", "{n} personer";
    alert_title: "When are leads told?", "När får ledare veta?";
    alert_at: "So many want the same", "Så många vill samma sak";
    alert_at_hint: "Leads are told once of a need that nobody looks after. Empty means never.", "Ledare får veta en gång om ett behov som ingen tar hand om. Tomt betyder aldrig.";
    alert_bad: "A number from 2 to 1000, or nothing.", "Ett tal från 2 till 1000, eller inget.";
}

impl super::Lang {
    /// How far a need has come.
    pub fn need_state(self, state: NeedState) -> &'static str {
        match state {
            NeedState::Open => self.need_state_open(),
            NeedState::Exploring => self.need_state_exploring(),
            NeedState::UnderWay => self.need_state_under_way(),
            NeedState::Met => self.need_state_met(),
            NeedState::AlreadyExists => self.need_state_already_exists(),
            NeedState::OnHold => self.need_state_on_hold(),
            NeedState::NotNow => self.need_state_not_now(),
        }
    }

    /// How somebody would like to learn.
    pub fn need_form(self, form: NeedForm) -> &'static str {
        match form {
            NeedForm::Answer => self.need_form_answer(),
            NeedForm::Session => self.need_form_session(),
            NeedForm::Pairing => self.need_form_pairing(),
            NeedForm::Mentor => self.need_form_mentor(),
            NeedForm::Guide => self.need_form_guide(),
        }
    }

    /// Whether it helped.
    pub fn helped(self, helped: Helped) -> &'static str {
        match helped {
            Helped::Yes => self.need_helped_yes(),
            Helped::Partly => self.need_helped_partly(),
            Helped::No => self.need_helped_no(),
        }
    }
}
