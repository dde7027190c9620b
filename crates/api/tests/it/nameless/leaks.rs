//! The same world three times, and each time another of three people asks without their name. Whoever is not the author
//! of one or the other reads the same in both.

use std::sync::Mutex;

use super::walk::{Read, Walk};
use super::world::{ASKERS, World};
use crate::support::db::{TestDatabase, run};

/// Who reads: the other two who could have asked, members, who looks after the community, leads, admins.
const READERS: [&str; 8] = ["alva", "bo", "disa", "cleo", "moa", "folke", "lea", "adam"];

/// What everybody reads in the world in which `asker` asks; how many operations there were.
async fn world(db: TestDatabase, asker: &str) -> (Vec<(&'static str, Read)>, usize) {
    let world = World::with(&db, asker).await;
    let walk = Walk::of(&world).await;
    let mut read = Vec::new();
    for reader in READERS {
        read.push((reader, walk.read(&world, world.person(reader)).await));
    }
    let operations = walk.operations();
    world.app.stop().await;
    (read, operations)
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
    let mut worlds = Vec::new();
    for asker in ASKERS {
        let found = Mutex::new(None);
        run(kind, |db| async {
            let read = world(db, asker).await;
            *found.lock().unwrap() = Some(read);
        });
        // Left out where this kind of database is not asked for.
        let Some(read) = found.into_inner().unwrap() else {
            return;
        };
        worlds.push((asker, read));
    }
    let (mut compared, mut leaks) = (0, Vec::new());
    for (index, (one, (reads, _))) in worlds.iter().enumerate() {
        for (other, (others, _)) in &worlds[index + 1..] {
            for ((reader, read), (_, same)) in reads.iter().zip(others) {
                if [one, other].contains(&reader) {
                    continue;
                }
                assert_eq!(
                    read.keys().collect::<Vec<_>>(),
                    same.keys().collect::<Vec<_>>(),
                    "{reader} reads the same addresses"
                );
                for (address, answer) in read {
                    compared += 1;
                    if answer != &same[address] {
                        let (here, there) = apart(answer, &same[address]);
                        leaks.push(format!(
                            "{reader} reads {address}: {one} or {other}?\n{here}\n{there}"
                        ));
                    }
                }
            }
        }
    }
    let (reads, operations) = &worlds[0].1;
    let answers: usize = reads.iter().map(|(_, read)| read.len()).sum();
    println!(
        "{kind}: {operations} operations x {} readers, {answers} answers in each of {} worlds, {compared} pairs compared",
        READERS.len(),
        ASKERS.len()
    );
    let well: usize = reads
        .iter()
        .flat_map(|(_, read)| read.values())
        .filter(|one| one.0 == 200)
        .count();
    assert!(
        well > answers / 4,
        "{well} of {answers} were answered with something"
    );
    assert!(
        leaks.is_empty(),
        "{} leaks:\n{}",
        leaks.len(),
        leaks
            .iter()
            .take(12)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n\n")
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
