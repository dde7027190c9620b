//! The parts of the app that are fetched when a person first goes there; the rest is the start: signing in, Home, the
//! list of questions, search.
//!
//! Few parts: for every combination of parts that needs something in common there is a chunk, so their number grows
//! with two to the power of theirs.
//!
//! `cargo xtask` cuts the compiled app at these functions: what only one part needs travels with that part. Each gives
//! back what draws its page, so that drawing happens where the page stands, with its owner and its context.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::pages;

/// Draws a page.
pub type Draw = fn() -> AnyView;

/// Declares `name (part): page`, one function for each page.
macro_rules! parts {
    ($($name:ident ($part:ident): $page:path;)+) => {$(
        #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        pub fn $name() -> Result<Draw, SplitLoaderError> {
            Ok(|| view! { <$page /> }.into_any())
        }
    )+};
}

parts! {
    drafts (asking): pages::drafts::DraftsPage;
    ask (asking): pages::questions::ask::AskPage;
    question (asking): pages::questions::question::QuestionPage;
    welcome (people): crate::components::expertise::WelcomePanel;
    needs (asking): pages::needs::NeedsPage;
    say_need (asking): pages::needs::SayNeedPage;
    demand (asking): pages::needs::DemandPage;
    need (asking): pages::needs::NeedPage;
    topics (people): pages::topics::TopicsPage;
    topic (people): pages::topics::TopicPage;
    topic_edit (people): pages::topics::TopicEditPage;
    people (people): pages::people::PeoplePage;
    profile (people): pages::people::ProfilePage;
    communities (people): pages::communities::CommunitiesPage;
    found_community (people): pages::communities::FoundPage;
    community_link (people): pages::communities::CommunityLinkPage;
    community (people): pages::communities::CommunityPage;
    bookmarks (people): pages::bookmarks::BookmarksPage;
    notices (people): pages::notices::NoticesPage;
    forgot_password (manage): pages::account::ForgotPasswordPage;
    reset_password (manage): pages::account::ResetPasswordPage;
    unsubscribe (manage): pages::account::UnsubscribePage;
    settings (manage): pages::settings::SettingsPage;
    moderation (manage): pages::moderation::ModerationPage;
    admin (manage): pages::admin::AdminPage;
    design (manage): pages::design::DesignPage;
}
