//! What tests begin with: questions, answers, comments, and posts that are not for everyone.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::{community, community_member, post, post_person};
use tacit_client::{Client, ClientError};
use tacit_contract::posts::{Comment, CreateComment, EditPost};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{Answer, AskQuestion, CreateAnswer, QuestionDetail};
use uuid::Uuid;

use super::app::TestApp;

/// A question that can be asked.
pub fn question(title: &str, topics: &[&str]) -> AskQuestion {
    AskQuestion {
        title: title.to_owned(),
        body: "The customer said yes on a call in **March**.".to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        urgency: None,
        language: None,
        audience: None,
        ask: None,
        nameless: false,
    }
}

/// Asks about customer calls.
pub async fn ask(person: &Client, title: &str) -> QuestionDetail {
    let question = question(title, &["Customer calls"]);
    person.ask_question(&question).await.unwrap()
}

/// Answers a question.
pub async fn answer(person: &Client, question: Uuid, body: &str) -> Answer {
    let answer = CreateAnswer {
        body: body.to_owned(),
        language: None,
    };
    person.post_answer(question, &answer).await.unwrap()
}

/// Comments on a post.
pub async fn comment(person: &Client, post: Uuid, body: &str) -> Comment {
    person.add_comment(post, &remark(body)).await.unwrap()
}

/// A comment to post.
pub fn remark(body: &str) -> CreateComment {
    CreateComment {
        body: body.to_owned(),
        nameless: false,
    }
}

/// Another text, without a reason.
pub fn rewrite(body: &str) -> EditPost {
    EditPost {
        body: body.to_owned(),
        reason: None,
    }
}

/// The code of a refusal.
pub fn refused<T: std::fmt::Debug>(result: Result<T, ClientError>) -> ProblemCode {
    result.unwrap_err().code().expect("a problem")
}

/// Where the first field error points.
pub fn points_at<T: std::fmt::Debug>(result: Result<T, ClientError>) -> String {
    let error = result.unwrap_err();
    let problem = error.problem().expect("a problem");
    problem.errors.first().expect("a field").pointer.clone()
}

/// Who a post is for, once it is not for everyone.
#[derive(Clone)]
pub enum For {
    /// The members of one community.
    Community(Vec<Uuid>),
    /// The author and these.
    People(Vec<Uuid>),
}

impl TestApp {
    /// Gives posts another audience, as communities will do it later. Says which community it made.
    pub async fn restrict(&self, posts: &[Uuid], audience: For) -> Uuid {
        let state = self.state();
        let (posts, community_id) = (posts.to_vec(), state.ids.next());
        db::write(&state.db, move |tx| {
            let (posts, audience) = (posts.clone(), audience.clone());
            Box::pin(async move {
                let (kind, community) = match &audience {
                    For::Community(members) => {
                        make_community(tx, community_id, members).await?;
                        ("community", Some(community_id))
                    }
                    For::People(_) => ("people", None),
                };
                post::Entity::update_many()
                    .col_expr(post::Column::Audience, Expr::value(kind))
                    .col_expr(post::Column::CommunityId, Expr::value(community))
                    .filter(post::Column::Id.is_in(posts.clone()))
                    .exec(tx)
                    .await?;
                if let For::People(people) = audience {
                    let pairs = posts
                        .iter()
                        .flat_map(|post| people.iter().map(move |person| (*post, *person)));
                    let rows = pairs.map(|(post, person)| post_person::ActiveModel {
                        post_id: Set(post),
                        member_id: Set(person),
                    });
                    post_person::Entity::insert_many(rows)
                        .exec_without_returning(tx)
                        .await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
        community_id
    }

    /// Deletes a post, as moderation will do it later.
    pub async fn delete(&self, id: Uuid) {
        let state = self.state();
        let now = state.clock.now().micros();
        db::write(&state.db, move |tx| {
            Box::pin(async move {
                let change = post::ActiveModel {
                    id: Set(id),
                    deleted_at: Set(Some(now)),
                    ..Default::default()
                };
                post::Entity::update(change).exec(tx).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    }
}

async fn make_community(tx: &db::Tx, id: Uuid, members: &[Uuid]) -> Result<(), sea_orm::DbErr> {
    let row = community::ActiveModel {
        id: Set(id),
        slug: Set(format!("c-{id}")),
        name: Set("Night shift".to_owned()),
        visibility: Set("hidden".to_owned()),
        created_at: Set(0),
        ..Default::default()
    };
    community::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let rows = members.iter().map(|member| community_member::ActiveModel {
        community_id: Set(id),
        member_id: Set(*member),
        role: Set("member".to_owned()),
        joined_at: Set(0),
    });
    community_member::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
