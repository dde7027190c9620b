//! What no route of the API takes: 405 with `Allow` where the address exists for other methods, else 404.
//!
//! Each operation is a route of its own, guarded by its method; which methods an address has is read off the published
//! document.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::dev::ResourceDef;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};
use tacit_contract::problem::ProblemCode;
use utoipa::openapi::OpenApi;

use crate::error::AppError;

/// The addresses of the API and their methods.
#[derive(Clone, Debug)]
pub struct Addresses(Arc<[(ResourceDef, BTreeSet<&'static str>)]>);

impl Addresses {
    /// From the published document.
    #[must_use]
    pub fn of(api: &OpenApi) -> Self {
        let addresses = api.paths.paths.iter().map(|(path, item)| {
            let methods = [
                (&item.get, "GET"),
                (&item.put, "PUT"),
                (&item.post, "POST"),
                (&item.delete, "DELETE"),
                (&item.patch, "PATCH"),
            ];
            let offered = methods
                .into_iter()
                .filter_map(|(operation, method)| operation.as_ref().map(|_| method))
                .chain(item.get.as_ref().map(|_| "HEAD"));
            (ResourceDef::new(path.as_str()), offered.collect())
        });
        Self(addresses.collect())
    }

    fn methods(&self, path: &str) -> BTreeSet<&'static str> {
        self.0
            .iter()
            .filter(|(address, _)| address.is_match(path))
            .flat_map(|(_, methods)| methods.iter().copied())
            .collect()
    }
}

/// The default service of the API.
pub async fn refuse(addresses: web::Data<Addresses>, request: HttpRequest) -> HttpResponse {
    let methods = addresses.methods(request.path());
    if methods.is_empty() || methods.contains(request.method().as_str()) {
        return AppError::not_found().error_response();
    }
    let mut response = AppError::new(ProblemCode::MethodNotAllowed).error_response();
    let allow = methods.into_iter().collect::<Vec<_>>().join(", ");
    if let Ok(allow) = header::HeaderValue::from_str(&allow) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}
