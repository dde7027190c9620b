//! Files: pictures in posts. What may come in, in which size it is kept, and how a post's text names it.
//!
//! A picture is seen by whoever sees a post it stands in; before it stands in one, by the member who uploaded it.

use uuid::Uuid;

use crate::identity::Viewer;
use crate::limits::{PICTURE_PIXELS_MAX, PICTURE_SIDE_KEPT};

crate::words! {
    /// What a kept picture is.
    pub enum PictureKind {
        /// Without loss, with transparency.
        Png = "image/png",
        /// Photographs.
        Jpeg = "image/jpeg",
    }
}

/// Why a picture cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is something else.
    #[error("only PNG, JPEG, GIF and WebP pictures are taken")]
    OtherKind,
    /// It cannot be read.
    #[error("the picture is damaged")]
    Damaged,
    /// It would need too much memory.
    #[error("at most {} megapixels", PICTURE_PIXELS_MAX / 1_000_000)]
    TooManyPixels,
}

/// Whether a picture of this size may be decoded.
///
/// # Errors
/// [`PictureError::TooManyPixels`], or [`PictureError::Damaged`] for no size at all.
pub fn can_decode(width: u32, height: u32) -> Result<(), PictureError> {
    match u64::from(width).saturating_mul(u64::from(height)) {
        0 => Err(PictureError::Damaged),
        pixels if pixels > PICTURE_PIXELS_MAX => Err(PictureError::TooManyPixels),
        _ => Ok(()),
    }
}

/// The longest side a picture is kept with, if it has to shrink.
#[must_use]
pub const fn shrinks_to(width: u32, height: u32) -> Option<u32> {
    if width > PICTURE_SIDE_KEPT || height > PICTURE_SIDE_KEPT {
        Some(PICTURE_SIDE_KEPT)
    } else {
        None
    }
}

/// Whether a picture that stands in no post yet is the viewer's to see, to put into a post and to discard.
#[must_use]
pub fn is_own_upload(viewer: &Viewer, uploader: Option<Uuid>) -> bool {
    uploader == Some(viewer.member_id)
}

/// How a text names a picture, as in `![A map](/files/<id>?800x600)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureAddress {
    /// Which.
    pub id: Uuid,
    /// Width and height in pixels, so that the page keeps the place free; the text may leave them out.
    pub size: Option<(u32, u32)>,
}

const FOLDER: &str = "/files/";
const UUID_LENGTH: usize = 36;

impl PictureAddress {
    /// Reads an address; none when it names something else.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let rest = address.strip_prefix(FOLDER)?;
        let (id, size) = match rest.split_once('?') {
            Some((id, size)) => (id, Some(read_size(size)?)),
            None => (rest, None),
        };
        Some(Self {
            id: read_id(id)?,
            size,
        })
    }
}

impl core::fmt::Display for PictureAddress {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{FOLDER}{}", self.id)?;
        match self.size {
            Some((width, height)) => write!(f, "?{width}x{height}"),
            None => Ok(()),
        }
    }
}

fn read_id(text: &str) -> Option<Uuid> {
    // Only the usual form: what is searched for in texts must be what is stored.
    if text.len() != UUID_LENGTH || text.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    Uuid::try_parse(text).ok()
}

fn read_size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    let side = |digits: &str| {
        let fits = (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|side| fits && *side > 0)
    };
    Some((side(width)?, side(height)?))
}

/// The pictures a text names, each once, at most `most`.
#[must_use]
pub fn named_in(text: &str, most: usize) -> Vec<Uuid> {
    let mut found = Vec::new();
    for after in text.split(FOLDER).skip(1) {
        if found.len() >= most {
            break;
        }
        if let Some(id) = after.get(..UUID_LENGTH).and_then(read_id)
            && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::identity::Role;

    const ID: &str = "01997e4c-3a50-4cc3-9d3b-5f0f3a1f1c55";

    #[test]
    fn an_address_is_read_strictly() {
        let plain = PictureAddress::parse(&format!("/files/{ID}")).unwrap();
        assert_eq!((plain.id.to_string().as_str(), plain.size), (ID, None));
        for other in [
            format!("/files/{ID}/"),
            format!("/files/{ID}?"),
            format!("/files/{ID}?0x3"),
            format!("/files/{ID}?123456x3"),
            format!("/files/{ID}?+1x3"),
            format!("/files/{}", ID.to_uppercase()),
            format!("https://elsewhere.example/files/{ID}"),
            "/files/".to_owned(),
        ] {
            assert_eq!(PictureAddress::parse(&other), None, "{other}");
        }
    }

    #[test]
    fn a_text_names_each_picture_once() {
        let text = format!(
            "![a](/files/{ID}?8x6) and ![again](/files/{ID}) /files/no /files/{}",
            "å".repeat(20)
        );
        assert_eq!(named_in(&text, 10), [Uuid::try_parse(ID).unwrap()]);
        assert!(named_in(&text, 0).is_empty());
    }

    #[test]
    fn bombs_are_not_decoded_and_large_pictures_shrink() {
        assert_eq!(can_decode(30_000, 30_000), Err(PictureError::TooManyPixels));
        assert_eq!(
            can_decode(u32::MAX, u32::MAX),
            Err(PictureError::TooManyPixels)
        );
        assert_eq!(can_decode(0, 5), Err(PictureError::Damaged));
        assert_eq!(can_decode(8_000, 6_000), Ok(()));
        assert_eq!(shrinks_to(PICTURE_SIDE_KEPT, 10), None);
        assert_eq!(
            shrinks_to(10, PICTURE_SIDE_KEPT + 1),
            Some(PICTURE_SIDE_KEPT)
        );
    }

    #[test]
    fn an_upload_of_nobody_is_nobodys() {
        let viewer = Viewer {
            member_id: Uuid::from_u128(1),
            role: Role::Admin,
        };
        assert!(is_own_upload(&viewer, Some(Uuid::from_u128(1))));
        assert!(!is_own_upload(&viewer, Some(Uuid::from_u128(2))));
        assert!(!is_own_upload(&viewer, None));
    }

    proptest! {
        #[test]
        fn an_address_is_its_text(id: u128, width in 1_u32..99_999, height in 1_u32..99_999) {
            let address = PictureAddress { id: Uuid::from_u128(id), size: Some((width, height)) };
            prop_assert_eq!(PictureAddress::parse(&address.to_string()), Some(address));
            prop_assert_eq!(named_in(&format!("x{address}y"), 1), vec![address.id]);
        }
    }
}
