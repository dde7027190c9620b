//! Words of the field one writes posts in.

super::words! {
    editor_tools: "Formatting", "Formatering";
    editor_bold: "Bold", "Fetstil";
    editor_italic: "Emphasis", "Betoning";
    editor_link: "Link", "Länk";
    editor_quote: "Quote", "Citat";
    editor_code: "Code", "Kod";
    editor_list: "List", "Lista";
    editor_tasks: "Task list", "Att göra-lista";
    editor_table: "Table", "Tabell";
    editor_picture: "Picture", "Bild";
    editor_post_with: "Ctrl + Enter posts", "Ctrl + Enter skickar";
    editor_uploading: "Uploading the picture", "Bilden laddas upp";
    editor_alt: "What does the picture show?", "Vad visar bilden?";
    editor_alt_hint: "For those who cannot see it: one sentence with what matters in it.",
        "För den som inte kan se den: en mening om det som är viktigt i bilden.";
    editor_alt_needed: "Say what the picture shows.", "Beskriv vad bilden visar.";
    editor_insert: "Insert picture", "Infoga bilden";
    editor_leave_out: "Leave it out", "Utelämna den";
    editor_not_a_picture: "Only PNG, JPEG, GIF and WebP pictures can be inserted.",
        "Bara PNG-, JPEG-, GIF- och WebP-bilder kan infogas.";
    editor_too_large: "The picture is too large.", "Bilden är för stor.";
    editor_damaged: "The picture cannot be read, or has too many pixels.", "Bilden går inte att läsa eller har för många bildpunkter.";
}
