//! The app's files: from a directory in development, from this binary in a release.
//!
//! Whatever is no file and no address of the API is the app's page, which then finds its own route. What lies below
//! `assets/` has its hash in its name and never changes; everything else is asked for again each time (ETag). Compressed
//! copies (`.br`, `.gz`), made when the app was built, are served as they are; nothing is compressed per request.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use actix_web::http::header::{
    self, AcceptEncoding, ContentEncoding, ETag, Encoding, EntityTag, Header, IfNoneMatch,
};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use tacit_contract::problem::ProblemCode;

use crate::error::{AppError, AppResult};

/// Scripts, styles and fonts only from here; pictures in posts may come from elsewhere (their addresses carry no
/// referrer). WebAssembly needs its own word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
    img-src 'self' data: blob: https:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PAGE: &str = "index.html";
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Where the app's files come from.
#[derive(Clone, Debug)]
pub struct AppFiles {
    directory: Option<PathBuf>,
}

impl AppFiles {
    /// From this directory, else from the binary.
    #[must_use]
    pub fn new(directory: Option<PathBuf>) -> Self {
        Self { directory }
    }

    async fn find(&self, path: &str) -> Option<Found> {
        match &self.directory {
            Some(directory) => find_in(directory, path).await,
            None => find_embedded(path),
        }
    }
}

/// Empty unless `TACIT_APP_EMBED` named the built app when this was compiled.
#[derive(rust_embed::RustEmbed)]
#[folder = "$TACIT_APP_EMBED"]
#[allow_missing = true]
struct Embedded;

struct Found {
    bytes: Cow<'static, [u8]>,
    /// Says which content this is.
    mark: String,
}

/// Answers whatever no other service does. Goes last into the application: `.configure(assets::configure(files))`.
pub fn configure(files: AppFiles) -> impl FnOnce(&mut web::ServiceConfig) {
    move |service| {
        service.app_data(web::Data::new(files));
        service.default_service(web::to(serve_app));
    }
}

async fn serve_app(request: HttpRequest, files: web::Data<AppFiles>) -> AppResult<HttpResponse> {
    let path = request.path().trim_start_matches('/');
    if is_api(path) {
        return Err(AppError::not_found());
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err(AppError::new(ProblemCode::MethodNotAllowed));
    }
    if !path.is_empty()
        && let Some(answer) = file(&files, path, &request).await
    {
        return Ok(answer);
    }
    if path.starts_with("assets/") {
        return Err(AppError::not_found());
    }
    let page = file(&files, PAGE, &request).await;
    page.ok_or_else(|| AppError::not_found().detail("This server carries no app, only the API."))
}

/// Addresses that programs call: they get a problem, never the page.
fn is_api(path: &str) -> bool {
    path == "api" || path.starts_with("api/") || path == "openapi.json"
}

/// The best copy of a file for this browser, or that it already has it.
async fn file(files: &AppFiles, path: &str, request: &HttpRequest) -> Option<HttpResponse> {
    let (found, encoding) = best_copy(files, path, request).await?;
    let tag = EntityTag::new_strong(found.mark);
    let mut answer = HttpResponse::build(StatusCode::OK);
    // Naming the encoding, even `identity`, keeps a compressing middleware from doing it again.
    answer
        .insert_header(encoding)
        .insert_header((header::VARY, "Accept-Encoding"));
    answer.insert_header(ETag(tag.clone()));
    let lifetime = if path.starts_with("assets/") {
        FOREVER
    } else {
        ASK_AGAIN
    };
    answer.insert_header((header::CACHE_CONTROL, lifetime));
    protect(&mut answer);
    if IfNoneMatch::parse(request).is_ok_and(|known| knows(&known, &tag)) {
        return Some(answer.status(StatusCode::NOT_MODIFIED).finish());
    }
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let text = kind.type_() == "text" || kind.subtype() == "javascript";
    let charset = if text { "; charset=utf-8" } else { "" };
    answer.content_type(format!("{}{charset}", kind.essence_str()));
    Some(answer.body(found.bytes.into_owned()))
}

async fn best_copy(
    files: &AppFiles,
    path: &str,
    request: &HttpRequest,
) -> Option<(Found, ContentEncoding)> {
    let copies = [
        (Encoding::brotli(), "br", ContentEncoding::Brotli),
        (Encoding::gzip(), "gz", ContentEncoding::Gzip),
    ];
    let accepted = AcceptEncoding::parse(request).ok();
    for (encoding, ending, named) in copies {
        let wanted = [encoding.clone(), Encoding::identity()];
        let chosen = accepted
            .as_ref()
            .and_then(|accepted| accepted.negotiate(wanted.iter()));
        if chosen == Some(encoding)
            && let Some(found) = files.find(&format!("{path}.{ending}")).await
        {
            return Some((found, named));
        }
    }
    Some((files.find(path).await?, ContentEncoding::Identity))
}

fn knows(known: &IfNoneMatch, tag: &EntityTag) -> bool {
    match known {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|known| known.weak_eq(tag)),
    }
}

fn protect(answer: &mut HttpResponseBuilder) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
        (
            header::PERMISSIONS_POLICY,
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ] {
        answer.insert_header((name, value));
    }
}

fn find_embedded(path: &str) -> Option<Found> {
    let file = Embedded::get(path)?;
    let hash = file.metadata.sha256_hash();
    let mark = hash.iter().take(12).map(|byte| format!("{byte:02x}"));
    Some(Found {
        mark: mark.collect(),
        bytes: file.data,
    })
}

async fn find_in(directory: &Path, path: &str) -> Option<Found> {
    let inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return None;
    }
    let file = directory.join(path);
    let about = tokio::fs::metadata(&file)
        .await
        .ok()
        .filter(std::fs::Metadata::is_file)?;
    let changed = about
        .modified()
        .ok()?
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let bytes = tokio::fs::read(&file).await.ok()?;
    Some(Found {
        bytes: bytes.into(),
        mark: format!("{:x}-{:x}", about.len(), changed.as_nanos()),
    })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
#[path = "assets_tests.rs"]
mod tests;
