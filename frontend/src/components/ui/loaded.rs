//! Content that comes from the server: a skeleton while it is awaited, a failure with a way on, or the content.
//! While it is fetched anew the old content stays.

use leptos::prelude::*;
use tacit_client::ClientError;

use super::blank::Failure;

/// Shows what a resource holds.
#[component]
pub fn Loaded<T, V>(
    resource: LocalResource<Result<T, ClientError>>,
    /// What stands there meanwhile.
    #[prop(into)]
    waiting: ViewFn,
    children: impl Fn(T) -> V + 'static,
) -> impl IntoView
where
    T: Clone + 'static,
    V: IntoView + 'static,
{
    let children = StoredValue::new_local(children);
    move || match resource.get() {
        None => waiting.run(),
        Some(Ok(content)) => children.with_value(|children| children(content).into_any()),
        Some(Err(error)) => {
            let retry = Callback::new(move |()| resource.refetch());
            view! { <Failure error retry /> }.into_any()
        }
    }
}
