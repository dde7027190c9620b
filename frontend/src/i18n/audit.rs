//! Words of the administration: the log of acts of office, background work, inviting many, linking a person.

super::words! {
    admin_audit: "Audit log", "Granskningslogg";
    admin_audit_lede: "What leads and admins did for others or with what is others'.", "Vad lärledare och administratörer gjort för andra eller med andras.";
    admin_why_hint: "It stands in the audit log.", "Det står i granskningsloggen.";
    admin_audit_act: "What was done", "Vad som gjordes";
    admin_audit_any: "Everything", "Allt";
    admin_audit_by: "By", "Av";
    admin_audit_to: "To", "Rör";
    admin_audit_none: "Nothing of this kind", "Inget av det slaget";
    admin_audit_all: "Show everything", "Visa allt";
    admin_audit_none_more: "What is done in office is kept here.", "Det som görs i tjänsten finns kvar här.";
    act_question_closed: "Closed a question", "Stängde en fråga";
    act_question_reopened: "Opened a question again", "Öppnade en fråga igen";
    act_post_edited: "Edited a post", "Ändrade ett inlägg";
    act_post_deleted: "Deleted a post", "Tog bort ett inlägg";
    act_post_restored: "Restored a post", "Återställde ett inlägg";
    act_answer_accepted: "Accepted an answer", "Godtog ett svar";
    act_acceptance_withdrawn: "Took an acceptance back", "Tog tillbaka ett godtagande";
    act_need_moved: "Gave a need another state", "Gav ett behov ett annat läge";
    act_flags_resolved: "Decided on flags", "Avgjorde anmärkningar";
    act_topic_edited: "Edited a topic", "Ändrade ett ämne";
    act_topic_merged: "Merged a topic", "Slog ihop ett ämne";
    act_topic_deleted: "Deleted a topic", "Tog bort ett ämne";
    act_member_role_changed: "Changed a role", "Ändrade en roll";
    act_member_department_changed: "Changed a department", "Ändrade en avdelning";
    act_member_deactivated: "Deactivated a member", "Stängde av en medlem";
    act_member_reactivated: "Let a member in again", "Släppte in en medlem igen";
    act_member_linked: "Linked a person", "Länkade en person";
    act_member_invited: "Invited somebody", "Bjöd in någon";
    act_invitation_revoked: "Took an invitation back", "Tog tillbaka en inbjudan";
    act_department_created: "Added a department", "Lade till en avdelning";
    act_department_edited: "Edited a department", "Ändrade en avdelning i listan";
    act_organisation_edited: "Changed settings", "Ändrade inställningar";
    act_logo_changed: "Changed the logo", "Bytte logotyp";
    act_site_imported: "Imported a site", "Importerade en webbplats";
    act_members_imported: "Imported members", "Importerade medlemmar";
    act_questions_imported: "Imported questions", "Importerade frågor";
    act_admin_created: "Made an admin", "Skapade en administratör";
    admin_audit_operator: "The server's operator", "Den som sköter servern";
}

super::words! {
    admin_status_title: "Status", "Läge";
    status_lede: "How far everything that follows from what happened has come.", "Hur långt allt som följer av det som hänt har kommit.";
    status_version(version: &str): "Tacit {version}", "Tacit {version}";
    status_events[n]: "one event in the log", "{n} events in the log"; "en händelse i loggen", "{n} händelser i loggen";
    status_mail_smtp: "mail goes out by SMTP", "post går ut med SMTP";
    status_mail_files: "mail is kept as files", "post sparas som filer";
    status_letters[n]: "one letter waits", "{n} letters wait"; "ett brev väntar", "{n} brev väntar";
    status_given_up[n]: "one letter could not be sent", "{n} letters could not be sent"; "ett brev gick inte att skicka", "{n} brev gick inte att skicka";
    status_jobs: "Background work", "Bakgrundsarbete";
    status_again: "Look again", "Titta igen";
    status_up_to_date: "Up to date", "I fas";
    status_behind[n]: "one event behind", "{n} events behind"; "en händelse efter", "{n} händelser efter";
    status_projection: "derived rows", "härledda rader";
    status_search: "search index of this node", "sökindex på den här noden";
    status_moved: "last moved", "rörde sig senast";
}

super::words! {
    invite_many: "Invite many, from a list", "Bjud in många, från en lista";
    invite_csv: "The list", "Listan";
    invite_csv_hint: "An address a line, and a role where it is not member. What a spreadsheet saves as CSV is read.",
        "En adress per rad, och en roll där den inte är medlem. Det som ett kalkylblad sparar som CSV går att läsa.";
    invite_file: "Or a file", "Eller en fil";
    invite_look: "Look at it first", "Titta på den först";
    invite_right[n]: "One can be invited", "{n} can be invited"; "En kan bjudas in", "{n} kan bjudas in";
    invite_went[n]: "One was invited", "{n} were invited"; "En är inbjuden", "{n} är inbjudna";
    invite_wrong[n]: "One line is left out.", "{n} lines are left out."; "En rad utelämnas.", "{n} rader utelämnas.";
    invite_all[n]: "Invite one", "Invite {n}"; "Bjud in en", "Bjud in {n}";
    invite_lines: "Lines of the list", "Listans rader";
    invite_line: "Line", "Rad";
    invite_what: "What becomes of it", "Vad det blir";
    invite_again: "the earlier invitation stops working", "den tidigare inbjudan slutar gälla";
    invite_malformed: "not an address", "ingen adress";
    invite_unknown_role: "no such role", "okänd roll";
    invite_repeated: "stands there twice", "står där två gånger";
    invite_has_account: "has an account", "har ett konto";
    link_act: "Link to a member", "Länka till en medlem";
    link_title(name: &str): "Who is {name}?", "Vem är {name}?";
    link_more: "What this person wrote, edited and marked elsewhere becomes the member's: posts, profile, numbers, search.",
        "Det som personen skrev, ändrade och markerade på annat håll blir medlemmens: inlägg, profil, siffror, sökning.";
    link_for_good: "There is no way back.", "Det går inte att ångra.";
    link_member: "The member", "Medlemmen";
    link_prompt: "Find somebody", "Hitta någon";
    link_reason_hint: "How you know; it stands in the log.", "Hur du vet det, det står i loggen.";
    link_done(name: &str): "Linked to {name}.", "Länkad till {name}.";
}
