//! Words of the page that shows the design system.

super::words! {
    design_title: "Every component, in every state", "Alla komponenter, i alla lägen";
    design_lede: "The reference for the people who build it.", "Referensen för dem som bygger.";
    design_contents: "Contents", "Innehåll";
    design_theme: "Theme", "Tema";
    design_system: "System", "Systemets";
    design_light: "Light", "Ljust";
    design_dark: "Dark", "Mörkt";
    design_language: "Language", "Språk";
    design_colour: "Colour", "Färg";
    design_colour_note: "Roles, not hues. Accent is what one can act on; the rest is meaning and always comes with a word.",
        "Roller, inte kulörer. Accenten är det man kan göra något med; resten är betydelse och har alltid ett ord med sig.";
    design_type: "Type", "Typsnitt";
    design_type_note: "Serif is what people wrote, sans is what the product says.",
        "Antikva är det människor har skrivit, linjärer det produkten säger.";
    design_states: "States and topics", "Lägen och ämnen";
    design_icons: "Icons", "Ikoner";
    design_rows: "Question row", "Frågerad";
    design_prose: "Prose", "Löptext";
    design_people: "People", "Personer";
    design_buttons: "Buttons", "Knappar";
    design_choices: "Segments and tabs", "Segment och flikar";
    design_fields: "Fields", "Fält";
    design_tokens: "Topics with completion", "Ämnen med förslag";
    design_popups: "Menu, dialog, toast", "Meny, dialog, meddelande";
    design_banners: "Banner", "Banderoll";
    design_blanks: "Empty, error, forbidden, offline, loading", "Tomt, fel, nekat, nedkopplat, hämtar";
    design_times: "Times and numbers", "Tider och tal";
}
