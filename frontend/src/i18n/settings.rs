//! Words of one's own settings.

super::words! {
    settings_title: "Settings", "Inställningar";
    settings_profile: "Profile", "Profil";
    settings_password: "Password", "Lösenord";
    settings_sessions: "Sessions", "Sessioner";
    settings_language: "Language and time", "Språk och tid";
    settings_theme: "Theme", "Tema";
    settings_document(section: &str): "{section}, Settings", "{section}, Inställningar";
    settings_profile_lede: "What colleagues see when they look for somebody who knows.",
        "Det som kollegor ser när de letar efter någon som vet.";
    settings_name: "Name", "Namn";
    settings_handle: "Handle", "Kortnamn";
    settings_handle_hint: "Short and unique: a to z, digits and hyphens. It stands in the address of your profile.",
        "Kort och unikt: a till z, siffror och bindestreck. Det står i adressen till din profil.";
    settings_job_title: "Job title", "Titel";
    settings_department: "Department", "Avdelning";
    settings_no_department: "None", "Ingen";
    settings_place: "Place of work", "Arbetsplats";
    settings_place_hint: "A town or a site.", "En ort eller en anläggning.";
    settings_bio: "About you", "Om dig";
    settings_bio_hint: "What may colleagues ask you about?", "Vad får kollegor fråga dig om?";
    settings_languages: "Languages you can be asked in", "Språk man kan fråga dig på";
    settings_add_language: "Add a language", "Lägg till ett språk";
    settings_saved: "Your profile is saved.", "Din profil är sparad.";
    settings_password_lede: "Every other session ends when you change it.", "Alla andra sessioner avslutas när du byter.";
    settings_current_password: "Password until now", "Nuvarande lösenord";
    settings_wrong_password: "That is not your password.", "Det är inte ditt lösenord.";
    settings_new_password: "New password", "Nytt lösenord";
    settings_change_password: "Change password", "Byt lösenord";
    settings_password_changed: "Your password is changed. Everywhere else you are signed out.",
        "Ditt lösenord är bytt. Överallt annars är du utloggad.";
    settings_sessions_lede: "Where you are signed in. End what you do not know, and change your password.",
        "Där du är inloggad. Avsluta det du inte känner igen och byt lösenord.";
    settings_this_session: "This one", "Den här";
    settings_signed_in: "signed in", "inloggad";
    settings_last_used: "last used", "senast använd";
    settings_sign_out_there: "Sign out", "Logga ut";
    settings_signed_out_there(device: &str): "Signed out on {device}.", "Utloggad på {device}.";
    settings_everywhere: "Sign out everywhere else", "Logga ut överallt annars";
    settings_everywhere_title: "Sign out everywhere else?", "Logga ut överallt annars?";
    settings_everywhere_what: "Every other browser and program has to sign in again. Here you stay signed in.",
        "Alla andra webbläsare och program måste logga in igen. Här förblir du inloggad.";
    settings_everywhere_done: "You are signed out everywhere else.", "Du är utloggad överallt annars.";
    settings_only_here: "You are signed in only here.", "Du är bara inloggad här.";
    settings_language_lede: "The language of the screens, and the zone times are told in. What people wrote stays in their language.",
        "Skärmarnas språk och tidszonen som tider visas i. Det människor har skrivit står kvar på deras språk.";
    settings_screens: "Language of the screens", "Skärmarnas språk";
    settings_zone: "Time zone", "Tidszon";
    settings_now(hour: &str): "There it is {hour} now.", "Där är klockan {hour} nu.";
    settings_language_saved: "Language and time zone are saved.", "Språk och tidszon är sparade.";
    settings_theme_lede: "For this browser.", "För den här webbläsaren.";
    settings_theme_choice: "Light or dark", "Ljust eller mörkt";
    settings_theme_system: "As the system", "Som systemet";
    settings_theme_light: "Light", "Ljust";
    settings_theme_dark: "Dark", "Mörkt";
}
