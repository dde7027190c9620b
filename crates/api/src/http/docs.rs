//! The published document and the page to read it with, both from this server alone.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, Responder, get, web};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::Config;

/// The page's own start script: inline ones are forbidden by the policy.
const START: &str = "window.addEventListener('load', () => { window.ui = SwaggerUIBundle({ url: '/openapi.json', \
     dom_id: '#swagger-ui', deepLinking: true, presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], \
     layout: 'StandaloneLayout' }); });";

/// Swagger UI sets styles from its script and has pictures as data; all else as everywhere.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The document as JSON, made once.
#[derive(Clone, Debug)]
pub struct Document(Arc<str>);

impl Document {
    /// From the routes the server serves.
    ///
    /// # Errors
    /// When serialising fails.
    pub fn new(api: &OpenApi) -> Result<Self, serde_json::Error> {
        Ok(Self(serde_json::to_string_pretty(api)?.into()))
    }

    /// The JSON.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.0
    }
}

/// The document.
#[utoipa::path(
    tag = "Server",
    summary = "This document",
    responses((status = 200, description = "OpenAPI 3.1", body = serde_json::Value)),
    security(())
)]
#[get("/openapi.json")]
pub async fn openapi_json(document: web::Data<Document>, request: HttpRequest) -> HttpResponse {
    let json = document.json().to_owned();
    let tag = super::conditional::tag_of_bytes(json.as_bytes());
    if super::conditional::is_known(&request, &tag) {
        return HttpResponse::NotModified().finish();
    }
    HttpResponse::Ok()
        .content_type(header::ContentType::json())
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(json)
}

/// `/docs` and what the page needs.
#[get("/docs{rest:(/.*)?}")]
pub async fn docs(rest: web::Path<String>) -> impl Responder {
    let file = rest.trim_start_matches('/');
    if rest.is_empty() {
        return HttpResponse::PermanentRedirect()
            .insert_header((header::LOCATION, "/docs/"))
            .finish();
    }
    if file == "swagger-initializer.js" {
        return HttpResponse::Ok()
            .content_type("text/javascript; charset=utf-8")
            .body(START);
    }
    let file = if file.is_empty() { "index.html" } else { file };
    let config = Arc::new(Config::from("/openapi.json"));
    match utoipa_swagger_ui::serve(file, config) {
        Ok(Some(asset)) => HttpResponse::Ok()
            .content_type(asset.content_type)
            .insert_header((header::CONTENT_SECURITY_POLICY, DOCS_POLICY))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .body(asset.bytes.into_owned()),
        _ => HttpResponse::NotFound().finish(),
    }
}
