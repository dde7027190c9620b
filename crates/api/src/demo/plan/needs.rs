//! A need with everything around it.

use std::str::FromStr;

use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::needs::{HelperKind, ResponseKind, StepKind};
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Mistake, Names, Plan, id_at};
use crate::db::entities::{
    need, need_confirmation, need_helper, need_join, need_response, need_step, post, post_topic,
    revision,
};
use crate::demo::content::Need;
use crate::markdown;

/// Adds one need.
pub fn add(plan: &mut Plan, names: &Names, content: &Need, now: Timestamp) -> Result<(), Mistake> {
    let said = days_before(now, content.days_ago);
    let id = id_at(said);
    let topics: Vec<Uuid> = content
        .topics
        .iter()
        .map(|slug| names.topic(slug))
        .collect::<Result<_, _>>()?;
    add_post(plan, names, content, id, said)?;
    for (topic_id, position) in topics.iter().copied().zip(0..) {
        plan.post_topics.push(post_topic::Model {
            post_id: id,
            topic_id,
            position,
        });
    }
    let mut around = Around {
        plan,
        names,
        now,
        need: id,
        last: said,
        state_at: said,
    };
    around.happened(&content.author, EventBody::NeedSaid { topics }, said)?;
    around.people(content)?;
    around.links(content)?;
    around.steps(content)?;
    let (last, state_at) = (around.last, around.state_at);
    let joined = i32::try_from(content.joined.len()).unwrap_or(i32::MAX);
    let taken_by_id = content.taken_by.as_deref();
    plan.needs.push(need::Model {
        post_id: id,
        wish: content.wish.clone(),
        forms: content.forms.join(","),
        wanted_by: content
            .wanted_in_days
            .map(|days| now.plus_days(days).day().micros()),
        state: content.state.clone(),
        state_at: state_at.micros(),
        taken_by_id: taken_by_id.map(|handle| names.member(handle)).transpose()?,
        supporters: joined.saturating_add(1),
        responses: i32::try_from(content.links.len()).unwrap_or(i32::MAX),
        last_activity_at: last.micros(),
        alerted_at: None,
    });
    Ok(())
}

/// Half an hour later than that long ago, so that what happened on one day stands in its order.
const fn days_before(now: Timestamp, days: i64) -> Timestamp {
    now.plus_days(-days).plus_seconds(-1_800)
}

fn parsed<T: FromStr>(what: &str, word: &str) -> Result<T, Mistake> {
    word.parse().map_err(|_| Mistake::unknown(what, word))
}

/// What is added around a need.
struct Around<'a> {
    plan: &'a mut Plan,
    names: &'a Names,
    now: Timestamp,
    need: Uuid,
    last: Timestamp,
    state_at: Timestamp,
}

impl Around<'_> {
    fn happened(&mut self, by: &str, body: EventBody, at: Timestamp) -> Result<(), Mistake> {
        let actor = Some(self.names.member(by)?);
        let event = Event::new(Uuid::nil(), actor, self.need, body, at).origin(Origin::Demo);
        self.plan.events.push(event);
        self.last = self.last.max(at);
        Ok(())
    }

    fn people(&mut self, content: &Need) -> Result<(), Mistake> {
        for joined in &content.joined {
            let at = days_before(self.now, joined.days_ago);
            self.plan.need_joins.push(need_join::Model {
                need_id: self.need,
                member_id: self.names.member(&joined.by)?,
                why: joined.why.clone(),
                created_at: at.micros(),
            });
            self.happened(&joined.by, EventBody::NeedJoined, at)?;
        }
        for offer in &content.offers {
            let at = days_before(self.now, offer.days_ago);
            self.helper(HelperKind::Volunteer, &offer.by, None, &offer.word, at)?;
            self.happened(&offer.by, EventBody::NeedHelpOffered, at)?;
        }
        for named in &content.suggested {
            let at = days_before(self.now, named.days_ago);
            let (kind, by) = (HelperKind::Suggested, Some(named.by.as_str()));
            let member = self.helper(kind, &named.member, by, &named.word, at)?;
            self.happened(&named.by, EventBody::NeedHelperSuggested { member }, at)?;
        }
        for said in &content.confirmed {
            let at = days_before(self.now, said.days_ago);
            let helped = parsed("answer", &said.helped)?;
            self.plan.need_confirmations.push(need_confirmation::Model {
                need_id: self.need,
                member_id: self.names.member(&said.by)?,
                helped: said.helped.clone(),
                word: said.word.clone(),
                created_at: at.micros(),
            });
            let body = EventBody::NeedConfirmed {
                helped: Some(helped),
            };
            self.happened(&said.by, body, at)?;
        }
        Ok(())
    }

    fn helper(
        &mut self,
        kind: HelperKind,
        handle: &str,
        by: Option<&str>,
        word: &str,
        at: Timestamp,
    ) -> Result<Uuid, Mistake> {
        let member_id = self.names.member(handle)?;
        self.plan.need_helpers.push(need_helper::Model {
            need_id: self.need,
            member_id,
            kind: kind.as_str().to_owned(),
            by_id: by.map(|handle| self.names.member(handle)).transpose()?,
            word: word.to_owned(),
            created_at: at.micros(),
        });
        Ok(member_id)
    }

    fn links(&mut self, content: &Need) -> Result<(), Mistake> {
        for link in &content.links {
            let at = days_before(self.now, link.days_ago);
            let response = id_at(at);
            self.plan.need_responses.push(need_response::Model {
                id: response,
                need_id: self.need,
                kind: ResponseKind::Link.as_str().to_owned(),
                question_id: None,
                url: Some(link.url.clone()),
                title: Some(link.title.clone()),
                word: link.word.clone(),
                added_by_id: Some(self.names.member(&link.by)?),
                created_at: at.micros(),
            });
            self.happened(&link.by, EventBody::NeedResponded { response }, at)?;
        }
        Ok(())
    }

    fn steps(&mut self, content: &Need) -> Result<(), Mistake> {
        for step in &content.steps {
            let at = days_before(self.now, step.days_ago);
            let kind: StepKind = parsed("step", &step.kind)?;
            let state = parsed("state", &step.state)?;
            self.plan.need_steps.push(need_step::Model {
                id: id_at(at),
                need_id: self.need,
                kind: step.kind.clone(),
                state: step.state.clone(),
                word: step.word.clone(),
                actor_id: Some(self.names.member(&step.by)?),
                created_at: at.micros(),
            });
            let body = match kind {
                StepKind::Moved => EventBody::NeedMoved { state },
                StepKind::TakenOn => EventBody::NeedTakenOn { state },
                StepKind::LetGo => EventBody::NeedLetGo,
            };
            self.happened(&step.by, body, at)?;
            self.state_at = at;
        }
        Ok(())
    }
}

fn add_post(
    plan: &mut Plan,
    names: &Names,
    content: &Need,
    id: Uuid,
    at: Timestamp,
) -> Result<(), Mistake> {
    let author_id = Some(names.member(&content.author)?);
    let body = content.why.trim().to_owned();
    plan.revisions.push(revision::Model {
        id: id_at(at),
        post_id: id,
        version: 1,
        title: Some(content.wish.clone()),
        body: body.clone(),
        topics: Some(content.topics.join(",")),
        editor_id: author_id,
        reason: None,
        created_at: at.micros(),
    });
    plan.posts.push(post::Model {
        id,
        kind: PostKind::Need.as_str().to_owned(),
        audience: AudienceKind::Everyone.as_str().to_owned(),
        community_id: None,
        author_id,
        author_hidden: false,
        language: content.language.clone(),
        body_html: markdown::render(&body),
        body,
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
    Ok(())
}
