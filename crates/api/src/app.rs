//! The server: built once, started by `tacit serve` and by every test alike.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use actix_cors::Cors;
use actix_web::dev::ServerHandle;
use actix_web::http::header;
use actix_web::middleware::{Compress, Condition, from_fn};
use actix_web::{App, HttpServer, web};
use tokio::task::JoinHandle;
use tracing_actix_web::TracingLogger;
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt;
use utoipa_actix_web::scope::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::blocks;
use crate::bookmarks;
use crate::communities;
use crate::demo;
use crate::drafts;
use crate::error::AppError;
use crate::events::Projector;
use crate::expertise;
use crate::files;
use crate::follows;
use crate::http::assets::{self, AppFiles};
use crate::http::context::{RequestSpan, name_request};
use crate::http::deadline::answer_in_time;
use crate::http::docs::{self, Document};
use crate::http::extract::BODY_LIMIT;
use crate::http::head::route_head_as_get;
use crate::http::headers::secure;
use crate::http::path::refuse_nul;
use crate::http::problems::answer_with_problems;
use crate::http::unmatched::{self, Addresses};
use crate::http::{health, openapi, status};
use crate::identity::{self, service::organisation};
use crate::imports;
use crate::moderation;
use crate::nameless;
use crate::needs;
use crate::notices::{self, Postman};
use crate::posts;
use crate::projections;
use crate::questions;
use crate::routing::{self, Messenger};
use crate::search;
use crate::settings::Settings;
use crate::state::AppState;
use crate::topics;

/// Seconds that requests under way have when the server stops; with what closing the database takes, less than the ten
/// after which a container is killed.
const FAREWELL: u64 = 6;

/// A server that answers.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What its requests work with.
    pub state: AppState,
    /// How to sign in to the demo content, when this start loaded it.
    pub demo: Option<Vec<demo::SignIn>>,
    handle: ServerHandle,
    server: JoinHandle<std::io::Result<()>>,
    projector: JoinHandle<()>,
    search: JoinHandle<()>,
    sweeps: [JoinHandle<()>; 3],
    postman: JoinHandle<()>,
    messenger: JoinHandle<()>,
}

impl Running {
    /// Waits until it was stopped.
    ///
    /// # Errors
    /// A sentence about why it ended by itself.
    pub async fn wait(&mut self) -> Result<(), String> {
        match (&mut self.server).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(format!("The server ended: {error}.")),
            Err(error) => Err(format!("The server ended: {error}.")),
        }
    }

    /// Finishes the requests under way, then closes the database.
    pub async fn stop(self) {
        self.handle.stop(true).await;
        self.projector.abort();
        self.search.abort();
        self.sweeps.iter().for_each(JoinHandle::abort);
        self.postman.abort();
        self.messenger.abort();
        self.state.db.close().await;
    }
}

/// Listens, opens the state, starts the projections and the server.
///
/// # Errors
/// A sentence about what does not work and what to do.
pub async fn spawn(settings: Settings) -> Result<Running, String> {
    let listener = listen(settings.listen)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let state = AppState::open(settings.listening_on(address)).await?;
    organisation::ensure(&state)
        .await
        .map_err(|error| error.to_string())?;
    let demo = if state.settings.demo {
        demo::load(&state)
            .await
            .map_err(|error| error.to_string())?
    } else {
        None
    };
    let search = search::start(&state).await?;
    let projector = projector(&state).start();
    let sweeps = [
        files::sweep::start(&state),
        search::unmet::sweep::start(&state),
        communities::sweep::start(&state),
    ];
    let postman = Postman::new(&state).start();
    let messenger = Messenger::new(&state).start();
    let server = serve(&state, listener)?;
    Ok(Running {
        address,
        state,
        demo,
        handle: server.handle(),
        server: tokio::spawn(server),
        projector,
        search,
        sweeps,
        postman,
        messenger,
    })
}

/// The projector of all projections.
#[must_use]
pub fn projector(state: &AppState) -> Projector {
    let projections = projections::all();
    Projector::new(
        state.db.clone(),
        state.clock.clone(),
        state.wake.clone(),
        projections,
    )
}

/// The published document, from the routes below.
#[must_use]
pub fn document() -> OpenApi {
    let app = App::new().into_utoipa_app().openapi(openapi::base());
    let mut document = app.configure(routes).split_for_parts().1;
    openapi::add_common_answers(&mut document);
    document
}

/// All that is served, but for the app's files.
fn routes(config: &mut ServiceConfig) {
    config
        .service(health::healthz)
        .service(health::readyz)
        .service(docs::openapi_json)
        .service(
            scope("/api/v1")
                .configure(operations)
                .default_service(web::to(unmatched::refuse)),
        );
}

/// The operations of every feature: one `.configure(<feature>::routes)` each.
fn operations(config: &mut ServiceConfig) {
    config
        .configure(search::routes)
        .configure(identity::routes)
        .configure(expertise::routes)
        .configure(topics::routes)
        .configure(questions::routes)
        .configure(routing::routes)
        .configure(nameless::routes)
        .configure(needs::routes)
        .configure(communities::routes)
        .configure(posts::routes)
        .configure(moderation::routes)
        .service(status::get_status)
        .configure(drafts::routes)
        .configure(files::routes)
        .configure(notices::routes)
        .configure(follows::routes)
        .configure(blocks::routes)
        .configure(bookmarks::routes)
        .configure(imports::routes);
}

fn serve(state: &AppState, listener: TcpListener) -> Result<actix_web::dev::Server, String> {
    let api = document();
    let addresses = web::Data::new(Addresses::of(&api));
    let document = Document::new(&api).map_err(|error| error.to_string())?;
    let document = web::Data::new(document);
    let files = AppFiles::new(state.settings.app_dir.clone());
    let data = web::Data::new(state.clone());
    let settings = Arc::clone(&state.settings);
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(addresses.clone())
            .app_data(document.clone())
            .app_data(web::PayloadConfig::new(BODY_LIMIT))
            .app_data(web::PathConfig::default().error_handler(|_, _| AppError::not_found().into()))
            .into_utoipa_app()
            .configure(routes)
            .into_app()
            .service(docs::docs)
            .configure(assets::configure(files.clone()))
            .wrap(from_fn(route_head_as_get))
            .wrap(from_fn(refuse_nul))
            .wrap(cors(&settings))
            .wrap(from_fn(answer_in_time))
            .wrap(from_fn(answer_with_problems))
            .wrap(from_fn(secure))
            .wrap(Compress::default())
            .wrap(from_fn(name_request))
            .wrap(TracingLogger::<RequestSpan>::new())
    })
    .disable_signals()
    .shutdown_timeout(FAREWELL);
    if let Some(workers) = state.settings.workers {
        server = server.workers(workers.max(1));
    }
    let server = server.listen(listener).map_err(|error| error.to_string())?;
    Ok(server.run())
}

/// Only for the origins in the settings; without any there is no cross-origin use.
fn cors(settings: &Settings) -> Condition<Cors> {
    let origins = &settings.cors_origins;
    let cors = origins
        .iter()
        .fold(Cors::default(), |cors, origin| cors.allowed_origin(origin))
        .block_on_origin_mismatch(false)
        .allowed_methods(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
        .allowed_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            header::HeaderName::from_static("idempotency-key"),
        ])
        .expose_headers(["etag", "link", "location", "retry-after", "x-request-id"])
        .supports_credentials()
        .max_age(3_600);
    Condition::new(!origins.is_empty(), cors)
}

fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    use std::io::ErrorKind;
    let (ip, port) = (address.ip(), address.port());
    TcpListener::bind(address).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("Port {port} is in use: end the program that listens there, or choose another with --listen {ip}:PORT.")
        }
        ErrorKind::PermissionDenied => {
            format!("Port {port} may not be used: choose one above 1023 with --listen {ip}:PORT.")
        }
        _ => format!("{address} cannot be listened on ({error}): choose another with --listen."),
    })
}
