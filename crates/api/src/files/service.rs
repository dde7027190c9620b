//! Use cases of files: uploading, putting into posts, seeing, discarding.

use sea_orm::ConnectionTrait;
use tacit_contract::files::Picture;
use tacit_contract::problem::ProblemCode;
use tacit_domain::files::{PictureAddress, is_own_upload};
use tacit_domain::identity::Viewer;
use tacit_domain::limits::PICTURES_LOOSE_MAX;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::picture::{self, Kept};
use super::repo::{self, FileRow};
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::posts::repo::find_visible;
use crate::state::AppState;

/// Decoding takes memory: so many pictures at once, the others wait.
pub const DECODED_AT_ONCE: usize = 2;

/// Takes a picture in. Its bytes are kept before its row: what has a row can be served.
///
/// # Errors
/// 415, 422, or 409 with too many pictures that stand nowhere.
pub async fn upload(state: &AppState, viewer: Viewer, bytes: Vec<u8>) -> AppResult<Picture> {
    can_take_another(state.db.reader(), &viewer).await?;
    let kept = rewrite(&state.decoding, bytes).await?;
    // Random, not by time: an address tells nothing about when it was made.
    let id = Uuid::new_v4();
    let row = FileRow {
        id,
        uploader_id: Some(viewer.member_id),
        media_type: kept.kind.as_str().to_owned(),
        width: side(kept.width),
        height: side(kept.height),
        bytes: i64::try_from(kept.bytes.len()).unwrap_or(i64::MAX),
        created_at: state.clock.now().micros(),
    };
    let picture = described(&row, &kept);
    state.files.put(id, kept.bytes).await?;
    db::write(&state.db, move |tx| {
        let row = row.clone();
        Box::pin(async move {
            can_take_another(tx, &viewer).await?;
            Ok(repo::insert(tx, row).await?)
        })
    })
    .await?;
    Ok(picture)
}

async fn can_take_another(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<()> {
    if repo::count_loose(db, viewer.member_id).await? < PICTURES_LOOSE_MAX {
        return Ok(());
    }
    Err(AppError::new(ProblemCode::WrongState).detail(format!(
        "{PICTURES_LOOSE_MAX} pictures stand in no post: post them or discard some first."
    )))
}

async fn rewrite(decoding: &Semaphore, bytes: Vec<u8>) -> AppResult<Kept> {
    let _turn = decoding.acquire().await.map_err(AppError::internal)?;
    Ok(tokio::task::spawn_blocking(move || picture::rewrite(&bytes)).await??)
}

fn side(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

fn described(row: &FileRow, kept: &Kept) -> Picture {
    let address = PictureAddress {
        id: row.id,
        size: Some((kept.width, kept.height)),
    };
    Picture {
        id: row.id,
        media_type: row.media_type.clone(),
        width: kept.width,
        height: kept.height,
        bytes: u64::try_from(row.bytes).unwrap_or(0),
        address: address.to_string(),
    }
}

/// Says of which post a text now names these pictures. What the writer may not see stays out, silently: whether it is
/// there is not theirs to know.
///
/// # Errors
/// A failure of the database.
pub async fn attach(tx: &Tx, viewer: &Viewer, post_id: Uuid, named: &[Uuid]) -> AppResult<()> {
    for id in named {
        if find_visible_file(tx, viewer, *id).await?.is_some() {
            repo::attach(tx, *id, post_id).await?;
        }
    }
    Ok(())
}

/// A file the viewer may see: in a post they see, or, while it is in none, their own.
///
/// # Errors
/// A failure of the database.
pub async fn find_visible_file(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Option<FileRow>> {
    let Some(row) = repo::find(db, id).await? else {
        return Ok(None);
    };
    let posts = repo::posts_of(db, id).await?;
    if posts.is_empty() {
        return Ok(Some(row).filter(|row| is_own_upload(viewer, row.uploader_id)));
    }
    for post in posts {
        match find_visible(db, viewer, post).await {
            Ok(_) => return Ok(Some(row)),
            Err(error) if error.code() == ProblemCode::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// Discards an upload of one's own.
///
/// # Errors
/// 404, or 409 when it stands in a post.
pub async fn discard(state: &AppState, viewer: Viewer, id: Uuid) -> AppResult<()> {
    db::write(&state.db, move |tx| {
        Box::pin(async move {
            let row = find_visible_file(tx, &viewer, id).await?;
            let row = row.ok_or_else(AppError::not_found)?;
            if is_own_upload(&viewer, row.uploader_id) && repo::delete_loose(tx, id).await? {
                return Ok(());
            }
            Err(AppError::new(ProblemCode::WrongState).detail("The picture stands in a post."))
        })
    })
    .await?;
    state.files.delete(id).await
}
