//! Where what was imported stands here.

use tacit_contract::imports::{ItemKind, MarkedPost};

/// The page of a marked post, at the post.
pub fn address_of(post: &MarkedPost) -> String {
    let page = format!("/questions/{}", post.question_id);
    match post.kind {
        ItemKind::Answer => format!("{page}#answer-{}", post.id),
        ItemKind::Comment => format!("{page}#comment-{}", post.id),
        _ => page,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_marked_post_is_found_on_its_page() {
        let of = |kind: &str| -> MarkedPost {
            let text = format!(
                r#"{{"id":"01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56","kind":"{kind}",
                "question_id":"01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55","title":"Which?","site":"beer.stackexchange.com"}}"#
            );
            serde_json::from_str(&text).unwrap()
        };
        let page = "/questions/01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55";
        assert_eq!(address_of(&of("question")), page);
        let at = format!("{page}#answer-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56");
        assert_eq!(address_of(&of("answer")), at);
        let at = format!("{page}#comment-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c56");
        assert_eq!(address_of(&of("comment")), at);
    }
}
