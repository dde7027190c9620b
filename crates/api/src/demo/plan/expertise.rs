//! What people say they know, who endorsed whom, and when they may be asked.

use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Mistake, Names, Plan};
use crate::db::entities::{availability, endorsement, member_topic};
use crate::demo::content::{Availability, Content, Endorsed, Said};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Adds it.
pub fn add(
    plan: &mut Plan,
    names: &Names,
    content: &Content,
    now: Timestamp,
) -> Result<(), Mistake> {
    for said in &content.expertise.said {
        say(plan, names, said, now)?;
    }
    for endorsed in &content.expertise.endorsed {
        endorse(plan, names, endorsed, now)?;
    }
    for person in &content.expertise.availability {
        let row = availability(names, person, now)?;
        plan.availabilities.push(row);
    }
    Ok(())
}

fn say(plan: &mut Plan, names: &Names, said: &Said, now: Timestamp) -> Result<(), Mistake> {
    let (member, topic) = (names.member(&said.member)?, names.topic(&said.topic)?);
    let at = now.plus_days(-said.days_ago);
    let level = said.level.parse();
    let level = level.map_err(|_| Mistake::unknown("level", &said.level))?;
    plan.member_topics.push(member_topic::Model {
        member_id: member,
        topic_id: topic,
        level: Some(said.level.clone()),
        hidden: false,
        declared_at: at.micros(),
    });
    let body = EventBody::ExpertiseDeclared {
        topic,
        level: Some(level),
    };
    happened(plan, member, member, body, at);
    Ok(())
}

fn endorse(
    plan: &mut Plan,
    names: &Names,
    endorsed: &Endorsed,
    now: Timestamp,
) -> Result<(), Mistake> {
    let member = names.member(&endorsed.member)?;
    let topic = names.topic(&endorsed.topic)?;
    let by = names.member(&endorsed.by)?;
    let at = now.plus_days(-endorsed.days_ago);
    let day = at.seconds().div_euclid(DAY);
    plan.endorsements.push(endorsement::Model {
        topic_id: topic,
        member_id: member,
        by_id: by,
        day: i32::try_from(day).unwrap_or(i32::MAX),
        created_at: at.micros(),
        withdrawn_at: None,
    });
    happened(plan, by, member, EventBody::MemberEndorsed { topic }, at);
    Ok(())
}

fn availability(
    names: &Names,
    person: &Availability,
    now: Timestamp,
) -> Result<availability::Model, Mistake> {
    let away = person.away_days.map(|days| now.plus_days(days).micros());
    Ok(availability::Model {
        member_id: names.member(&person.member)?,
        away_until: away,
        weekly_cap: person.cap,
        asking: person.asking.clone(),
        updated_at: now.micros(),
    })
}

fn happened(plan: &mut Plan, actor: Uuid, subject: Uuid, body: EventBody, at: Timestamp) {
    plan.events
        .push(Event::new(Uuid::nil(), Some(actor), subject, body, at).origin(Origin::Demo));
}
