//! Runs of imports with their reports.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use tacit_contract::imports::{ImportReport, ImportRun};
use tacit_contract::time::from_micros;
use tacit_domain::imports::RunState;

use crate::db::Tx;
use crate::db::entities::import_run::{ActiveModel, Column, Entity, Model};
use crate::error::AppResult;

/// The runs of a site, newest first.
pub async fn list_runs_of(db: &impl ConnectionTrait, site: &str) -> AppResult<Vec<ImportRun>> {
    let rows = Entity::find()
        .filter(Column::Site.eq(site))
        .order_by_desc(Column::StartedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(run).collect()
}

/// All runs, newest first.
pub async fn list_runs(db: &impl ConnectionTrait) -> AppResult<Vec<ImportRun>> {
    let rows = Entity::find()
        .order_by_desc(Column::FinishedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(run).collect()
}

/// A run begins; another of the site that was cut off and is not gone on with is forgotten.
pub async fn begin_run(tx: &Tx, run: &ImportRun) -> AppResult<()> {
    Entity::delete_many()
        .filter(Column::Site.eq(&run.site))
        .filter(Column::State.eq(RunState::Running.as_str()))
        .exec(tx)
        .await?;
    let row = Model {
        id: run.id,
        site: run.site.clone(),
        file: run.file.clone(),
        report: serde_json::to_string(&run.report)?,
        started_at: run.started_at.timestamp_micros(),
        finished_at: run.finished_at.timestamp_micros(),
        state: RunState::Running.as_str().to_owned(),
        dump_at: run.dump_at.map(|at| at.timestamp_micros()),
    };
    row.into_active_model().insert(tx).await?;
    Ok(())
}

/// A run is done.
pub async fn finish_run(tx: &Tx, run: &ImportRun) -> AppResult<()> {
    let change = ActiveModel {
        id: Set(run.id),
        report: Set(serde_json::to_string(&run.report)?),
        finished_at: Set(run.finished_at.timestamp_micros()),
        state: Set(RunState::Finished.as_str().to_owned()),
        ..Default::default()
    };
    change.update(tx).await?;
    Ok(())
}

fn run(row: Model) -> AppResult<ImportRun> {
    let report: ImportReport = serde_json::from_str(&row.report)?;
    let state: RunState = row.state.parse()?;
    Ok(ImportRun {
        id: row.id,
        site: row.site,
        file: row.file,
        state: state.into(),
        dump_at: row.dump_at.map(from_micros),
        started_at: from_micros(row.started_at),
        finished_at: from_micros(row.finished_at),
        report,
    })
}
