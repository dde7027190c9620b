//! Which address shows which page. Pages within the frame are for members only.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::components::shell::Frame;
use crate::pages;
use crate::state::navigation::watch_navigation;

/// The router and its table.
#[component]
pub fn Routing() -> impl IntoView {
    view! {
        <Router>
            <Watch />
            <Routes fallback=pages::missing::Missing>
                <Route path=path!("/design") view=pages::design::DesignPage />
                <Route path=path!("/sign-in") view=pages::account::SignInPage />
                <Route path=path!("/register") view=pages::account::RegisterPage />
                <Route path=path!("/confirm") view=pages::account::ConfirmPage />
                <ParentRoute path=path!("/") view=Frame>
                    <Route path=path!("/") view=pages::home::HomePage />
                    <Route path=path!("/ask") view=pages::questions::ask::AskPage />
                    <Route path=path!("/search") view=pages::search::SearchPage />
                    <Route path=path!("/questions") view=pages::questions::list::QuestionsPage />
                    <Route path=path!("/topics") view=pages::topics::TopicsPage />
                    <Route path=path!("/topics/:slug") view=pages::topics::TopicPage />
                    <Route path=path!("/topics/:slug/edit") view=pages::topics::TopicEditPage />
                    <Route path=path!("/people") view=pages::people::PeoplePage />
                    <Route path=path!("/people/:handle") view=pages::people::ProfilePage />
                    <Route path=path!("/questions/:id") view=pages::questions::question::QuestionPage />
                    <Route path=path!("/settings/:section?") view=pages::settings::SettingsPage />
                    <Route path=path!("/moderation/:section?") view=pages::moderation::ModerationPage />
                    <Route path=path!("/admin/:section?") view=pages::admin::AdminPage />
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
