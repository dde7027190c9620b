//! The same with a whole site: the years of a real one, and then what people do on top of them.

use tacit_api::clock::Clock;
use tacit_api::db::Database;
use tacit_api::events::Projector;
use tacit_api::events::wake::Wake;
use tacit_api::{needs, projections};
use tacit_contract::needs::Demand;
use tacit_domain::identity::{Role, Viewer};
use tacit_domain::time::Timestamp;

use super::compared::{counters, evidence};
use super::rows::{member_id, prepare};
use super::{Act, perform};
use crate::imports::run;
use crate::imports::sites::data;

/// A while after the last event of the site, so that its evidence has aged.
const NOW: &str = "2020-07-01T12:00:00Z";

/// Of each kind one and more, on what the site brought along and on what is new.
fn acts() -> Vec<Act> {
    let mut acts = Vec::new();
    for number in [3_u8, 40, 77, 140, 201, 255] {
        acts.extend([
            Act::Answer {
                question: number,
                author: number,
            },
            Act::Accept {
                question: number,
                answer: number,
            },
            Act::Mark {
                post: number,
                member: 1,
            },
            Act::Delete { post: number },
            Act::CatchUp,
            Act::Retopic {
                question: number,
                topics: 7,
            },
            Act::Withdraw { question: number },
            Act::Endorse {
                topic: number,
                member: 2,
                by: 3,
            },
        ]);
    }
    acts.extend([
        Act::CatchUp,
        Act::Merge { topic: 0 },
        Act::Follow {
            topic: 1,
            member: 2,
        },
    ]);
    acts
}

/// What leads see of it.
async fn demand(db: &Database) -> Demand {
    let viewer = Viewer {
        member_id: member_id(0),
        role: Role::Lead,
    };
    let now: Timestamp = NOW.parse().unwrap();
    needs::demand::read(db.reader(), &viewer, None, now)
        .await
        .unwrap()
}

on_each_database! {
    async fn of_a_real_site_what_is_built_anew_equals_what_was_kept_up(db: TestDatabase) {
        let Some(data) = data() else { return };
        let db = db.connect().await;
        run(&db, &data.join("stackexchange/devops-2020.7z"), None).await.unwrap();
        prepare(&db).await;
        let projector = Projector::new(db.clone(), Clock::system(), Wake::default(), projections::all());
        projector.catch_up().await.unwrap();
        let imported = evidence(&db).await;
        assert!(imported.0.len() > 100 && imported.1.len() > 100, "there is something to compare");
        for act in acts() {
            perform(&db, &projector, act).await;
        }
        projector.catch_up().await.unwrap();
        let kept = (counters(&db).await, evidence(&db).await, demand(&db).await);
        assert!(kept.1 != imported, "the acts left their mark");
        assert!(kept.2.items.len() > 100);
        projector.rebuild("counters").await.unwrap();
        projector.rebuild("expertise").await.unwrap();
        // Not with `assert_eq`: nobody reads thousands of rows.
        assert!((counters(&db).await, evidence(&db).await, demand(&db).await) == kept);
        db.close().await;
    }
}
