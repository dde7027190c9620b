//! One notice: what happened, when, and why one is told. Going there marks it as read.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::CommunityRole;
use tacit_contract::notices::{Notice, NoticeKind, NoticeReason, ReadNotices};
use tacit_contract::posts::PostKind;
use tacit_contract::questions::CloseReason;

use crate::components::ui::Time;
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::notices::use_unread;
use crate::view_model::notices::{WORDS, address, around, has_others, names};

/// A line of a list of notices.
#[component]
pub fn NoticeLine(
    notice: Notice,
    /// Somebody goes there.
    #[prop(optional, into)]
    on_go: Option<Callback<()>>,
    /// With the beginning of the text.
    #[prop(optional)]
    long: bool,
) -> impl IntoView {
    let t = use_lang();
    let (api, unread) = (use_api(), use_unread());
    let (before, after) = around(&sentence(t, &notice));
    let question = notice.question.as_ref();
    let question = question.map(|question| (question.language.clone(), question.title.clone()));
    let need = notice.need.as_ref();
    let need = need.map(|need| (need.language.clone(), need.wish.clone()));
    let community = notice.community.as_ref();
    let community = community.map(|one| (one.language.clone(), one.name.clone()));
    let title = question.or(need).or(community).map(|(language, words)| {
        let lang = (language != t.tag()).then_some(language);
        view! { <span lang=lang>{words}</span> }
    });
    let title = (!after.is_empty()).then_some(title);
    let excerpt = long
        .then(|| notice.post.clone())
        .flatten()
        .filter(|post| !post.excerpt.is_empty())
        .map(|post| view! { <p class="excerpt" lang=post.language>{post.excerpt}</p> });
    let is_new = RwSignal::new(notice.unread);
    let href = address(&notice);
    let at = notice.at.to_rfc3339();
    let because = because(t, &notice);
    let closed = notice.closed_reason.map(|reason| closed(t, reason));
    let word = notice.community.as_ref().map(|one| one.word.clone());
    let said = notice
        .deleted_reason
        .clone()
        .or(notice.closed_words.clone())
        .or(word.filter(|word| !word.is_empty()))
        .map(|reason| view! { <q>{reason}</q> " " });
    let read = ReadNotices {
        through: notice.through,
        id: Some(notice.id),
        question_id: None,
    };
    let go = move |_| {
        if is_new.get_untracked() {
            is_new.set(false);
            unread.read(&api, read.clone(), Callback::new(|()| {}));
        }
        if let Some(on_go) = on_go {
            on_go.run(());
        }
    };
    view! {
        <li data-unread=move || is_new.get().then_some("")>
            <A href on:click=go>
                {move || is_new.get().then(|| view! { <span class="visually-hidden">{t.notices_is_unread()} " "</span> })}
                {before} {title} {after}
            </A>
            {excerpt}
            <small><Time at /> ". " {closed.map(|words| format!("{words} "))} {said} {because}</small>
        </li>
    }
}

/// What happened; the title of the question stands where [`WORDS`] stands.
fn sentence(t: Lang, notice: &Notice) -> String {
    let people: Vec<&str> = notice
        .by
        .iter()
        .map(|one| one.display_name.as_str())
        .collect();
    let who = names(
        &people,
        has_others(notice),
        t.notices_and(),
        t.notices_others(),
    );
    let who = if who.is_empty() {
        t.notices_somebody()
    } else {
        &who
    };
    let several = notice.count > 1;
    let role = notice.community.as_ref().and_then(|one| one.role);
    match notice.kind {
        NoticeKind::Answer if several => t.notices_answers(notice.count, WORDS),
        NoticeKind::Answer => t.notices_answer(who, WORDS),
        NoticeKind::Comment if several => t.notices_comments(notice.count, WORDS),
        NoticeKind::Comment => t.notices_comment(who, WORDS),
        NoticeKind::Mention if several => t.notices_mentions(notice.count, WORDS),
        NoticeKind::Mention => t.notices_mention(who, WORDS),
        NoticeKind::AnswerAccepted => t.notices_accepted(WORDS),
        NoticeKind::AcceptanceWithdrawn => t.notices_withdrawn(WORDS),
        NoticeKind::QuestionClosed => t.notices_closed(WORDS),
        NoticeKind::QuestionReopened => t.notices_reopened(WORDS),
        NoticeKind::PostFlagged => t.notices_flagged(WORDS),
        NoticeKind::PostDeleted => match notice.post.as_ref().map(|post| post.kind) {
            Some(PostKind::Answer) => t.notices_deleted_answer(who, WORDS),
            Some(PostKind::Comment) => t.notices_deleted_comment(who, WORDS),
            Some(PostKind::Need) => t.notices_deleted_need(who, WORDS),
            _ => t.notices_deleted_question(who, WORDS),
        },
        NoticeKind::FlagResolved => t.notices_flag_resolved(WORDS),
        NoticeKind::MemberPost if several => t.notices_member_posts(notice.count, who),
        NoticeKind::MemberPost => t.notices_member_post(who, WORDS),
        NoticeKind::NeedMoved => {
            let need = notice.need.as_ref();
            t.notices_need_moved(WORDS, need.map_or("", |need| t.need_state(need.state)))
        }
        NoticeKind::NeedResponse if several => t.notices_need_responses(notice.count, WORDS),
        NoticeKind::NeedResponse => t.notices_need_response(who, WORDS),
        NoticeKind::NeedHelp if several => t.notices_need_helpers(notice.count, WORDS),
        NoticeKind::NeedHelp => t.notices_need_help(who, WORDS),
        NoticeKind::NeedJoined if several => t.notices_need_joins(notice.count, WORDS),
        NoticeKind::NeedJoined => t.notices_need_join(who, WORDS),
        NoticeKind::NeedSuggested => t.notices_need_suggested(who, WORDS),
        NoticeKind::NeedSaid if several => t.notices_needs_said(notice.count, topic(notice)),
        NoticeKind::NeedSaid => t.notices_need_said(who, WORDS),
        NoticeKind::NeedWanted => t.notices_need_wanted(WORDS),
        NoticeKind::TopicQuestion if several => {
            t.notices_topic_questions(notice.count, topic(notice))
        }
        NoticeKind::TopicQuestion => t.notices_topic_question(who, WORDS),
        NoticeKind::QuestionForYou => match notice.because {
            NoticeReason::Wished => t.notices_for_you_wished(who, WORDS),
            NoticeReason::Named => t.notices_for_you_named(who, WORDS),
            NoticeReason::LooksAfter => t.notices_for_you_waiting(WORDS),
            _ => t.notices_for_you(WORDS),
        },
        NoticeKind::CommunityAsked if several => t.notices_community_asks(notice.count, WORDS),
        NoticeKind::CommunityAsked => t.notices_community_ask(who, WORDS),
        NoticeKind::CommunityDecided => match role {
            Some(_) => t.notices_community_in(WORDS),
            None => t.notices_community_decided(WORDS),
        },
        NoticeKind::CommunityInvited => t.notices_community_invited(who, WORDS),
        NoticeKind::CommunityRole => match role {
            Some(CommunityRole::Owner) => t.notices_community_owner(WORDS),
            Some(CommunityRole::Facilitator) => t.notices_community_facilitator(WORDS),
            Some(CommunityRole::Member) | None => t.notices_community_member(WORDS),
        },
        NoticeKind::CommunityRemoved => t.notices_community_removed(WORDS),
    }
}

fn because(t: Lang, notice: &Notice) -> String {
    match notice.because {
        NoticeReason::Asked => t.notices_because_asked().to_owned(),
        NoticeReason::Wished => t.notices_because_wished().to_owned(),
        NoticeReason::Named => t.notices_because_named().to_owned(),
        NoticeReason::Fits => t.notices_because_fits().to_owned(),
        NoticeReason::LooksAfter => t.notices_because_looks_after().to_owned(),
        NoticeReason::Wrote => t.notices_because_wrote().to_owned(),
        NoticeReason::Flagged => t.notices_because_flagged().to_owned(),
        NoticeReason::Commented => t.notices_because_commented().to_owned(),
        NoticeReason::Mentioned => t.notices_because_mentioned().to_owned(),
        NoticeReason::NeedMine => t.notices_because_need_mine().to_owned(),
        NoticeReason::NeedJoined => t.notices_because_need_joined().to_owned(),
        NoticeReason::NeedHelping => t.notices_because_need_helping().to_owned(),
        NoticeReason::NeedNamed => t.notices_because_need_named().to_owned(),
        NoticeReason::NeedToMe => t.notices_because_need_to_me().to_owned(),
        NoticeReason::Lead => t.notices_because_lead().to_owned(),
        NoticeReason::Facilitator => t.notices_because_facilitator().to_owned(),
        NoticeReason::AskedToJoin => t.notices_because_asked_to_join().to_owned(),
        NoticeReason::Concerned => t.notices_because_concerned().to_owned(),
        NoticeReason::QuestionFollowed => t.notices_because_question().to_owned(),
        NoticeReason::MemberFollowed => {
            let member = notice.member.as_ref();
            t.notices_because_member(member.map_or("", |member| member.display_name.as_str()))
        }
        NoticeReason::TopicFollowed => t.notices_because_topic(topic(notice)),
    }
}

fn topic(notice: &Notice) -> &str {
    let topic = notice.topic.as_ref();
    topic.map_or("", |topic| topic.name.as_str())
}

fn closed(t: Lang, reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Duplicate => t.question_closed_duplicate(),
        CloseReason::Outdated => t.question_closed_outdated(),
        CloseReason::OutOfPlace => t.question_closed_out_of_place(),
        CloseReason::Other => t.question_closed_other(),
    }
}
