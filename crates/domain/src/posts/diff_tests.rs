#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

/// `[-gone-]{+come+}` in the place of what changed.
fn shown(before: &str, after: &str) -> String {
    let mut text = String::new();
    for piece in compare(before, after) {
        match piece.change {
            Change::Same => text.push_str(piece.text),
            Change::Added => text.push_str(&format!("{{+{}+}}", piece.text)),
            Change::Removed => text.push_str(&format!("[-{}-]", piece.text)),
        }
    }
    text
}

fn sides(pieces: &[Piece<'_>]) -> (String, String) {
    let side = |other: Change| {
        let mine = pieces.iter().filter(move |piece| piece.change != other);
        mine.map(|piece| piece.text).collect::<String>()
    };
    (side(Change::Added), side(Change::Removed))
}

#[test]
fn words_change_not_letters() {
    assert_eq!(
        shown("the old van", "the new van"),
        "the [-old-]{+new+} van"
    );
    assert_eq!(shown("a b", "a b c"), "a b{+ c+}");
    assert_eq!(shown("", "new"), "{+new+}");
    assert_eq!(shown("same", "same"), "same");
    assert_eq!(shown("one, two.", "one; two."), "one[-,-]{+;+} two.");
}

#[test]
fn neighbours_that_changed_read_as_one() {
    assert_eq!(
        shown("He said yes today.", "She says yes today."),
        "[-He said-]{+She says+} yes today."
    );
}

#[test]
fn lines_come_and_go() {
    assert_eq!(shown("a\nb\nc\n", "a\nc\nd\n"), "a\n[-b\n-]c\n{+d\n+}");
    assert_eq!(
        shown(
            "First point.\nSecond point.\n",
            "First point!\nSecond point.\nThird.\n"
        ),
        "First point[-.-]{+!+}\nSecond point.\n{+Third.\n+}"
    );
}

#[test]
fn a_long_text_with_few_changes_is_compared_word_by_word() {
    let line = |n: usize| format!("Line {n} says what line {n} always said, and a little more.\n");
    let before: String = (0..15_000).map(line).collect();
    let after: String = (0..15_000)
        .map(|n| {
            if n % 1_000 == 7 {
                line(n).replace("always", "never")
            } else {
                line(n)
            }
        })
        .collect();
    assert!(before.len() > 900_000);
    let mut budget = Budget(BUDGET);
    let pieces = within(&before, &after, &mut budget);
    assert_eq!(
        pieces
            .iter()
            .filter(|piece| piece.change == Change::Added)
            .count(),
        15
    );
    assert!(
        pieces
            .iter()
            .all(|piece| piece.change == Change::Same || piece.text.len() < 10)
    );
    assert!(
        budget.0 > BUDGET / 2,
        "{} steps of {BUDGET}",
        BUDGET - budget.0
    );
}

#[test]
fn texts_without_anything_in_common_end_within_the_budget() {
    let words = |seed: usize| {
        (0..200_000)
            .map(|n| format!("{} ", (n * seed) % 9_973))
            .collect::<String>()
    };
    for (before, after) in [
        (words(31), words(57)),
        ("a b ".repeat(250_000), "b a ".repeat(250_000)),
        ("x\n".repeat(500_000), "y\n".repeat(500_000)),
        ("x".repeat(1_000_000), "! ".repeat(500_000)),
    ] {
        let mut budget = Budget(BUDGET);
        let pieces = within(&before, &after, &mut budget);
        assert_eq!(
            sides(&pieces),
            (before.clone(), after.clone()),
            "both texts can be rebuilt"
        );
    }
}

#[test]
fn a_budget_is_never_overdrawn() {
    for steps in [0, 1, 7, 50] {
        let mut budget = Budget(steps);
        let (before, after) = ("a b c d e f", "a x c y e z");
        let pieces = within(before, after, &mut budget);
        assert_eq!(sides(&pieces), (before.to_owned(), after.to_owned()));
    }
}

proptest! {
    #[test]
    fn both_texts_can_be_rebuilt(before in "[abc \n]{0,60}", after in "[abc \n]{0,60}") {
        let pieces = compare(&before, &after);
        prop_assert_eq!(sides(&pieces), (before.clone(), after.clone()));
        prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
        prop_assert!(pieces.windows(2).all(|two| two[0].change != two[1].change));
    }

    #[test]
    fn what_is_the_same_has_no_changes(text in "[a-zåäö \n]{0,80}") {
        let pieces = compare(&text, &text);
        prop_assert!(pieces.iter().all(|piece| piece.change == Change::Same));
    }
}
