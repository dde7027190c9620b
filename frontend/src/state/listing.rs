//! A list whose choices stand in the address.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The values of an address, by name.
pub type Values<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What the address says, read by `read`; it changes only when what it means changes.
pub fn address_view<T>(read: impl Fn(&Values<'_>) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| read(&|name| query.get(name))))
}

/// Goes to another view of the same list: the place on the screen stays, and typing leaves no trail to go back through.
pub fn use_go() -> Callback<String> {
    let navigate = use_navigate();
    Callback::new(move |address: String| {
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    })
}
