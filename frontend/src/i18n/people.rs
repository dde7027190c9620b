//! Words of people and profiles.

super::words! {
    people_answers_accepted(answers: &str, accepted: &str): "{answers}, {accepted} accepted", "{answers}, varav {accepted} godtagna";
    people_questions[n]: "1 question", "{n} questions"; "1 fråga", "{n} frågor";
}
