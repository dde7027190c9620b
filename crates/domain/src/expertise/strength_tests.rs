use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::expertise::{Endorsement, Level};

const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);
const TOPIC: Uuid = Uuid::from_u128(900);

fn person(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn voice(by: u128, accepted: bool) -> Voice {
    Voice {
        by: person(by),
        accepted,
        helpful: true,
        circular: false,
    }
}

fn answer(number: u128, days_ago: i64, voices: Vec<Voice>) -> AnswerEvidence {
    AnswerEvidence {
        answer: Uuid::from_u128(10_000 + number),
        question: Uuid::from_u128(20_000 + number),
        steps: 0,
        at: NOW.plus_days(-days_ago),
        unknown_marks: 0,
        voices,
    }
}

/// So many answers, each accepted and marked by somebody else.
fn answers(count: u128) -> Evidence {
    Evidence {
        answers: (0..count)
            .map(|number| answer(number, 0, vec![voice(100 + number, true)]))
            .collect(),
        ..Evidence::default()
    }
}

fn endorsement(by: u128, days_ago: i64) -> Endorsement {
    Endorsement {
        by: person(by),
        topic: TOPIC,
        steps: 0,
        at: NOW.plus_days(-days_ago),
        circular: false,
    }
}

fn declared(level: Level, steps: u8) -> Declared {
    Declared {
        level,
        topic: TOPIC,
        steps,
        at: NOW,
    }
}

fn value(evidence: &Evidence) -> f64 {
    strength(evidence, NOW).value
}

fn points(evidence: &Evidence) -> f64 {
    let strength = strength(evidence, NOW);
    strength.contributions.iter().map(|one| one.points).sum()
}

#[test]
fn nothing_known_is_no_strength() {
    let nothing = strength(&Evidence::default(), NOW);
    assert_eq!((nothing.value, nothing.band()), (0.0, None));
}

#[test]
fn evidence_counts_half_after_a_year() {
    let of = |days| Evidence {
        answers: vec![answer(1, days, vec![voice(2, true)])],
        endorsements: Vec::new(),
        declared: Vec::new(),
    };
    let (fresh, old) = (points(&of(0)), points(&of(365)));
    assert!((old - fresh / 2.0).abs() < 1e-9, "{fresh} {old}");
    assert!((points(&of(730)) - fresh / 4.0).abs() < 1e-9);
    assert!((points(&of(-5)) - fresh).abs() < 1e-9);
}

#[test]
fn a_topic_further_down_counts_half_for_each_step() {
    let of = |steps| {
        let mut below = answer(1, 0, vec![voice(2, true)]);
        below.steps = steps;
        points(&Evidence {
            answers: vec![below],
            declared: vec![declared(Level::AskMeFirst, steps)],
            ..Evidence::default()
        })
    };
    assert!((of(1) - of(0) / 2.0).abs() < 1e-9);
    assert!((of(2) - of(0) / 4.0).abs() < 1e-9);
}

#[test]
fn one_popular_answer_makes_no_expert() {
    let voices = (0..500).map(|by| voice(100 + by, by == 0)).collect();
    let mut popular = answer(1, 0, voices);
    popular.unknown_marks = 10_000;
    let one = Evidence {
        answers: vec![popular],
        ..Evidence::default()
    };
    let strength = strength(&one, NOW);
    assert_eq!(strength.band(), Some(Band::Some));
    assert!(strength.value < GOOD, "{}", strength.value);
    assert!(value(&answers(3)) > strength.value);
}

#[test]
fn several_good_answers_make_one() {
    assert_eq!(strength(&answers(2), NOW).band(), Some(Band::Some));
    assert_eq!(strength(&answers(3), NOW).band(), Some(Band::Good));
    assert_eq!(strength(&answers(8), NOW).band(), Some(Band::Strong));
    assert!(value(&answers(200)) < 100.0);
}

#[test]
fn the_same_person_adds_less_and_less() {
    let of = |by: fn(u128) -> u128| Evidence {
        answers: (0..10)
            .map(|number| answer(number, 0, vec![voice(by(number), true)]))
            .collect(),
        ..Evidence::default()
    };
    let (one_fan, ten_people) = (points(&of(|_| 7)), points(&of(|number| 100 + number)));
    assert!(one_fan < ten_people / 4.0, "{one_fan} {ten_people}");
}

#[test]
fn one_fan_is_not_more_than_two_people_however_long_it_goes_on() {
    let fan = |count| Evidence {
        answers: (0..count)
            .map(|number| answer(number, 0, vec![voice(7, true)]))
            .collect(),
        ..Evidence::default()
    };
    assert!(points(&fan(100)) < 2.0 * ACCEPTED + 2.0 * HELPFUL);
}

/// A ring: everybody's evidence comes back around.
fn ring(outside: u32) -> Evidence {
    let turned = |by, circular| Voice {
        circular,
        ..voice(by, true)
    };
    let inner = (0..8).map(|number| answer(number, 0, vec![turned(1 + number % 3, true)]));
    let outer = (0..outside).map(|number| {
        let number = u128::from(number);
        answer(100 + number, 0, vec![turned(200 + number, false)])
    });
    Evidence {
        endorsements: vec![Endorsement {
            circular: true,
            ..endorsement(1, 0)
        }],
        answers: inner.chain(outer).collect(),
        declared: Vec::new(),
    }
}

#[test]
fn a_ring_gains_nothing() {
    let alone = strength(&ring(0), NOW);
    assert_eq!((alone.value, alone.band()), (0.0, None));
    assert!(alone.contributions.iter().all(|one| one.circular));
}

#[test]
fn what_runs_around_counts_at_most_as_much_as_what_comes_from_outside() {
    let outer_only = Evidence {
        answers: ring(1).answers.split_off(8),
        ..Evidence::default()
    };
    let (with_ring, without) = (points(&ring(1)), points(&outer_only));
    assert!(with_ring > without);
    // An answer is bounded before the ring is added, so that twice is not reached exactly.
    assert!(with_ring < 2.5 * without, "{with_ring} {without}");
}

#[test]
fn ones_own_word_stays_declared_until_there_is_more() {
    let mut evidence = Evidence {
        declared: vec![
            declared(Level::AskMeFirst, 0),
            declared(Level::AskMeFirst, 1),
        ],
        ..Evidence::default()
    };
    let word = strength(&evidence, NOW);
    assert_eq!(word.band(), Some(Band::Declared));
    assert!(word.value < GOOD);
    assert_eq!(word.contributions.len(), 1);
    evidence.endorsements = vec![endorsement(1, 0)];
    assert_eq!(strength(&evidence, NOW).band(), Some(Band::Some));
    evidence.endorsements.push(endorsement(2, 0));
    assert_eq!(strength(&evidence, NOW).band(), Some(Band::Good));
}

#[test]
fn wanting_to_learn_is_not_knowing() {
    let learning = Evidence {
        declared: vec![declared(Level::Learning, 0)],
        ..Evidence::default()
    };
    assert_eq!(strength(&learning, NOW).band(), None);
}

#[test]
fn endorsements_alone_make_nobody_strong() {
    let many = Evidence {
        endorsements: (1..60).map(|by| endorsement(by, 0)).collect(),
        ..Evidence::default()
    };
    assert_eq!(strength(&many, NOW).band(), Some(Band::Good));
}

#[test]
fn every_contribution_says_its_share() {
    let mut evidence = answers(3);
    evidence.declared = vec![declared(Level::Experienced, 0)];
    evidence.endorsements = vec![endorsement(1, 40), endorsement(2, 400)];
    let strength = strength(&evidence, NOW);
    assert_eq!(strength.contributions.len(), 6);
    let shares: f64 = strength.contributions.iter().map(|one| one.share).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    let parts: f64 = strength.parts().iter().sum();
    assert!((parts - strength.value).abs() < 1e-9);
    let largest = strength.contributions.iter().map(|one| one.points);
    assert!(largest.is_sorted_by(|a, b| a >= b));
}

proptest! {
    #[test]
    fn strength_is_bounded_and_more_evidence_never_lowers_it(
        people in prop::collection::vec((0u128..6, any::<bool>(), 0i64..900), 0..30),
        marks in 0u32..2_000,
    ) {
        let mut evidence = Evidence::default();
        let mut before = 0.0;
        for (number, (by, accepted, days)) in people.into_iter().enumerate() {
            // Each from somebody new, so that nobody's earlier word becomes their second.
            let number = u128::try_from(number).unwrap_or(0);
            let mut one = answer(number, days, vec![voice(1_000 * (by + 1) + number, accepted)]);
            one.unknown_marks = marks;
            evidence.answers.push(one);
            let now = value(&evidence);
            prop_assert!((0.0..=100.0).contains(&now));
            prop_assert!(now >= before);
            before = now;
        }
    }
}
