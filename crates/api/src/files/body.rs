//! The body of an upload: bytes with a limit of their own.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use futures::StreamExt;
use tacit_contract::problem::ProblemCode;

use crate::error::{AppError, AppResult};
use crate::http::extract::header_text;
use crate::state::AppState;

/// What was uploaded. 413 as soon as it is more than the settings allow.
#[derive(Debug)]
pub struct Upload(pub Vec<u8>);

impl FromRequest for Upload {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let most = request
            .app_data::<web::Data<AppState>>()
            .map_or(0, |state| state.settings.files.max_bytes);
        let told = header_text(request, header::CONTENT_LENGTH).and_then(|text| text.parse().ok());
        let mut payload = payload.take();
        Box::pin(async move {
            if told.is_some_and(|length: usize| length > most) {
                return Err(too_large(most));
            }
            let mut bytes = Vec::with_capacity(told.unwrap_or(0));
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|_| {
                    AppError::new(ProblemCode::BadRequest).detail("The body did not arrive whole.")
                })?;
                if bytes.len().saturating_add(chunk.len()) > most {
                    return Err(too_large(most));
                }
                bytes.extend_from_slice(&chunk);
            }
            Ok(Self(bytes))
        })
    }
}

fn too_large(most: usize) -> AppError {
    AppError::new(ProblemCode::PayloadTooLarge).detail(format!("At most {most} bytes."))
}
