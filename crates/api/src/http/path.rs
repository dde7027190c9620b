//! A path with a NUL character names nothing: PostgreSQL takes none in a text, so no such thing can exist.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::error::AppError;

/// Middleware.
///
/// # Errors
/// Those of the handler; 404 for such a path.
pub async fn refuse_nul<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    // As it was sent: what comes after reads it percent-decoded.
    if request.uri().path().contains("%00") {
        return Err(AppError::not_found().into());
    }
    next.call(request).await
}
