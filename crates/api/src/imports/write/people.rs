//! People: new ones are made; one who was not claimed and not edited here is as the dump says.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::events::EventBody;
use tacit_domain::identity::MemberStatus;
use tacit_domain::imports::{ItemKind, Meeting, Outcome};
use uuid::Uuid;

use super::tally::Tally;
use super::verdict::{remember, told};
use super::{Batch, Context, ROWS, Writer, count};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::digest::digest;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Person, Prepared};
use crate::imports::repo::items::{Item, find_items, put_items};
use crate::imports::repo::people::{MemberRow, find_people, insert_people, update_person};
use crate::imports::repo::told::{self as events, Told};

struct People {
    context: Arc<Context>,
    people: Vec<Person>,
}

struct Found {
    items: HashMap<i64, Item>,
    members: HashMap<Uuid, MemberRow>,
    /// By the places of the people.
    outcomes: Vec<Outcome>,
}

impl Writer<'_> {
    pub(super) async fn people(
        &self,
        prepared: &Prepared,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        let mut chunks = prepared.people.chunks(ROWS)?;
        while let Some(people) = chunks.next_chunk()? {
            let ids: Vec<i64> = people.iter().map(|person| person.source_id).collect();
            let context = Arc::clone(&self.context);
            let found = self.put(People { context, people }).await?;
            for (id, outcome) in ids.iter().zip(&found.outcomes) {
                let outcome = told(&self.context, found.items.get(id), *outcome);
                tally.add(ItemKind::Person, outcome);
            }
            self.progress.add(count(&ids));
        }
        Ok(())
    }
}

impl Batch for People {
    type Found = Found;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<Found> {
        let ids = self.people.iter().map(|person| person.source_id);
        let items = find_items(db, self.context.site.host(), ItemKind::Person, ids).await?;
        let members = find_people(db, self.people.iter().map(|person| person.id)).await?;
        let outcomes = self.people.iter().map(|person| {
            outcome(
                person,
                items.get(&person.source_id),
                members.get(&person.id),
            )
        });
        let outcomes = outcomes.collect();
        Ok(Found {
            items,
            members,
            outcomes,
        })
    }

    async fn write(&self, tx: &Tx, found: &Found) -> AppResult<()> {
        let mut new = Vec::new();
        let mut items = Vec::new();
        let mut edited = Vec::new();
        for (person, outcome) in self.people.iter().zip(&found.outcomes) {
            let before = found.items.get(&person.source_id);
            let (kind, id) = (ItemKind::Person, person.id);
            let mut item = remember(&self.context, before, kind, person.source_id, id, *outcome);
            match outcome {
                Outcome::New => new.push(person),
                Outcome::Changed => {
                    if let Some(row) = found.members.get(&person.id) {
                        item.version = update_person(tx, row, person).await?;
                        edited.push(Told {
                            at: self.context.now.micros(),
                            actor: None,
                            subject: person.id,
                            body: EventBody::MemberEdited,
                        });
                    }
                }
                Outcome::Kept if before.is_some_and(|item| item.outcome != "kept") => {}
                _ => continue,
            }
            if *outcome != Outcome::Kept {
                item.digest = digest_of(person);
            }
            items.push(item);
        }
        insert_people(tx, &self.context.site, &new).await?;
        put_items(tx, items).await?;
        events::keep(tx, self.context.site.host(), edited).await
    }
}

fn outcome(person: &Person, item: Option<&Item>, member: Option<&MemberRow>) -> Outcome {
    let Some(member) = member else {
        // Who was here and is not any more was taken away here.
        return if item.is_some() {
            Outcome::Kept
        } else {
            Outcome::New
        };
    };
    let back = item.is_some_and(|item| item.gone_at.is_some());
    let version = item.map_or(1, |item| item.version);
    let meeting = Meeting {
        changed_there: item.is_none_or(|item| item.digest != digest_of(person)) || back,
        changed_here: member.version != version
            || member.status != MemberStatus::Unclaimed.as_str(),
    };
    meeting.outcome()
}

fn digest_of(person: &Person) -> String {
    digest([
        person.display_name.as_str(),
        person.place.as_str(),
        person.bio.as_str(),
    ])
}
