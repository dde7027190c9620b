//! Words of the frame around every page.

super::words! {
    shell_product: "Tacit", "Tacit";
    shell_home_link: "Tacit, home", "Tacit, hem";
    shell_skip: "Skip to the text", "Hoppa till texten";
    shell_main: "Main", "Huvudmeny";
    shell_search: "Search", "Sök";
    shell_search_hint: "Search questions, people, topics", "Sök frågor, personer, ämnen";
    shell_ask: "Ask", "Fråga";
    shell_home: "Home", "Hem";
    shell_questions: "Questions", "Frågor";
    shell_topics: "Topics", "Ämnen";
    shell_people: "People", "Personer";
    shell_settings: "Settings", "Inställningar";
    shell_admin: "Admin", "Administration";
    shell_more: "More", "Mer";
    shell_you(name: &str): "Your menu, {name}", "Din meny, {name}";
    shell_your_profile: "Your profile", "Din profil";
    shell_sign_out: "Sign out", "Logga ut";
    shell_signed_out: "You are signed out.", "Du är utloggad.";
    shell_offline: "You are offline.", "Du är nedkopplad.";
    shell_offline_more: "What is on the screen stays. Nothing new can be sent or fetched until you are back.",
        "Det som syns på skärmen finns kvar. Inget nytt kan skickas eller hämtas förrän du är tillbaka.";
    shell_opening: "Opening Tacit", "Öppnar Tacit";
}
