//! No request waits without limit: who is not answered in time hears that the server is not available.
//!
//! This is the net below all other limits (of connections, locks, statements, the write queue): a database that went away
//! without a word answers nothing and refuses nothing.

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;

use crate::error::AppError;

/// How long an answer may take once the request is there.
const LIMIT: Duration = Duration::from_secs(30);

/// A body may come as slowly as this, in bytes a second.
const SLOWEST_BODY: u64 = 16 * 1024;

/// However much is announced.
const LONGEST: Duration = Duration::from_secs(600);

/// Middleware. What was begun is dropped: a transaction that was not committed is rolled back.
///
/// # Errors
/// Those of the handler, and 503 after the limit.
pub async fn answer_in_time<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    let limit = limit(length.unwrap_or(0));
    match tokio::time::timeout(limit, next.call(request)).await {
        Ok(answer) => answer,
        Err(elapsed) => Err(AppError::unavailable(elapsed).into()),
    }
}

fn limit(body: u64) -> Duration {
    LONGEST.min(LIMIT + Duration::from_secs(body / SLOWEST_BODY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_body_has_longer_but_not_for_ever() {
        assert_eq!(limit(200), LIMIT);
        assert_eq!(limit(10 * SLOWEST_BODY), LIMIT + Duration::from_secs(10));
        assert_eq!(limit(u64::MAX), LONGEST);
    }
}
