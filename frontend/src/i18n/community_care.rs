//! Words of looking after a community: its members and their roles.

super::words! {
    community_more_with(name: &str): "More about {name}", "Mer om {name}";
    community_appoint: "Make facilitator", "Gör till samtalsledare";
    community_appoint_title(name: &str): "Make {name} a facilitator?", "Göra {name} till samtalsledare?";
    community_appoint_what: "Facilitators let people in, invite, remove members, pin questions and edit the texts.",
        "Samtalsledare släpper in, bjuder in, tar bort medlemmar, fäster frågor och ändrar texterna.";
    community_dismiss: "Make a member again", "Gör till medlem igen";
    community_dismiss_title(name: &str): "Make {name} a member again?", "Göra {name} till medlem igen?";
    community_dismiss_what: "They keep reading and writing here. Links of invitation they made stop working.",
        "Personen läser och skriver här som förut. Inbjudningslänkar från personen slutar gälla.";
    community_hand_over: "Hand over", "Lämna över";
    community_hand_over_title(name: &str): "Hand this community over to {name}?", "Lämna över gemenskapen till {name}?";
    community_hand_over_what: "They own it from now on, and you are a facilitator. Only they can give it back.",
        "Personen äger den från och med nu och du blir samtalsledare. Bara hen kan ge tillbaka den.";
    community_role_given(name: &str, role: &str): "{name}: {role}.", "{name}: {role}.";
    community_remove: "Remove", "Ta bort";
    community_remove_title(name: &str): "Remove {name} from this community?", "Ta bort {name} ur gemenskapen?";
    community_remove_what: "What they wrote stays. They are told why, and cannot come back by themselves for 14 days; an invitation by name lifts that.",
        "Det personen har skrivit står kvar. Hen får veta varför och kan inte själv komma tillbaka på 14 dagar; en inbjudan med namn häver det.";
    community_remove_why: "Why?", "Varför?";
    community_removed(name: &str): "{name} is not a member any more.", "{name} är inte medlem längre.";
}
