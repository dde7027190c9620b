//! What is remembered of a row, beside what the dump says now.

use tacit_domain::imports::{ItemKind, Outcome};
use uuid::Uuid;

use super::Context;
use crate::imports::repo::items::Item;

/// What is to be counted: what this very run made of it before it was cut off comes first.
pub fn told(context: &Context, item: Option<&Item>, outcome: Outcome) -> Outcome {
    let before = item.filter(|item| item.run_id == context.run_id);
    before
        .and_then(|item| item.outcome.parse().ok())
        .unwrap_or(outcome)
}

/// What to remember of a row: what was remembered, or the first of it.
pub fn remember(
    context: &Context,
    item: Option<&Item>,
    kind: ItemKind,
    source_id: i64,
    subject_id: Uuid,
    outcome: Outcome,
) -> Item {
    let outcome = told(context, item, outcome).as_str().to_owned();
    let first = Item {
        site: context.site.host().to_owned(),
        kind: kind.as_str().to_owned(),
        source_id,
        subject_id,
        digest: String::new(),
        state: String::new(),
        version: 1,
        run_id: context.run_id,
        outcome: outcome.clone(),
        gone_at: None,
    };
    Item {
        run_id: context.run_id,
        outcome,
        gone_at: None,
        ..item.cloned().unwrap_or(first)
    }
}
