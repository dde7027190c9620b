//! The end of a run: what happened goes into the log, oldest first, and the run is finished.

use tacit_contract::imports::ImportRun;
use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use super::Writer;
use crate::db;
use crate::events;
use crate::imports::error::ImportError;
use crate::imports::repo::{runs, told};
use crate::moderation::audit::Entry;
use crate::state::Ids;

/// Events of one transaction.
const EVENTS: u64 = 2_000;

impl Writer<'_> {
    /// Moves all that waits into the log.
    ///
    /// # Errors
    /// A failure of the database; what waits still waits.
    pub async fn release(&self) -> Result<(), ImportError> {
        let waiting = told::count(self.db.reader(), self.context.site.host()).await?;
        self.progress.phase("Telling", waiting);
        loop {
            let context = std::sync::Arc::clone(&self.context);
            let moved = db::write_patiently(self.db, move |tx| {
                let context = std::sync::Arc::clone(&context);
                Box::pin(async move {
                    told::release(tx, context.site.host(), context.now, EVENTS).await
                })
            })
            .await?;
            if moved == 0 {
                break;
            }
            self.progress.add(moved);
        }
        self.progress.done();
        Ok(())
    }

    /// The run is done.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn finish(&self, run: &ImportRun) -> Result<(), ImportError> {
        let (run, now) = (run.clone(), self.context.now);
        db::write_patiently(self.db, move |tx| {
            let run = run.clone();
            Box::pin(async move {
                runs::finish_run(tx, &run).await?;
                let subject = (AuditSubject::Organisation, run.id);
                Entry::by_operator(Ids::default(), now, AuditAct::SiteImported, subject)
                    .detail(run.site.as_str())
                    .write(tx)
                    .await?;
                let finished = EventBody::ImportFinished;
                let event = Event::new(Uuid::now_v7(), None, run.id, finished, now);
                events::append(tx, now, [event.origin(Origin::Import)]).await
            })
        })
        .await?;
        Ok(())
    }
}
