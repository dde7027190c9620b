//! Words of one question, its answers and comments.

super::words! {
    question_from: "From", "Från";
}
