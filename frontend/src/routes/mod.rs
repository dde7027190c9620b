//! Which address shows which page. Pages within the frame are for members only.
//!
//! Some pages stand in [`parts`], which are fetched when a person first goes there.

mod part;
mod parts;

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::components::shell::Frame;
use part::part;

use crate::pages;
use crate::state::navigation::watch_navigation;

/// The view of a route that stands in one of the [`parts`].
macro_rules! page {
    ($name:ident) => {
        || part(|| Box::pin(parts::$name()))
    };
}

/// What the first sign-in shows on Home: few see it, and once, so it is fetched when it is needed.
pub fn welcome() -> AnyView {
    part(|| Box::pin(parts::welcome()))
}

/// The router and its table.
#[component]
pub fn Routing() -> impl IntoView {
    view! {
        <Router>
            <Watch />
            <Routes fallback=pages::missing::Missing>
                <Route path=path!("/design") view=page!(design) />
                <Route path=path!("/sign-in") view=pages::account::SignInPage />
                <Route path=path!("/register") view=pages::account::RegisterPage />
                <Route path=path!("/confirm") view=pages::account::ConfirmPage />
                <Route path=path!("/forgot-password") view=page!(forgot_password) />
                <Route path=path!("/reset-password") view=page!(reset_password) />
                <Route path=path!("/unsubscribe") view=page!(unsubscribe) />
                <ParentRoute path=path!("/") view=Frame>
                    <Route path=path!("/") view=pages::home::HomePage />
                    <Route path=path!("/ask") view=page!(ask) />
                    <Route path=path!("/search") view=pages::search::SearchPage />
                    <Route path=path!("/questions") view=pages::questions::list::QuestionsPage />
                    <Route path=path!("/drafts") view=page!(drafts) />
                    <Route path=path!("/topics") view=page!(topics) />
                    <Route path=path!("/topics/:slug") view=page!(topic) />
                    <Route path=path!("/topics/:slug/edit") view=page!(topic_edit) />
                    <Route path=path!("/people") view=page!(people) />
                    <Route path=path!("/people/:handle") view=page!(profile) />
                    <Route path=path!("/questions/:id") view=page!(question) />
                    <Route path=path!("/needs") view=page!(needs) />
                    <Route path=path!("/needs/new") view=page!(say_need) />
                    <Route path=path!("/needs/demand") view=page!(demand) />
                    <Route path=path!("/needs/:id") view=page!(need) />
                    <Route path=path!("/communities") view=page!(communities) />
                    <Route path=path!("/communities/new") view=page!(found_community) />
                    <Route path=path!("/communities/link") view=page!(community_link) />
                    <Route path=path!("/communities/:id/:section?") view=page!(community) />
                    <Route path=path!("/bookmarks") view=page!(bookmarks) />
                    <Route path=path!("/notices") view=page!(notices) />
                    <Route path=path!("/settings/:section?") view=page!(settings) />
                    <Route path=path!("/moderation/:section?") view=page!(moderation) />
                    <Route path=path!("/admin/:section?") view=page!(admin) />
                    <Route path=path!("/*any") view=pages::missing::Missing />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

#[component]
fn Watch() -> impl IntoView {
    watch_navigation();
}
