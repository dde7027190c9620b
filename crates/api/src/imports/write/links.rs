//! Links between posts. One that was here stays, whoever made it.

use std::collections::HashSet;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::events::EventBody;
use tacit_domain::imports::{ItemKind, Outcome};

use super::tally::Tally;
use super::{Batch, Context, ROWS, Writer};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Link, Prepared};
use crate::imports::repo::links::{LinkKey, find_links, insert_links};
use crate::imports::repo::told::{self as events, Told};

struct Links {
    context: Arc<Context>,
    links: Vec<Link>,
}

impl Writer<'_> {
    pub(super) async fn links(
        &self,
        prepared: &Prepared,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        for links in prepared.links.chunks(ROWS) {
            let batch = Links {
                context: Arc::clone(&self.context),
                links: links.to_vec(),
            };
            let found = self.put(batch).await?;
            for link in links {
                let outcome = match found.contains(&key(link)) {
                    true => Outcome::Unchanged,
                    false => Outcome::New,
                };
                tally.add(ItemKind::Link, outcome);
            }
        }
        Ok(())
    }
}

fn key(link: &Link) -> LinkKey {
    (link.from, link.to, link.duplicate)
}

impl Batch for Links {
    type Found = HashSet<LinkKey>;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<HashSet<LinkKey>> {
        Ok(find_links(db, self.links.iter().map(|link| link.from)).await?)
    }

    async fn write(&self, tx: &Tx, found: &HashSet<LinkKey>) -> AppResult<()> {
        let new = self.links.iter().filter(|link| !found.contains(&key(link)));
        let new: Vec<&Link> = new.collect();
        insert_links(tx, &new).await?;
        let happened = new.iter().map(|link| Told {
            at: link.at,
            actor: None,
            subject: link.from,
            body: EventBody::PostsLinked {
                other: link.to,
                duplicate: link.duplicate,
            },
        });
        events::keep(tx, self.context.site.host(), happened.collect()).await
    }
}
