//! What Home does when the first sign-in is over: the panel stands in a part of its own and knows nothing of the page.

use leptos::prelude::*;

#[derive(Clone, Copy)]
struct WelcomeOver(Callback<()>);

/// Says what to do when it is over.
pub fn provide_welcome_over(over: Callback<()>) {
    provide_context(WelcomeOver(over));
}

/// What to do when it is over.
pub fn use_welcome_over() -> Callback<()> {
    use_context::<WelcomeOver>().map_or_else(|| Callback::new(|()| {}), |over| over.0)
}
