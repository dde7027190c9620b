//! Compressed copies beside the files, made once at build time with the greatest effort.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::inputs::collect;
use crate::failure::{Because, Outcome};

/// Files that are already compressed, or too small to gain.
const COMPRESSED: [&str; 5] = ["woff2", "png", "webp", "br", "gz"];
const SMALL: usize = 256;

/// Writes `.br` and `.gz` beside every file that gains by it.
pub fn beside(directory: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    collect(directory, &mut files);
    for file in files {
        if file
            .extension()
            .is_some_and(|extension| COMPRESSED.iter().any(|known| extension == *known))
        {
            continue;
        }
        let bytes = fs::read(&file).because(|| format!("{} cannot be read.", file.display()))?;
        if bytes.len() > SMALL {
            keep(&file, "br", &brotli(&bytes)?)?;
            keep(&file, "gz", &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

/// What travels to a browser that takes brotli, for the files with these endings: name and bytes.
pub fn brotli_size(directory: &Path, endings: &[&str]) -> Outcome<Vec<(String, u64)>> {
    let mut files = Vec::new();
    collect(directory, &mut files);
    files.sort();
    let mut sizes = Vec::new();
    for file in files.iter().filter(|file| {
        file.extension()
            .is_some_and(|have| endings.iter().any(|want| have == *want))
    }) {
        let compressed = with_ending(file, "br");
        let measured = if compressed.is_file() {
            &compressed
        } else {
            file
        };
        let about =
            fs::metadata(measured).because(|| format!("{} is missing.", measured.display()))?;
        let name = file.strip_prefix(directory).unwrap_or(file);
        sizes.push((name.display().to_string(), about.len()));
    }
    Ok(sizes)
}

fn keep(file: &Path, ending: &str, bytes: &[u8]) -> Outcome<()> {
    let path = with_ending(file, ending);
    fs::write(&path, bytes).because(|| format!("{} cannot be written.", path.display()))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    let mut input = bytes;
    brotli::BrotliCompress(&mut input, &mut out, &params)
        .because(|| "A file cannot be compressed.".into())?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .because(|| "A file cannot be compressed.".into())
}
