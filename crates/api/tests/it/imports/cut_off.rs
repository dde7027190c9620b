//! An import that is killed, wherever it is, goes on when it is begun again, and ends as if nothing had happened.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tacit_api::clock::Clock;
use tacit_api::db::Database;
use tacit_api::imports::{Import, Progress, import, list_imports};
use tacit_contract::imports::{ImportRun, RunState};

use super::again::{Everything, early, late};
use super::{MadeDump, run};
use crate::support::db::TestDatabase;

/// Begins an import and lets it go after it has been woken so many times: nothing of it runs any more.
async fn cut_off_after(db: &Database, what: Import, wakes: u32) -> Option<ImportRun> {
    let clock = Clock::system();
    let mut importing = pin!(import(db, &clock, what, Arc::new(Progress::silent())));
    let mut left = wakes;
    poll_fn(|context| match importing.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome.unwrap())),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

async fn until_it_is_done(place: &TestDatabase, dump: &MadeDump) -> u32 {
    let scratch = tempfile::tempdir().unwrap();
    let mut cuts = 0;
    loop {
        let what = Import {
            path: dump.path(),
            site: None,
            scratch_dir: scratch.path().to_owned(),
            dry_run: false,
        };
        let db = place.connect().await;
        // A little further each time, so that every place is met.
        let outcome = cut_off_after(&db, what, 3 + cuts).await;
        // Whatever was under way is over, as after a kill.
        db.close().await;
        if let Some(run) = outcome {
            assert_eq!(run.state, RunState::Finished);
            return cuts;
        }
        cuts += 1;
        assert!(cuts < 5_000, "it never ends");
        wait_until_free(scratch.path()).await;
    }
}

/// What read the dump may still be running; it lets go by itself.
async fn wait_until_free(scratch: &std::path::Path) {
    let lock = std::fs::File::open(scratch.join(".import-lock")).unwrap();
    while lock.try_lock().is_err() {
        tokio::task::yield_now().await;
    }
}

on_each_database! {
    async fn it_goes_on_wherever_it_was_cut_off(db: TestDatabase) {
        let mut cuts = 0;
        for dump in [early(), late()] {
            cuts += until_it_is_done(&db, &dump).await;
        }
        assert!(cuts > 20, "it was cut off {cuts} times");
        let once = db.connect().await;
        let pieces = Everything::of(&once).await;
        // One that was cut off at its very end was done; after it comes one that finds nothing to do.
        let runs = list_imports(&once).await.unwrap();
        let done = |run: &&ImportRun| run.report.changes.iter().any(|line| line.new > 0);
        let done: Vec<&ImportRun> = runs.iter().filter(done).collect();
        assert_eq!(done.len(), 2, "one run for each dump");
        for run in done {
            assert_eq!(run.state, RunState::Finished);
            let new: u64 = run.report.changes.iter().map(|line| line.new + line.changed).sum();
            assert!(new > 5, "what was done before the cut is counted: {:?}", run.report);
        }
        once.close().await;
        let scratch = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/whole.db", scratch.path().display());
        let whole = Database::connect(&url).await.unwrap();
        whole.migrate().await.unwrap();
        for dump in [early(), late()] {
            run(&whole, &dump.path(), None).await.unwrap();
        }
        assert_eq!(Everything::of(&whole).await.counts(), pieces.counts(), "no doubles, nothing lost");
        whole.close().await;
    }
}
