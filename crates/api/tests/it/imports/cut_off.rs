//! An import that is killed, wherever it is, goes on when it is begun again, and ends as if nothing had happened.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tacit_api::clock::Clock;
use tacit_api::db::Database;
use tacit_api::imports::{Import, Progress, import};
use tacit_contract::imports::{ImportReport, ImportRun, RunState};

use super::again::{Everything, early, late};
use super::{MadeDump, rows, run};

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

async fn until_it_is_done(db: &Database, dump: &MadeDump) -> (ImportReport, u32) {
    let scratch = tempfile::tempdir().unwrap();
    let mut cuts = 0;
    loop {
        let what = Import {
            path: dump.path(),
            site: None,
            scratch_dir: scratch.path().to_owned(),
            dry_run: false,
        };
        // A little further each time, so that every place is met.
        if let Some(run) = cut_off_after(db, what, 3 + cuts).await {
            assert_eq!(run.state, RunState::Finished);
            return (run.report, cuts);
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
        let once = db.connect().await;
        let mut cuts = 0;
        for dump in [early(), late()] {
            let (report, times) = until_it_is_done(&once, &dump).await;
            cuts += times;
            assert_eq!(report.rows, report.taken + report.left_out);
            let new: u64 = report.changes.iter().map(|line| line.new + line.changed).sum();
            assert!(new > 5, "what was done before the cut is counted: {report:?}");
        }
        assert!(cuts > 20, "it was cut off {cuts} times");
        let pieces = Everything::of(&once).await;
        assert_eq!(rows(&once).await[5], 2, "one run for each dump");
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
