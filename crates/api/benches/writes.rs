//! Durable writes a second: through HTTP and through the service, with 1, 16 and 64 writers, beside the bare database.
//!
//! `cargo xtask bench writes` runs it on SQLite and on a PostgreSQL cluster of its own that waits for the disk
//! (`TACIT_BENCH_POSTGRES_URL`). A write is a comment; bare is one row of the same text in a transaction of its own. Each
//! figure is the median of the rounds, and all of a row are measured one after the other, on the same disk. `--seconds 2`
//! and `--rounds 3` can be changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    missing_docs,
    reason = "a measurement stops at the first surprise"
)]

#[path = "writes/bare.rs"]
mod bare;
#[path = "support/reader.rs"]
mod reader;
#[path = "writes/site.rs"]
mod site;

use std::path::Path;
use std::time::{Duration, Instant};

use bare::Bare;
use site::Site;

const WRITERS: [usize; 3] = [1, 16, 64];
const TEXT: &str = "The label printer takes the narrow roll. **Do not** force the wide one: the guide at the left bends, and \
    then every label comes out at an angle until somebody from maintenance has set it again.";

/// How long and how often each figure is measured.
#[derive(Clone, Copy)]
struct Plan {
    seconds: f64,
    rounds: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let plan = Plan {
        seconds: number(&arguments, "--seconds").unwrap_or(2.0),
        rounds: number(&arguments, "--rounds").unwrap_or(3.0) as usize,
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let scratch = tempfile::tempdir().unwrap();
    println!(
        "the disk alone: {:.0} waits for it a second\n",
        syncs(scratch.path())
    );
    println!("| database | writers | bare | service | HTTP | service / bare | HTTP / bare |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let sqlite = format!("sqlite://{}", scratch.path().join("tacit.sqlite").display());
    runtime.block_on(measure("SQLite", &sqlite, scratch.path(), plan));
    match std::env::var("TACIT_BENCH_POSTGRES_URL") {
        Ok(url) => runtime.block_on(measure("PostgreSQL", &url, scratch.path(), plan)),
        Err(_) => println!("\nPostgreSQL is left out: TACIT_BENCH_POSTGRES_URL is not set"),
    }
}

fn number(arguments: &[String], name: &str) -> Option<f64> {
    let place = arguments.iter().position(|argument| argument == name)?;
    arguments.get(place + 1)?.parse().ok()
}

/// A row for each number of writers.
async fn measure(name: &str, url: &str, directory: &Path, plan: Plan) {
    let bare = Bare::open(url, directory).await;
    let site = Site::open(url, directory).await;
    for writers in WRITERS {
        let mut rates: [Vec<f64>; 3] = Default::default();
        for _ in 0..plan.rounds {
            rates[0].push(rate(writers, plan, async |_| bare.write(TEXT).await).await);
            rates[1].push(rate(writers, plan, async |writer| site.write(writer, TEXT).await).await);
            rates[2].push(rate(writers, plan, async |writer| site.post(writer, TEXT).await).await);
        }
        let [bare, service, http] = rates.map(median);
        println!(
            "| {name} | {writers} | {bare:.0} | {service:.0} | {http:.0} | {:.2} | {:.2} |",
            service / bare,
            http / bare
        );
    }
    site.close().await;
    bare.close().await;
}

/// Writes a second while so many write without a pause.
async fn rate(writers: usize, plan: Plan, write: impl AsyncFn(usize)) -> f64 {
    let started = Instant::now();
    let enough = Duration::from_secs_f64(plan.seconds);
    let write = &write;
    let all = (0..writers).map(|writer| async move {
        let mut done = 0_u32;
        while started.elapsed() < enough {
            write(writer).await;
            done += 1;
        }
        done
    });
    let done: u32 = futures::future::join_all(all).await.into_iter().sum();
    f64::from(done) / started.elapsed().as_secs_f64()
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// How often a second the disk says that four kilobytes are on it.
fn syncs(directory: &Path) -> f64 {
    use std::io::Write;
    let mut file = std::fs::File::create(directory.join("syncs")).unwrap();
    let started = Instant::now();
    let mut done = 0_u32;
    while started.elapsed() < Duration::from_secs(1) {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
        done += 1;
    }
    f64::from(done) / started.elapsed().as_secs_f64()
}
