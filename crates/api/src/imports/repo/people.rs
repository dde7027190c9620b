//! People of another site: members without an address or a password, who cannot sign in.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::identity::{MemberStatus, Role};
use tacit_domain::imports::Site;
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::member;
use crate::imports::prepared::Person;

/// A row of `member`.
pub type MemberRow = member::Model;

/// The people of these ids.
pub async fn find_people(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, MemberRow>, DbErr> {
    let rows = member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// People who were not here.
pub async fn insert_people(tx: &Tx, site: &Site, people: &[&Person]) -> Result<(), DbErr> {
    let wished: Vec<String> = people.iter().map(|p| handle(site, p.source_id)).collect();
    let taken: Vec<String> = member::Entity::find()
        .select_only()
        .column(member::Column::Handle)
        .filter(member::Column::Handle.is_in(wished.iter().map(String::as_str)))
        .into_tuple()
        .all(tx)
        .await?;
    let taken: HashSet<String> = taken.into_iter().collect();
    let mut rows = Vec::with_capacity(people.len());
    for (person, wished) in people.iter().zip(wished) {
        let handle = if taken.contains(&wished) {
            free_handle(tx, &wished).await?
        } else {
            wished
        };
        rows.push(row(site, person, handle).into_active_model());
    }
    insert_all::<member::Entity, _>(tx, rows).await
}

/// What a later dump says of somebody who has not changed it here.
pub async fn update_person(tx: &Tx, row: &MemberRow, person: &Person) -> Result<i32, DbErr> {
    let version = row.version.saturating_add(1);
    let change = member::ActiveModel {
        id: Set(row.id),
        display_name: Set(person.display_name.clone()),
        place: Set(person.place.clone()),
        bio: Set(person.bio.clone()),
        version: Set(version),
        ..Default::default()
    };
    change.update(tx).await?;
    Ok(version)
}

fn row(site: &Site, person: &Person, handle: String) -> MemberRow {
    MemberRow {
        id: person.id,
        handle,
        display_name: person.display_name.clone(),
        email: None,
        password_hash: None,
        role: Role::Member.as_str().to_owned(),
        status: MemberStatus::Unclaimed.as_str().to_owned(),
        job_title: String::new(),
        department_id: None,
        place: person.place.clone(),
        bio: person.bio.clone(),
        languages: String::new(),
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        version: 1,
        created_at: person.created_at,
        source_site: Some(site.host().to_owned()),
        source_id: Some(person.source_id.to_string()),
        source_url: Some(site.person(person.source_id)),
        source_license: Some(person.license.clone()),
    }
}

/// `beer-12`: display names repeat, ids do not; the site's own process has the id -1.
fn handle(site: &Site, source_id: i64) -> String {
    match u64::try_from(source_id) {
        Ok(id) => format!("{}-{id}", site.short()),
        Err(_) => format!("{}-site{}", site.short(), source_id.unsigned_abs()),
    }
}

/// The first of `beer-12-2`, `beer-12-3` and so on that nobody has.
async fn free_handle(tx: &Tx, wished: &str) -> Result<String, DbErr> {
    let alike: Vec<String> = member::Entity::find()
        .select_only()
        .column(member::Column::Handle)
        .filter(member::Column::Handle.starts_with(format!("{wished}-")))
        .into_tuple()
        .all(tx)
        .await?;
    let mut number = 2u32;
    loop {
        let handle = format!("{wished}-{number}");
        if !alike.contains(&handle) {
            return Ok(handle);
        }
        number += 1;
    }
}
