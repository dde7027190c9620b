//! Where a notice leads, and how its sentence goes around the words of others.

use tacit_contract::notices::{Notice, NoticeKind, UpdateNoticeSettings};
use tacit_contract::posts::PostKind;

use crate::i18n::Lang;

/// Stands for the words of others in a sentence.
pub const WORDS: &str = "\u{1}";

/// The page that shows what a notice tells of, at the post if it is one.
pub fn address(notice: &Notice) -> String {
    if notice.count > 1 {
        if let Some(topic) = &notice.topic {
            return format!("/topics/{}", topic.slug);
        }
        if let Some(member) = &notice.member {
            return format!("/people/{}", member.handle);
        }
    }
    if let Some(need) = &notice.need {
        return format!("/needs/{}", need.id);
    }
    if let Some(community) = &notice.community {
        return match notice.kind {
            NoticeKind::CommunityRemoved => "/communities".to_owned(),
            _ => format!("/communities/{}", community.id),
        };
    }
    let Some(question) = &notice.question else {
        return "/notices".to_owned();
    };
    let page = format!("/questions/{}", question.id);
    let deleted = notice.kind == NoticeKind::PostDeleted;
    match &notice.post {
        Some(post) if deleted && post.kind != PostKind::Question => {
            format!("{page}#deleted-{}", post.id)
        }
        Some(post) if post.kind == PostKind::Answer => format!("{page}#answer-{}", post.id),
        Some(post) if post.kind == PostKind::Comment => format!("{page}#comment-{}", post.id),
        _ => page,
    }
}

/// What stands before and after the words of others.
pub fn around(sentence: &str) -> (String, String) {
    let (before, after) = sentence.split_once(WORDS).unwrap_or((sentence, ""));
    (before.to_owned(), after.to_owned())
}

/// Names in a row: `and` stands before the last; `others` follows when there may be more.
pub fn names(names: &[&str], more: bool, and: &str, others: &str) -> String {
    match (names, more) {
        ([], _) => String::new(),
        (all, true) => format!("{} {and} {others}", all.join(", ")),
        ([one], _) => (*one).to_owned(),
        ([first @ .., last], _) => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Whether several people may stand behind one notice, more than it names.
pub fn has_others(notice: &Notice) -> bool {
    let named = u32::try_from(notice.by.len()).unwrap_or(u32::MAX);
    notice.kind != NoticeKind::MemberPost && named == 3 && notice.count > 3
}

/// What a kind is called where one chooses.
pub fn kind_name(t: Lang, kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Mention => t.notices_kind_mention(),
        NoticeKind::Answer => t.notices_kind_answer(),
        NoticeKind::Comment => t.notices_kind_comment(),
        NoticeKind::AnswerAccepted => t.notices_kind_accepted(),
        NoticeKind::AcceptanceWithdrawn => t.notices_kind_withdrawn(),
        NoticeKind::QuestionClosed => t.notices_kind_closed(),
        NoticeKind::QuestionReopened => t.notices_kind_reopened(),
        NoticeKind::PostFlagged => t.notices_kind_flagged(),
        NoticeKind::PostDeleted => t.notices_kind_deleted(),
        NoticeKind::FlagResolved => t.notices_kind_resolved(),
        NoticeKind::MemberPost => t.notices_kind_member(),
        NoticeKind::NeedMoved => t.notices_kind_need_moved(),
        NoticeKind::NeedResponse => t.notices_kind_need_response(),
        NoticeKind::NeedHelp => t.notices_kind_need_help(),
        NoticeKind::NeedJoined => t.notices_kind_need_joined(),
        NoticeKind::NeedSuggested => t.notices_kind_need_suggested(),
        NoticeKind::NeedSaid => t.notices_kind_need_said(),
        NoticeKind::NeedWanted => t.notices_kind_need_wanted(),
        NoticeKind::TopicQuestion => t.notices_kind_topic(),
        NoticeKind::QuestionForYou => t.notices_kind_for_you(),
        NoticeKind::CommunityAsked => t.notices_kind_community_asked(),
        NoticeKind::CommunityDecided => t.notices_kind_community_decided(),
        NoticeKind::CommunityInvited => t.notices_kind_community_invited(),
        NoticeKind::CommunityRole => t.notices_kind_community_role(),
        NoticeKind::CommunityRemoved => t.notices_kind_community_removed(),
    }
}

/// Adds a later change to one that is not saved yet; the later choice for the same thing stands.
pub fn add(waiting: &mut UpdateNoticeSettings, later: UpdateNoticeSettings) {
    waiting.follow_own = later.follow_own.or(waiting.follow_own);
    waiting.digest_hour = later.digest_hour.or(waiting.digest_hour);
    for ways in later.kinds.unwrap_or_default() {
        let kinds = waiting.kinds.get_or_insert_default();
        kinds.retain(|known| known.kind != ways.kind);
        kinds.push(ways);
    }
}

/// The number at the bell.
pub fn bell(unread: u32) -> String {
    if unread > 99 {
        "99+".to_owned()
    } else {
        unread.to_string()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use tacit_contract::notices::{MailRhythm, NoticeWays};

    use super::*;

    fn notice(count: u32) -> Notice {
        let text = format!(
            r#"{{"id":"answer.x","kind":"answer","because":"asked","unread":true,"count":{count},"by":[],
            "question":{{"id":"01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55","title":"Which?","language":"en","state":"open"}},
            "post":{{"id":"01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56","kind":"answer","excerpt":"","language":"en"}},
            "at":"2026-11-24T12:00:00Z","through":"x"}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_notice_leads_to_the_newest_post_of_its_question() {
        let page = "/questions/01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55";
        let at = format!("{page}#answer-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56");
        assert_eq!(address(&notice(1)), at);
        let mut closed = notice(1);
        let mut deleted = notice(1);
        deleted.kind = NoticeKind::PostDeleted;
        let at = format!("{page}#deleted-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56");
        assert_eq!(address(&deleted), at);
        closed.post = None;
        assert_eq!(address(&closed), page);
        closed.question = None;
        assert_eq!(address(&closed), "/notices");
    }

    #[test]
    fn a_notice_leads_to_its_community_as_long_as_one_may_go_there() {
        let mut invited = notice(1);
        (invited.kind, invited.question) = (NoticeKind::CommunityInvited, None);
        let community = r#"{"id":"01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c57","name":"Calls","language":"en","word":""}"#;
        invited.community = serde_json::from_str(community).unwrap();
        let page = "/communities/01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c57";
        assert_eq!(address(&invited), page);
        invited.kind = NoticeKind::CommunityRemoved;
        assert_eq!(address(&invited), "/communities");
    }

    #[test]
    fn names_stand_in_a_row() {
        assert_eq!(names(&[], false, "and", "others"), "");
        assert_eq!(names(&["Noor"], false, "and", "others"), "Noor");
        assert_eq!(
            names(&["Noor", "Hugo"], false, "and", "others"),
            "Noor and Hugo"
        );
        assert_eq!(
            names(&["Noor", "Hugo", "Lova"], false, "och", "andra"),
            "Noor, Hugo och Lova"
        );
        assert_eq!(
            names(&["Noor", "Hugo", "Lova"], true, "och", "andra"),
            "Noor, Hugo, Lova och andra"
        );
    }

    #[test]
    fn a_sentence_goes_around_the_words_of_others() {
        let (before, after) = around(&format!("Noor answered “{WORDS}”"));
        assert_eq!((before.as_str(), after.as_str()), ("Noor answered “", "”"));
        assert_eq!(around("Nothing to name").0, "Nothing to name");
    }

    #[test]
    fn a_later_choice_joins_those_not_saved_yet() {
        let ways = |kind, in_app| NoticeWays {
            kind,
            in_app,
            mail: MailRhythm::Daily,
        };
        let one = |ways| UpdateNoticeSettings {
            kinds: Some(vec![ways]),
            ..UpdateNoticeSettings::default()
        };
        let mut waiting = one(ways(NoticeKind::Mention, true));
        waiting.digest_hour = Some(8);
        add(&mut waiting, one(ways(NoticeKind::Comment, true)));
        add(&mut waiting, one(ways(NoticeKind::Mention, false)));
        let follow_own = Some(false);
        add(
            &mut waiting,
            UpdateNoticeSettings {
                follow_own,
                ..UpdateNoticeSettings::default()
            },
        );
        let kinds = vec![
            ways(NoticeKind::Comment, true),
            ways(NoticeKind::Mention, false),
        ];
        let whole = UpdateNoticeSettings {
            follow_own,
            digest_hour: Some(8),
            kinds: Some(kinds),
        };
        assert_eq!(waiting, whole);
    }

    #[test]
    fn the_bell_counts_to_a_hundred() {
        assert_eq!((bell(7), bell(100)), ("7".to_owned(), "99+".to_owned()));
    }
}
