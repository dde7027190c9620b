//! Lists of needs: filters, orders and pages by key.

use sea_orm::sea_query::{Expr, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::{Deserialize, Serialize};
use tacit_contract::needs::NeedSort;
use tacit_domain::expertise::Level;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::{HelperKind, NeedForm, NeedState};
use uuid::Uuid;

use super::needs::to_need;
use crate::blocks::repo::not_kept_away;
use crate::db::entities::{
    expertise_answer, member_topic, need, need_helper, need_join, post, post_topic,
};
use crate::posts::repo::keyset::{self, Key};
use crate::posts::visibility::{visible_posts, visible_to};

/// As much of a text as an excerpt needs, in characters.
const BEGINNING: i32 = 800;

/// A need of a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Post id.
    pub id: Uuid,
    /// What somebody wants to learn.
    pub wish: String,
    /// The beginning of why.
    pub beginning: String,
    /// Primary tag.
    pub language: String,
    /// Word of the audience.
    pub audience: String,
    /// Who has it.
    pub author_id: Option<Uuid>,
    /// Without their name.
    pub author_hidden: bool,
    /// Word of the state.
    pub state: String,
    /// Since when.
    pub state_at: i64,
    /// Words of the forms.
    pub forms: String,
    /// The day by which it is wanted.
    pub wanted_by: Option<i64>,
    /// How many want it.
    pub supporters: i32,
    /// What is linked.
    pub responses: i32,
    /// Who takes care of it.
    pub taken_by_id: Option<Uuid>,
    /// When it was said.
    pub created_at: i64,
    /// When something last happened.
    pub last_activity_at: i64,
}

/// Which needs.
#[derive(Clone, Debug, Default)]
pub struct NeedFilter {
    /// In these states.
    pub states: Option<Vec<NeedState>>,
    /// With this topic.
    pub topic_id: Option<Uuid>,
    /// In this form, or in any.
    pub form: Option<NeedForm>,
    /// Of this member.
    pub said_by: Option<Uuid>,
    /// With this volunteer.
    pub helped_by: Option<Uuid>,
    /// That this member joined.
    pub joined_by: Option<Uuid>,
    /// Others', in topics this member can help with.
    pub helpable_by: Option<Uuid>,
    /// Others', in topics this member is learning, not joined.
    pub like_those_of: Option<Viewer>,
    /// By nobody whom this member has muted or blocked.
    pub reaching: Option<Uuid>,
    /// In this language.
    pub language: Option<String>,
    /// Of these.
    pub among: Option<Vec<Uuid>>,
}

/// Where a page goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct NeedKey {
    number: i64,
    id: Uuid,
}

impl NeedKey {
    /// The key of a row.
    #[must_use]
    pub fn of(row: &Listed, sort: NeedSort) -> Self {
        let number = match sort {
            NeedSort::Newest => row.created_at,
            NeedSort::Wanted => row.supporters.into(),
            NeedSort::Active => row.last_activity_at,
        };
        Self { number, id: row.id }
    }
}

/// Needs that the viewer may see.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &NeedFilter,
    sort: NeedSort,
    after: Option<&NeedKey>,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let beginning = Func::cust("SUBSTR")
        .arg(Expr::col((post::Entity, post::Column::Body)))
        .arg(1)
        .arg(BEGINNING);
    let mut rows = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_need())
        .filter(condition(filter))
        .select_only()
        .columns([
            post::Column::Id,
            post::Column::Language,
            post::Column::Audience,
            post::Column::AuthorId,
            post::Column::AuthorHidden,
            post::Column::CreatedAt,
        ])
        .columns([
            need::Column::Wish,
            need::Column::State,
            need::Column::StateAt,
            need::Column::Forms,
            need::Column::WantedBy,
            need::Column::Supporters,
            need::Column::Responses,
            need::Column::TakenById,
            need::Column::LastActivityAt,
        ])
        .expr_as(Expr::from(beginning), "beginning");
    if let Some(key) = after {
        rows = rows.filter(keyset::after(&keys(sort, key)));
    }
    let any = NeedKey {
        number: 0,
        id: Uuid::nil(),
    };
    for (column, order, _) in keys(sort, &any) {
        rows = rows.order_by(column, order);
    }
    rows.limit(limit).into_model::<Listed>().all(db).await
}

fn keys(sort: NeedSort, key: &NeedKey) -> [Key; 2] {
    let of_need = |column| Expr::col((need::Entity, column));
    let number = match sort {
        NeedSort::Newest => Expr::col((post::Entity, post::Column::CreatedAt)),
        NeedSort::Wanted => of_need(need::Column::Supporters),
        NeedSort::Active => of_need(need::Column::LastActivityAt),
    };
    let id = Expr::col((post::Entity, post::Column::Id));
    [
        (number, Order::Desc, key.number.into()),
        (id, Order::Desc, key.id.into()),
    ]
}

fn condition(filter: &NeedFilter) -> Condition {
    let states = filter.states.as_ref().map(|states| {
        let words = states.iter().map(|state| state.as_str());
        need::Column::State.is_in(words)
    });
    let within = |posts: SelectStatement| post::Column::Id.in_subquery(posts);
    let others = |member: Uuid| {
        Condition::any()
            .add(post::Column::AuthorId.is_null())
            .add(post::Column::AuthorId.ne(member))
    };
    let language = filter.language.as_ref();
    let among = filter.among.as_ref();
    let mut all = Condition::all()
        .add_option(states)
        .add_option(filter.form.map(takes_form))
        .add_option(filter.topic_id.map(|id| within(with_topic(id))))
        .add_option(filter.reaching.map(not_kept_away))
        .add_option(filter.said_by.map(|id| post::Column::AuthorId.eq(id)))
        .add_option(filter.helped_by.map(|id| within(helped_by(id))))
        .add_option(filter.joined_by.map(|id| within(joined_by(id))))
        .add_option(language.map(|tag| post::Column::Language.eq(tag)))
        .add_option(among.map(|ids| post::Column::Id.is_in(ids.iter().copied())));
    if let Some(member) = filter.helpable_by {
        all = all
            .add(others(member))
            .add(within(in_topics(topics_known_to(member))));
    }
    if let Some(viewer) = &filter.like_those_of {
        let learning = Condition::any()
            .add(within(in_topics(topics_learned_by(viewer.member_id))))
            .add(within(in_topics(topics_of_needs_of(viewer))));
        all = all
            .add(others(viewer.member_id))
            .add(post::Column::Id.not_in_subquery(joined_by(viewer.member_id)))
            .add(learning);
    }
    all
}

/// Who said no form takes any. No word of a form is part of another.
fn takes_form(form: NeedForm) -> Condition {
    Condition::any()
        .add(need::Column::Forms.eq(""))
        .add(need::Column::Forms.contains(form.as_str()))
}

fn with_topic(topic: Uuid) -> SelectStatement {
    Query::select()
        .column(post_topic::Column::PostId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::TopicId.eq(topic))
        .to_owned()
}

fn helped_by(member: Uuid) -> SelectStatement {
    Query::select()
        .column(need_helper::Column::NeedId)
        .from(need_helper::Entity)
        .and_where(need_helper::Column::MemberId.eq(member))
        .and_where(need_helper::Column::Kind.eq(HelperKind::Volunteer.as_str()))
        .to_owned()
}

fn joined_by(member: Uuid) -> SelectStatement {
    Query::select()
        .column(need_join::Column::NeedId)
        .from(need_join::Entity)
        .and_where(need_join::Column::MemberId.eq(member))
        .to_owned()
}

fn in_topics(topics: Condition) -> SelectStatement {
    Query::select()
        .column(post_topic::Column::PostId)
        .from(post_topic::Entity)
        .cond_where(topics)
        .to_owned()
}

/// Topics a member says they can help with, or has confirmed answers in.
fn topics_known_to(member: Uuid) -> Condition {
    let said = Query::select()
        .column(member_topic::Column::TopicId)
        .from(member_topic::Entity)
        .and_where(member_topic::Column::MemberId.eq(member))
        .and_where(member_topic::Column::Level.is_not_null())
        .and_where(member_topic::Column::Level.ne(Level::Learning.as_str()))
        .to_owned();
    let shown = Query::select()
        .column(expertise_answer::Column::TopicId)
        .from(expertise_answer::Entity)
        .and_where(expertise_answer::Column::MemberId.eq(member))
        .to_owned();
    Condition::any()
        .add(post_topic::Column::TopicId.in_subquery(said))
        .add(post_topic::Column::TopicId.in_subquery(shown))
}

fn topics_learned_by(member: Uuid) -> Condition {
    let said = Query::select()
        .column(member_topic::Column::TopicId)
        .from(member_topic::Entity)
        .and_where(member_topic::Column::MemberId.eq(member))
        .and_where(member_topic::Column::Level.eq(Level::Learning.as_str()))
        .to_owned();
    Condition::all().add(post_topic::Column::TopicId.in_subquery(said))
}

/// Topics of the needs a member has or joined.
fn topics_of_needs_of(viewer: &Viewer) -> Condition {
    let member = viewer.member_id;
    let theirs = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(visible_to(viewer))
        .filter(
            Condition::any()
                .add(post::Column::AuthorId.eq(member))
                .add(post::Column::Id.in_subquery(joined_by(member))),
        );
    let needs = Query::select()
        .column(need::Column::PostId)
        .from(need::Entity)
        .and_where(need::Column::PostId.in_subquery(QueryTrait::into_query(theirs)))
        .to_owned();
    let topics = Query::select()
        .column(post_topic::Column::TopicId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::PostId.in_subquery(needs))
        .to_owned();
    Condition::all().add(post_topic::Column::TopicId.in_subquery(topics))
}
