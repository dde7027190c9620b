//! Words for writing without one's name.

super::words! {
    nameless_choice: "Ask without my name", "Fråga utan mitt namn";
    nameless_comment: "Without my name", "Utan mitt namn";
    nameless_here: "You asked without your name and go on without it here.", "Du frågade utan ditt namn och fortsätter utan det här.";
    nameless_hint: "Others read Anonymous and the day, no hour. So it stays when you edit, comment, answer or accept there.",
        "Andra läser Anonym och dagen, ingen tid. Så förblir det när du ändrar, kommenterar, svarar eller godtar där.";
    nameless_who: "Who could learn your name", "Vem som kan få veta ditt namn";
    nameless_nobody: "In Tacit nobody: no colleague, no lead, no admin.", "I Tacit ingen: ingen kollega, ingen ledare, ingen administratör.";
    nameless_database: "Whoever runs the server and reads its database, its log or a backup.",
        "Den som driver servern och läser dess databas, logg eller en säkerhetskopia.";
    nameless_text: "Whoever knows you by what you write or show in pictures.", "Den som känner igen dig på det du skriver eller visar på bilder.";
    nameless_few: "Fewer than five people could have written this here: your name is easily guessed.",
        "Färre än fem personer kan ha skrivit detta här: ditt namn är lätt att gissa.";
    nameless_show: "Show my name", "Visa mitt namn";
    nameless_show_more: "Everybody reads that you wrote this. There is no way back.", "Alla läser att du skrev detta. Det går inte att ta tillbaka.";
    nameless_show_page: "Everybody reads that you asked this, and that you wrote what you added here without your name. There is no way back.",
        "Alla läser att du frågade detta, och att du skrev det du lade till här utan ditt namn. Det går inte att ta tillbaka.";
    nameless_shown: "Your name stands there now.", "Nu står ditt namn där.";
    organisation_nameless: "People may ask without their name", "Man får fråga utan sitt namn";
    organisation_nameless_hint: "What was asked so stays nameless when you turn it off.", "Det som redan frågats så förblir namnlöst när du stänger av det.";
}
