//! Words of questions and answers.

super::words! {
    questions_title: "Questions", "Frågor";
    questions_open: "Open", "Öppen";
    questions_urgent: "Urgent", "Brådskar";
    questions_answered: "Answered", "Besvarad";
    questions_solved: "Solved", "Löst";
    questions_closed: "Closed", "Stängd";
    questions_no_answer: "no answer yet", "inget svar än";
    questions_answers[n]: "1 answer", "{n} answers"; "1 svar", "{n} svar";
    questions_duplicate: "a duplicate", "en dubblett";
    questions_asked_before: "Asked before:", "Har frågats förut:";
}
