//! Something that is fetched anew after each change without being drawn anew: what was fetched last stays until the next
//! answer, so nobody loses a text in the making.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::problem::ProblemCode;

use super::skeleton::TextSkeleton;

/// Shows what a resource held last; its children follow it as a signal.
#[component]
pub fn Kept<T, V>(
    resource: LocalResource<Result<T, ClientError>>,
    /// What stands there when it cannot be had.
    #[prop(into)]
    failure: Callback<ClientError, AnyView>,
    children: impl Fn(Signal<T>) -> V + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let last = RwSignal::new(None::<T>);
    let failed = RwSignal::new(None::<ClientError>);
    Effect::new(move |_| match resource.get() {
        None => {}
        Some(Ok(found)) => {
            failed.set(None);
            last.set(Some(found));
        }
        Some(Err(error)) => {
            // It was deleted meanwhile, or is not for the viewer any more: what was fetched before is not there.
            if error.code() == Some(ProblemCode::NotFound) {
                last.set(None);
            }
            failed.set(Some(error));
        }
    });
    let is_there = Memo::new(move |_| last.with(Option::is_some));
    let children = StoredValue::new_local(children);
    move || {
        let first = is_there.get().then(|| last.get_untracked()).flatten();
        match first {
            Some(first) => {
                let now = Signal::derive(move || last.get().unwrap_or_else(|| first.clone()));
                children.with_value(|children| children(now).into_any())
            }
            None => {
                let waiting = move || match failed.get() {
                    Some(error) => failure.run(error),
                    None => view! { <TextSkeleton /> }.into_any(),
                };
                view! { <div class="column">{waiting}</div> }.into_any()
            }
        }
    }
}
