//! From rows of posts to what goes over the wire.

use std::collections::HashMap;

use tacit_contract::identity::MemberRef;
use tacit_contract::posts::{Byline, Comment, PostViewer, Revision, Source};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::policy;
use uuid::Uuid;

use super::repo::PostRow;
use super::repo::revisions::RevisionRow;
use crate::communities::service::Here;

/// People by id, loaded once for a whole page.
pub type People = HashMap<Uuid, MemberRef>;

/// Who wrote a post.
#[must_use]
pub fn byline(row: &PostRow, people: &People) -> Byline {
    byline_of(row.author_id, row.author_hidden, people)
}

/// Who wrote a post, from its columns.
#[must_use]
pub fn byline_of(author_id: Option<Uuid>, hidden: bool, people: &People) -> Byline {
    let author = author_id.filter(|_| !hidden);
    Byline {
        author: author.and_then(|id| people.get(&id).cloned()),
        hidden,
    }
}

/// These people in the order of their names.
#[must_use]
pub fn by_name(ids: &[Uuid], people: &People) -> Vec<MemberRef> {
    let mut named: Vec<MemberRef> = ids
        .iter()
        .filter_map(|id| people.get(id).cloned())
        .collect();
    named.sort_by(|a, b| a.display_name.cmp(&b.display_name).then(a.id.cmp(&b.id)));
    named
}

/// Where a post was imported from.
#[must_use]
pub fn source(row: &PostRow) -> Option<Source> {
    Some(Source {
        site: row.source_site.clone()?,
        id: row.source_id.clone()?,
        url: row.source_url.clone()?,
        license: row.source_license.clone()?,
        author: row.source_author.clone(),
        wiki: row.source_wiki,
        gone: row.source_gone_at.is_some(),
    })
}

/// A comment.
#[must_use]
pub fn comment(row: PostRow, people: &People) -> Comment {
    Comment {
        id: row.id,
        by: byline(&row, people),
        source: source(&row),
        language: row.language,
        body: row.body,
        body_html: row.body_html,
        helpful_count: row.helpful_count,
        version: row.version,
        created_at: from_micros(row.created_at),
        edited_at: row.edited_at.map(from_micros),
    }
}

/// A revision.
#[must_use]
pub fn revision(row: RevisionRow, people: &People) -> Revision {
    Revision {
        version: row.version,
        title: row.title,
        body: row.body,
        topics: row
            .topics
            .map(|list| list.split(',').map(str::to_owned).collect()),
        editor: row.editor_id.and_then(|id| people.get(&id).cloned()),
        reason: row.reason,
        created_at: from_micros(row.created_at),
    }
}

/// A post as it concerns the viewer, where it stands.
#[must_use]
pub fn post_viewer(
    viewer: &Viewer,
    id: Uuid,
    author: Option<Uuid>,
    helpful: bool,
    here: Here,
) -> PostViewer {
    PostViewer {
        id,
        mine: author == Some(viewer.member_id),
        helpful,
        may_mark: (here.goes_on || helpful) && policy::can_mark_helpful(viewer, author).is_ok(),
        may_edit: here.writes && policy::may_edit_post(viewer, author),
        may_delete: false,
        delete_needs_reason: false,
        may_flag: false,
        flagged: Vec::new(),
        said: Vec::new(),
        may_show_name: false,
        may_renew: false,
        folded: false,
    }
}
