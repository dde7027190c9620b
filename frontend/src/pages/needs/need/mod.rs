//! One need: the shared page and what concerns the viewer are two answers of the server, fetched side by side. After a
//! change both are fetched anew.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use tacit_client::ClientError;
use tacit_contract::needs::{NeedDetail, NeedViewer};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use crate::components::moderation::Gone;
use crate::components::ui::{Failure, Kept, PageHead};
use crate::i18n::use_lang;
use crate::pages::missing::Missing;
use crate::pages::needs::know::WhoKnows;
use crate::state::api::use_api;

mod act;
mod edit;
mod head;
mod helped;
mod helpers;
mod link;
mod responses;
mod steps;
mod wanting;

/// The page; another need in the address is another page.
#[component]
pub fn NeedPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"));
        id.and_then(|id| id.parse::<Uuid>().ok())
    });
    move || match id.get() {
        Some(id) => view! { <Fetched id /> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Need {
    /// Its id.
    pub id: Uuid,
    /// The shared page as last fetched.
    pub detail: Signal<NeedDetail>,
    /// What concerns the viewer; not known at first.
    pub viewer: Memo<Option<NeedViewer>>,
    /// Fetches both anew.
    pub reload: Callback<()>,
}

impl Need {
    /// What the viewer may, as far as is known.
    pub fn may(self, what: impl Fn(&NeedViewer) -> bool) -> bool {
        self.viewer.with(|viewer| viewer.as_ref().is_some_and(what))
    }

    /// Whether the address leads to the draft of an edit.
    fn editing(self) -> bool {
        let place = format!("edit-{}", self.id);
        use_query_map()
            .with_untracked(|query| query.get("draft").is_some_and(|asked| asked == place))
    }
}

#[component]
fn Fetched(id: Uuid) -> impl IntoView {
    let api = use_api();
    let page = {
        let api = api.clone();
        LocalResource::new(move || {
            let api = api.clone();
            async move { api.get_need(id).await }
        })
    };
    let viewer = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_need_viewer(id).await.ok() }
    });
    let reload = Callback::new(move |()| {
        page.refetch();
        viewer.refetch();
    });
    let known = Memo::new(move |_| viewer.get().flatten());
    let need = move |detail| Need {
        id,
        detail,
        viewer: known,
        reload,
    };
    let failure = Callback::new(move |error| not_there(id, error, reload));
    view! {
        <Kept resource=page failure let:detail>
            <Shown need=need(detail) />
        </Kept>
    }
}

fn not_there(id: Uuid, error: ClientError, reload: Callback<()>) -> AnyView {
    let t = use_lang();
    if error.code() == Some(ProblemCode::NotFound) {
        return view! { <Gone id title=t.needs_title() error reload /> }.into_any();
    }
    view! {
        <PageHead title=t.needs_title() hidden=true />
        <Failure error retry=reload />
    }
    .into_any()
}

#[component]
fn Shown(need: Need) -> impl IntoView {
    let about = Memo::new(move |_| {
        need.detail.with(|own| {
            let topics = own.topics.iter().map(|topic| topic.slug.clone());
            (own.wish.clone(), own.why.clone(), topics.collect())
        })
    });
    view! {
        <div class="column">
            <head::NeedHead need />
            <responses::Responses need />
            <helped::DidItHelp need />
            <helpers::Helpers need />
            <wanting::Wanting need />
            <steps::Steps need />
        </div>
        <WhoKnows about />
    }
}
