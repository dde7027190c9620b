//! Lists of questions: filters, orders and pages by key.

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult, JoinType, Order, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use serde::{Deserialize, Serialize};
use tacit_contract::questions::QuestionSort;
use tacit_domain::identity::Viewer;
use tacit_domain::questions::{QuestionState, Urgency};
use uuid::Uuid;

use super::questions::to_question;
use crate::blocks::repo::not_kept_away;
use crate::db::entities::{answer, post, post_topic, question, topic_follow};
use crate::nameless::identity::written_by;
use crate::posts::repo::keyset::{self, Key};
use crate::posts::visibility::{visible_posts, written_where};

/// As much of a body as an excerpt needs, in characters.
const BEGINNING: i32 = 1_200;

/// The duplicates counted by original, in the order of the most often asked again.
const DUPLICATES: &str = "duplicates";
const ORIGINAL: &str = "original_id";
const COUNT: &str = "duplicate_count";

/// A question of a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Post id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// The beginning of the body.
    pub beginning: String,
    /// Primary tag.
    pub language: String,
    /// Word of the state.
    pub state: String,
    /// Word of the urgency.
    pub urgency: String,
    /// Word of the audience.
    pub audience: String,
    /// The community it is for.
    pub community_id: Option<Uuid>,
    /// Who asked.
    pub author_id: Option<Uuid>,
    /// Without their name.
    pub author_hidden: bool,
    /// Answers.
    pub answer_count: i32,
    /// Helpful marks.
    pub helpful_count: i32,
    /// When it was asked.
    pub created_at: i64,
    /// When something last happened.
    pub last_activity_at: i64,
    /// The original.
    pub duplicate_of_id: Option<Uuid>,
    /// Duplicates of it that the viewer may see; counted in that order only.
    pub duplicate_count: Option<i64>,
}

/// What a row sorts by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QuestionKey {
    blocking: bool,
    number: i64,
    id: Uuid,
}

impl QuestionKey {
    /// The key of a row in an order.
    #[must_use]
    pub fn of(row: &Listed, sort: QuestionSort) -> Self {
        let number = match sort {
            QuestionSort::Newest | QuestionSort::Waiting => row.created_at,
            QuestionSort::Active => row.last_activity_at,
            QuestionSort::Helpful => row.helpful_count.into(),
            QuestionSort::Duplicated => row.duplicate_count.unwrap_or_default(),
        };
        Self {
            blocking: row.urgency == Urgency::Blocking.as_str(),
            number,
            id: row.id,
        }
    }
}

/// Which questions; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct QuestionFilter {
    /// One of these states.
    pub states: Option<Vec<QuestionState>>,
    /// One of these.
    pub ids: Option<Vec<Uuid>>,
    /// In this community.
    pub community_id: Option<Uuid>,
    /// With this topic.
    pub topic_id: Option<Uuid>,
    /// With one of these topics.
    pub any_topic: Option<Vec<Uuid>>,
    /// With a topic this member follows.
    pub followed_by: Option<Uuid>,
    /// Asked by this member under their name.
    pub asked_by: Option<Uuid>,
    /// Asked by this member, who alone may read it: with those without their name.
    pub own_of: Option<Uuid>,
    /// Answered by this member under their name.
    pub answered_by: Option<Uuid>,
    /// Only blocking ones, or only others.
    pub blocking: Option<bool>,
    /// In this language.
    pub language: Option<String>,
    /// Where this member may write.
    pub writable_to: Option<Uuid>,
    /// By nobody whom this member has muted or blocked.
    pub reaching: Option<Uuid>,
    /// Asked then or later.
    pub since: Option<i64>,
    /// Asked before.
    pub until: Option<i64>,
}

/// A page of questions that the viewer may see.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &QuestionFilter,
    sort: QuestionSort,
    after: Option<&QuestionKey>,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let beginning = Func::cust("SUBSTR")
        .arg(Expr::col((post::Entity, post::Column::Body)))
        .arg(1)
        .arg(BEGINNING);
    let mut rows = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question())
        .filter(condition(filter))
        .select_only()
        .columns([
            post::Column::Id,
            post::Column::Language,
            post::Column::Audience,
            post::Column::CommunityId,
            post::Column::AuthorId,
            post::Column::AuthorHidden,
            post::Column::HelpfulCount,
            post::Column::CreatedAt,
        ])
        .columns([
            question::Column::Title,
            question::Column::State,
            question::Column::Urgency,
            question::Column::AnswerCount,
            question::Column::LastActivityAt,
            question::Column::DuplicateOfId,
        ])
        .expr_as(Expr::from(beginning), "beginning");
    if sort == QuestionSort::Duplicated {
        let on = Expr::col((DUPLICATES, ORIGINAL)).equals((post::Entity, post::Column::Id));
        let counted = duplicates_seen_by(viewer);
        QueryTrait::query(&mut rows).join_subquery(JoinType::InnerJoin, counted, DUPLICATES, on);
        rows = rows.expr_as(Expr::col((DUPLICATES, COUNT)), "duplicate_count");
    } else {
        rows = rows.expr_as(Expr::val(Option::<i64>::None), "duplicate_count");
    }
    if let Some(key) = after {
        rows = rows.filter(keyset::after(&keys(sort, key)));
    }
    let any = QuestionKey {
        blocking: false,
        number: 0,
        id: Uuid::nil(),
    };
    for (column, order, _) in keys(sort, &any) {
        rows = rows.order_by(column, order);
    }
    rows.limit(limit).into_model::<Listed>().all(db).await
}

fn keys(sort: QuestionSort, key: &QuestionKey) -> Vec<Key> {
    let of_post = |column| Expr::col((post::Entity, column));
    let of_question = |column| Expr::col((question::Entity, column));
    let (number, order) = match sort {
        QuestionSort::Newest => (of_post(post::Column::CreatedAt), Order::Desc),
        QuestionSort::Waiting => (of_post(post::Column::CreatedAt), Order::Asc),
        QuestionSort::Active => (of_question(question::Column::LastActivityAt), Order::Desc),
        QuestionSort::Helpful => (of_post(post::Column::HelpfulCount), Order::Desc),
        QuestionSort::Duplicated => (Expr::col((DUPLICATES, COUNT)), Order::Desc),
    };
    let mut keys = vec![
        (number, order.clone(), key.number.into()),
        (of_post(post::Column::Id), order, key.id.into()),
    ];
    if matches!(sort, QuestionSort::Waiting) {
        // The word `blocking` sorts before `normal`.
        let urgency = if key.blocking {
            Urgency::Blocking
        } else {
            Urgency::Normal
        };
        let column = of_question(question::Column::Urgency);
        keys.insert(0, (column, Order::Asc, urgency.as_str().into()));
    }
    keys
}

/// How many duplicates of each original the viewer may see.
fn duplicates_seen_by(viewer: &Viewer) -> SelectStatement {
    let seen = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question())
        .filter(question::Column::DuplicateOfId.is_not_null())
        .select_only()
        .column_as(question::Column::DuplicateOfId, ORIGINAL)
        .column_as(post::Column::Id.count(), COUNT)
        .group_by(question::Column::DuplicateOfId);
    QueryTrait::into_query(seen)
}

fn condition(filter: &QuestionFilter) -> Condition {
    let states = filter.states.as_ref().map(|states| {
        let words = states.iter().map(|state| state.as_str());
        question::Column::State.is_in(words)
    });
    let urgency = filter.blocking.map(|blocking| {
        let word = Urgency::Blocking.as_str();
        if blocking {
            question::Column::Urgency.eq(word)
        } else {
            question::Column::Urgency.ne(word)
        }
    });
    let (language, ids) = (filter.language.as_ref(), filter.ids.as_ref());
    let within = |posts: SelectStatement| post::Column::Id.in_subquery(posts);
    let author = |member: Uuid| post::Column::AuthorId.eq(member);
    let community = filter.community_id;
    Condition::all()
        .add_option(states)
        .add_option(urgency)
        .add_option(ids.map(|ids| post::Column::Id.is_in(ids.iter().copied())))
        .add_option(community.map(|id| post::Column::CommunityId.eq(id)))
        .add_option(filter.topic_id.map(|id| within(with_topics(&[id]))))
        .add_option(
            filter
                .any_topic
                .as_ref()
                .map(|ids| within(with_topics(ids))),
        )
        .add_option(filter.followed_by.map(|id| within(with_followed(id))))
        .add_option(filter.writable_to.map(written_where))
        .add_option(filter.reaching.map(not_kept_away))
        .add_option(filter.asked_by.map(author))
        .add_option(filter.own_of.map(written_by))
        .add_option(filter.answered_by.map(|id| within(answered_by(id))))
        .add_option(language.map(|tag| post::Column::Language.eq(tag)))
        .add_option(filter.since.map(|at| post::Column::CreatedAt.gte(at)))
        .add_option(filter.until.map(|at| post::Column::CreatedAt.lt(at)))
}

fn with_topics(topics: &[Uuid]) -> SelectStatement {
    Query::select()
        .column(post_topic::Column::PostId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::TopicId.is_in(topics.iter().copied()))
        .to_owned()
}

fn with_followed(member: Uuid) -> SelectStatement {
    let followed = Query::select()
        .column(topic_follow::Column::TopicId)
        .from(topic_follow::Entity)
        .and_where(topic_follow::Column::MemberId.eq(member))
        .to_owned();
    Query::select()
        .column(post_topic::Column::PostId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::TopicId.in_subquery(followed))
        .to_owned()
}

/// An answer is for whom its question is, so whoever sees the question sees it, unless it was deleted.
fn answered_by(member: Uuid) -> SelectStatement {
    let written = Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .and_where(post::Column::AuthorId.eq(member))
        .and_where(post::Column::DeletedAt.is_null())
        .to_owned();
    Query::select()
        .column(answer::Column::QuestionId)
        .from(answer::Entity)
        .and_where(answer::Column::PostId.in_subquery(written))
        .to_owned()
}
