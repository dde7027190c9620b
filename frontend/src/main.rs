//! The Tacit app in the browser: drawn on the client, spoken to the API through the typed client.
//!
//! `pages` own data, `components` take values and give back events, `state` outlives pages, `view_model` decides
//! without a browser, `i18n` holds the words.

mod app;
mod components;
mod i18n;
mod pages;
mod routes;
mod state;
mod view_model;

fn main() {
    console_error_panic_hook::set_once();
    app::start();
}
