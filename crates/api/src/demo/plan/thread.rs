//! A question with its answers, comments and marks.

use tacit_domain::events::{Audience, Event, EventBody, Origin};
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::questions::{Progress, Urgency};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Mistake, Names, Plan, id_at, order};
use crate::db::entities::{
    answer, comment, community_pin, helpful_mark, post, post_topic, question, revision,
};
use crate::demo::content::{Answer, Comment, Question};
use crate::markdown;

const SECONDS_PER_HOUR: f64 = 3_600.0;

/// Adds a question and all that hangs on it.
pub fn add(
    plan: &mut Plan,
    names: &Names,
    content: &Question,
    now: Timestamp,
) -> Result<(), Mistake> {
    let asked = asked_at(content, now)?;
    let place = content.community.as_deref();
    let community = place.map(|name| names.community(name)).transpose()?;
    let mut thread = Thread {
        plan,
        names,
        now,
        asked,
        community,
        language: &content.language,
    };
    let topics: Vec<Uuid> = content
        .topics
        .iter()
        .map(|slug| names.topic(slug))
        .collect::<Result<_, _>>()?;
    let urgent = content.urgency == Urgency::Blocking.as_str();
    let body = EventBody::QuestionAsked {
        urgent,
        topics: topics.clone(),
    };
    let post = thread.post(
        PostKind::Question,
        &content.author,
        &content.body,
        asked,
        Some(content),
    )?;
    thread.happened(&content.author, post, body, asked)?;
    thread.pinned(post, content.pinned_by.as_deref())?;
    thread.marks(post, &content.helpful, asked)?;
    for (topic_id, position) in topics.into_iter().zip(0..) {
        thread.plan.post_topics.push(post_topic::Model {
            post_id: post,
            topic_id,
            position,
        });
    }
    thread.comments(post, post, &content.comments)?;
    let mut progress = Progress::default();
    let mut row = question_row(post, content, asked);
    for answer in &content.answers {
        let (answer, accepted) = thread.answer(post, answer)?;
        progress = progress.answered();
        row.last_activity_at = row.last_activity_at.max(answer.1.micros());
        if let Some(at) = accepted {
            progress = progress.accepted(answer.0);
            row.accepted_answer_id = Some(answer.0);
            row.accepted_by = Some(names.member(&content.author)?);
            row.accepted_at = Some(at.micros());
            row.last_activity_at = row.last_activity_at.max(at.micros());
            let body = EventBody::AnswerAccepted { question: post };
            thread.happened(&content.author, answer.0, body, at)?;
        }
    }
    row.state = progress.state().as_str().to_owned();
    row.answer_count = progress.answers;
    thread.plan.questions.push(row);
    Ok(())
}

fn asked_at(content: &Question, now: Timestamp) -> Result<Timestamp, Mistake> {
    if let Some(hours) = content.hours_ago {
        return Ok(now.plus_seconds(-seconds(hours)));
    }
    let (Some(days), Some(at)) = (content.days_ago, &content.at) else {
        return Err(Mistake::unknown("time of", &content.title));
    };
    let (hours, minutes) = at
        .split_once(':')
        .ok_or_else(|| Mistake::unknown("time", at))?;
    let number = |digits: &str| {
        digits
            .parse::<i64>()
            .map_err(|_| Mistake::unknown("time", at))
    };
    let within_day = number(hours)? * 3_600 + number(minutes)? * 60;
    Ok(now.plus_days(-days).day().plus_seconds(within_day))
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "hours of half a year fit by far"
)]
fn seconds(hours: f64) -> i64 {
    (hours * SECONDS_PER_HOUR) as i64
}

fn question_row(post_id: Uuid, content: &Question, asked: Timestamp) -> question::Model {
    question::Model {
        post_id,
        title: content.title.clone(),
        urgency: content.urgency.clone(),
        state: String::new(),
        accepted_answer_id: None,
        accepted_by: None,
        accepted_at: None,
        closed_reason: None,
        duplicate_of_id: None,
        answer_count: 0,
        last_activity_at: asked.micros(),
    }
}

struct Thread<'a> {
    plan: &'a mut Plan,
    names: &'a Names,
    now: Timestamp,
    asked: Timestamp,
    /// Where all of it stands; for everyone without one.
    community: Option<Uuid>,
    language: &'a str,
}

impl Thread<'_> {
    /// Pins it in its community, when somebody did.
    fn pinned(&mut self, post: Uuid, by: Option<&str>) -> Result<(), Mistake> {
        if let (Some(community_id), Some(by)) = (self.community, by) {
            self.plan.community_pins.push(community_pin::Model {
                community_id,
                post_id: post,
                by_id: Some(self.names.member(by)?),
                pinned_at: self.asked.plus_days(1).micros(),
            });
        }
        Ok(())
    }

    /// So many hours after the question, but never in the future.
    fn after(&self, hours: f64) -> Timestamp {
        self.asked
            .plus_seconds(seconds(hours))
            .min(self.now.plus_seconds(-60))
    }

    fn answer(
        &mut self,
        question: Uuid,
        content: &Answer,
    ) -> Result<((Uuid, Timestamp), Option<Timestamp>), Mistake> {
        let at = self.after(content.hours_after);
        let post = self.post(PostKind::Answer, &content.author, &content.body, at, None)?;
        self.plan.answers.push(answer::Model {
            post_id: post,
            question_id: question,
        });
        self.happened(
            &content.author,
            post,
            EventBody::AnswerPosted { question },
            at,
        )?;
        self.marks(post, &content.helpful, at)?;
        self.comments(post, question, &content.comments)?;
        for flag in &content.flags {
            let at = self.now.plus_days(-flag.days_ago);
            order::flag(self.plan, self.names, (post, question), flag, at)?;
        }
        Ok((
            (post, at),
            content.accepted_hours_after.map(|hours| self.after(hours)),
        ))
    }

    fn comments(
        &mut self,
        parent: Uuid,
        question: Uuid,
        comments: &[Comment],
    ) -> Result<(), Mistake> {
        for content in comments {
            let at = self.after(content.hours_after);
            let post = self.post(PostKind::Comment, &content.author, &content.body, at, None)?;
            self.plan.comments.push(comment::Model {
                post_id: post,
                parent_id: parent,
                question_id: question,
            });
            self.happened(
                &content.author,
                post,
                EventBody::CommentPosted { parent, question },
                at,
            )?;
        }
        Ok(())
    }

    /// Each a few hours after the one before.
    fn marks(&mut self, post_id: Uuid, handles: &[String], from: Timestamp) -> Result<(), Mistake> {
        for (handle, step) in handles.iter().zip(1_i64..) {
            let member_id = self.names.member(handle)?;
            let at = from
                .plus_seconds(step * 9_000)
                .min(self.now.plus_seconds(-30));
            self.plan.marks.push(helpful_mark::Model {
                post_id,
                member_id,
                created_at: at.micros(),
            });
            self.happened(handle, post_id, EventBody::HelpfulMarked, at)?;
        }
        let post = self.plan.posts.iter_mut().rfind(|post| post.id == post_id);
        if let Some(post) = post {
            post.helpful_count = i32::try_from(handles.len()).unwrap_or(i32::MAX);
        }
        Ok(())
    }

    fn happened(
        &mut self,
        handle: &str,
        subject: Uuid,
        body: EventBody,
        at: Timestamp,
    ) -> Result<(), Mistake> {
        let actor = Some(self.names.member(handle)?);
        let audience = self
            .community
            .map_or(Audience::Everyone, Audience::Community);
        let event = Event::new(Uuid::nil(), actor, subject, body, at).audience(audience);
        self.plan.events.push(event.origin(Origin::Demo));
        Ok(())
    }

    /// The post and its first revision.
    fn post(
        &mut self,
        kind: PostKind,
        author: &str,
        body: &str,
        at: Timestamp,
        question: Option<&Question>,
    ) -> Result<Uuid, Mistake> {
        let (id, body) = (id_at(at), body.trim());
        let author_id = self.names.member(author)?;
        self.plan.revisions.push(revision::Model {
            id: id_at(at),
            post_id: id,
            version: 1,
            title: question.map(|question| question.title.clone()),
            body: body.to_owned(),
            topics: question.map(|question| question.topics.join(",")),
            editor_id: Some(author_id),
            reason: None,
            created_at: at.micros(),
        });
        self.plan.posts.push(post::Model {
            id,
            kind: kind.as_str().to_owned(),
            audience: match self.community {
                Some(_) => AudienceKind::Community,
                None => AudienceKind::Everyone,
            }
            .as_str()
            .to_owned(),
            community_id: self.community,
            author_id: Some(author_id),
            author_hidden: false,
            language: self.language.to_owned(),
            body: body.to_owned(),
            body_html: markdown::render(body),
            renderer_version: markdown::RENDERER_VERSION,
            helpful_imported: 0,
            helpful_count: 0,
            version: 1,
            created_at: at.micros(),
            edited_at: None,
            deleted_at: None,
            source_author: None,
            source_site: None,
            source_id: None,
            source_url: None,
            source_license: None,
            source_wiki: false,
            source_gone_at: None,
        });
        Ok(id)
    }
}
