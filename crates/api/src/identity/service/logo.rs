//! The organisation's logo: a small picture that is what it says it is.

use sea_orm::ActiveValue::Set;
use tacit_contract::organisation::Organisation;
use tacit_contract::problem::ProblemCode;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::{Viewer, policy};
use tacit_domain::limits::LOGO_MAX_BYTES;
use tacit_domain::moderation::{AuditAct, AuditSubject};

use crate::db;
use crate::db::entities::organisation;
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::mapping;
use crate::identity::repo::organisation as repo;
use crate::moderation::audit::Entry;
use crate::state::AppState;

/// Sets the logo, or takes it away with `None`.
///
/// # Errors
/// `forbidden`, `payload_too_large`, `unsupported_media_type`.
pub async fn set(
    state: &AppState,
    viewer: Viewer,
    picture: Option<(String, Vec<u8>)>,
) -> AppResult<Organisation> {
    policy::can_administer(&viewer)?;
    if let Some((media_type, bytes)) = &picture {
        check(media_type, bytes)?;
    }
    let (media_type, bytes) = picture.unzip();
    let (now, ids, actor) = (state.clock.now(), state.ids, viewer.member_id);
    db::write(&state.db, move |tx| {
        let (media_type, bytes) = (media_type.clone(), bytes.clone());
        Box::pin(async move {
            let present = repo::find(tx).await?.ok_or_else(AppError::not_found)?;
            let change = organisation::ActiveModel {
                logo: Set(bytes),
                logo_type: Set(media_type),
                version: Set(present.version + 1),
                updated_at: Set(now.micros()),
                ..Default::default()
            };
            let row = repo::update(tx, change).await?;
            let event = Event::new(
                ids.next(),
                Some(actor),
                actor,
                EventBody::OrganisationEdited,
                now,
            );
            events::append(tx, now, [event]).await?;
            let subject = (AuditSubject::Organisation, actor);
            Entry::new(ids, Some(actor), now, AuditAct::LogoChanged, subject)
                .write(tx)
                .await?;
            Ok(mapping::organisation(row)?)
        })
    })
    .await
}

/// The logo and its media type.
///
/// # Errors
/// `not_found` while there is none.
pub async fn get(state: &AppState) -> AppResult<(Vec<u8>, String)> {
    repo::find_logo(state.db.reader())
        .await?
        .ok_or_else(AppError::not_found)
}

fn check(media_type: &str, bytes: &[u8]) -> AppResult<()> {
    if bytes.len() > LOGO_MAX_BYTES {
        return Err(AppError::new(ProblemCode::PayloadTooLarge)
            .detail(format!("At most {LOGO_MAX_BYTES} bytes.")));
    }
    if is_picture(media_type, bytes) {
        Ok(())
    } else {
        Err(AppError::new(ProblemCode::UnsupportedMediaType)
            .detail("A PNG, JPEG, WebP or SVG picture."))
    }
}

/// Whether the bytes begin as their type does.
fn is_picture(media_type: &str, bytes: &[u8]) -> bool {
    match media_type {
        "image/png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "image/webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()),
        "image/svg+xml" => std::str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_it_says() {
        assert!(is_picture("image/png", b"\x89PNG\r\n\x1a\n..."));
        assert!(is_picture("image/webp", b"RIFF\0\0\0\0WEBPVP8 "));
        assert!(is_picture(
            "image/svg+xml",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>"
        ));
        assert!(!is_picture("image/png", b"<svg/>") && !is_picture("text/html", b"<svg/>"));
    }
}
