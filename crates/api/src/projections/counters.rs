//! How many questions, answers, solved ones and followers a topic has, and what a member has contributed.
//!
//! Kept per audience scope: everyone, and each community; posts to named people count nowhere. Who shows a number sums the
//! scopes the viewer may see. An event tells which topics and members to look at; their numbers are then counted anew from
//! the rows, so that no order of events and no repetition can make them drift.

mod count;
mod touched;

use crate::db::tx::{Tx, Work};
use crate::events::{Projection, Recorded};

/// The scope of posts for every member.
pub const EVERYONE: &str = "everyone";

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Counters;

impl Projection for Counters {
    fn name(&self) -> &'static str {
        "counters"
    }

    fn apply<'t>(&'t self, tx: &'t Tx, events: &'t [Recorded]) -> Work<'t, ()> {
        Box::pin(async move {
            let touched = touched::by(tx, events).await?;
            count::topics(tx, touched.topics).await?;
            count::members(tx, touched.members).await
        })
    }

    fn clear<'t>(&'t self, tx: &'t Tx) -> Work<'t, ()> {
        Box::pin(count::forget(tx))
    }
}
