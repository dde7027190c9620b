//! Content and a time become rows and events, without touching a database.

mod communities;
mod expertise;
mod needs;
mod order;
mod people;
mod thread;
mod unmet;

use std::collections::HashMap;

use tacit_domain::events::Event;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::content::Content;
use crate::db::entities::{
    answer, availability, comment, community, community_invitation, community_member,
    community_pin, community_request, community_topic, department, endorsement, helpful_mark,
    member, member_topic, need, need_confirmation, need_helper, need_join, need_response,
    need_step, post, post_flag, post_link, post_topic, question, question_closing, revision, topic,
    topic_follow, topic_synonym, unmet_search,
};

/// All rows, in the order they can be inserted in, and what happened, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub organisation: String,
    pub default_language: String,
    pub departments: Vec<department::Model>,
    pub members: Vec<member::Model>,
    pub topics: Vec<topic::Model>,
    pub synonyms: Vec<topic_synonym::Model>,
    pub follows: Vec<topic_follow::Model>,
    pub communities: Vec<community::Model>,
    pub community_topics: Vec<community_topic::Model>,
    pub community_members: Vec<community_member::Model>,
    pub community_requests: Vec<community_request::Model>,
    pub community_invitations: Vec<community_invitation::Model>,
    pub community_pins: Vec<community_pin::Model>,
    pub posts: Vec<post::Model>,
    pub questions: Vec<question::Model>,
    pub answers: Vec<answer::Model>,
    pub comments: Vec<comment::Model>,
    pub post_topics: Vec<post_topic::Model>,
    pub marks: Vec<helpful_mark::Model>,
    pub revisions: Vec<revision::Model>,
    pub closings: Vec<question_closing::Model>,
    pub links: Vec<post_link::Model>,
    pub flags: Vec<post_flag::Model>,
    pub member_topics: Vec<member_topic::Model>,
    pub endorsements: Vec<endorsement::Model>,
    pub availabilities: Vec<availability::Model>,
    pub needs: Vec<need::Model>,
    pub need_joins: Vec<need_join::Model>,
    pub need_helpers: Vec<need_helper::Model>,
    pub need_responses: Vec<need_response::Model>,
    pub need_steps: Vec<need_step::Model>,
    pub need_confirmations: Vec<need_confirmation::Model>,
    pub unmet: Vec<unmet_search::Model>,
    pub events: Vec<Event>,
}

/// What in the content cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the demo content is wrong: {0}")]
pub struct Mistake(String);

impl Mistake {
    fn unknown(what: &str, name: &str) -> Self {
        Self(format!("there is no {what} {name}"))
    }
}

/// Who and what is called how.
#[derive(Default)]
struct Names {
    members: HashMap<String, Uuid>,
    topics: HashMap<String, Uuid>,
    communities: HashMap<String, Uuid>,
}

impl Names {
    fn member(&self, handle: &str) -> Result<Uuid, Mistake> {
        self.members
            .get(handle)
            .copied()
            .ok_or_else(|| Mistake::unknown("member", handle))
    }

    fn topic(&self, slug: &str) -> Result<Uuid, Mistake> {
        self.topics
            .get(slug)
            .copied()
            .ok_or_else(|| Mistake::unknown("topic", slug))
    }

    fn community(&self, name: &str) -> Result<Uuid, Mistake> {
        self.communities
            .get(name)
            .copied()
            .ok_or_else(|| Mistake::unknown("community", name))
    }
}

/// The rows and events of the content, as if it had happened up to `now`.
///
/// # Errors
/// When the content names what is not in it.
pub fn draw_up(content: &Content, now: Timestamp) -> Result<Plan, Mistake> {
    let mut plan = Plan {
        organisation: content.organisation.name.clone(),
        default_language: content.organisation.default_language.clone(),
        ..Plan::default()
    };
    let mut names = people::add(&mut plan, content, now)?;
    for community in &content.communities {
        communities::add(&mut plan, &mut names, community, now)?;
    }
    for question in &content.questions {
        thread::add(&mut plan, &names, question, now)?;
    }
    order::close(&mut plan, &names, content)?;
    expertise::add(&mut plan, &names, content, now)?;
    for need in &content.needs {
        needs::add(&mut plan, &names, need, now)?;
    }
    unmet::add(&mut plan, content, now)?;
    plan.events.sort_by_key(|event| event.occurred_at);
    for event in &mut plan.events {
        event.id = id_at(now);
    }
    Ok(plan)
}

/// An id that sorts by its time.
fn id_at(time: Timestamp) -> Uuid {
    let micros = u64::try_from(time.micros()).unwrap_or_default();
    let nanos = u32::try_from(micros % 1_000_000 * 1_000).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::ContextV7::new(),
        micros / 1_000_000,
        nanos,
    ))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells_of_an_organisation_at_work() {
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let plan = draw_up(&Content::read().unwrap(), now).unwrap();
        assert!(plan.members.len() >= 30 && plan.departments.len() == 6);
        assert!(plan.questions.len() >= 60 && plan.answers.len() >= 100);
        assert!(
            plan.posts
                .iter()
                .filter(|post| post.language == "sv")
                .count()
                >= 20
        );
        assert!(plan.posts.iter().all(|post| post.created_at < now.micros()));
        assert!(plan.events.iter().all(|event| event.occurred_at < now));
        assert!(plan.events.is_sorted_by_key(|event| event.occurred_at));
        let own = |mark: &helpful_mark::Model| {
            plan.posts
                .iter()
                .any(|post| post.id == mark.post_id && post.author_id == Some(mark.member_id))
        };
        assert!(!plan.marks.iter().any(own));
        assert!(plan.closings.len() == plan.links.len() && !plan.flags.is_empty());
        assert!(plan.closings.iter().all(|row| row.closed_at < now.micros()));
        assert!(
            plan.endorsements
                .iter()
                .all(|one| one.by_id != one.member_id)
        );
        assert!(plan.needs.len() >= 12 && plan.need_joins.len() >= 40);
        let states: std::collections::HashSet<_> =
            plan.needs.iter().map(|need| need.state.as_str()).collect();
        assert_eq!(states.len(), 7, "a need in every state");
        let rules: std::collections::HashSet<_> = plan
            .communities
            .iter()
            .map(|one| (one.visibility.as_str(), one.join_rule.as_str()))
            .collect();
        assert_eq!(rules.len(), 3, "three communities with different rules");
        for post in plan.posts.iter().filter(|post| post.community_id.is_some()) {
            let belongs = |one: &community_member::Model| {
                (Some(one.community_id), Some(one.member_id)) == (post.community_id, post.author_id)
                    && one.joined_at < post.created_at
            };
            assert!(plan.community_members.iter().any(belongs), "{}", post.body);
        }
        assert!(plan.member_topics.len() >= 40 && plan.endorsements.len() >= 20);
    }
}
