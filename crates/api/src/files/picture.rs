//! From what somebody uploads to the picture that is kept: what it is tells its content, never its name. It is decoded
//! within bounds, turned upright, made smaller where it is huge, and written anew; so nothing of the original file goes
//! on but its pixels. Of a moving picture the first frame stays.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::files::{PictureError, PictureKind, can_decode, shrinks_to};

use crate::error::AppError;

/// Most bytes that decoding may take up at once.
const MEMORY: u64 = 256 * 1024 * 1024;
/// Of photographs: what is lost cannot be seen.
const JPEG_QUALITY: u8 = 88;

/// A picture to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is now.
    pub kind: PictureKind,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Reads an upload and writes it anew. Takes its time: run it where blocking is allowed.
///
/// # Errors
/// Why it cannot be taken.
pub fn rewrite(upload: &[u8]) -> Result<Kept, PictureError> {
    let format = image::guess_format(upload).map_err(|_| PictureError::OtherKind)?;
    let photograph = match format {
        ImageFormat::Png | ImageFormat::Gif => false,
        ImageFormat::Jpeg | ImageFormat::WebP => true,
        _ => return Err(PictureError::OtherKind),
    };
    let picture = upright(decode(upload, format)?);
    write(&picture, photograph)
}

/// The pixels with which way is up.
fn decode(
    upload: &[u8],
    format: ImageFormat,
) -> Result<(DynamicImage, image::metadata::Orientation), PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(upload), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    let (width, height) = decoder.dimensions();
    can_decode(width, height)?;
    // What the camera wrote may be damaged while the picture is not.
    let orientation = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(why)?;
    Ok((picture, orientation))
}

fn upright(
    (mut picture, orientation): (DynamicImage, image::metadata::Orientation),
) -> DynamicImage {
    if let Some(side) = shrinks_to(picture.width(), picture.height()) {
        picture = picture.resize(side, side, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    picture
}

fn write(picture: &DynamicImage, photograph: bool) -> Result<Kept, PictureError> {
    let mut bytes = Vec::new();
    let see_through = picture.color().has_alpha();
    let written = if photograph && !see_through {
        picture
            .to_rgb8()
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
    } else {
        let encoder =
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive);
        if see_through {
            picture.to_rgba8().write_with_encoder(encoder)
        } else {
            picture.to_rgb8().write_with_encoder(encoder)
        }
    };
    written.map_err(why)?;
    Ok(Kept {
        kind: if photograph && !see_through {
            PictureKind::Jpeg
        } else {
            PictureKind::Png
        },
        width: picture.width(),
        height: picture.height(),
        bytes,
    })
}

fn why(error: ImageError) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        ImageError::Unsupported(_) => PictureError::OtherKind,
        _ => PictureError::Damaged,
    }
}

impl From<PictureError> for AppError {
    fn from(error: PictureError) -> Self {
        let code = match error {
            PictureError::OtherKind => {
                return Self::new(ProblemCode::UnsupportedMediaType).detail(error.to_string());
            }
            PictureError::Damaged => FieldCode::Malformed,
            PictureError::TooManyPixels => FieldCode::OutOfRange,
        };
        Self::invalid("", code, error.to_string())
    }
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
