//! Rows of an import, many at a time.

mod posts;
mod topics;

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use tacit_contract::imports::{ImportReport, ImportRun};
use tacit_contract::time::from_micros;
use tacit_domain::identity::{MemberStatus, Role};
use tacit_domain::imports::Site;
use tacit_domain::posts::LinkKind;

use super::prepared::{Link, Person};
use crate::db::Tx;
use crate::db::entities::{import_run, member, post_link};
use crate::error::AppResult;

pub use posts::{insert_parts, insert_posts};
pub use topics::{Topics, insert_topics, list_described_topics};

/// Whether the site is here.
pub async fn was_imported(db: &impl ConnectionTrait, site: &str) -> AppResult<bool> {
    let runs = import_run::Entity::find().filter(import_run::Column::Site.eq(site));
    Ok(runs.count(db).await? > 0)
}

/// Handles that begin like those of the site's people.
pub async fn list_handles(db: &impl ConnectionTrait, short: &str) -> AppResult<HashSet<String>> {
    let handles: Vec<String> = member::Entity::find()
        .select_only()
        .column(member::Column::Handle)
        .filter(member::Column::Handle.starts_with(format!("{short}-")))
        .into_tuple()
        .all(db)
        .await?;
    Ok(handles.into_iter().collect())
}

/// People of another site: members without an address or a password, who cannot sign in.
pub async fn insert_people(
    tx: &Tx,
    site: &Site,
    taken: &HashSet<String>,
    people: Vec<Person>,
) -> AppResult<u64> {
    let count = u64::try_from(people.len()).unwrap_or_default();
    let rows = people.into_iter().map(|person| {
        member::Model {
            id: person.id,
            handle: handle(site, person.source_id, taken),
            display_name: person.display_name,
            email: None,
            password_hash: None,
            role: Role::Member.as_str().to_owned(),
            status: MemberStatus::Unclaimed.as_str().to_owned(),
            job_title: String::new(),
            department_id: None,
            place: person.place,
            bio: person.bio,
            languages: String::new(),
            locale: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            version: 1,
            created_at: person.created_at,
            source_site: Some(site.host().to_owned()),
            source_id: Some(person.source_id.to_string()),
            source_url: Some(site.person(person.source_id)),
            source_license: Some(person.license),
        }
        .into_active_model()
    });
    member::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(count)
}

/// `beer-12`: display names repeat, ids do not; the site's own process has the id -1.
fn handle(site: &Site, source_id: i64, taken: &HashSet<String>) -> String {
    let plain = match u64::try_from(source_id) {
        Ok(id) => format!("{}-{id}", site.short()),
        Err(_) => format!("{}-site{}", site.short(), source_id.unsigned_abs()),
    };
    let mut handle = plain.clone();
    let mut number = 2u32;
    while taken.contains(&handle) {
        handle = format!("{plain}-{number}");
        number += 1;
    }
    handle
}

/// Links between posts.
pub async fn insert_links(tx: &Tx, links: &[Link]) -> AppResult<()> {
    for chunk in links.chunks(1_000) {
        let rows = chunk.iter().map(|link| {
            let kind = if link.duplicate {
                LinkKind::Duplicate
            } else {
                LinkKind::Related
            };
            post_link::Model {
                from_id: link.from,
                to_id: link.to,
                kind: kind.as_str().to_owned(),
                created_at: link.at,
            }
            .into_active_model()
        });
        post_link::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// The run with its report.
pub async fn insert_run(tx: &Tx, run: &ImportRun) -> AppResult<()> {
    import_run::Model {
        id: run.id,
        site: run.site.clone(),
        file: run.file.clone(),
        report: serde_json::to_string(&run.report)?,
        started_at: run.started_at.timestamp_micros(),
        finished_at: run.finished_at.timestamp_micros(),
    }
    .into_active_model()
    .insert(tx)
    .await?;
    Ok(())
}

/// All runs, newest first.
pub async fn list_runs(db: &impl ConnectionTrait) -> AppResult<Vec<ImportRun>> {
    let rows = import_run::Entity::find()
        .order_by_desc(import_run::Column::FinishedAt)
        .order_by_desc(import_run::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(run).collect()
}

fn run(row: import_run::Model) -> AppResult<ImportRun> {
    let report: ImportReport = serde_json::from_str(&row.report)?;
    Ok(ImportRun {
        id: row.id,
        site: row.site,
        file: row.file,
        started_at: from_micros(row.started_at),
        finished_at: from_micros(row.finished_at),
        report,
    })
}
