//! The same world three times, and each time another of three people asks without their name. Whoever is not the author
//! of one or the other reads the same in both.

use std::sync::Mutex;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::revision;

use super::walk::{Read, Walk};
use super::world::{ASKERS, World};
use crate::support::db::{TestDatabase, run};

/// Who reads: the others who could have asked, members, who looks after the community, a lead, an admin.
const READERS: [&str; 8] = ["alva", "bo", "disa", "cleo", "moa", "folke", "lea", "adam"];

/// What people read in a world.
struct Seen {
    asker: &'static str,
    operations: usize,
    read: Vec<(&'static str, Read)>,
}

/// What `readers` read in the world in which `asker` asks, with a name that slipped out or without.
async fn look(
    db: TestDatabase,
    asker: &'static str,
    readers: &[&'static str],
    slips: bool,
) -> Seen {
    let world = World::with(&db, asker).await;
    if slips {
        let_slip(&world, asker).await;
    }
    let walk = Walk::of(&world).await;
    let mut read = Vec::new();
    for reader in readers {
        read.push((*reader, walk.read(&world, world.person(reader)).await));
    }
    let operations = walk.operations();
    world.app.stop().await;
    Seen {
        asker,
        operations,
        read,
    }
}

/// Writes down who edited the question, as for any other.
async fn let_slip(world: &World, asker: &str) {
    let (post, editor) = (world.thing("asked"), world.person(asker).id);
    db::write(&world.app.state().db, move |tx| {
        Box::pin(async move {
            revision::Entity::update_many()
                .col_expr(revision::Column::EditorId, Expr::value(editor))
                .filter(revision::Column::PostId.eq(post))
                .filter(revision::Column::EditorId.is_null())
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

/// The world of each asker; fewer where this kind of database is not asked for.
fn worlds(kind: &str, askers: &[&'static str], readers: &[&'static str], slips: bool) -> Vec<Seen> {
    let found = Mutex::new(Vec::new());
    for asker in askers {
        run(kind, |db| async {
            let seen = look(db, asker, readers, slips).await;
            found.lock().unwrap().push(seen);
        });
    }
    found.into_inner().unwrap()
}

/// How many answers were compared, and where somebody who asked in neither world reads two different ones.
fn compare(worlds: &[Seen]) -> (usize, Vec<String>) {
    let (mut compared, mut leaks) = (0, Vec::new());
    for (index, one) in worlds.iter().enumerate() {
        for other in &worlds[index + 1..] {
            for ((reader, read), (_, same)) in one.read.iter().zip(&other.read) {
                if [one.asker, other.asker].contains(reader) {
                    continue;
                }
                assert!(
                    read.keys().eq(same.keys()),
                    "{reader} reads the same addresses"
                );
                for (address, answer) in read {
                    compared += 1;
                    if answer != &same[address] {
                        let (here, there) = apart(answer, &same[address]);
                        let who = format!("{} or {}", one.asker, other.asker);
                        leaks.push(format!("{reader} reads {address}: {who}?\n{here}\n{there}"));
                    }
                }
            }
        }
    }
    (compared, leaks)
}

/// Two answers around the first place where they differ.
fn apart(one: &(u16, String), other: &(u16, String)) -> (String, String) {
    let same = one.1.chars().zip(other.1.chars());
    let from = same.take_while(|(a, b)| a == b).count().saturating_sub(120);
    let part = |text: &str| text.chars().skip(from).take(360).collect::<String>();
    (
        format!("{} {}", one.0, part(&one.1)),
        format!("{} {}", other.0, part(&other.1)),
    )
}

fn nobody_can_tell_who_asked(kind: &str) {
    let worlds = worlds(kind, &ASKERS, &READERS, false);
    let Some(first) = worlds.first() else {
        return;
    };
    let answers: Vec<u16> = first
        .read
        .iter()
        .flat_map(|(_, read)| read.values())
        .map(|(status, _)| *status)
        .collect();
    let well = answers.iter().filter(|status| **status == 200).count();
    let (compared, leaks) = compare(&worlds);
    println!(
        "{kind}: {} operations x {} readers, {} answers in each of {} worlds ({well} with something), {compared} pairs compared",
        first.operations,
        READERS.len(),
        answers.len(),
        worlds.len(),
    );
    assert!(well > answers.len() / 4, "most was refused");
    let shown: Vec<String> = leaks.iter().take(12).cloned().collect();
    assert!(
        leaks.is_empty(),
        "{} leaks:\n{}",
        leaks.len(),
        shown.join("\n\n")
    );
}

#[test]
fn nobody_can_tell_who_asked_on_sqlite() {
    nobody_can_tell_who_asked("sqlite");
}

#[test]
fn nobody_can_tell_who_asked_on_postgres() {
    nobody_can_tell_who_asked("postgres");
}

/// The walk would find one.
#[test]
fn a_name_that_slips_out_is_found() {
    let worlds = worlds("sqlite", &ASKERS[..2], &["cleo"], true);
    if worlds.is_empty() {
        return;
    }
    let (_, leaks) = compare(&worlds);
    assert!(!leaks.is_empty());
    let known = |leak: &String| leak.contains("/revisions");
    assert!(leaks.iter().all(known), "{}", leaks.join("\n\n"));
}
