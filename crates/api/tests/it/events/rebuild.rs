//! Whatever happened in whatever order: a projection that was brought up step by step equals one that was built anew.

mod compared;
mod rows;
mod site;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use tacit_api::clock::Clock;
use tacit_api::db::entities::{
    answer, comment, endorsement, helpful_mark, post, question, topic_counter, topic_follow,
};
use tacit_api::db::{self, Database, Tx};
use tacit_api::error::AppResult;
use tacit_api::events::wake::Wake;
use tacit_api::events::{Projector, append};
use tacit_api::expertise::repo::endorsements;
use tacit_api::projections;
use tacit_api::topics::repo;
use tacit_domain::events::{Audience, Event, EventBody};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use compared::{counters, evidence};
use rows::{insert_post, member_id, pick, prepare, question_row, set_topics, topic_id};

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
    Endorse {
        topic: u8,
        member: u8,
        by: u8,
    },
    Merge {
        topic: u8,
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
        2 => any::<(u8, u8, u8)>().prop_map(|(topic, member, by)| Act::Endorse { topic, member, by }),
        1 => any::<u8>().prop_map(|topic| Act::Merge { topic }),
        2 => Just(Act::CatchUp),
    ];
    prop::collection::vec(act, 1..40)
}

on_each_database! {
    async fn what_is_built_anew_equals_what_was_kept_up(db: TestDatabase) {
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
                    let kept = (counters(&db).await, evidence(&db).await);
                    projector.rebuild("counters").await.unwrap();
                    projector.rebuild("expertise").await.unwrap();
                    prop_assert_eq!((counters(&db).await, evidence(&db).await), kept);
                    Ok(())
                })
            })
        });
        outcome.await.unwrap().unwrap();
    }

    async fn a_question_leaves_the_count_of_a_topic_it_came_to_by_a_merge(db: TestDatabase) {
        let db = db.connect().await;
        prepare(&db).await;
        let projector = Projector::new(db.clone(), Clock::system(), Wake::default(), projections::all());
        let [was, is, becomes] = [0, 1, 2].map(topic_id);
        let asked = Act::Ask { author: 0, topics: 1, audience: 1 };
        for act in [asked, Act::Merge { topic: 0 }, Act::CatchUp] {
            perform(&db, &projector, act).await;
        }
        let questions = |rows: Vec<topic_counter::Model>| rows.iter().map(|row| (row.topic_id, row.questions)).collect::<Vec<_>>();
        assert_eq!(questions(counters(&db).await.0), [(is, 1)], "asked in {was}");
        for act in [Act::Retopic { question: 0, topics: 4 }, Act::CatchUp] {
            perform(&db, &projector, act).await;
        }
        assert_eq!(questions(counters(&db).await.0), [(becomes, 1)]);
    }
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
        Act::Endorse { topic, member, by } => endorse(tx, topic, member, by).await?,
        Act::Merge { topic } => {
            let (from, into) = (topic_id(topic), topic_id(topic.wrapping_add(1)));
            repo::merge::move_uses(tx, from, into).await?;
            endorsements::move_all(tx, from, into).await?;
            Some((happened(from, EventBody::TopicMerged { into }), everyone))
        }
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
    let said = comment::Entity::find_by_id(id).one(tx).await?;
    let page = own.as_ref().map(|own| own.question_id);
    let page = page.or(said.map(|said| said.question_id));
    let question = page.unwrap_or(id);
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
    row.accepted_by = Set(chosen.map(member_id));
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

/// Endorses, or takes the endorsement back.
async fn endorse(tx: &Tx, topic: u8, member: u8, by: u8) -> AppResult<Option<(Event, Audience)>> {
    let (topic, member_id, by_id) = (topic_id(topic), member_id(member), member_id(by));
    if member_id == by_id {
        return Ok(None);
    }
    let before = endorsements::find(tx, topic, member_id, by_id).await?;
    let body = match before {
        Some(row) if row.withdrawn_at.is_none() => {
            endorsements::withdraw(tx, row, Timestamp::from_micros(4)).await?;
            EventBody::EndorsementWithdrawn { topic }
        }
        _ => {
            // A day of its own for each: that there is one a day is not at stake here.
            let all = endorsement::Entity::find().all(tx).await?;
            let day = all.iter().map(|row| row.day).max().unwrap_or(0) + 1;
            let row = endorsement::Model {
                topic_id: topic,
                member_id,
                by_id,
                day,
                created_at: 3,
                withdrawn_at: None,
            };
            endorsements::put(tx, row).await?;
            EventBody::MemberEndorsed { topic }
        }
    };
    Ok(Some((happened(member_id, body), Audience::Everyone)))
}
