//! Use cases of questions: asking, editing, answering. Each runs inside `db::write`.

use sea_orm::ActiveValue::Set;
use tacit_contract::posts::AudienceChoice;
use tacit_domain::drafts::DraftPlace;
use tacit_domain::events::EventBody;
use tacit_domain::posts::audience::Reach;
use tacit_domain::posts::{PostKind, Reason, policy as posts_policy};
use tacit_domain::questions::{Progress, QuestionState, Title, Urgency, policy};
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use super::repo::questions::{QuestionChange, QuestionRow, find, insert, insert_answer, update};
use crate::communities::service::check_writable;
use crate::db::Tx;
use crate::error::AppResult;
use crate::files::service::attach;
use crate::follows::service::{after_answering, after_asking};
use crate::http::IfMatch;
use crate::nameless::rule;
use crate::posts::audience::{place, reach_of};
use crate::posts::repo::Placed;
use crate::posts::repo::load::find_visible_kind;
use crate::posts::repo::revisions::{NewRevision, insert_revision};
use crate::posts::repo::write::{NewPost, insert_post, update_text};
use crate::posts::service::{edit_text, insert_under, log_edit};
use crate::posts::{Act, Written};
use crate::routing::service as routing;
use crate::topics::repo::topics::{of_posts, set_of_post};
use crate::topics::resolve::resolve_or_create;
use tacit_contract::topics::TopicRef;

/// A question to ask, read.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// Title.
    pub title: Title,
    /// Body.
    pub text: Written,
    /// 1 to 5.
    pub topics: Vec<TopicName>,
    /// How much the asker waits.
    pub urgency: Urgency,
    /// Whom to ask first.
    pub wished: Option<Uuid>,
    /// Who it is for.
    pub audience: AudienceChoice,
    /// Without the asker's name.
    pub nameless: bool,
}

/// Asks a question of everyone, of a community, or of named people.
///
/// # Errors
/// 422 at `/urgency` for one urgent question too many, at `/nameless` where names are not kept back, at `/audience` or `/ask` for whom it cannot be asked of, at
/// `/topics` for a new one where not everyone reads along.
pub async fn ask(tx: &Tx, act: &Act, new: &NewQuestion) -> AppResult<Uuid> {
    routing::check_urgent(tx, act, Urgency::Normal, new.urgency).await?;
    let placing = place(tx, act, &new.audience).await?;
    let act = &match new.nameless {
        true => {
            rule::check(tx, placing.reach).await?;
            act.namelessly()
        }
        false => *act,
    };
    let id = act.ids.next();
    let free = routing::named_and_free(tx, act, &placing, new.wished).await?;
    let topics = resolve_or_create(tx, act, &new.topics, placing.reach).await?;
    let post = NewPost {
        id,
        kind: PostKind::Question,
        audience: placing.kind().as_str(),
        community_id: placing.community_id(),
        author_id: act.viewer.member_id,
        nameless: act.nameless,
        text: &new.text,
        at: act.at,
    };
    insert_post(tx, post).await?;
    placing.name_people(tx, id).await?;
    attach(tx, &act.viewer, id, &new.text.pictures).await?;
    let row = QuestionChange {
        post_id: Set(id),
        title: Set(new.title.as_str().to_owned()),
        urgency: Set(new.urgency.as_str().to_owned()),
        state: Set(QuestionState::Open.as_str().to_owned()),
        accepted_answer_id: Set(None),
        accepted_by: Set(None),
        accepted_at: Set(None),
        closed_reason: Set(None),
        duplicate_of_id: Set(None),
        answer_count: Set(0),
        last_activity_at: Set(act.at.micros()),
    };
    insert(tx, row).await?;
    set_of_post(tx, id, &topics).await?;
    act.forget_draft(tx, DraftPlace::Ask).await?;
    let first = revision(
        act,
        id,
        1,
        new.title.as_str(),
        &new.text.body,
        &topics,
        None,
    );
    insert_revision(tx, first).await?;
    let body = EventBody::QuestionAsked {
        urgent: new.urgency == Urgency::Blocking,
        topics: topics.iter().map(|topic| topic.id).collect(),
    };
    act.tell(tx, id, placing.audience(), body).await?;
    after_asking(tx, act, id, placing.audience()).await?;
    match placing.reach {
        Reach::People => routing::ask_named(tx, act, id, free).await?,
        Reach::Everyone | Reach::Community { .. } => {
            routing::begin(tx, act, id, new.wished).await?;
        }
    }
    Ok(id)
}

fn revision<'a>(
    act: &Act,
    post_id: Uuid,
    version: i32,
    title: &'a str,
    body: &'a str,
    topics: &[TopicRef],
    reason: Option<&'a Reason>,
) -> NewRevision<'a> {
    NewRevision {
        id: act.ids.next(),
        post_id,
        version,
        title: Some(title),
        body,
        topics: Some(topics.iter().map(|topic| topic.slug.clone()).collect()),
        editor_id: act.name(),
        reason: reason.map(Reason::as_str),
        at: act.at,
    }
}

/// Changes to a question, read; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct QuestionEdit {
    /// Title.
    pub title: Option<Title>,
    /// Body.
    pub text: Option<Written>,
    /// All topics.
    pub topics: Option<Vec<TopicName>>,
    /// How much the asker waits.
    pub urgency: Option<Urgency>,
    /// Why.
    pub reason: Option<Reason>,
}

/// Edits a question: title, body, topics, urgency.
///
/// # Errors
/// 404, 403, 409 in an archived community, 412, or 422 without a reason for another's.
pub async fn edit(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    read: IfMatch,
    edit: &QuestionEdit,
) -> AppResult<()> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Question).await?;
    check_writable(tx, &act.viewer, placed.post.community_id).await?;
    let (act, asker) = (&act.on(&placed.post), placed.post.author_id);
    posts_policy::can_edit_post(&act.viewer, asker, edit.reason.as_ref())?;
    let row = find(tx, id).await?;
    let urgency: Urgency = row.urgency.parse()?;
    let next_urgency = edit.urgency.unwrap_or(urgency);
    policy::can_change_urgency(&act.viewer, asker, urgency, next_urgency)?;
    routing::check_urgent(tx, act, urgency, next_urgency).await?;
    read.check(placed.post.version)?;
    act.forget_draft(tx, DraftPlace::Edit(id)).await?;
    let before = of_posts(tx, &[id]).await?.remove(&id).unwrap_or_default();
    let topics = match &edit.topics {
        Some(names) => {
            let reach = reach_of(tx, placed.audience()?).await?;
            resolve_or_create(tx, act, names, reach).await?
        }
        None => before.clone(),
    };
    let title = edit
        .title
        .as_ref()
        .map_or(row.title.as_str(), Title::as_str);
    let kept = Written {
        body: placed.post.body.clone(),
        html: placed.post.body_html.clone(),
        language: placed.post.language.clone(),
        language_sure: true,
        pictures: Vec::new(),
        names: Vec::new(),
    };
    let text = edit.text.as_ref().unwrap_or(&kept);
    if title == row.title && text.body == kept.body && topics == before && next_urgency == urgency {
        return Ok(());
    }
    let version = update_text(tx, &placed.post, text, act.at).await?;
    attach(tx, &act.viewer, id, &text.pictures).await?;
    let change = QuestionChange {
        post_id: Set(id),
        title: Set(title.to_owned()),
        urgency: Set(next_urgency.as_str().to_owned()),
        last_activity_at: Set(act.at.micros().max(row.last_activity_at)),
        ..Default::default()
    };
    update(tx, change).await?;
    set_of_post(tx, id, &topics).await?;
    let reason = edit.reason.as_ref();
    insert_revision(
        tx,
        revision(act, id, version, title, &text.body, &topics, reason),
    )
    .await?;
    log_edit(tx, act, &placed, reason).await?;
    let body = EventBody::QuestionEdited {
        version,
        topics: topics.iter().map(|topic| topic.id).collect(),
    };
    act.tell(tx, id, placed.audience()?, body).await
}

/// Answers a question.
///
/// # Errors
/// 404, 403 for who only reads the community, 409 when it is archived or the question closed.
pub async fn answer(tx: &Tx, act: &Act, question_id: Uuid, text: &Written) -> AppResult<Uuid> {
    let (placed, row) = load(tx, act, question_id).await?;
    let act = &act.on(&placed.post);
    let progress = progress(&row)?;
    policy::can_answer(progress.state())?;
    let id = insert_under(tx, act, &placed, PostKind::Answer, text).await?;
    insert_answer(tx, id, question_id).await?;
    act.forget_draft(tx, DraftPlace::Answer(question_id))
        .await?;
    store(tx, act, &row, progress.answered(), None).await?;
    let body = EventBody::AnswerPosted {
        question: question_id,
    };
    let audience = placed.audience()?;
    act.tell(tx, id, audience, body).await?;
    after_answering(tx, act, question_id, placed.post.author_id, audience).await?;
    Ok(id)
}

/// Gives an answer another text.
///
/// # Errors
/// 404, 403, 409 in an archived community, 412, or 422 without a reason for another's.
pub async fn edit_answer(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    read: IfMatch,
    text: &Written,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Answer).await?;
    let act = &act.on(&placed.post);
    let Some(version) = edit_text(tx, act, &placed, read, text, reason).await? else {
        return Ok(());
    };
    let row = find(tx, placed.question_id).await?;
    store(tx, act, &row, progress(&row)?, None).await?;
    let body = EventBody::AnswerEdited {
        question: placed.question_id,
        version,
    };
    act.tell(tx, id, placed.audience()?, body).await
}

/// A question that goes on where the viewer may write.
pub(super) async fn load(
    tx: &Tx,
    act: &Act,
    question_id: Uuid,
) -> AppResult<(Placed, QuestionRow)> {
    let placed = find_visible_kind(tx, &act.viewer, question_id, PostKind::Question).await?;
    check_writable(tx, &act.viewer, placed.post.community_id).await?;
    let row = find(tx, question_id).await?;
    Ok((placed, row))
}

/// What decides the state of a question, as its row keeps it.
///
/// # Errors
/// When the row is not sound.
pub fn progress(row: &QuestionRow) -> AppResult<Progress> {
    let closed = row.closed_reason.as_deref();
    Ok(Progress {
        answers: row.answer_count,
        accepted: row.accepted_answer_id,
        closed: closed.map(str::parse).transpose()?,
    })
}

/// Stores how far a question has come. `accepted_by` says who just accepted; else that stays as long as the answer does.
///
/// # Errors
/// A failure of the database.
pub async fn store(
    tx: &Tx,
    act: &Act,
    row: &QuestionRow,
    next: Progress,
    accepted_by: Option<Uuid>,
) -> AppResult<()> {
    let same = next.accepted == row.accepted_answer_id;
    let (by, at) = if same {
        (row.accepted_by, row.accepted_at)
    } else {
        (accepted_by, next.accepted.map(|_| act.at.micros()))
    };
    let change = QuestionChange {
        post_id: Set(row.post_id),
        state: Set(next.state().as_str().to_owned()),
        answer_count: Set(next.answers),
        accepted_answer_id: Set(next.accepted),
        accepted_by: Set(by),
        accepted_at: Set(at),
        last_activity_at: Set(act.at.micros().max(row.last_activity_at)),
        ..Default::default()
    };
    Ok(update(tx, change).await?)
}
