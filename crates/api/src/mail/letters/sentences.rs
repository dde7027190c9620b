//! What a notice says, in the words of a letter.

use tacit_contract::communities::CommunityRole;
use tacit_contract::needs::NeedState;
use tacit_contract::notices::{Notice, NoticeKind, NoticeReason};
use tacit_contract::posts::PostKind;
use tacit_contract::questions::CloseReason;
use tacit_domain::identity::Locale;

/// What happened, without a full stop.
pub fn sentence(locale: Locale, notice: &Notice) -> String {
    let question = notice.question.as_ref();
    let question = question.map(|question| question.title.as_str());
    let need = notice.need.as_ref().map(|need| need.wish.as_str());
    let community = notice.community.as_ref().map(|one| one.name.as_str());
    let title = question.or(need).or(community).unwrap_or_default();
    let topic = notice
        .topic
        .as_ref()
        .map_or("", |topic| topic.name.as_str());
    let who = who(locale, notice);
    match locale {
        Locale::En => english(notice, &who, title, topic),
        Locale::Sv => swedish(notice, &who, title, topic),
    }
}

fn who(locale: Locale, notice: &Notice) -> String {
    let and = match locale {
        Locale::En => "and",
        Locale::Sv => "och",
    };
    let names: Vec<&str> = notice
        .by
        .iter()
        .map(|one| one.display_name.as_str())
        .collect();
    match names.as_slice() {
        [] => match locale {
            Locale::En => "Somebody".to_owned(),
            Locale::Sv => "Någon".to_owned(),
        },
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Why it was closed; nothing when that is said with words of its own, or it is open again.
fn closed(locale: Locale, notice: &Notice) -> &'static str {
    let Some(reason) = notice.closed_reason else {
        return "";
    };
    match (locale, reason) {
        (Locale::En, CloseReason::Duplicate) => ": it was asked before",
        (Locale::Sv, CloseReason::Duplicate) => ": den har ställts förut",
        (Locale::En, CloseReason::Outdated) => ": it is out of date",
        (Locale::Sv, CloseReason::Outdated) => ": den är inaktuell",
        (Locale::En, CloseReason::OutOfPlace) => ": it does not belong here",
        (Locale::Sv, CloseReason::OutOfPlace) => ": den hör inte hemma här",
        (_, CloseReason::Other) => "",
    }
}

fn need_state(locale: Locale, notice: &Notice) -> &'static str {
    let Some(need) = &notice.need else {
        return "";
    };
    match (locale, need.state) {
        (Locale::En, NeedState::Open) => "open",
        (Locale::Sv, NeedState::Open) => "öppet",
        (Locale::En, NeedState::Exploring) => "being explored",
        (Locale::Sv, NeedState::Exploring) => "undersöks",
        (Locale::En, NeedState::UnderWay) => "under way",
        (Locale::Sv, NeedState::UnderWay) => "på gång",
        (Locale::En, NeedState::Met) => "met",
        (Locale::Sv, NeedState::Met) => "mött",
        (Locale::En, NeedState::AlreadyExists) => "already exists",
        (Locale::Sv, NeedState::AlreadyExists) => "finns redan",
        (Locale::En, NeedState::OnHold) => "on hold",
        (Locale::Sv, NeedState::OnHold) => "vilar",
        (Locale::En, NeedState::NotNow) => "not now",
        (Locale::Sv, NeedState::NotNow) => "inte nu",
    }
}

fn role(notice: &Notice) -> Option<CommunityRole> {
    notice.community.as_ref().and_then(|one| one.role)
}

fn english(notice: &Notice, who: &str, title: &str, topic: &str) -> String {
    let n = notice.count;
    match notice.kind {
        NoticeKind::Answer if n > 1 => format!("{n} new answers to “{title}”"),
        NoticeKind::Answer => format!("{who} answered “{title}”"),
        NoticeKind::Comment if n > 1 => format!("{n} new comments on “{title}”"),
        NoticeKind::Comment => format!("{who} commented on “{title}”"),
        NoticeKind::Mention if n > 1 => format!("You were mentioned {n} times in “{title}”"),
        NoticeKind::Mention => format!("{who} mentioned you in “{title}”"),
        NoticeKind::AnswerAccepted => format!("Your answer to “{title}” was accepted"),
        NoticeKind::AcceptanceWithdrawn => {
            format!("Your answer to “{title}” is accepted no more")
        }
        NoticeKind::QuestionClosed => format!("“{title}” was closed{}", closed(Locale::En, notice)),
        NoticeKind::QuestionReopened => format!("“{title}” is open again"),
        NoticeKind::PostFlagged => {
            format!("Somebody finds what you wrote in “{title}” outdated or incorrect")
        }
        NoticeKind::PostDeleted => match notice.post.as_ref().map(|post| post.kind) {
            Some(PostKind::Answer) => format!("{who} deleted your answer to “{title}”"),
            Some(PostKind::Need) => format!("{who} deleted your need “{title}”"),
            Some(PostKind::Comment) => format!("{who} deleted your comment on “{title}”"),
            _ => format!("{who} deleted your question “{title}”"),
        },
        NoticeKind::FlagResolved => {
            format!("What you said in private about “{title}” was looked at")
        }
        NoticeKind::MemberPost if n > 1 => format!("{n} new posts by {who}"),
        NoticeKind::MemberPost => format!("{who} wrote in “{title}”"),
        NoticeKind::NeedMoved => format!("“{title}” is now: {}", need_state(Locale::En, notice)),
        NoticeKind::NeedResponse if n > 1 => format!("{n} things were linked to “{title}”"),
        NoticeKind::NeedResponse => format!("{who} linked something to “{title}”"),
        NoticeKind::NeedHelp if n > 1 => format!("{n} people offer to help with “{title}”"),
        NoticeKind::NeedHelp => format!("{who} offers to help with “{title}”"),
        NoticeKind::NeedJoined if n > 1 => format!("{n} more people want this too: “{title}”"),
        NoticeKind::NeedJoined => format!("{who} wants this too: “{title}”"),
        NoticeKind::NeedSuggested => format!("{who} thinks you could help with “{title}”"),
        NoticeKind::NeedSaid if n > 1 => format!("{n} new learning needs about {topic}"),
        NoticeKind::NeedSaid => format!("{who} has a learning need: “{title}”"),
        NoticeKind::NeedWanted => format!("Many want this, and nobody looks after it: “{title}”"),
        NoticeKind::TopicQuestion if n > 1 => format!("{n} new questions about {topic}"),
        NoticeKind::TopicQuestion => format!("{who} asked “{title}”"),
        NoticeKind::QuestionForYou => match notice.because {
            NoticeReason::Wished => format!("{who} asks you: “{title}”"),
            NoticeReason::Named => format!("{who} thinks that you know: “{title}”"),
            NoticeReason::LooksAfter => format!("Nobody has answered yet: “{title}”"),
            _ => format!("You may know this: “{title}”"),
        },
        NoticeKind::CommunityAsked if n > 1 => format!("{n} people ask to join “{title}”"),
        NoticeKind::CommunityAsked => format!("{who} asks to join “{title}”"),
        NoticeKind::CommunityDecided => match role(notice) {
            Some(_) => format!("You are a member of “{title}” now"),
            None => format!("“{title}” has answered your wish to join"),
        },
        NoticeKind::CommunityInvited => format!("{who} invites you to “{title}”"),
        NoticeKind::CommunityRole => match role(notice) {
            Some(CommunityRole::Owner) => format!("You answer for “{title}” now"),
            Some(CommunityRole::Facilitator) => format!("You look after “{title}” now"),
            Some(CommunityRole::Member) | None => {
                format!("You do not look after “{title}” any more")
            }
        },
        NoticeKind::CommunityRemoved => format!("You are no member of “{title}” any more"),
    }
}

fn swedish(notice: &Notice, who: &str, title: &str, topic: &str) -> String {
    let n = notice.count;
    match notice.kind {
        NoticeKind::Answer if n > 1 => format!("{n} nya svar på ”{title}”"),
        NoticeKind::Answer => format!("{who} svarade på ”{title}”"),
        NoticeKind::Comment if n > 1 => format!("{n} nya kommentarer till ”{title}”"),
        NoticeKind::Comment => format!("{who} kommenterade ”{title}”"),
        NoticeKind::Mention if n > 1 => format!("Du nämndes {n} gånger i ”{title}”"),
        NoticeKind::Mention => format!("{who} nämnde dig i ”{title}”"),
        NoticeKind::AnswerAccepted => format!("Ditt svar på ”{title}” godtogs"),
        NoticeKind::AcceptanceWithdrawn => {
            format!("Ditt svar på ”{title}” är inte längre godtaget")
        }
        NoticeKind::QuestionClosed => format!("”{title}” stängdes{}", closed(Locale::Sv, notice)),
        NoticeKind::QuestionReopened => format!("”{title}” är öppen igen"),
        NoticeKind::PostFlagged => {
            format!("Någon tycker att det du skrev i ”{title}” är inaktuellt eller fel")
        }
        NoticeKind::PostDeleted => match notice.post.as_ref().map(|post| post.kind) {
            Some(PostKind::Answer) => format!("{who} tog bort ditt svar på ”{title}”"),
            Some(PostKind::Need) => format!("{who} tog bort ditt behov ”{title}”"),
            Some(PostKind::Comment) => format!("{who} tog bort din kommentar till ”{title}”"),
            _ => format!("{who} tog bort din fråga ”{title}”"),
        },
        NoticeKind::FlagResolved => format!("Det du sade privat om ”{title}” har behandlats"),
        NoticeKind::MemberPost if n > 1 => format!("{n} nya inlägg av {who}"),
        NoticeKind::MemberPost => format!("{who} skrev i ”{title}”"),
        NoticeKind::NeedMoved => format!("”{title}” är nu: {}", need_state(Locale::Sv, notice)),
        NoticeKind::NeedResponse if n > 1 => format!("{n} saker länkades till ”{title}”"),
        NoticeKind::NeedResponse => format!("{who} länkade något till ”{title}”"),
        NoticeKind::NeedHelp if n > 1 => format!("{n} personer erbjuder hjälp med ”{title}”"),
        NoticeKind::NeedHelp => format!("{who} erbjuder hjälp med ”{title}”"),
        NoticeKind::NeedJoined if n > 1 => format!("{n} till vill också det här: ”{title}”"),
        NoticeKind::NeedJoined => format!("{who} vill också det här: ”{title}”"),
        NoticeKind::NeedSuggested => format!("{who} tror att du kan hjälpa till med ”{title}”"),
        NoticeKind::NeedSaid if n > 1 => format!("{n} nya lärbehov om {topic}"),
        NoticeKind::NeedSaid => format!("{who} har ett lärbehov: ”{title}”"),
        NoticeKind::NeedWanted => {
            format!("Många vill det här och ingen tar hand om det: ”{title}”")
        }
        NoticeKind::TopicQuestion if n > 1 => format!("{n} nya frågor om {topic}"),
        NoticeKind::TopicQuestion => format!("{who} frågade ”{title}”"),
        NoticeKind::QuestionForYou => match notice.because {
            NoticeReason::Wished => format!("{who} frågar dig: ”{title}”"),
            NoticeReason::Named => format!("{who} tror att du vet: ”{title}”"),
            NoticeReason::LooksAfter => format!("Ingen har svarat ännu: ”{title}”"),
            _ => format!("Det här kanske du vet: ”{title}”"),
        },
        NoticeKind::CommunityAsked if n > 1 => format!("{n} personer vill gå med i ”{title}”"),
        NoticeKind::CommunityAsked => format!("{who} vill gå med i ”{title}”"),
        NoticeKind::CommunityDecided => match role(notice) {
            Some(_) => format!("Du är med i ”{title}” nu"),
            None => format!("”{title}” har svarat på din önskan att gå med"),
        },
        NoticeKind::CommunityInvited => format!("{who} bjuder in dig till ”{title}”"),
        NoticeKind::CommunityRole => match role(notice) {
            Some(CommunityRole::Owner) => format!("Du ansvarar för ”{title}” nu"),
            Some(CommunityRole::Facilitator) => format!("Du tar hand om ”{title}” nu"),
            Some(CommunityRole::Member) | None => {
                format!("Du tar inte längre hand om ”{title}”")
            }
        },
        NoticeKind::CommunityRemoved => format!("Du är inte längre med i ”{title}”"),
    }
}

/// Why one is told.
pub fn because(locale: Locale, notice: &Notice) -> String {
    let followed = match (&notice.member, &notice.topic) {
        (Some(member), _) => member.display_name.as_str(),
        (None, Some(topic)) => topic.name.as_str(),
        (None, None) => "",
    };
    match (locale, notice.because) {
        (Locale::En, NoticeReason::Asked) => "You are told because you asked.".to_owned(),
        (Locale::Sv, NoticeReason::Asked) => "Du får veta det för att du frågade.".to_owned(),
        (Locale::En, NoticeReason::Wrote) => {
            "You are told because you wrote what it is about.".to_owned()
        }
        (Locale::Sv, NoticeReason::Wrote) => {
            "Du får veta det för att du skrev det som det gäller.".to_owned()
        }
        (Locale::En, NoticeReason::Commented) => {
            "You are told because you commented there.".to_owned()
        }
        (Locale::Sv, NoticeReason::Commented) => {
            "Du får veta det för att du har kommenterat där.".to_owned()
        }
        (Locale::En, NoticeReason::Wished) => {
            "You are told because the asker wished for you.".to_owned()
        }
        (Locale::Sv, NoticeReason::Wished) => {
            "Du får veta det för att den som frågar ville fråga dig.".to_owned()
        }
        (Locale::En, NoticeReason::Named) => {
            "You are told because somebody who was asked named you.".to_owned()
        }
        (Locale::Sv, NoticeReason::Named) => {
            "Du får veta det för att någon som fick frågan nämnde dig.".to_owned()
        }
        (Locale::En, NoticeReason::Fits) => {
            "You are told because of what you know. You can pass it on.".to_owned()
        }
        (Locale::Sv, NoticeReason::Fits) => {
            "Du får veta det för vad du kan. Du kan skicka den vidare.".to_owned()
        }
        (Locale::En, NoticeReason::LooksAfter) => {
            "You are told because you look after such questions.".to_owned()
        }
        (Locale::Sv, NoticeReason::LooksAfter) => {
            "Du får veta det för att du ser efter sådana frågor.".to_owned()
        }
        (Locale::En, NoticeReason::Facilitator) => {
            "You are told because you look after it.".to_owned()
        }
        (Locale::Sv, NoticeReason::Facilitator) => {
            "Du får veta det för att du tar hand om den.".to_owned()
        }
        (Locale::En, NoticeReason::AskedToJoin) => {
            "You are told because you asked to join.".to_owned()
        }
        (Locale::Sv, NoticeReason::AskedToJoin) => {
            "Du får veta det för att du ville gå med.".to_owned()
        }
        (Locale::En, NoticeReason::Concerned) => "You are told because it is about you.".to_owned(),
        (Locale::Sv, NoticeReason::Concerned) => {
            "Du får veta det för att det gäller dig.".to_owned()
        }
        (Locale::En, NoticeReason::Flagged) => {
            "You are told because you said something.".to_owned()
        }
        (Locale::Sv, NoticeReason::Flagged) => "Du får veta det för att du sade något.".to_owned(),
        (Locale::En, NoticeReason::Mentioned) => "You are told because you were named.".to_owned(),
        (Locale::Sv, NoticeReason::Mentioned) => "Du får veta det för att du nämndes.".to_owned(),
        (Locale::En, NoticeReason::NeedMine) => "You are told because it is your need.".to_owned(),
        (Locale::Sv, NoticeReason::NeedMine) => {
            "Du får veta det för att det är ditt behov.".to_owned()
        }
        (Locale::En, NoticeReason::NeedJoined) => {
            "You are told because you want it too.".to_owned()
        }
        (Locale::Sv, NoticeReason::NeedJoined) => {
            "Du får veta det för att du också vill det.".to_owned()
        }
        (Locale::En, NoticeReason::NeedHelping) => {
            "You are told because you offered to help.".to_owned()
        }
        (Locale::Sv, NoticeReason::NeedHelping) => {
            "Du får veta det för att du erbjöd dig att hjälpa.".to_owned()
        }
        (Locale::En, NoticeReason::NeedNamed) => {
            "You are told because you were named as somebody who could help.".to_owned()
        }
        (Locale::Sv, NoticeReason::NeedNamed) => {
            "Du får veta det för att du nämndes som någon som kan hjälpa.".to_owned()
        }
        (Locale::En, NoticeReason::NeedToMe) => {
            "You are told because it was said to you.".to_owned()
        }
        (Locale::Sv, NoticeReason::NeedToMe) => {
            "Du får veta det för att det sades till dig.".to_owned()
        }
        (Locale::En, NoticeReason::Lead) => {
            "You are told because you look after learning here.".to_owned()
        }
        (Locale::Sv, NoticeReason::Lead) => {
            "Du får veta det för att du tar hand om lärandet här.".to_owned()
        }
        (Locale::En, NoticeReason::QuestionFollowed) => {
            "You are told because you follow the question.".to_owned()
        }
        (Locale::Sv, NoticeReason::QuestionFollowed) => {
            "Du får veta det för att du följer frågan.".to_owned()
        }
        (Locale::En, NoticeReason::MemberFollowed | NoticeReason::TopicFollowed) => {
            format!("You are told because you follow {followed}.")
        }
        (Locale::Sv, NoticeReason::MemberFollowed | NoticeReason::TopicFollowed) => {
            format!("Du får veta det för att du följer {followed}.")
        }
    }
}
