//! Whatever happened in whatever order: a projection that was brought up step by step equals one that was built anew.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder,
};
use tacit_api::clock::Clock;
use tacit_api::db::entities::{
    answer, helpful_mark, member, member_counter, post, post_topic, question, topic, topic_counter,
    topic_follow,
};
use tacit_api::db::{self, Database, Tx};
use tacit_api::error::AppResult;
use tacit_api::events::wake::Wake;
use tacit_api::events::{Projector, append};
use tacit_api::projections;
use tacit_domain::events::{Audience, Event, EventBody};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

const MEMBERS: u128 = 4;
const TOPICS: u128 = 3;

/// Something a person does; numbers choose among what exists, modulo its count.
#[derive(Clone, Debug)]
enum Act {
    Ask {
        author: u8,
        topics: u8,
        audience: u8,
    },
    Retopic {
        question: u8,
        topics: u8,
    },
    Answer {
        question: u8,
        author: u8,
    },
    Accept {
        question: u8,
        answer: u8,
    },
    Withdraw {
        question: u8,
    },
    Mark {
        post: u8,
        member: u8,
    },
    Follow {
        topic: u8,
        member: u8,
    },
    /// Deletes a post, or restores it.
    Delete {
        post: u8,
    },
    CatchUp,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => any::<(u8, u8, u8)>().prop_map(|(author, topics, audience)| Act::Ask { author, topics, audience }),
        1 => any::<(u8, u8)>().prop_map(|(question, topics)| Act::Retopic { question, topics }),
        4 => any::<(u8, u8)>().prop_map(|(question, author)| Act::Answer { question, author }),
        2 => any::<(u8, u8)>().prop_map(|(question, answer)| Act::Accept { question, answer }),
        1 => any::<u8>().prop_map(|question| Act::Withdraw { question }),
        2 => any::<(u8, u8)>().prop_map(|(post, member)| Act::Mark { post, member }),
        1 => any::<(u8, u8)>().prop_map(|(topic, member)| Act::Follow { topic, member }),
        2 => any::<u8>().prop_map(|post| Act::Delete { post }),
        2 => Just(Act::CatchUp),
    ];
    prop::collection::vec(act, 1..40)
}

on_each_database! {
    async fn counters_built_anew_equal_counters_kept_up(db: TestDatabase) {
        let db = db.connect().await;
        prepare(&db).await;
        let projector = Projector::new(db.clone(), Clock::system(), Wake::default(), projections::all());
        let mut runner = TestRunner::new(Config { cases: 12, ..Config::default() });
        let handle = tokio::runtime::Handle::current();
        let outcome = tokio::task::spawn_blocking(move || {
            runner.run(&acts(), |acts| {
                handle.block_on(async {
                    for act in acts {
                        perform(&db, &projector, act).await;
                    }
                    projector.catch_up().await.unwrap();
                    let kept = counters(&db).await;
                    projector.rebuild("counters").await.unwrap();
                    prop_assert_eq!(counters(&db).await, kept);
                    Ok(())
                })
            })
        });
        outcome.await.unwrap().unwrap();
    }
}

async fn counters(db: &Database) -> (Vec<topic_counter::Model>, Vec<member_counter::Model>) {
    use {member_counter::Column as M, topic_counter::Column as T};
    let topics = topic_counter::Entity::find()
        .order_by_asc(T::TopicId)
        .order_by_asc(T::Scope)
        .all(db.reader());
    let members = member_counter::Entity::find()
        .order_by_asc(M::MemberId)
        .order_by_asc(M::Scope)
        .all(db.reader());
    (topics.await.unwrap(), members.await.unwrap())
}

async fn perform(db: &Database, projector: &Projector, act: Act) {
    if matches!(act, Act::CatchUp) {
        return projector.catch_up().await.unwrap();
    }
    db::write(db, move |tx| {
        let act = act.clone();
        Box::pin(async move {
            let Some((event, audience)) = change(tx, act).await? else {
                return Ok(());
            };
            append(tx, Timestamp::from_micros(9), [event.audience(audience)]).await
        })
    })
    .await
    .unwrap();
}

fn happened(subject: Uuid, body: EventBody) -> Event {
    Event::new(
        Uuid::now_v7(),
        None,
        subject,
        body,
        Timestamp::from_micros(9),
    )
}

/// Changes the rows as the services do, and tells what happened.
async fn change(tx: &Tx, act: Act) -> AppResult<Option<(Event, Audience)>> {
    let everyone = Audience::Everyone;
    Ok(match act {
        Act::Ask {
            author,
            topics,
            audience,
        } => {
            let (kind, audience) = if audience % 4 == 0 {
                ("people", Audience::People)
            } else {
                ("everyone", everyone)
            };
            let id = insert_post(tx, "question", kind, author).await?;
            question_row(id).into_active_model().insert(tx).await?;
            let topics = set_topics(tx, id, topics).await?;
            Some((
                happened(
                    id,
                    EventBody::QuestionAsked {
                        urgent: false,
                        topics,
                    },
                ),
                audience,
            ))
        }
        Act::Retopic { question, topics } => match pick::<question::Entity>(tx, question).await? {
            None => None,
            Some(question) => {
                let topics = set_topics(tx, question.post_id, topics).await?;
                Some((
                    happened(
                        question.post_id,
                        EventBody::QuestionEdited { version: 2, topics },
                    ),
                    everyone,
                ))
            }
        },
        Act::Answer { question, author } => match pick::<question::Entity>(tx, question).await? {
            None => None,
            Some(row) => {
                let id = insert_post(tx, "answer", "everyone", author).await?;
                answer::Model {
                    post_id: id,
                    question_id: row.post_id,
                }
                .into_active_model()
                .insert(tx)
                .await?;
                let (question, count) = (row.post_id, row.answer_count + 1);
                let mut row = row.into_active_model();
                row.answer_count = Set(count);
                row.update(tx).await?;
                Some((happened(id, EventBody::AnswerPosted { question }), everyone))
            }
        },
        Act::Accept { question, answer } => accept(tx, question, Some(answer)).await?,
        Act::Withdraw { question } => accept(tx, question, None).await?,
        Act::Mark { post, member } => match pick::<post::Entity>(tx, post).await? {
            None => None,
            Some(row) => {
                let id = row.id;
                let mark = helpful_mark::Model {
                    post_id: id,
                    member_id: member_id(member),
                    created_at: 3,
                };
                if helpful_mark::Entity::find_by_id((id, mark.member_id))
                    .one(tx)
                    .await?
                    .is_some()
                {
                    return Ok(None);
                }
                mark.into_active_model().insert(tx).await?;
                let count = row.helpful_count + 1;
                let mut row = row.into_active_model();
                row.helpful_count = Set(count);
                row.update(tx).await?;
                Some((happened(id, EventBody::HelpfulMarked), everyone))
            }
        },
        Act::Follow { topic, member } => {
            let (topic_id, member_id) = (topic_id(topic), member_id(member));
            let key = (topic_id, member_id);
            let body = if topic_follow::Entity::find_by_id(key)
                .one(tx)
                .await?
                .is_some()
            {
                topic_follow::Entity::delete_by_id(key).exec(tx).await?;
                EventBody::TopicUnfollowed
            } else {
                topic_follow::Model {
                    topic_id,
                    member_id,
                    created_at: 3,
                }
                .into_active_model()
                .insert(tx)
                .await?;
                EventBody::TopicFollowed
            };
            Some((happened(topic_id, body), everyone))
        }
        Act::Delete { post } => match pick::<post::Entity>(tx, post).await? {
            None => None,
            Some(row) => Some((delete_or_restore(tx, row).await?, everyone)),
        },
        Act::CatchUp => None,
    })
}

/// An answer leaves its question's count, and its acceptance with it.
async fn delete_or_restore(tx: &Tx, row: post::Model) -> AppResult<Event> {
    let (id, gone) = (row.id, row.deleted_at.is_none());
    let mut change = row.into_active_model();
    change.deleted_at = Set(gone.then_some(8));
    change.update(tx).await?;
    let own = answer::Entity::find_by_id(id).one(tx).await?;
    let question = own.as_ref().map_or(id, |own| own.question_id);
    if own.is_some() {
        let page = question::Entity::find_by_id(question).one(tx).await?;
        let page = page.unwrap();
        let accepted = page.accepted_answer_id.filter(|accepted| *accepted != id);
        let count = page.answer_count + if gone { -1 } else { 1 };
        let mut page = page.into_active_model();
        page.answer_count = Set(count);
        page.accepted_answer_id = Set(accepted);
        page.update(tx).await?;
    }
    let body = if gone {
        EventBody::PostDeleted { question }
    } else {
        EventBody::PostRestored { question }
    };
    Ok(happened(id, body))
}

async fn accept(tx: &Tx, question: u8, chosen: Option<u8>) -> AppResult<Option<(Event, Audience)>> {
    use sea_orm::{ColumnTrait, QueryFilter};
    let Some(row) = pick::<question::Entity>(tx, question).await? else {
        return Ok(None);
    };
    let question = row.post_id;
    let answers = answer::Entity::find()
        .filter(answer::Column::QuestionId.eq(question))
        .all(tx)
        .await?;
    let answer = match chosen {
        Some(_) if answers.is_empty() => return Ok(None),
        Some(number) => Some(answers[usize::from(number) % answers.len()].post_id),
        None => None,
    };
    let before = row.accepted_answer_id;
    let mut row = row.into_active_model();
    row.accepted_answer_id = Set(answer);
    row.update(tx).await?;
    Ok(match (answer, before) {
        (Some(answer), _) => Some((
            happened(answer, EventBody::AnswerAccepted { question }),
            Audience::Everyone,
        )),
        (None, Some(before)) => Some((
            happened(before, EventBody::AcceptanceWithdrawn { question }),
            Audience::Everyone,
        )),
        (None, None) => None,
    })
}

async fn pick<E: EntityTrait>(tx: &Tx, number: u8) -> AppResult<Option<E::Model>> {
    let mut rows = E::find().all(tx).await?;
    let index = usize::from(number).checked_rem(rows.len());
    Ok(index.map(|index| rows.swap_remove(index)))
}

fn member_id(number: u8) -> Uuid {
    Uuid::from_u128(100 + u128::from(number) % MEMBERS)
}

fn topic_id(number: u8) -> Uuid {
    Uuid::from_u128(200 + u128::from(number) % TOPICS)
}

async fn set_topics(tx: &Tx, post_id: Uuid, bits: u8) -> AppResult<Vec<Uuid>> {
    use sea_orm::{ColumnTrait, QueryFilter};
    post_topic::Entity::delete_many()
        .filter(post_topic::Column::PostId.eq(post_id))
        .exec(tx)
        .await?;
    let topics: Vec<Uuid> = (0..3)
        .filter(|bit| bits >> bit & 1 == 1)
        .map(topic_id)
        .collect();
    for (topic_id, position) in topics.iter().copied().zip(0..) {
        post_topic::Model {
            post_id,
            topic_id,
            position,
        }
        .into_active_model()
        .insert(tx)
        .await?;
    }
    Ok(topics)
}

async fn insert_post(tx: &Tx, kind: &str, audience: &str, author: u8) -> AppResult<Uuid> {
    let id = Uuid::now_v7();
    let row = post::Model {
        id,
        kind: kind.into(),
        audience: audience.into(),
        community_id: None,
        author_id: (!author.is_multiple_of(5)).then(|| member_id(author)),
        author_hidden: false,
        language: "en".into(),
        body: "text".into(),
        body_html: "<p>text</p>".into(),
        renderer_version: 1,
        helpful_imported: 0,
        helpful_count: 0,
        version: 1,
        created_at: 1,
        edited_at: None,
        deleted_at: None,
        source_author: None,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
        source_wiki: false,
        source_gone_at: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(id)
}

fn question_row(post_id: Uuid) -> question::Model {
    question::Model {
        post_id,
        title: "Which way round?".into(),
        urgency: "normal".into(),
        state: "open".into(),
        accepted_answer_id: None,
        accepted_by: None,
        accepted_at: None,
        closed_reason: None,
        duplicate_of_id: None,
        answer_count: 0,
        last_activity_at: 5,
    }
}

/// The members and topics that acts choose from.
async fn prepare(db: &Database) {
    db::write(db, |tx| {
        Box::pin(async move {
            for number in 0..4 {
                insert_member(tx, number).await?;
            }
            for number in 0..3 {
                insert_topic(tx, number).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

async fn insert_member(tx: &impl ConnectionTrait, number: u8) -> AppResult<()> {
    let row = member::Model {
        id: member_id(number),
        handle: format!("member-{number}"),
        display_name: format!("Member {number}"),
        email: None,
        password_hash: None,
        role: "member".into(),
        status: "active".into(),
        job_title: String::new(),
        department_id: None,
        place: String::new(),
        bio: String::new(),
        languages: String::new(),
        locale: "en".into(),
        time_zone: "UTC".into(),
        version: 1,
        created_at: 1,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(())
}

async fn insert_topic(tx: &impl ConnectionTrait, number: u8) -> AppResult<()> {
    let row = topic::Model {
        id: topic_id(number),
        slug: format!("topic-{number}"),
        name: format!("Topic {number}"),
        description: String::new(),
        description_html: String::new(),
        renderer_version: 1,
        parent_id: None,
        merged_into_id: None,
        created_by: None,
        version: 1,
        created_at: 1,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(())
}
