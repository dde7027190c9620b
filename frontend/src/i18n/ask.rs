//! Words of the page one asks on.

super::words! {
    ask_title: "Ask a question", "Ställ en fråga";
}
