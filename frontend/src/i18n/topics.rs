//! Words of topics.

super::words! {
    topics_title: "Topics", "Ämnen";
    topics_lede: "One vocabulary for everything: what a question is about, and what people know.",
        "Ett ordförråd för allt: vad en fråga handlar om och vad människor kan.";
    topics_search: "Find a topic", "Hitta ett ämne";
    topics_order: "Order", "Ordning";
    topics_by_name: "By name", "Efter namn";
    topics_by_questions: "Most questions", "Flest frågor";
    topics_by_activity: "Latest activity", "Senast aktiva";
    topics_which: "Which topics", "Vilka ämnen";
    topics_all: "All", "Alla";
    topics_followed: "Yours", "Dina";
    topics_list: "Topics found", "Ämnen som hittades";
    topics_empty: "No topics yet", "Inga ämnen ännu";
    topics_empty_more: "Topics come with questions. Ask the first one, and name what it is about.",
        "Ämnen kommer med frågorna. Ställ den första och säg vad den handlar om.";
    topics_none: "No topic of that name", "Inget ämne med det namnet";
    topics_none_more: "Topics are found by their other names too. Try a shorter word, or look at all of them.",
        "Ämnen hittas även på sina andra namn. Pröva ett kortare ord, eller se alla.";
    topics_none_followed: "You follow no topics yet", "Du följer inga ämnen ännu";
    topics_none_followed_more: "Follow what you want to hear about: new questions in it come to your Home.",
        "Följ det du vill höra om: nya frågor i ämnet kommer till din startsida.";
    topics_show_all: "Show all topics", "Visa alla ämnen";
    topics_questions[n]: "1 question", "{n} questions"; "1 fråga", "{n} frågor";
    topics_followers[n]: "1 follower", "{n} followers"; "1 följare", "{n} följare";
    topics_solved[n]: "1 solved", "{n} solved"; "1 löst", "{n} lösta";
    topics_no_questions: "no questions yet", "inga frågor än";
    topics_last_active: "last active", "senast aktivt";
    topics_under(parent: &str): "under {parent}", "under {parent}";
    topic_follow: "Follow", "Följ";
    topic_following: "Following", "Följer";
    topic_followed(name: &str): "You follow {name}. New questions in it come to your Home.", "Du följer {name}. Nya frågor kommer till din startsida.";
    topic_unfollowed(name: &str): "You no longer follow {name}.", "Du följer inte längre {name}.";
    topic_kind: "Topic", "Ämne";
    topic_kind_under: "Topic, under", "Ämne, under";
    topic_also: "Also found as", "Hittas även som";
    topic_no_description: "Nobody has said yet what this is about.", "Ingen har ännu sagt vad det här handlar om.";
    topic_edit: "Edit", "Redigera";
    topic_merge: "Merge", "Slå ihop";
    topic_questions: "Questions", "Frågor";
    topic_filter_any: "All", "Alla";
    topic_filter_unanswered: "Unanswered", "Obesvarade";
    topic_filter_unsolved: "Unsolved", "Olösta";
    topic_filter_solved: "Solved", "Lösta";
    topic_filter: "Which questions", "Vilka frågor";
    topic_newest: "Newest", "Nyaste";
    topic_active: "Latest activity", "Senast aktiva";
    topic_waiting: "Waiting longest", "Väntat längst";
    topic_helpful: "Most helpful", "Mest hjälp";
    topic_no_questions: "No questions here yet", "Inga frågor här ännu";
    topic_no_questions_more: "Be the first: what would you have wanted to know about this?",
        "Bli den första: vad hade du själv velat veta om det här?";
    topic_none_match: "No question is in that state", "Ingen fråga är i det läget";
    topic_none_match_more: "Look at all of them instead.", "Se alla i stället.";
    topic_show_all: "Show all questions", "Visa alla frågor";
    topic_ask: "Ask about it", "Fråga om det";
    topic_about: "About this topic", "Om ämnet";
    topic_children: "Under it", "Under det";
    topic_related: "Often asked together", "Ofta frågat tillsammans";
    topic_together[n]: "in 1 question", "in {n} questions"; "i 1 fråga", "i {n} frågor";
    topic_so_far: "So far", "Hittills";
    topic_edit_title(name: &str): "Edit {name}", "Redigera {name}";
    topic_name: "Name", "Namn";
    topic_name_hint: "The address stays the same.", "Adressen förblir densamma.";
    topic_description: "Description", "Beskrivning";
    topic_description_hint: "What belongs here, in two or three sentences. Markdown works.",
        "Vad som hör hit, i två eller tre meningar. Markdown fungerar.";
    topic_synonyms: "Other names", "Andra namn";
    topic_synonyms_hint: "Separated by commas. Whoever types one of them finds this topic.",
        "Med kommatecken emellan. Den som skriver något av dem hittar ämnet.";
    topic_parent: "Belongs under", "Hör under";
    topic_parent_hint: "The larger topic this one is part of.", "Det större ämne som det här är en del av.";
    topic_choose: "Choose a topic", "Välj ett ämne";
    topic_saved(name: &str): "{name} is saved.", "{name} är sparat.";
    topic_merge_title(name: &str): "Merge {name} into another topic", "Slå ihop {name} med ett annat ämne";
    topic_merge_into: "The topic that stays", "Ämnet som blir kvar";
    topic_merge_what(name: &str, into: &str): "{into} takes over the questions, followers and names of {name}. Whoever looks for {name}, or opens its address, arrives at {into}. This cannot be undone.",
        "{into} tar över frågorna, följarna och namnen från {name}. Den som söker {name} eller öppnar dess adress kommer till {into}. Det går inte att ångra.";
    topic_merge_choose(name: &str): "Its questions, followers and names will move to the topic you choose, and {name} ends.",
        "Frågor, följare och namn flyttas till ämnet du väljer, och {name} upphör.";
    topic_merged(name: &str, into: &str): "{name} is now part of {into}.", "{name} är nu en del av {into}.";
}
