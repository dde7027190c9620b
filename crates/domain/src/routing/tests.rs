//! The circles, and how evenly they ask.

use std::collections::BTreeMap;

use super::*;
use crate::expertise::availability::CAP_DAYS;
use crate::expertise::routing::spread;

const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);

const fn route(circle: Option<Circle>, wished: bool, state: QuestionState) -> Route {
    Route {
        circle,
        wished,
        state,
    }
}

#[test]
fn circles_follow_each_other_until_somebody_answers() {
    let open = QuestionState::Open;
    let mut asked = Vec::new();
    let mut at = None;
    while let Some(circle) = route(at, true, open).next() {
        asked.push(circle);
        at = Some(circle);
    }
    assert_eq!(asked, Circle::ALL);
    assert_eq!(route(None, false, open).next(), Some(Circle::First));
    for over in [
        QuestionState::Answered,
        QuestionState::Solved,
        QuestionState::Closed,
    ] {
        assert_eq!(route(None, true, over).next(), None);
        assert_eq!(route(Some(Circle::First), false, over).next(), None);
    }
}

#[test]
fn urgent_questions_wait_less() {
    let waits = Waits::default();
    assert_eq!(waits.due(NOW, Urgency::Normal), NOW.plus_seconds(86_400));
    assert_eq!(waits.due(NOW, Urgency::Blocking), NOW.plus_seconds(14_400));
}

#[test]
fn leads_are_not_asked_at_once() {
    let waits = Waits::default();
    let first = |circle| waits.not_before(circle, NOW, Urgency::Normal);
    assert_eq!(first(Circle::First), NOW);
    assert_eq!(first(Circle::Leads), NOW.plus_seconds(86_400));
}

#[test]
fn a_circle_takes_the_likeliest_and_nobody_far_behind() {
    let people: Vec<(Uuid, f64)> = [0.2, 1.0, 0.9, 0.31, 0.8, 0.7, 0.05]
        .iter()
        .zip(1..)
        .map(|(score, id)| (Uuid::from_u128(id), *score))
        .collect();
    let ids = |circle| -> Vec<u128> {
        chosen(circle, &people)
            .into_iter()
            .map(|id| id.as_u128())
            .collect()
    };
    assert_eq!(ids(Circle::First), [2, 3, 5, 6]);
    assert_eq!(ids(Circle::Wider), [2, 3, 5, 6, 4, 1]);
    assert_eq!(chosen(Circle::First, &[]), Vec::<Uuid>::new());
}

#[test]
fn who_says_to_know_is_told_unless_they_chose_otherwise() {
    assert!(wants(None, true) && !wants(None, false));
    assert!(!wants(Some(false), true) && wants(Some(true), false));
}

/// How often each of 20 people is asked by the first circle, over 200 questions of four weeks. Twelve of them know about as
/// much as each other (1.0 down to 0.9), eight know half of that.
fn asked_over_200_questions(spreading: bool) -> BTreeMap<Uuid, usize> {
    let people: Vec<(Uuid, f64)> = (1..=20_u128)
        .zip(0_u32..)
        .map(|(id, place)| {
            let score = if place < 12 {
                1.0 - 0.1 * f64::from(place) / 11.0
            } else {
                0.5
            };
            (Uuid::from_u128(id), score)
        })
        .collect();
    let mut requests: Vec<(Timestamp, Uuid)> = Vec::new();
    for number in 0..200_i64 {
        let at = NOW.plus_seconds(number * 28 * 86_400 / 200);
        let since = at.plus_days(-CAP_DAYS);
        let title = format!("Question number {number}?");
        let load = |id: Uuid| {
            let lately = requests
                .iter()
                .filter(|(when, who)| *when > since && *who == id);
            u32::try_from(lately.count()).unwrap_or(u32::MAX)
        };
        let scored: Vec<(Uuid, f64)> = people
            .iter()
            .map(|(id, score)| {
                let after = spread(*score, load(*id), &title, *id);
                (*id, if spreading { after } else { *score })
            })
            .collect();
        for id in chosen(Circle::First, &scored) {
            requests.push((at, id));
        }
    }
    let mut asked: BTreeMap<Uuid, usize> = people.iter().map(|(id, _)| (*id, 0)).collect();
    for (_, id) in requests {
        *asked.entry(id).or_default() += 1;
    }
    asked
}

#[test]
fn over_200_questions_people_of_like_strength_are_asked_alike() {
    let most = |asked: &BTreeMap<Uuid, usize>| asked.values().copied().max().unwrap_or(0);
    let (before, after) = (
        asked_over_200_questions(false),
        asked_over_200_questions(true),
    );
    println!(
        "the most asked person is asked in {} of 200 questions without spreading, in {} with it; asked with it: {:?}",
        most(&before),
        most(&after),
        after.values().collect::<Vec<_>>()
    );
    assert_eq!(most(&before), 200);
    let knows = |id: &Uuid| id.as_u128() <= 12;
    let strong: Vec<usize> = after
        .iter()
        .filter(|(id, _)| knows(id))
        .map(|(_, times)| *times)
        .collect();
    let least = strong.iter().copied().min().unwrap_or(0);
    assert!(most(&after) <= 90, "{after:?}");
    // Nobody of like strength is asked more than half as often again as another.
    assert!(most(&after) * 2 <= least * 3, "{after:?}");
    // Who knows half as much is asked less than everybody who knows it well.
    let weak = after.iter().filter(|(id, _)| !knows(id));
    let weak = weak.map(|(_, times)| *times).max().unwrap_or(0);
    assert!(weak < least, "{after:?}");
}
