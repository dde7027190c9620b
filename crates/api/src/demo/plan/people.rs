//! Departments, members, topics and who follows what.

use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::identity::MemberStatus;
use tacit_domain::time::Timestamp;
use tacit_domain::topics::TopicSlug;
use uuid::Uuid;

use super::{Mistake, Names, Plan, id_at};
use crate::db::entities::{department, member, topic, topic_follow, topic_synonym};
use crate::demo::content::{Content, Person, Topic};
use crate::markdown;

/// How long the topics have been there, in days.
const TOPICS_SINCE: i64 = 400;

/// Adds them and says how they are called.
pub fn add(plan: &mut Plan, content: &Content, now: Timestamp) -> Result<Names, Mistake> {
    let mut names = Names::default();
    for (name, position) in content.organisation.departments.iter().zip(0..) {
        let id = id_at(now);
        plan.departments.push(department::Model {
            id,
            name: name.clone(),
            position,
            archived_at: None,
        });
    }
    for person in &content.members {
        let row = member_row(plan, person, now)?;
        names.members.insert(person.handle.clone(), row.id);
        let joined = Timestamp::from_micros(row.created_at);
        happened(plan, row.id, row.id, EventBody::MemberRegistered, joined);
        plan.members.push(row);
    }
    for topic in &content.topics {
        let id = id_at(now.plus_days(-TOPICS_SINCE));
        names.topics.insert(topic.slug.clone(), id);
    }
    let founder = plan.members.first().map(|member| member.id);
    for topic in &content.topics {
        add_topic(plan, &names, topic, founder, now.plus_days(-TOPICS_SINCE))?;
    }
    for person in &content.members {
        follow(plan, &names, person, now)?;
    }
    Ok(names)
}

fn member_row(plan: &Plan, person: &Person, now: Timestamp) -> Result<member::Model, Mistake> {
    let department = plan
        .departments
        .iter()
        .find(|department| department.name == person.department);
    let department =
        department.ok_or_else(|| Mistake::unknown("department", &person.department))?;
    let joined = now.plus_days(-person.joined_days_ago);
    Ok(member::Model {
        id: id_at(joined),
        handle: person.handle.clone(),
        display_name: person.name.clone(),
        email: Some(person.email.clone()),
        password_hash: None,
        role: person.role.clone(),
        status: MemberStatus::Active.as_str().to_owned(),
        job_title: person.title.clone(),
        department_id: Some(department.id),
        place: person.place.clone(),
        bio: person.bio.trim().to_owned(),
        languages: person.languages.join(","),
        locale: person.locale.clone(),
        time_zone: person.time_zone.clone(),
        version: 1,
        created_at: joined.micros(),
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    })
}

fn add_topic(
    plan: &mut Plan,
    names: &Names,
    topic: &Topic,
    founder: Option<Uuid>,
    at: Timestamp,
) -> Result<(), Mistake> {
    let id = names.topic(&topic.slug)?;
    let description = topic.description.trim();
    plan.topics.push(topic::Model {
        id,
        slug: topic.slug.clone(),
        name: topic.name.clone(),
        description: description.to_owned(),
        description_html: markdown::render(description),
        renderer_version: markdown::RENDERER_VERSION,
        parent_id: topic
            .parent
            .as_deref()
            .map(|parent| names.topic(parent))
            .transpose()?,
        merged_into_id: None,
        created_by: founder,
        version: 1,
        created_at: at.micros(),
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    });
    for name in &topic.synonyms {
        let slug = TopicSlug::fold(name).map_err(|_| Mistake::unknown("slug for", name))?;
        plan.synonyms.push(topic_synonym::Model {
            slug: slug.as_str().to_owned(),
            topic_id: id,
            name: name.clone(),
        });
    }
    if let Some(founder) = founder {
        happened(plan, founder, id, EventBody::TopicCreated, at);
    }
    Ok(())
}

fn follow(plan: &mut Plan, names: &Names, person: &Person, now: Timestamp) -> Result<(), Mistake> {
    let member_id = names.member(&person.handle)?;
    let since = now.plus_days(-person.joined_days_ago.min(TOPICS_SINCE - 1));
    for slug in &person.follows {
        let topic_id = names.topic(slug)?;
        plan.follows.push(topic_follow::Model {
            topic_id,
            member_id,
            created_at: since.micros(),
        });
        happened(plan, member_id, topic_id, EventBody::TopicFollowed, since);
    }
    Ok(())
}

fn happened(plan: &mut Plan, actor: Uuid, subject: Uuid, body: EventBody, at: Timestamp) {
    plan.events
        .push(Event::new(Uuid::nil(), Some(actor), subject, body, at).origin(Origin::Demo));
}
