//! From rows of topics to what goes over the wire.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::posts::Source;
use tacit_contract::time::from_micros;
use tacit_contract::topics::{TopicCompletion, TopicDetail, TopicRef, TopicSort, TopicSummary};
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use super::repo::TopicRow;
use super::repo::lists::{Listed, TopicFilter, list};
use super::repo::topics::{children, find_refs, synonyms, topic_ref};
use crate::error::AppResult;
use crate::markdown::excerpt;
use crate::posts::visibility::scopes_of;

const EXCERPT: usize = 160;

/// A row of a list as named elsewhere.
#[must_use]
pub fn listed_ref(row: &Listed) -> TopicRef {
    TopicRef {
        id: row.id,
        slug: row.slug.clone(),
        name: row.name.clone(),
    }
}

/// Topics of a list, with the topics they stand under.
///
/// # Errors
/// A failure of the database.
pub async fn summaries(
    db: &impl ConnectionTrait,
    rows: Vec<Listed>,
) -> AppResult<Vec<TopicSummary>> {
    let parents = find_refs(db, rows.iter().filter_map(|row| row.parent_id)).await?;
    Ok(rows.iter().map(|row| summary(row, &parents)).collect())
}

fn summary(row: &Listed, parents: &HashMap<Uuid, TopicRef>) -> TopicSummary {
    TopicSummary {
        topic: listed_ref(row),
        excerpt: excerpt(&row.description, EXCERPT),
        parent: row.parent_id.and_then(|id| parents.get(&id).cloned()),
        counts: row.counts(),
        last_activity_at: (row.active > 0).then(|| from_micros(row.active)),
    }
}

/// A topic's page as far as the viewer may see what there is.
///
/// # Errors
/// A failure of the database.
pub async fn detail(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    row: TopicRow,
) -> AppResult<TopicDetail> {
    let only = TopicFilter {
        id: Some(row.id),
        ..TopicFilter::default()
    };
    let scopes = scopes_of(db, viewer).await?;
    let counted = list(db, scopes, &only, TopicSort::Name, None, 1).await?;
    let parents = find_refs(db, row.parent_id).await?;
    Ok(TopicDetail {
        topic: topic_ref(&row),
        synonyms: synonyms(db, row.id).await?,
        parent: row.parent_id.and_then(|id| parents.get(&id).cloned()),
        children: children(db, row.id).await?,
        counts: counted.first().map(Listed::counts).unwrap_or_default(),
        version: row.version,
        created_at: from_micros(row.created_at),
        source: source(&row),
        description: row.description,
        description_html: row.description_html,
    })
}

fn source(row: &TopicRow) -> Option<Source> {
    Some(Source {
        site: row.source_site.clone()?,
        id: row.source_id.clone()?,
        url: row.source_url.clone()?,
        license: row.source_license.clone()?,
        author: None,
        wiki: false,
        gone: false,
    })
}

/// Completions of folded words, best first: the exact name, names that begin so, then what a synonym found; among equals
/// what has more questions.
#[must_use]
pub fn completions(
    rows: Vec<Listed>,
    synonyms: &HashMap<Uuid, Vec<(String, String)>>,
    typed: &str,
) -> Vec<TopicCompletion> {
    let none = Vec::new();
    let mut ranked: Vec<(u8, TopicCompletion)> = rows
        .into_iter()
        .map(|row| {
            let others = synonyms.get(&row.id).unwrap_or(&none);
            let (rank, synonym) = rank(&row.slug, others, typed);
            let completion = TopicCompletion {
                topic: listed_ref(&row),
                synonym,
                questions: row.questions,
            };
            (rank, completion)
        })
        .collect();
    ranked.sort_by_key(|(rank, completion)| (*rank, -completion.questions));
    ranked
        .into_iter()
        .map(|(_, completion)| completion)
        .collect()
}

fn rank(slug: &str, synonyms: &[(String, String)], typed: &str) -> (u8, Option<String>) {
    let find = |fits: &dyn Fn(&str) -> bool| {
        let found = synonyms.iter().find(|(slug, _)| fits(slug));
        found.map(|(_, name)| name.clone())
    };
    if slug == typed {
        return (0, None);
    }
    if let Some(name) = find(&|slug| slug == typed) {
        return (1, Some(name));
    }
    if slug.starts_with(typed) {
        return (2, None);
    }
    let first_word = typed.split('-').next().unwrap_or(typed);
    let begins = |slug: &str| slug.split('-').any(|word| word.starts_with(first_word));
    if begins(slug) {
        return (3, None);
    }
    (4, find(&begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_names_come_before_beginnings_and_synonyms() {
        let synonyms = [("k8s".to_owned(), "K8s".to_owned())];
        assert_eq!(rank("kubernetes", &synonyms, "kubernetes"), (0, None));
        assert_eq!(
            rank("kubernetes", &synonyms, "k8s"),
            (1, Some("K8s".into()))
        );
        assert_eq!(rank("kubernetes", &synonyms, "kub"), (2, None));
        assert_eq!(rank("customer-calls", &[], "call"), (3, None));
        assert_eq!(rank("kubernetes", &synonyms, "k8"), (4, Some("K8s".into())));
    }
}
