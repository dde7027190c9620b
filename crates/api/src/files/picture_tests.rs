#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use image::{ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([230, 20, 20])
        } else {
            Rgb([20, 20, 230])
        }
    })
}

fn jpeg(picture: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

/// The smallest block of a camera: which way is up, and a maker whose name would tell.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
    block.extend(b"\x0f\x01\x02\0\x08\0\0\0\x26\0\0\0");
    block.extend([0x12, 0x01, 0x03, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    block.extend(b"\0\0\0\0SecretC\0");
    block
}

#[test]
fn what_the_camera_knew_goes_and_up_stays_up() {
    let upload = jpeg(&halves(40, 20), Some(exif(6)));
    assert!(upload.windows(7).any(|part| part == b"SecretC"));
    let kept = rewrite(&upload).unwrap();
    assert_eq!(
        (kept.kind, kept.width, kept.height),
        (PictureKind::Jpeg, 20, 40)
    );
    assert!(!kept.bytes.windows(7).any(|part| part == b"SecretC"));
    assert!(!kept.bytes.windows(4).any(|part| part == b"Exif"));
    let turned = image::load_from_memory(&kept.bytes).unwrap().to_rgb8();
    assert!(
        turned.get_pixel(10, 5)[0] > 150,
        "red came from the left and is at the top now"
    );
    assert!(turned.get_pixel(10, 35)[2] > 150);
}

#[test]
fn each_kind_is_written_anew_as_what_it_needs() {
    let opaque = halves(8, 8);
    let clear = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 40]));
    let as_format = |format: ImageFormat, picture: &DynamicImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        rewrite(&bytes.into_inner()).unwrap().kind
    };
    let (opaque, clear) = (DynamicImage::from(opaque), DynamicImage::from(clear));
    assert_eq!(as_format(ImageFormat::Png, &opaque), PictureKind::Png);
    assert_eq!(as_format(ImageFormat::Png, &clear), PictureKind::Png);
    assert_eq!(as_format(ImageFormat::WebP, &opaque), PictureKind::Jpeg);
    assert_eq!(as_format(ImageFormat::WebP, &clear), PictureKind::Png);
    assert_eq!(as_format(ImageFormat::Gif, &opaque), PictureKind::Png);
}

#[test]
fn deep_colours_become_plain_ones() {
    let deep = DynamicImage::new_rgba16(3, 3);
    let mut bytes = Cursor::new(Vec::new());
    deep.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let kept = rewrite(&bytes.into_inner()).unwrap();
    let again = image::load_from_memory(&kept.bytes).unwrap();
    assert_eq!(again.color(), image::ColorType::Rgba8);
}

#[test]
fn huge_pictures_shrink() {
    let kept = rewrite(&jpeg(&halves(3_000, 30), None)).unwrap();
    assert_eq!((kept.width, kept.height), (2_560, 26));
}

#[test]
fn a_bomb_is_refused_before_it_is_decoded() {
    // A picture of 60,000 by 60,000 in 70 bytes: only its head is true.
    let mut bomb = Vec::new();
    PngEncoder::new(&mut bomb)
        .write_image(&[0; 3], 1, 1, image::ExtendedColorType::Rgb8)
        .unwrap();
    bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(rewrite(&bomb), Err(PictureError::TooManyPixels));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn other_things_are_no_pictures() {
    for other in [
        b"".as_slice(),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"GIF",
    ] {
        assert_eq!(rewrite(other), Err(PictureError::OtherKind), "{other:?}");
    }
    let whole = jpeg(&halves(64, 64), None);
    assert_eq!(rewrite(&whole[..40]), Err(PictureError::Damaged));
    let mut png = Vec::new();
    halves(64, 64)
        .write_with_encoder(PngEncoder::new(&mut png))
        .unwrap();
    assert_eq!(rewrite(&png[..png.len() / 2]), Err(PictureError::Damaged));
}
