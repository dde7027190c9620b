//! Lists of topics with what there is about each, summed over the audiences the viewer belongs to.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, Func, IntoCondition, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};
use serde::{Deserialize, Serialize};
use tacit_contract::topics::{TopicCounts, TopicSort};
use uuid::Uuid;

use crate::db::entities::{topic, topic_counter, topic_follow, topic_synonym};
use crate::posts::repo::keyset::{self, Key};

/// A topic of a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Topic id.
    pub id: Uuid,
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Markdown.
    pub description: String,
    /// The topic it stands under.
    pub parent_id: Option<Uuid>,
    /// Questions.
    pub questions: i64,
    /// Answers.
    pub answers: i64,
    /// Solved questions.
    pub solved: i64,
    /// Followers.
    pub followers: i64,
    /// When something last happened; 0 for never.
    pub active: i64,
}

impl Listed {
    /// What there is.
    #[must_use]
    pub const fn counts(&self) -> TopicCounts {
        TopicCounts {
            questions: self.questions,
            answers: self.answers,
            solved: self.solved,
            followers: self.followers,
        }
    }
}

/// What a row sorts by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TopicKey {
    slug: String,
    number: i64,
    id: Uuid,
}

impl TopicKey {
    /// The key of a row in an order.
    #[must_use]
    pub fn of(row: &Listed, sort: TopicSort) -> Self {
        let number = match sort {
            TopicSort::Name => 0,
            TopicSort::Questions => row.questions,
            TopicSort::Active => row.active,
        };
        Self {
            slug: row.slug.clone(),
            number,
            id: row.id,
        }
    }
}

/// Which topics.
#[derive(Clone, Debug, Default)]
pub struct TopicFilter {
    /// Folded words that each begin a word of the slug or of a synonym.
    pub words: Vec<String>,
    /// Only under this topic.
    pub parent_id: Option<Uuid>,
    /// Only followed by this member.
    pub followed_by: Option<Uuid>,
    /// Only this topic.
    pub id: Option<Uuid>,
}

/// A page of topics. `scopes` are the audiences whose numbers the viewer may sum.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    scopes: Vec<String>,
    filter: &TopicFilter,
    sort: TopicSort,
    after: Option<&TopicKey>,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let mut rows = with_counts(scopes).filter(condition(filter));
    if let Some(key) = after {
        rows = rows.having(keyset::after(&keys(sort, key)));
    }
    let last = TopicKey {
        slug: String::new(),
        number: 0,
        id: Uuid::nil(),
    };
    for (column, order, _) in keys(sort, &last) {
        rows = rows.order_by(column, order);
    }
    rows.limit(limit).into_model::<Listed>().all(db).await
}

fn with_counts(scopes: Vec<String>) -> Select<topic::Entity> {
    topic::Entity::find()
        .select_only()
        .columns([
            topic::Column::Id,
            topic::Column::Slug,
            topic::Column::Name,
            topic::Column::Description,
            topic::Column::ParentId,
        ])
        .expr_as(sum(topic_counter::Column::Questions), "questions")
        .expr_as(sum(topic_counter::Column::Answers), "answers")
        .expr_as(sum(topic_counter::Column::Solved), "solved")
        .expr_as(sum(topic_counter::Column::Followers), "followers")
        .expr_as(last_activity(), "active")
        .join(JoinType::LeftJoin, to_counters(scopes))
        .group_by(topic::Column::Id)
}

fn to_counters(scopes: Vec<String>) -> RelationDef {
    topic::Entity::belongs_to(topic_counter::Entity)
        .from(topic::Column::Id)
        .to(topic_counter::Column::TopicId)
        .on_condition(move |_, counter| {
            Expr::col((counter, topic_counter::Column::Scope))
                .is_in(scopes.clone())
                .into_condition()
        })
        .into()
}

fn sum(column: topic_counter::Column) -> Expr {
    let sum = Func::sum(Expr::col((topic_counter::Entity, column)));
    Func::coalesce([sum.into(), Expr::value(0_i64)]).into()
}

fn last_activity() -> Expr {
    let column = (topic_counter::Entity, topic_counter::Column::LastActivityAt);
    let last = Func::max(Expr::col(column));
    Func::coalesce([last.into(), Expr::value(0_i64)]).into()
}

fn keys(sort: TopicSort, key: &TopicKey) -> Vec<Key> {
    let slug = Expr::col((topic::Entity, topic::Column::Slug));
    let id = Expr::col((topic::Entity, topic::Column::Id));
    let number = match sort {
        TopicSort::Name => return vec![(slug, Order::Asc, key.slug.clone().into())],
        TopicSort::Questions => sum(topic_counter::Column::Questions),
        TopicSort::Active => last_activity(),
    };
    vec![
        (number, Order::Desc, key.number.into()),
        (id, Order::Desc, key.id.into()),
    ]
}

fn condition(filter: &TopicFilter) -> Condition {
    let mut all = Condition::all().add(topic::Column::MergedIntoId.is_null());
    for word in &filter.words {
        let synonyms = Query::select()
            .column(topic_synonym::Column::TopicId)
            .from(topic_synonym::Entity)
            .cond_where(begins_word(topic_synonym::Column::Slug, word))
            .to_owned();
        all = all.add(
            Condition::any()
                .add(begins_word(topic::Column::Slug, word))
                .add(topic::Column::Id.in_subquery(synonyms)),
        );
    }
    if let Some(parent) = filter.parent_id {
        all = all.add(topic::Column::ParentId.eq(parent));
    }
    if let Some(member) = filter.followed_by {
        let followed = Query::select()
            .column(topic_follow::Column::TopicId)
            .from(topic_follow::Entity)
            .and_where(topic_follow::Column::MemberId.eq(member))
            .to_owned();
        all = all.add(topic::Column::Id.in_subquery(followed));
    }
    if let Some(id) = filter.id {
        all = all.add(topic::Column::Id.eq(id));
    }
    all
}

/// Folded words hold no wildcard.
fn begins_word(column: impl ColumnTrait, word: &str) -> Condition {
    Condition::any()
        .add(column.like(format!("{word}%")))
        .add(column.like(format!("%-{word}%")))
}

/// The synonyms of several topics: slug and name as written.
///
/// # Errors
/// A failure of the database.
pub async fn synonyms_of(
    db: &impl ConnectionTrait,
    topics: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<(String, String)>>, DbErr> {
    let rows = topic_synonym::Entity::find()
        .filter(topic_synonym::Column::TopicId.is_in(topics))
        .order_by_asc(topic_synonym::Column::Slug)
        .all(db)
        .await?;
    let mut of: HashMap<Uuid, Vec<(String, String)>> = HashMap::new();
    for row in rows {
        of.entry(row.topic_id)
            .or_default()
            .push((row.slug, row.name));
    }
    Ok(of)
}
