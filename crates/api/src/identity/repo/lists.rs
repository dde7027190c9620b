//! Lists of members, for everyone and for admins.

use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use tacit_domain::identity::{MemberStatus, Role};
use uuid::Uuid;

use super::members::words_begin;
use crate::db::entities::member::{Column, Entity, Model};
use crate::db::entities::member_link;

/// Where a page begins: behind this row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// In the order of names.
    Name(String, Uuid),
    /// Newest first.
    Newest(i64, Uuid),
}

/// Which order a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By name.
    Name,
    /// Newest first.
    Newest,
}

/// What narrows a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words that must begin words.
    pub words: Option<String>,
    /// Whether `words` looks into addresses too (admins only) instead of job titles and places.
    pub in_addresses: bool,
    /// Department.
    pub department: Option<Uuid>,
    /// Role.
    pub role: Option<Role>,
    /// Statuses.
    pub statuses: Vec<MemberStatus>,
    /// Words of the place.
    pub place: Option<String>,
    /// A language they speak, BCP 47.
    pub language: Option<String>,
    /// Only these.
    pub only: Option<Vec<Uuid>>,
    /// None of these.
    pub except: Vec<Uuid>,
}

/// At most `limit` members behind `after`.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    filter: &Filter,
    order: Order,
    after: Option<&After>,
    limit: u64,
) -> Result<Vec<Model>, DbErr> {
    let rows = ordered(narrowed(filter), order);
    let rows = match after {
        None => rows,
        Some(After::Name(name, id)) => rows.filter(
            Column::DisplayName.gt(name.as_str()).or(Column::DisplayName
                .eq(name.as_str())
                .and(Column::Id.gt(*id))),
        ),
        Some(After::Newest(at, id)) => rows.filter(
            Column::CreatedAt
                .lt(*at)
                .or(Column::CreatedAt.eq(*at).and(Column::Id.lt(*id))),
        ),
    };
    rows.limit(limit).all(db).await
}

/// A person of an import who was linked is listed as the member they are.
fn narrowed(filter: &Filter) -> Select<Entity> {
    let linked = Query::select()
        .column(member_link::Column::PersonId)
        .from(member_link::Entity)
        .to_owned();
    let mut rows = Entity::find()
        .filter(Column::Status.is_in(filter.statuses.iter().map(|s| s.as_str())))
        .filter(Column::Id.not_in_subquery(linked));
    if let Some(department) = filter.department {
        rows = rows.filter(Column::DepartmentId.eq(department));
    }
    if let Some(role) = filter.role {
        rows = rows.filter(Column::Role.eq(role.as_str()));
    }
    if let Some(words) = &filter.words {
        let columns: &[Column] = if filter.in_addresses {
            &[Column::DisplayName, Column::Handle, Column::Email]
        } else {
            &[
                Column::DisplayName,
                Column::Handle,
                Column::JobTitle,
                Column::Place,
            ]
        };
        rows = rows.filter(words_begin(words, columns));
    }
    if let Some(place) = &filter.place {
        rows = rows.filter(words_begin(place, &[Column::Place]));
    }
    if let Some(language) = &filter.language {
        rows = rows.filter(speaks(language));
    }
    if let Some(only) = &filter.only {
        rows = rows.filter(Column::Id.is_in(only.iter().copied()));
    }
    if !filter.except.is_empty() {
        rows = rows.filter(Column::Id.is_not_in(filter.except.iter().copied()));
    }
    rows
}

/// The tags of a member stand in one column, separated by commas.
fn speaks(language: &str) -> Condition {
    Condition::any()
        .add(Column::Languages.eq(language))
        .add(Column::Languages.starts_with(format!("{language},")))
        .add(Column::Languages.ends_with(format!(",{language}")))
        .add(Column::Languages.contains(format!(",{language},")))
}

fn ordered(rows: Select<Entity>, order: Order) -> Select<Entity> {
    match order {
        Order::Name => rows
            .order_by_asc(Column::DisplayName)
            .order_by_asc(Column::Id),
        Order::Newest => rows
            .order_by_desc(Column::CreatedAt)
            .order_by_desc(Column::Id),
    }
}
