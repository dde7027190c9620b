//! Who a new post is for: the choice of a client, checked in the transaction that writes.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::communities::Visibility;
use tacit_domain::communities::policy::can_post_in;
use tacit_domain::events::Audience;
use tacit_domain::identity::MemberStatus;
use tacit_domain::posts::AudienceKind;
use tacit_domain::posts::audience::{AudienceRefusal, PEOPLE_MAX, Reach, can_name_people};
use uuid::Uuid;

use super::Act;
use super::repo::PostRow;
use crate::communities::repo::communities;
use crate::communities::service::load_visible;
use crate::db::Tx;
use crate::db::entities::post_person;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members;

/// Whom a post is for, found and allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// Who can see it.
    pub reach: Reach,
    /// The named people, without its author; empty unless it is for people.
    pub people: Vec<Uuid>,
}

impl Placing {
    /// As the log and the row of the post keep it.
    #[must_use]
    pub const fn audience(&self) -> Audience {
        match self.reach {
            Reach::Everyone => Audience::Everyone,
            Reach::Community { id, .. } => Audience::Community(id),
            Reach::People => Audience::People,
        }
    }

    /// The word of its kind.
    #[must_use]
    pub const fn kind(&self) -> AudienceKind {
        match self.reach {
            Reach::Everyone => AudienceKind::Everyone,
            Reach::Community { .. } => AudienceKind::Community,
            Reach::People => AudienceKind::People,
        }
    }

    /// The community it is for.
    #[must_use]
    pub const fn community_id(&self) -> Option<Uuid> {
        match self.reach {
            Reach::Community { id, .. } => Some(id),
            Reach::Everyone | Reach::People => None,
        }
    }

    /// Names its people for a post.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn name_people(&self, tx: &Tx, post: Uuid) -> Result<(), DbErr> {
        insert_people(tx, post, &self.people).await
    }
}

/// Reads a choice.
///
/// # Errors
/// 422 at `/audience` for a community the author does not write in, or for people who cannot be named.
pub async fn place(tx: &Tx, act: &Act, choice: &AudienceChoice) -> AppResult<Placing> {
    match choice {
        AudienceChoice::Everyone {} => Ok(Placing {
            reach: Reach::Everyone,
            people: Vec::new(),
        }),
        AudienceChoice::Community { community_id } => Ok(Placing {
            reach: writable(tx, act, *community_id).await?,
            people: Vec::new(),
        }),
        AudienceChoice::People { handles } => Ok(Placing {
            reach: Reach::People,
            people: people(tx, act, handles).await?,
        }),
    }
}

async fn writable(tx: &Tx, act: &Act, id: Uuid) -> AppResult<Reach> {
    let place = load_visible(tx, &act.viewer, id).await.map_err(|error| {
        if error.code() == AppError::not_found().code() {
            let detail = "is no community you write in";
            AppError::invalid("/audience/community_id", FieldCode::NotFound, detail)
        } else {
            error
        }
    })?;
    can_post_in(&place.standing)?;
    Ok(reach_of_community(id, place.standing.visibility))
}

async fn people(tx: &Tx, act: &Act, handles: &[String]) -> AppResult<Vec<Uuid>> {
    let refused = |refusal: AudienceRefusal| {
        let detail = refusal.to_string();
        AppError::invalid("/audience/handles", FieldCode::NotAllowed, detail)
    };
    // Before anybody is looked for: a long list costs nothing.
    if handles.len() > PEOPLE_MAX {
        return Err(refused(AudienceRefusal::HowMany));
    }
    let mut people = Vec::with_capacity(handles.len());
    for (index, handle) in handles.iter().enumerate() {
        let row = members::find_by_handle(tx, &handle.to_lowercase()).await?;
        let row = row.filter(|row| row.status == MemberStatus::Active.as_str());
        let Some(row) = row else {
            let pointer = format!("/audience/handles/{index}");
            let detail = "is no member";
            return Err(AppError::invalid(pointer, FieldCode::NotFound, detail));
        };
        if !people.contains(&row.id) {
            people.push(row.id);
        }
    }
    can_name_people(act.viewer.member_id, &people).map_err(refused)?;
    Ok(people)
}

/// Who can see a post, from its row.
///
/// # Errors
/// When the row is not sound; a failure of the database.
pub async fn reach_of(db: &impl ConnectionTrait, audience: Audience) -> AppResult<Reach> {
    match audience {
        Audience::Everyone => Ok(Reach::Everyone),
        Audience::People => Ok(Reach::People),
        Audience::Community(id) => {
            let row = communities::find_ever(db, id).await?;
            let row = row.ok_or_else(|| AppError::internal("a post is for no community"))?;
            Ok(reach_of_community(id, row.visibility.parse()?))
        }
    }
}

const fn reach_of_community(id: Uuid, visibility: Visibility) -> Reach {
    let open = matches!(visibility, Visibility::Open);
    Reach::Community { id, open }
}

/// The named people of a post, without an order.
///
/// # Errors
/// A failure of the database.
pub async fn people_of(db: &impl ConnectionTrait, post: Uuid) -> Result<Vec<Uuid>, DbErr> {
    post_person::Entity::find()
        .select_only()
        .column(post_person::Column::MemberId)
        .filter(post_person::Column::PostId.eq(post))
        .into_tuple()
        .all(db)
        .await
}

/// The named people of a post as it is shown; nobody is looked for where none are named.
///
/// # Errors
/// When the row is not sound; a failure of the database.
pub async fn shown_people(db: &impl ConnectionTrait, post: &PostRow) -> AppResult<Vec<Uuid>> {
    match post.audience.parse::<AudienceKind>()? {
        AudienceKind::People => Ok(people_of(db, post.id).await?),
        AudienceKind::Everyone | AudienceKind::Community => Ok(Vec::new()),
    }
}

/// The named people of posts, without an order; posts without any are missing.
///
/// # Errors
/// A failure of the database.
pub async fn people_of_posts(
    db: &impl ConnectionTrait,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Uuid>>, DbErr> {
    let rows = post_person::Entity::find()
        .filter(post_person::Column::PostId.is_in(posts.iter().copied()))
        .all(db)
        .await?;
    let mut named: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        named.entry(row.post_id).or_default().push(row.member_id);
    }
    Ok(named)
}

/// Names people for a post.
///
/// # Errors
/// A failure of the database.
pub async fn insert_people(
    db: &impl ConnectionTrait,
    post: Uuid,
    people: &[Uuid],
) -> Result<(), DbErr> {
    if people.is_empty() {
        return Ok(());
    }
    let rows = people.iter().map(|member| post_person::ActiveModel {
        post_id: Set(post),
        member_id: Set(*member),
    });
    post_person::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What is wrong with an audience or a move, in the words of the rule.
impl From<AudienceRefusal> for AppError {
    fn from(refusal: AudienceRefusal) -> Self {
        let code = match refusal {
            AudienceRefusal::HowMany | AudienceRefusal::Oneself | AudienceRefusal::NewTopic => {
                ProblemCode::ValidationFailed
            }
            AudienceRefusal::NotTheAuthor | AudienceRefusal::NotAsked => ProblemCode::Forbidden,
            AudienceRefusal::OthersWrote
            | AudienceRefusal::SaidInConfidence
            | AudienceRefusal::NotProposed => ProblemCode::WrongState,
        };
        Self::new(code).detail(refusal.to_string())
    }
}
