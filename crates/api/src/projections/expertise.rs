//! Evidence of expertise: who answered in which topics, and who confirmed whom.
//!
//! Kept per audience scope like the counters. Strength is not kept: it fades with every day, and is worked out from these
//! rows when somebody asks (`domain::expertise`). An event tells which answers and topics to look at; their rows are then
//! derived anew, so that no order of events can make them drift. Confirmations that run around are marked per topic and
//! scope: what one may not see cannot change what one sees.

mod answers;
mod circles;
mod endorsements;
mod touched;

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::db::tx::{Tx, Work};
use crate::events::{Projection, Recorded};

/// A topic within an audience scope.
type Place = (Uuid, String);

/// Ids of one IN list, far below the parameters either database takes.
const CHUNK: usize = 200;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Expertise;

impl Projection for Expertise {
    fn name(&self) -> &'static str {
        "expertise"
    }

    fn apply<'t>(&'t self, tx: &'t Tx, events: &'t [Recorded]) -> Work<'t, ()> {
        Box::pin(async move {
            let touched = touched::by(tx, events).await?;
            let mut places: BTreeSet<Place> = BTreeSet::new();
            answers::derive(tx, touched.answers, &mut places).await?;
            endorsements::derive(tx, touched.topics, &mut places).await?;
            circles::mark(tx, places).await
        })
    }

    fn clear<'t>(&'t self, tx: &'t Tx) -> Work<'t, ()> {
        Box::pin(async move {
            answers::forget(tx).await?;
            endorsements::forget(tx).await
        })
    }
}

fn chunks(ids: BTreeSet<Uuid>) -> Vec<Vec<Uuid>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    ids.chunks(CHUNK).map(<[Uuid]>::to_vec).collect()
}
