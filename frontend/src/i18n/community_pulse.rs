//! Words of what goes on in a community, of its pins and its health.

super::words! {
    community_pinned: "Pinned", "Fäst";
    community_pin: "Pin in the community", "Fäst i gemenskapen";
    community_pin_done: "It is pinned.", "Den är fäst.";
    community_unpin: "Unpin", "Lossa";
    community_unpinned: "It is not pinned any more.", "Den är inte fäst längre.";
    community_pins_full: "Five questions are pinned already. Unpin one first.", "Fem frågor är redan fästa. Lossa en först.";
    community_lately: "In 30 days", "På 30 dagar";
    community_asked_lately[n]: "1 question asked", "{n} questions asked"; "1 fråga ställd", "{n} frågor ställda";
    community_solved_lately[n]: "1 solved", "{n} solved"; "1 löst", "{n} lösta";
    community_unanswered[n]: "1 waits for an answer", "{n} wait for an answer"; "1 väntar på svar", "{n} väntar på svar";
    community_departments[n]: "Members of 1 department", "Members of {n} departments"; "Medlemmar från 1 avdelning", "Medlemmar från {n} avdelningar";
    community_knows: "Who knows", "Vem som vet";
    community_newest: "Came in last", "Kom in senast";
    community_health: "Health", "Hälsa";
    community_of(part: &str, all: &str): "{part} of {all}", "{part} av {all}";
    community_answered: "Questions with an answer, 90 days", "Frågor med svar, 90 dagar";
    community_first_answer: "Half had the first answer within", "Hälften fick första svaret inom";
    community_active: "Members who took part, 30 days", "Medlemmar som deltog, 30 dagar";
    community_minutes[n]: "1 minute", "{n} minutes"; "1 minut", "{n} minuter";
    community_hours[n]: "1 hour", "{n} hours"; "1 timme", "{n} timmar";
    community_days[n]: "1 day", "{n} days"; "1 dag", "{n} dagar";
    community_health_waits: "Waiting for an answer", "Väntar på svar";
    community_health_unknown: "Topics nobody here knows yet", "Ämnen som ingen här kan än";
    community_wrote_nothing: "has not written yet", "har inte skrivit än";
    community_took_part: "Took part in 30 days, by department", "Deltog på 30 dagar, per avdelning";
    community_took_part_more: "Where fewer than five took part, or fewer than five did not, no number is shown.",
        "Där färre än fem deltog, eller färre än fem inte gjorde det, visas inget antal.";
    community_not_counted: "not shown", "visas inte";
    community_no_department: "No department", "Ingen avdelning";
}
