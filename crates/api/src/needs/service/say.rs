//! Saying what one wants to learn, and saying it better.

use sea_orm::ActiveValue::Set;
use tacit_contract::posts::AudienceChoice;
use tacit_contract::topics::TopicRef;
use tacit_domain::drafts::DraftPlace;
use tacit_domain::events::EventBody;
use tacit_domain::needs::{NeedForm, NeedState};
use tacit_domain::posts::{PostKind, Reason, policy as posts_policy};
use tacit_domain::questions::Title;
use tacit_domain::time::Timestamp;
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use super::load;
use crate::communities::service::check_writable;
use crate::db::Tx;
use crate::error::AppResult;
use crate::files::service::attach;
use crate::http::IfMatch;
use crate::needs::repo::needs::{NeedChange, NeedRow, insert, update};
use crate::posts::audience::{place, reach_of};
use crate::posts::repo::revisions::{NewRevision, insert_revision};
use crate::posts::repo::write::{NewPost, insert_post, update_text};
use crate::posts::service::log_edit;
use crate::posts::{Act, Written};
use crate::topics::repo::topics::{of_posts, set_of_post};
use crate::topics::resolve::resolve_or_create;

/// A need to say, read.
#[derive(Clone, Debug)]
pub struct NewNeed {
    /// What one wants to learn.
    pub wish: Title,
    /// Why.
    pub text: Written,
    /// 1 to 5.
    pub topics: Vec<TopicName>,
    /// How one would like it.
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted.
    pub wanted_by: Option<Timestamp>,
    /// Who it is for.
    pub audience: AudienceChoice,
}

/// Says what one wants to learn: to everyone, a community, or named people.
///
/// # Errors
/// 403 or 422 at `/audience` for whom one cannot say it to, 422 at `/topics` for a new one where not everyone reads along.
pub async fn say(tx: &Tx, act: &Act, new: &NewNeed) -> AppResult<Uuid> {
    let id = act.ids.next();
    let placing = place(tx, act, &new.audience).await?;
    let topics = resolve_or_create(tx, act, &new.topics, placing.reach).await?;
    let post = NewPost {
        id,
        kind: PostKind::Need,
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
    let row = NeedRow {
        post_id: id,
        wish: new.wish.as_str().to_owned(),
        forms: words_of(&new.forms),
        wanted_by: new.wanted_by.map(Timestamp::micros),
        state: NeedState::Open.as_str().to_owned(),
        state_at: act.at.micros(),
        taken_by_id: None,
        supporters: 1,
        responses: 0,
        last_activity_at: act.at.micros(),
        alerted_at: None,
    };
    insert(tx, row).await?;
    set_of_post(tx, id, &topics).await?;
    act.forget_draft(tx, DraftPlace::Need).await?;
    let wish = new.wish.as_str();
    let first = revision(act, (id, 1), wish, &new.text.body, &topics, None);
    insert_revision(tx, first).await?;
    let topics = topics.iter().map(|topic| topic.id).collect();
    let body = EventBody::NeedSaid { topics };
    act.tell(tx, id, placing.audience(), body).await?;
    Ok(id)
}

/// Changes to a need, read; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct NeedEdit {
    /// What one wants to learn.
    pub wish: Option<Title>,
    /// Why.
    pub text: Option<Written>,
    /// All topics.
    pub topics: Option<Vec<TopicName>>,
    /// All forms.
    pub forms: Option<Vec<NeedForm>>,
    /// The day by which it is wanted, or none any more.
    pub wanted_by: Option<Option<Timestamp>>,
    /// Why it is edited.
    pub reason: Option<Reason>,
}

/// Edits a need.
///
/// # Errors
/// 404, 403, 409 in an archived community, 412, or 422 without a reason for another's.
pub async fn edit(tx: &Tx, act: &Act, id: Uuid, read: IfMatch, edit: &NeedEdit) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    check_writable(tx, &act.viewer, need.placed.post.community_id).await?;
    let (placed, row) = (&need.placed, &need.row);
    let reason = edit.reason.as_ref();
    posts_policy::can_edit_post(&act.viewer, placed.post.author_id, reason)?;
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
    let wish = edit.wish.as_ref().map_or(row.wish.as_str(), Title::as_str);
    let forms = edit.forms.as_deref().map(words_of);
    let forms = forms.unwrap_or_else(|| row.forms.clone());
    let given = edit.wanted_by.map(|given| given.map(Timestamp::micros));
    let wanted_by = given.unwrap_or(row.wanted_by);
    let kept = Written {
        body: placed.post.body.clone(),
        html: placed.post.body_html.clone(),
        language: placed.post.language.clone(),
        language_sure: true,
        ..Written::default()
    };
    let text = edit.text.as_ref().unwrap_or(&kept);
    let same_words = wish == row.wish && text.body == kept.body && topics == before;
    if same_words && forms == row.forms && wanted_by == row.wanted_by {
        return Ok(());
    }
    let version = update_text(tx, &placed.post, text, act.at).await?;
    attach(tx, &act.viewer, id, &text.pictures).await?;
    let change = NeedChange {
        post_id: Set(id),
        wish: Set(wish.to_owned()),
        forms: Set(forms),
        wanted_by: Set(wanted_by),
        last_activity_at: Set(act.at.micros().max(row.last_activity_at)),
        ..Default::default()
    };
    update(tx, change).await?;
    set_of_post(tx, id, &topics).await?;
    let next = revision(act, (id, version), wish, &text.body, &topics, reason);
    insert_revision(tx, next).await?;
    log_edit(tx, act, placed, reason).await?;
    let topics = topics.iter().map(|topic| topic.id).collect();
    let body = EventBody::NeedEdited { version, topics };
    act.tell(tx, id, placed.audience()?, body).await
}

/// Forms as a row keeps them.
#[must_use]
pub fn words_of(forms: &[NeedForm]) -> String {
    let words: Vec<&str> = forms.iter().map(|form| form.as_str()).collect();
    words.join(",")
}

fn revision<'a>(
    act: &Act,
    (post_id, version): (Uuid, i32),
    wish: &'a str,
    body: &'a str,
    topics: &[TopicRef],
    reason: Option<&'a Reason>,
) -> NewRevision<'a> {
    NewRevision {
        id: act.ids.next(),
        post_id,
        version,
        title: Some(wish),
        body,
        topics: Some(topics.iter().map(|topic| topic.slug.clone()).collect()),
        editor_id: act.name(),
        reason: reason.map(Reason::as_str),
        at: act.at,
    }
}
