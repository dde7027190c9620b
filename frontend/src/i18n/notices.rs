//! Words of notices.

super::words! {
    notices_title: "Notices", "Notiser";
    notices_lede: "What happened around what you asked, wrote and follow.", "Det som har hänt kring det du frågat, skrivit och följer.";
    mention_people: "People to name", "Personer att nämna";
    mention_offer(name: &str): "{name}: Enter takes it, arrows go on.", "{name}: Enter väljer, piltangenterna bläddrar.";
    notices_bell: "Notices", "Notiser";
    notices_bell_unread[n]: "Notices, 1 unread", "Notices, {n} unread"; "Notiser, 1 oläst", "Notiser, {n} olästa";
    notices_new: "New for you", "Nytt för dig";
    notices_all: "All notices", "Alla notiser";
    notices_which: "Which notices", "Vilka notiser";
    notices_any: "All", "Alla";
    notices_unread: "Unread", "Olästa";
    notices_is_unread: "Unread.", "Oläst.";
    notices_read_all: "Mark all read", "Markera alla som lästa";
    notices_read_done: "All notices are read.", "Alla notiser är lästa.";
    notices_settings: "What am I told?", "Vad får jag veta?";
    notices_none: "Nothing yet", "Inget ännu";
    notices_none_more: "Ask something, or follow a topic: then you will hear here what comes of it.",
        "Fråga något eller följ ett ämne, så får du veta här vad som händer.";
    notices_none_unread: "Nothing new", "Inget nytt";
    notices_none_unread_more: "You have seen everything.", "Du har sett allt.";
    notices_and: "and", "och";
    notices_others: "others", "andra";
    notices_somebody: "Somebody", "Någon";
    notices_answer(who: &str, title: &str): "{who} answered “{title}”", "{who} svarade på ”{title}”";
    notices_answers(n: u32, title: &str): "{n} new answers to “{title}”", "{n} nya svar på ”{title}”";
    notices_comment(who: &str, title: &str): "{who} commented on “{title}”", "{who} kommenterade ”{title}”";
    notices_comments(n: u32, title: &str): "{n} new comments on “{title}”", "{n} nya kommentarer till ”{title}”";
    notices_mention(who: &str, title: &str): "{who} mentioned you in “{title}”", "{who} nämnde dig i ”{title}”";
    notices_mentions(n: u32, title: &str): "You were mentioned {n} times in “{title}”", "Du nämndes {n} gånger i ”{title}”";
    notices_accepted(title: &str): "Your answer to “{title}” was accepted", "Ditt svar på ”{title}” godtogs";
    notices_withdrawn(title: &str): "Your answer to “{title}” is accepted no more", "Ditt svar på ”{title}” är inte längre godtaget";
    notices_closed(title: &str): "“{title}” was closed", "”{title}” stängdes";
    notices_reopened(title: &str): "“{title}” is open again", "”{title}” är öppen igen";
    notices_flagged(title: &str): "Somebody finds what you wrote in “{title}” outdated or incorrect", "Någon tycker att det du skrev i ”{title}” är inaktuellt eller fel";
    notices_flag_resolved(title: &str): "What you said in private about “{title}” was looked at", "Det du sade privat om ”{title}” har behandlats";
    notices_deleted_question(who: &str, title: &str): "{who} deleted your question “{title}”", "{who} tog bort din fråga ”{title}”";
    notices_deleted_answer(who: &str, title: &str): "{who} deleted your answer to “{title}”", "{who} tog bort ditt svar på ”{title}”";
    notices_deleted_need(who: &str, title: &str): "{who} deleted your need “{title}”", "{who} tog bort ditt behov ”{title}”";
    notices_deleted_comment(who: &str, title: &str): "{who} deleted your comment on “{title}”", "{who} tog bort din kommentar till ”{title}”";
    notices_because_flagged: "Because you said something.", "För att du sade något.";
    notices_member_post(who: &str, title: &str): "{who} wrote in “{title}”", "{who} skrev i ”{title}”";
    notices_member_posts(n: u32, who: &str): "{n} new posts by {who}", "{n} nya inlägg av {who}";
    notices_topic_question(who: &str, title: &str): "{who} asked “{title}”", "{who} frågade ”{title}”";
    notices_topic_questions(n: u32, topic: &str): "{n} new questions about {topic}", "{n} nya frågor om {topic}";
    notices_for_you(title: &str): "You may know this: “{title}”", "Det här kanske du vet: ”{title}”";
    notices_for_you_wished(who: &str, title: &str): "{who} asks you: “{title}”", "{who} frågar dig: ”{title}”";
    notices_for_you_named(who: &str, title: &str): "{who} thinks that you know: “{title}”", "{who} tror att du vet: ”{title}”";
    notices_for_you_waiting(title: &str): "Nobody has answered yet: “{title}”", "Ingen har svarat ännu: ”{title}”";
    notices_because_wished: "Because the asker wished for you.", "För att den som frågar ville fråga dig.";
    notices_because_named: "Because somebody who was asked named you.", "För att någon som fick frågan nämnde dig.";
    notices_because_fits: "Because of what you know.", "För vad du kan.";
    notices_because_looks_after: "Because you look after such questions.", "För att du ser efter sådana frågor.";
    notices_because_asked: "Because you asked.", "För att du frågade.";
    notices_because_wrote: "Because you wrote what it is about.", "För att du skrev det som det gäller.";
    notices_because_commented: "Because you commented there.", "För att du har kommenterat där.";
    notices_because_mentioned: "Because you were named.", "För att du nämndes.";
    notices_because_question: "Because you follow the question.", "För att du följer frågan.";
    notices_because_member(name: &str): "Because you follow {name}.", "För att du följer {name}.";
    notices_because_topic(name: &str): "Because you follow {name}.", "För att du följer {name}.";
}

super::words! {
    notices_kind_mention: "Mentions of you", "Omnämnanden av dig";
    notices_kind_answer: "Answers to what you asked or follow", "Svar på det du frågat eller följer";
    notices_kind_comment: "Comments on what you wrote or commented on", "Kommentarer till det du skrivit eller kommenterat";
    notices_kind_accepted: "Your answer was accepted", "Ditt svar godtogs";
    notices_kind_withdrawn: "An acceptance was taken back", "Ett godtagande togs tillbaka";
    notices_kind_closed: "Questions that were closed", "Frågor som stängts";
    notices_kind_reopened: "Questions that were opened again", "Frågor som öppnats igen";
    notices_kind_flagged: "What you wrote seems outdated or incorrect", "Det du skrivit verkar inaktuellt eller fel";
    notices_kind_deleted: "What you wrote was deleted", "Det du skrivit togs bort";
    notices_kind_resolved: "What became of your flags", "Vad som hände med dina flaggor";
    notices_kind_member: "Posts of people you follow", "Inlägg av personer du följer";
    notices_kind_topic: "Questions in topics you follow", "Frågor i ämnen du följer";
    notices_kind_for_you: "Questions you are asked to answer", "Frågor som du får";
    notices_in_app: "In the app", "I appen";
    notices_mail: "By mail", "Med e-post";
    notices_at_once: "At once", "Direkt";
    notices_daily: "Once a day", "En gång om dagen";
    notices_never: "Not at all", "Inte alls";
    notices_digest_hour: "Hour of the daily mail", "Tid för det dagliga brevet";
    notices_follow_own: "Follow what I ask and answer", "Följ det jag frågar och svarar på";
    notices_stop_title: "No more of these letters?", "Inga fler sådana brev?";
    notices_stop: "No more letters", "Inga fler brev";
    notices_stop_kind(name: &str): "You will get no more mail about: {name}. In the app they stay.",
        "Du får ingen mer e-post om: {name}. I appen finns de kvar.";
    notices_stop_digest: "You will get no more daily digests. In the app everything stays.",
        "Du får inga fler dagliga sammanfattningar. I appen finns allt kvar.";
    notices_stop_done: "Done", "Klart";
    notices_stopped_kind(name: &str): "No more mail about: {name}.", "Ingen mer e-post om: {name}.";
    notices_stopped_digest: "No more daily digests.", "Inga fler dagliga sammanfattningar.";
    settings_notices: "Notices", "Notiser";
    settings_notices_lede: "What you are told of, and how. A change takes effect at once.",
        "Vad du får veta, och hur. En ändring gäller direkt.";
}

super::words! {
    notices_community_ask(who: &str, title: &str): "{who} asks to join “{title}”", "{who} vill gå med i ”{title}”";
    notices_community_asks(n: u32, title: &str): "{n} people ask to join “{title}”", "{n} personer vill gå med i ”{title}”";
    notices_community_in(title: &str): "You are a member of “{title}” now", "Du är med i ”{title}” nu";
    notices_community_decided(title: &str): "“{title}” has answered your wish to join", "”{title}” har svarat på din önskan att gå med";
    notices_community_invited(who: &str, title: &str): "{who} invites you to “{title}”", "{who} bjuder in dig till ”{title}”";
    notices_community_owner(title: &str): "You answer for “{title}” now", "Du ansvarar för ”{title}” nu";
    notices_community_facilitator(title: &str): "You look after “{title}” now", "Du tar hand om ”{title}” nu";
    notices_community_member(title: &str): "You do not look after “{title}” any more", "Du tar inte längre hand om ”{title}”";
    notices_community_removed(title: &str): "You are no member of “{title}” any more", "Du är inte längre med i ”{title}”";
    notices_because_facilitator: "Because you look after it.", "För att du tar hand om den.";
    notices_because_asked_to_join: "Because you asked to join.", "För att du ville gå med.";
    notices_because_concerned: "Because it is about you.", "För att det gäller dig.";
    notices_kind_community_asked: "Who asks to join communities you look after", "Vem som vill gå med i gemenskaper du tar hand om";
    notices_kind_community_decided: "What became of your wish to join", "Vad som hände med din önskan att gå med";
    notices_kind_community_invited: "Invitations to communities", "Inbjudningar till gemenskaper";
    notices_kind_community_role: "Your role in communities", "Din roll i gemenskaper";
    notices_kind_community_removed: "You were taken out of a community", "Du togs ut ur en gemenskap";
}
