//! Every kind of notice has a letter in both languages.

use chrono::DateTime;
use tacit_contract::identity::MemberRef;
use tacit_contract::needs::{NeedRef, NeedState};
use tacit_contract::notices::{Notice, NoticeCommunity, NoticeKind, NoticePost, NoticeReason};
use tacit_contract::posts::PostKind;
use tacit_contract::questions::{CloseReason, QuestionRef, QuestionState};
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Locale;
use uuid::Uuid;

use super::{Letter, Links, Recipient};

const LINKS: Links<'static> = Links {
    app: "https://tacit.almvik.example",
    unsubscribe: "https://tacit.almvik.example/api/v1/unsubscribe?token=abc",
};

fn to(locale: Locale) -> Recipient<'static> {
    Recipient {
        email: "lova@almvik.example",
        locale,
        name: Some("Lova"),
    }
}

fn person(handle: &str, name: &str) -> MemberRef {
    MemberRef {
        id: Uuid::nil(),
        handle: handle.into(),
        display_name: name.into(),
        job_title: String::new(),
        unclaimed: false,
    }
}

/// A notice as the server makes them: of a kind, of so many things.
fn notice(kind: NoticeKind, count: u32) -> Notice {
    let of_community = format!("{kind:?}").starts_with("Community");
    let of_need = format!("{kind:?}").starts_with("Need");
    let question = QuestionRef {
        id: Uuid::nil(),
        title: "Which stock sheet do we trust?".into(),
        language: "en".into(),
        state: QuestionState::Open,
    };
    let need = NeedRef {
        id: Uuid::nil(),
        wish: "Reading a price model".into(),
        language: "en".into(),
        state: NeedState::UnderWay,
    };
    let topic = TopicRef {
        id: Uuid::nil(),
        slug: "stock".into(),
        name: "Stock".into(),
    };
    let one_place = count == 1
        || !matches!(
            kind,
            NoticeKind::MemberPost | NoticeKind::TopicQuestion | NoticeKind::NeedSaid
        );
    Notice {
        id: "id".into(),
        kind,
        because: NoticeReason::Mentioned,
        unread: true,
        count,
        by: vec![
            person("hugo", "Hugo Ahlberg"),
            person("noor", "Noor Hällström"),
        ],
        question: (one_place && !of_need && !of_community).then_some(question),
        need: (of_need && one_place).then_some(need),
        community: of_community.then(|| NoticeCommunity {
            id: Uuid::nil(),
            name: "Calls that go wrong".into(),
            language: "en".into(),
            role: None,
            word: "See you in <May>".into(),
        }),
        topic: matches!(kind, NoticeKind::TopicQuestion | NoticeKind::NeedSaid).then_some(topic),
        member: (kind == NoticeKind::MemberPost).then(|| person("hugo", "Hugo Ahlberg")),
        post: (!of_community).then(|| NoticePost {
            id: Uuid::nil(),
            kind: PostKind::Answer,
            excerpt: "The green one, since <May>.".into(),
            language: "en".into(),
        }),
        closed_reason: (kind == NoticeKind::QuestionClosed).then_some(CloseReason::Duplicate),
        closed_words: None,
        deleted_reason: (kind == NoticeKind::PostDeleted).then(|| "It names a customer".into()),
        at: DateTime::UNIX_EPOCH,
        through: String::new(),
    }
}

#[test]
fn every_kind_has_a_letter_in_both_languages() {
    for kind in NoticeKind::ALL.iter().copied() {
        for count in [1, 3] {
            let [english, swedish] = [Locale::En, Locale::Sv]
                .map(|locale| Letter::notice(to(locale), &notice(kind, count), LINKS));
            assert_ne!(english.subject, swedish.subject, "{kind:?}");
            for letter in [english, swedish] {
                let (text, html) = (letter.text(), letter.html());
                assert!(
                    !letter.subject.contains("““") && !letter.subject.contains("“”"),
                    "{letter:?}"
                );
                assert!(!letter.subject.ends_with([':', ' ', '.']), "{letter:?}");
                assert!(
                    !text.contains("\n\n\n") && !text.contains("::") && !text.contains(".."),
                    "{text}"
                );
                assert_eq!(text.matches(LINKS.unsubscribe).count(), 1, "{text}");
                assert_eq!(html.matches(LINKS.unsubscribe).count(), 1, "{html}");
                assert!(
                    html.contains("&lt;May&gt;") || !text.contains("<May>"),
                    "{html}"
                );
            }
        }
    }
}

#[test]
fn a_digest_names_each_thing_with_its_link() {
    for locale in [Locale::En, Locale::Sv] {
        let all: Vec<_> = NoticeKind::ALL
            .iter()
            .map(|kind| notice(*kind, 1))
            .collect();
        let of_communities = all.iter().filter(|one| one.community.is_some()).count();
        let letter = Letter::digest(to(locale), "Almvik Works", &all, LINKS);
        let (text, html) = (letter.text(), letter.html());
        assert_eq!(text.matches("\n- ").count(), all.len(), "{text}");
        assert_eq!(
            text.matches("The green one").count() + text.matches("It names").count(),
            all.len() - 1 - of_communities,
            "{text}"
        );
        assert_eq!(text.matches("See you in").count(), of_communities, "{text}");
        assert_eq!(html.matches("href=").count(), all.len() + 2, "{html}");
    }
}
