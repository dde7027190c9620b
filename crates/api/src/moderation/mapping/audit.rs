//! Entries of the log of acts of office, with the names that stand there now.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::moderation::AuditEntry;
use tacit_contract::time::from_micros;
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use crate::error::AppResult;
use crate::identity::repo::{links, member_refs};
use crate::moderation::repo::audit::AuditRow;
use crate::needs::repo::needs::wishes;
use crate::questions::repo::questions::pages_of;
use crate::topics::repo::topics::find_refs;

/// What an entry was about, as it is called now, and where it is.
struct Named {
    name: String,
    question_id: Option<Uuid>,
    need_id: Option<Uuid>,
    slug: Option<String>,
}

/// Entries with everything they name.
///
/// # Errors
/// A failure of the database.
pub async fn entries(db: &impl ConnectionTrait, rows: Vec<AuditRow>) -> AppResult<Vec<AuditEntry>> {
    let actors = rows.iter().filter_map(|row| row.actor_id);
    let members = rows.iter().filter_map(|row| row.member_id);
    let people = member_refs(db, actors.chain(members)).await?;
    let subjects = subjects(db, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let act: AuditAct = row.act.parse()?;
            let kind: AuditSubject = row.subject_kind.parse()?;
            let named = subjects.get(&row.subject_id);
            Ok(AuditEntry {
                id: row.id,
                act: act.into(),
                by: row.actor_id.and_then(|id| people.get(&id).cloned()),
                subject_kind: kind.into(),
                subject_id: row.subject_id,
                subject_name: named.map(|named| named.name.clone()),
                question_id: named.and_then(|named| named.question_id),
                need_id: named.and_then(|named| named.need_id),
                topic: named.and_then(|named| named.slug.clone()),
                member: row.member_id.and_then(|id| people.get(&id).cloned()),
                detail: row.detail,
                reason: row.reason,
                at: from_micros(row.occurred_at),
            })
        })
        .collect()
}

async fn subjects(db: &impl ConnectionTrait, rows: &[AuditRow]) -> AppResult<HashMap<Uuid, Named>> {
    let of = |kind: AuditSubject| -> Vec<Uuid> {
        let rows = rows.iter().filter(|row| row.subject_kind == kind.as_str());
        rows.map(|row| row.subject_id).collect()
    };
    let mut found = HashMap::new();
    for (post, (question, title)) in pages_of(db, &of(AuditSubject::Post)).await? {
        let named = Named {
            name: title,
            question_id: Some(question),
            need_id: None,
            slug: None,
        };
        found.insert(post, named);
    }
    for (need, wish) in wishes(db, &of(AuditSubject::Post)).await? {
        let named = Named {
            name: wish,
            question_id: None,
            need_id: Some(need),
            slug: None,
        };
        found.insert(need, named);
    }
    for (id, topic) in find_refs(db, of(AuditSubject::Topic)).await? {
        let named = Named {
            name: topic.name,
            question_id: None,
            need_id: None,
            slug: Some(topic.slug),
        };
        found.insert(id, named);
    }
    for (id, email) in links::addresses(db, &of(AuditSubject::Organisation)).await? {
        let named = Named {
            name: email,
            question_id: None,
            need_id: None,
            slug: None,
        };
        found.insert(id, named);
    }
    Ok(found)
}
