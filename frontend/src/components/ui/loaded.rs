//! Content that comes from the server: a skeleton while it is awaited, a failure with a way on, or the content.
//! While it is fetched anew the old content stays.

use leptos::prelude::*;
use tacit_client::ClientError;

use super::blank::Failure;
use super::page_head::PageHead;
use crate::i18n::use_lang;
use crate::view_model::failure;

/// Shows what a resource holds.
#[component]
pub fn Loaded<T, V>(
    resource: LocalResource<Result<T, ClientError>>,
    /// What stands there meanwhile.
    #[prop(into)]
    waiting: ViewFn,
    /// It is the whole page: a failure then needs a column, a heading and a title of the document.
    #[prop(optional)]
    page: bool,
    children: impl Fn(T) -> V + 'static,
) -> impl IntoView
where
    T: Clone + 'static,
    V: IntoView + 'static,
{
    let t = use_lang();
    let children = StoredValue::new_local(children);
    move || match resource.get() {
        None => waiting.run(),
        Some(Ok(content)) => children.with_value(|children| children(content).into_any()),
        Some(Err(error)) => {
            let retry = Callback::new(move |()| resource.refetch());
            if !page {
                return view! { <Failure error retry /> }.into_any();
            }
            view! {
                <div class="column">
                    <PageHead title=failure::title(t, &error) hidden=true />
                    <Failure error retry />
                </div>
            }
            .into_any()
        }
    }
}
