//! Words of coming into a community: asking, deciding, invitations by name and by link.

super::words! {
    community_ask_join: "Ask to join", "Be att få gå med";
    community_message: "Why do you want to join?", "Varför vill du vara med?";
    community_message_hint: "Those who look after it read this and decide.", "De som sköter den läser det och avgör.";
    community_asked_done: "You have asked. You are told what they decide.", "Du har bett att få gå med. Du får veta vad de beslutar.";
    community_waits: "You have asked to join.", "Du har bett att få gå med.";
    community_withdrawn: "Withdrawn.", "Tillbakadraget.";
    community_said_no: "You were not let in this time.", "Du blev inte insläppt den här gången.";
    community_again(day: &str): "You may ask again from {day}.", "Du kan be igen från och med {day}.";
    community_welcome: "Welcome", "Välkommen";
    community_care_only: "This page is for those who look after it", "Den här sidan är för dem som sköter den";
    community_requests: "Requests", "Förfrågningar";
    community_no_requests: "Nobody waits to be let in", "Ingen väntar på att bli insläppt";
    community_no_requests_more: "Whoever asks stands here, the longest wait first.", "Här står de som ber att få gå med, den som väntat längst först.";
    community_let_in_act: "Let in", "Släpp in";
    community_let_in(name: &str): "{name} is a member now.", "{name} är medlem nu.";
    community_decline: "Decline", "Tacka nej";
    community_turned_down(name: &str): "{name} is told that it is a no.", "{name} får veta att det blev nej.";
    community_word_to(name: &str): "A word to {name}", "Ett ord till {name}";
    community_invite: "Invite", "Bjud in";
    community_by_name: "By name", "Med namn";
    community_invite_whom: "Whom do you invite?", "Vem bjuder du in?";
    community_invite_hint: "They are told, and come in by saying yes, whatever the way in.", "Personen får veta det och kommer in genom att tacka ja, hur man än blir medlem annars.";
    community_invited_done(name: &str): "{name} is invited.", "{name} är inbjuden.";
    community_not_invited: "Is a member already, or declined less than 14 days ago.", "Är redan medlem, eller tackade nej för mindre än 14 dagar sedan.";
    community_invited_list: "Invited, not answered yet", "Inbjudna som inte har svarat";
    community_nobody_invited: "Nobody is invited now", "Ingen är inbjuden just nu";
    community_end: "Take back", "Ta tillbaka";
    community_ended: "Taken back.", "Tillbakatagen.";
    community_invited_by(name: &str): "{name} invites you.", "{name} bjuder in dig.";
    community_declined_done: "You have declined.", "Du har tackat nej.";
    community_by_link: "By link", "Med länk";
    community_by_link_more: "Whoever has it and is signed in comes in, until the places are taken or the days are over.", "Den som har länken och är inloggad kommer in, tills platserna är slut eller dagarna har gått.";
    community_link_days: "Days it works", "Dagar den gäller";
    community_link_uses: "Places", "Platser";
    community_make_link: "Make a link", "Skapa en länk";
    community_link_once: "Copy it now, it is not shown again.", "Kopiera den nu, den visas inte igen.";
    community_link_taken(uses: &str, most: &str): "{uses} of {most} places taken", "{uses} av {most} platser tagna";
    community_link_until(day: &str): "until {day}", "till {day}";
    community_link_none: "No link works now", "Ingen länk gäller just nu";
    community_member_already: "You are a member already.", "Du är redan medlem.";
    community_see: "Go there", "Gå dit";
}
