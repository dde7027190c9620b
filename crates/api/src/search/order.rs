//! The order that is shown: hits the viewer may see, lifted by what the database knows of them now.

use tacit_domain::identity::Viewer;
use tacit_domain::questions::QuestionState;
use tacit_domain::search::rank::{Signals, lift, lift_reasons};
use tacit_domain::search::{LiftReason, SearchKind};
use uuid::Uuid;

use super::find::Hit;
use super::hits::{Standing, shown_members, shown_topics, standings};
use super::needs::seen_needs;
use crate::error::AppResult;
use crate::state::AppState;

/// Hits are checked and lifted in windows of so many: the order of a page does not depend on how far one looks.
const WINDOW: usize = 200;
/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// A hit the viewer may see.
#[derive(Clone, Debug)]
pub struct Lifted {
    /// With its score after the lift.
    pub hit: Hit,
    /// What lifted it.
    pub reasons: Vec<LiftReason>,
}

/// The first `wanted` hits, or some more.
pub async fn in_order(
    state: &AppState,
    viewer: &Viewer,
    hits: &[Hit],
    wanted: usize,
) -> AppResult<Vec<Lifted>> {
    let mut found = Vec::new();
    for window in hits.chunks(WINDOW) {
        let mut lifted = check(state, viewer, window).await?;
        lifted.sort_by(|a, b| b.hit.score.total_cmp(&a.hit.score));
        found.append(&mut lifted);
        if found.len() >= wanted {
            break;
        }
    }
    Ok(found)
}

async fn check(state: &AppState, viewer: &Viewer, hits: &[Hit]) -> AppResult<Vec<Lifted>> {
    let db = state.db.reader();
    let of = |kind| -> Vec<Uuid> {
        let own = hits.iter().filter(|hit| hit.kind == kind);
        own.map(|hit| hit.id).collect()
    };
    let questions = standings(db, viewer, &of(SearchKind::Question)).await?;
    let topics = shown_topics(db, &of(SearchKind::Topic)).await?;
    let members = shown_members(db, &of(SearchKind::Member)).await?;
    let needs = seen_needs(db, viewer, &of(SearchKind::Need)).await?;
    let now = state.clock.now().micros();
    Ok(hits
        .iter()
        .filter_map(|hit| match hit.kind {
            SearchKind::Question => Some(lifted(*hit, questions.get(&hit.id)?, now)),
            SearchKind::Topic => topics.contains_key(&hit.id).then(|| plain(*hit)),
            SearchKind::Member => members.contains_key(&hit.id).then(|| plain(*hit)),
            SearchKind::Need => needs.contains(&hit.id).then(|| plain(*hit)),
        })
        .collect())
}

const fn plain(hit: Hit) -> Lifted {
    Lifted {
        hit,
        reasons: Vec::new(),
    }
}

fn lifted(hit: Hit, standing: &Standing, now: i64) -> Lifted {
    let idle = now.saturating_sub(standing.active_at).max(0) / DAY;
    let signals = Signals {
        solved: standing.state == QuestionState::Solved.as_str(),
        answered: standing.answers > 0,
        helpful: u32::try_from(standing.helpful.max(0)).unwrap_or(u32::MAX),
        idle_days: u32::try_from(idle).unwrap_or(u32::MAX),
    };
    Lifted {
        hit: Hit {
            score: hit.score * lift(&signals),
            ..hit
        },
        reasons: lift_reasons(&signals),
    }
}
