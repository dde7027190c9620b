//! What happened there, as events with the times of then.

use tacit_domain::events::EventBody;
use uuid::Uuid;

use super::Context;
use crate::imports::prepared::{Part, Post};
use crate::imports::repo::posts::QuestionRow;
use crate::imports::repo::told::Told;

/// A post came, and was found helpful. `topics` are those of a question.
pub fn created(post: &Post, topics: &[Uuid]) -> Vec<Told> {
    let body = match &post.part {
        Part::Question(_) => EventBody::QuestionAsked {
            urgent: false,
            topics: topics.to_vec(),
        },
        Part::Answer { question } => EventBody::AnswerPosted {
            question: *question,
        },
        Part::Comment { parent, question } => EventBody::CommentPosted {
            parent: *parent,
            question: *question,
        },
    };
    let came = Told {
        at: post.created_at,
        actor: post.author,
        subject: post.id,
        body,
    };
    std::iter::once(came)
        .chain(marks(post, post.helpful_count()))
        .collect()
}

/// A post got another text.
pub fn edited(post: &Post, version: i32, topics: Vec<Uuid>, context: &Context) -> Told {
    let last = post.revisions.last();
    let body = match &post.part {
        Part::Question(_) => EventBody::QuestionEdited { version, topics },
        Part::Answer { question } => EventBody::AnswerEdited {
            question: *question,
            version,
        },
        Part::Comment { parent, question } => EventBody::CommentEdited {
            parent: *parent,
            question: *question,
            version,
        },
    };
    Told {
        at: last.map_or(context.dump_at, |revision| revision.at),
        actor: last.and_then(|revision| revision.editor),
        subject: post.id,
        body,
    }
}

/// More found a post helpful than before, on the latest days; or fewer, since marks there were taken back.
pub fn found_helpful(post: &Post, before: i32, context: &Context) -> Vec<Told> {
    let change = post.helpful_count().saturating_sub(before);
    if change > 0 {
        return marks(post, change).collect();
    }
    let body = EventBody::HelpfulImported { count: change };
    vec![mark(post, context.dump_at, body)]
}

/// The last so many marks, by the time they were given; oldest first.
fn marks(post: &Post, mut count: i32) -> impl Iterator<Item = Told> {
    let mut marks = Vec::new();
    for (at, given) in post.helpful.iter().rev() {
        let taken = count.min(*given);
        if taken > 0 {
            marks.push(mark(post, *at, EventBody::HelpfulImported { count: taken }));
        }
        count -= taken;
    }
    marks.into_iter().rev()
}

fn mark(post: &Post, at: i64, body: EventBody) -> Told {
    Told {
        at,
        actor: None,
        subject: post.id,
        body,
    }
}

/// How a question came to stand as it does: what was taken back first, then what was decided. A change that has no event
/// of its own is an edit; answers told of themselves when they came.
pub fn settled(
    post: &Post,
    before: &QuestionRow,
    after: &QuestionRow,
    topics: Vec<Uuid>,
    version: i32,
    context: &Context,
) -> Vec<Told> {
    let question = post.id;
    let told = |at: i64, actor, subject, body| Told {
        at,
        actor,
        subject,
        body,
    };
    let mut all = Vec::new();
    if before.accepted_answer_id != after.accepted_answer_id {
        if let Some(answer) = before.accepted_answer_id {
            let body = EventBody::AcceptanceWithdrawn { question };
            all.push(told(context.dump_at, post.author, answer, body));
        }
        if let Some(answer) = after.accepted_answer_id {
            let at = after.accepted_at.unwrap_or(context.dump_at);
            let body = EventBody::AnswerAccepted { question };
            all.push(told(at, post.author, answer, body));
        }
    }
    let closing = |row: &QuestionRow| (row.closed_reason.clone(), row.duplicate_of_id);
    if before.closed_reason.is_some() && after.closed_reason.is_none() {
        let body = EventBody::QuestionReopened;
        all.push(told(context.dump_at, None, question, body));
    }
    if closing(before) != closing(after) && after.closed_reason.is_some() {
        let closed_at = post.question().and_then(|asked| asked.closed_at);
        let duplicate_of = after.duplicate_of_id;
        let body = EventBody::QuestionClosed { duplicate_of };
        all.push(told(
            closed_at.unwrap_or(context.dump_at),
            None,
            question,
            body,
        ));
    }
    let rest = |row: &QuestionRow| (closing(row), row.accepted_at, row.last_activity_at);
    if all.is_empty() && rest(before) != rest(after) {
        let body = EventBody::QuestionEdited { version, topics };
        all.push(told(context.dump_at, None, question, body));
    }
    all
}
