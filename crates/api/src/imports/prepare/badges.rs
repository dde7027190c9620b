//! Badges, as history about those who had them.

use std::collections::HashSet;

use tacit_domain::imports::BadgeClass;
use tacit_domain::time::Timestamp;

use super::{Preparing, name};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::prepared::Badge;
use crate::imports::stage::Staged;

impl Preparing<'_> {
    pub(super) fn badges(&self) -> Result<Staged<Badge>, ImportError> {
        let mut badges = Staged::create(self.dump.scratch(), "badges")?;
        let mut rows = self.dump.rows(DumpFile::Badges)?;
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let source_id: i64 = row.need("Id")?;
            let Some(person) = self.person(row.read("UserId")?) else {
                continue;
            };
            if !seen.insert(source_id) {
                continue;
            }
            badges.push(&Badge {
                source_id,
                person,
                name: name(row.text("Name")).unwrap_or_default(),
                class: BadgeClass::of_number(row.read("Class")?)
                    .as_str()
                    .to_owned(),
                topical: row.text("TagBased") == Some("True"),
                at: row.need::<Timestamp>("Date")?.micros(),
            })?;
        }
        badges.finish()?;
        Ok(badges)
    }
}
