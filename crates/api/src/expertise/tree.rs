//! Which topics stand under which, as far as evidence reaches: three steps.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::db::entities::topic;

/// Steps that evidence goes up the tree.
pub const STEPS_MAX: u8 = 3;

/// A topic and those under it, each with its steps.
pub type Family = HashMap<Uuid, u8>;

/// The families of some topics.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    children: HashMap<Uuid, Vec<Uuid>>,
}

impl Tree {
    /// The topics under these.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn under(
        db: &impl ConnectionTrait,
        topics: impl IntoIterator<Item = Uuid>,
    ) -> Result<Self, DbErr> {
        let mut level: BTreeSet<Uuid> = topics.into_iter().collect();
        let mut tree = Self::default();
        for _ in 0..STEPS_MAX {
            let mut below = BTreeSet::new();
            for (id, parent) in children_of(db, &level).await? {
                tree.children.entry(parent).or_default().push(id);
                below.insert(id);
            }
            if below.is_empty() {
                break;
            }
            level = below;
        }
        Ok(tree)
    }

    /// A topic and those under it.
    #[must_use]
    pub fn family(&self, topic: Uuid) -> Family {
        let mut family = Family::from([(topic, 0)]);
        let mut level = vec![topic];
        for steps in 1..=STEPS_MAX {
            let below = level
                .iter()
                .filter_map(|id| self.children.get(id))
                .flatten();
            level = below
                .copied()
                .filter(|id| !family.contains_key(id))
                .collect();
            family.extend(level.iter().map(|id| (*id, steps)));
        }
        family
    }
}

async fn children_of(
    db: &impl ConnectionTrait,
    parents: &BTreeSet<Uuid>,
) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let mut found = Vec::new();
    let parents: Vec<Uuid> = parents.iter().copied().collect();
    for chunk in parents.chunks(500) {
        let rows: Vec<(Uuid, Option<Uuid>)> = topic::Entity::find()
            .select_only()
            .columns([topic::Column::Id, topic::Column::ParentId])
            .filter(topic::Column::ParentId.is_in(chunk.iter().copied()))
            .filter(topic::Column::MergedIntoId.is_null())
            .into_tuple()
            .all(db)
            .await?;
        found.extend(
            rows.into_iter()
                .filter_map(|(id, parent)| Some((id, parent?))),
        );
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_reaches_three_steps_up() {
        let id = Uuid::from_u128;
        let tree = Tree {
            children: (1..6).map(|at| (id(at), vec![id(at + 1)])).collect(),
        };
        let family = tree.family(id(1));
        assert_eq!(family.len(), 4);
        assert_eq!(family.get(&id(4)), Some(&3));
        assert_eq!(family.get(&id(5)), None);
    }
}
