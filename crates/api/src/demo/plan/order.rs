//! What was closed, and what somebody said about a post in private.

use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::moderation::flags::FlagKind;
use tacit_domain::posts::LinkKind;
use tacit_domain::questions::{CloseReason, QuestionState};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Mistake, Names, Plan, id_at};
use crate::db::entities::{post_flag, post_link, question, question_closing};
use crate::demo::content::{Closed, Content, Flag, Question};

/// Closes what the content says was closed as a duplicate. All questions are there by now.
pub fn close(plan: &mut Plan, names: &Names, content: &Content) -> Result<(), Mistake> {
    for question in &content.questions {
        if let Some(closed) = &question.closed {
            close_one(plan, names, question, closed)?;
        }
    }
    Ok(())
}

fn close_one(
    plan: &mut Plan,
    names: &Names,
    question: &Question,
    closed: &Closed,
) -> Result<(), Mistake> {
    let original = find(plan, &closed.original)?.post_id;
    let asked = asked_at(plan, &question.title)?;
    let at = asked.plus_seconds(closed.hours_after.saturating_mul(3_600));
    let by = names.member(&closed.by)?;
    let row = find(plan, &question.title)?;
    let id = row.post_id;
    row.state = QuestionState::Closed.as_str().to_owned();
    row.closed_reason = Some(CloseReason::Duplicate.as_str().to_owned());
    row.duplicate_of_id = Some(original);
    plan.closings.push(question_closing::Model {
        question_id: id,
        closed_by: Some(by),
        note: None,
        closed_at: at.micros(),
    });
    plan.links.push(post_link::Model {
        from_id: id,
        to_id: original,
        kind: LinkKind::Duplicate.as_str().to_owned(),
        created_at: at.micros(),
    });
    let duplicate_of = Some(original);
    let body = EventBody::QuestionClosed { duplicate_of };
    plan.events
        .push(Event::new(Uuid::nil(), Some(by), id, body, at).origin(Origin::Demo));
    Ok(())
}

fn find<'a>(plan: &'a mut Plan, title: &str) -> Result<&'a mut question::Model, Mistake> {
    let mut rows = plan.questions.iter_mut();
    rows.find(|row| row.title == title)
        .ok_or_else(|| Mistake::unknown("question", title))
}

fn asked_at(plan: &mut Plan, title: &str) -> Result<Timestamp, Mistake> {
    let id = find(plan, title)?.post_id;
    let post = plan.posts.iter().find(|post| post.id == id);
    let post = post.ok_or_else(|| Mistake::unknown("question", title))?;
    Ok(Timestamp::from_micros(post.created_at))
}

/// Somebody says something about a post; the log does not know who.
pub fn flag(
    plan: &mut Plan,
    names: &Names,
    (post, question): (Uuid, Uuid),
    flag: &Flag,
    at: Timestamp,
) -> Result<(), Mistake> {
    let kind: FlagKind = flag
        .kind
        .parse()
        .map_err(|_| Mistake::unknown("kind of flag", &flag.kind))?;
    plan.flags.push(post_flag::Model {
        id: id_at(at),
        post_id: post,
        member_id: names.member(&flag.by)?,
        kind: kind.as_str().to_owned(),
        reason: flag.reason.clone(),
        created_at: at.micros(),
        resolved_at: None,
        resolved_by: None,
        outcome: None,
        word: None,
    });
    let body = EventBody::PostFlagged {
        question,
        flag: kind,
    };
    plan.events
        .push(Event::new(Uuid::nil(), None, post, body, at).origin(Origin::Demo));
    Ok(())
}
