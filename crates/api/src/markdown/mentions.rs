//! `@handle` becomes a link to the person, where a handle is somebody's and stands neither in code nor in a link.

use std::collections::HashSet;

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use tacit_domain::posts::mentions::mentions;

/// Links the handles among these; gives back those it linked.
pub fn link<'a>(
    arena: &'a Arena<'a>,
    root: &'a AstNode<'a>,
    handles: &HashSet<String>,
) -> HashSet<String> {
    let mut linked = HashSet::new();
    for node in root.descendants().collect::<Vec<_>>() {
        let NodeValue::Text(text) = &node.data().value else {
            continue;
        };
        if !text.contains('@') || stands_in_a_link(node) {
            continue;
        }
        let text = text.to_string();
        let mut done = 0;
        let mut pieces = Vec::new();
        for (place, handle) in mentions(&text) {
            if !handles.contains(&handle) {
                continue;
            }
            let before = text.get(done..place.start).unwrap_or_default();
            let word = text.get(place.clone()).unwrap_or_default();
            pieces.push(NodeValue::Text(before.to_owned().into()));
            pieces.push(NodeValue::Raw(format!(
                "<a href=\"/people/{handle}\">{word}</a>"
            )));
            done = place.end;
            linked.insert(handle);
        }
        if pieces.is_empty() {
            continue;
        }
        let rest = text.get(done..).unwrap_or_default().to_owned();
        pieces.push(NodeValue::Text(rest.into()));
        for piece in pieces {
            node.insert_before(arena.alloc(AstNode::from(piece)));
        }
        node.detach();
    }
    linked
}

fn stands_in_a_link<'a>(node: &'a AstNode<'a>) -> bool {
    node.ancestors().any(|above| {
        matches!(
            above.data().value,
            NodeValue::Link(_) | NodeValue::Image(_) | NodeValue::WikiLink(_)
        )
    })
}
