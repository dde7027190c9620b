//! Renders again what an older renderer rendered: posts and the descriptions of topics. Row by row in short transactions,
//! each only where nobody has edited meanwhile; what is done carries the new version, so it can be ended and go on.

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::db::entities::{post, topic};
use crate::db::{self, Database, Tx};
use crate::error::AppResult;
use crate::markdown::{self, RENDERER_VERSION};
use crate::posts::naming::handles_in;

/// Rows of one transaction.
const BATCH: u64 = 100;

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rerendered {
    /// Texts rendered again.
    pub rendered: u64,
    /// Of which look different now.
    pub changed: u64,
}

/// A text with what it looked like.
#[derive(Clone, Debug)]
struct Text {
    id: Uuid,
    version: i32,
    markdown: String,
    html: String,
    /// Whom it may name: nobody in what was imported.
    handles: HashSet<String>,
}

/// Id, version, Markdown, HTML, and where it was imported from.
type Row = (Uuid, i32, String, String, Option<String>);

/// What is rendered.
#[derive(Clone, Copy, Debug)]
enum Of {
    Posts,
    Topics,
}

/// Renders all that is below the present version, or everything. `told` hears how many of how many are done.
///
/// # Errors
/// A failure of the database; what was done until then stays.
pub async fn run(
    db: &Database,
    everything: bool,
    told: &(dyn Fn(u64, u64) + Sync),
) -> AppResult<Rerendered> {
    let below = if everything {
        i32::MAX
    } else {
        RENDERER_VERSION
    };
    let of = count(db.reader(), below).await?;
    let mut done = Rerendered::default();
    for what in [Of::Posts, Of::Topics] {
        let mut after = None;
        loop {
            let texts = list(db.reader(), what, below, after).await?;
            let Some(last) = texts.last() else { break };
            after = Some(last.id);
            done.rendered += u64::try_from(texts.len()).unwrap_or(0);
            done.changed += redo(db, what, texts).await?;
            told(done.rendered, of);
        }
    }
    Ok(done)
}

async fn redo(db: &Database, what: Of, texts: Vec<Text>) -> AppResult<u64> {
    let rendered = tokio::task::spawn_blocking(move || render(texts)).await?;
    let changed = rendered.iter().filter(|(_, same)| !same).count();
    db::write_patiently(db, move |tx| {
        let rendered = rendered.clone();
        Box::pin(async move {
            for (text, _) in rendered {
                store(tx, what, text).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(u64::try_from(changed).unwrap_or(0))
}

/// Each text with its new HTML, and whether that is the old one.
fn render(texts: Vec<Text>) -> Vec<(Text, bool)> {
    texts
        .into_iter()
        .map(|text| {
            let (html, _) = markdown::render_naming(&text.markdown, &text.handles);
            let same = html == text.html;
            (Text { html, ..text }, same)
        })
        .collect()
}

async fn count(db: &impl ConnectionTrait, below: i32) -> Result<u64, DbErr> {
    let posts = post::Entity::find().filter(post::Column::RendererVersion.lt(below));
    let topics = topic::Entity::find().filter(topic::Column::RendererVersion.lt(below));
    Ok(posts.count(db).await? + topics.count(db).await?)
}

async fn list(
    db: &impl ConnectionTrait,
    what: Of,
    below: i32,
    after: Option<Uuid>,
) -> Result<Vec<Text>, DbErr> {
    let after = after.unwrap_or_else(Uuid::nil);
    let rows: Vec<Row> = match what {
        Of::Posts => {
            post::Entity::find()
                .filter(post::Column::RendererVersion.lt(below))
                .filter(post::Column::Id.gt(after))
                .order_by_asc(post::Column::Id)
                .limit(BATCH)
                .select_only()
                .columns([post::Column::Id, post::Column::Version])
                .columns([post::Column::Body, post::Column::BodyHtml])
                .column(post::Column::SourceId)
                .into_tuple()
                .all(db)
                .await?
        }
        Of::Topics => {
            topic::Entity::find()
                .filter(topic::Column::RendererVersion.lt(below))
                .filter(topic::Column::Id.gt(after))
                .order_by_asc(topic::Column::Id)
                .limit(BATCH)
                .select_only()
                .columns([topic::Column::Id, topic::Column::Version])
                .columns([topic::Column::Description, topic::Column::DescriptionHtml])
                .column(topic::Column::SourceId)
                .into_tuple()
                .all(db)
                .await?
        }
    };
    let mut texts = Vec::with_capacity(rows.len());
    for (id, version, markdown, html, source) in rows {
        let names = matches!(what, Of::Posts) && source.is_none();
        let handles = if names {
            handles_in(db, &markdown).await?
        } else {
            HashSet::new()
        };
        texts.push(Text {
            id,
            version,
            markdown,
            html,
            handles,
        });
    }
    Ok(texts)
}

/// Only where the text is still the one that was rendered.
async fn store(tx: &Tx, what: Of, text: Text) -> Result<(), DbErr> {
    match what {
        Of::Posts => {
            post::Entity::update_many()
                .col_expr(post::Column::BodyHtml, text.html.into())
                .col_expr(post::Column::RendererVersion, RENDERER_VERSION.into())
                .filter(post::Column::Id.eq(text.id))
                .filter(post::Column::Version.eq(text.version))
                .exec(tx)
                .await?;
        }
        Of::Topics => {
            topic::Entity::update_many()
                .col_expr(topic::Column::DescriptionHtml, text.html.into())
                .col_expr(topic::Column::RendererVersion, RENDERER_VERSION.into())
                .filter(topic::Column::Id.eq(text.id))
                .filter(topic::Column::Version.eq(text.version))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
