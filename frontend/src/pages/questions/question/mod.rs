//! One question: the shared page and what concerns the viewer are two answers of the server, fetched side by side.
//! After a change both are fetched anew; only the parts that changed are drawn again, so nobody loses a text in the
//! making.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use tacit_client::ClientError;
use tacit_contract::notices::ReadNotices;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{QuestionDetail, QuestionViewer};
use uuid::Uuid;

use crate::components::moderation::Gone;
use crate::components::ui::{Failure, Kept, PageHead};
use crate::i18n::use_lang;
use crate::pages::missing::Missing;
use crate::state::api::use_api;
use crate::state::notices::use_unread;
use crate::state::target::follow_target;

mod accept;
mod answer;
mod answers;
mod aside;
mod comments;
mod compare;
mod edit;
mod follow;
mod head;
mod history;
mod moderation;
mod pass;
mod pin;
mod post_actions;
mod quote;
mod restore;
mod routing;
mod write_answer;

/// The page; another question in the address is another page.
#[component]
pub fn QuestionPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .with(|params| params.get("id"))
            .and_then(|id| id.parse::<Uuid>().ok())
    });
    move || match id.get() {
        Some(id) => view! { <Fetched id /> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Thread {
    /// The question's id.
    pub id: Uuid,
    /// The shared page as last fetched.
    pub question: Signal<QuestionDetail>,
    /// What concerns the viewer; not known at first.
    pub viewer: Signal<Option<QuestionViewer>>,
    /// Words that go into one's answer next.
    pub quoted: RwSignal<Option<String>>,
    /// Fetches both anew.
    pub reload: Callback<()>,
}

impl Thread {
    /// Whether the viewer has a draft at this place, as far as is known; not followed.
    pub fn has_draft(self, place: &str) -> bool {
        asked_for(place)
            || self.viewer.with_untracked(|viewer| {
                viewer
                    .as_ref()
                    .is_some_and(|viewer| viewer.drafts.iter().any(|known| known == place))
            })
    }

    /// Whether the viewer asked this without their name.
    pub fn asked_nameless(self) -> bool {
        let own = self.viewer.with(|viewer| {
            let mut posts = viewer.iter().flat_map(|viewer| &viewer.posts);
            posts.any(|post| post.id == self.id && post.mine)
        });
        own && self.question.with(|question| question.by.hidden)
    }
}

/// Whether the address leads to the draft at this place.
pub(super) fn asked_for(place: &str) -> bool {
    use_query_map().with_untracked(|query| query.get("draft").is_some_and(|asked| asked == place))
}

#[component]
fn Fetched(id: Uuid) -> impl IntoView {
    let api = use_api();
    let page = {
        let api = api.clone();
        LocalResource::new(move || {
            let api = api.clone();
            async move { api.get_question(id).await }
        })
    };
    let viewer = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_question_viewer(id).await.ok() }
    });
    let reload = Callback::new(move |()| {
        page.refetch();
        viewer.refetch();
    });
    let thread = move |question| Thread {
        id,
        question,
        viewer: Signal::derive(move || viewer.get().flatten()),
        quoted: RwSignal::new(None),
        reload,
    };
    let failure = Callback::new(move |error| not_there(id, error, reload));
    view! {
        <Kept resource=page failure let:question>
            <Shown thread=thread(question) />
        </Kept>
    }
}

fn not_there(id: Uuid, error: ClientError, reload: Callback<()>) -> AnyView {
    let t = use_lang();
    if error.code() == Some(ProblemCode::NotFound) {
        return view! { <Gone id title=t.questions_title() error reload /> }.into_any();
    }
    view! {
        <PageHead title=t.questions_title() hidden=true />
        <Failure error retry=reload />
    }
    .into_any()
}

/// Whoever looks at the page has read what notices tell of it, whichever way they came.
fn read_notices(thread: Thread) {
    let (api, unread) = (use_api(), use_unread());
    let told = Memo::new(move |_| {
        let viewer = thread.viewer.get();
        viewer.and_then(|viewer| viewer.unread_notices)
    });
    Effect::new(move |_| {
        let Some(through) = told.get() else { return };
        let read = ReadNotices {
            through,
            id: None,
            question_id: Some(thread.id),
        };
        unread.read(&api, read, Callback::new(|()| {}));
    });
}

#[component]
fn Shown(thread: Thread) -> impl IntoView {
    follow_target(Signal::derive(move || {
        thread.question.track();
        thread.viewer.track();
    }));
    read_notices(thread);
    view! {
        <quote::QuoteButton thread />
        <div class="column">
            <head::QuestionHead thread />
            <routing::Routing thread />
            <answers::Answers thread />
            <write_answer::WriteAnswer thread />
            <moderation::DeletedHere thread />
        </div>
        <aside::Aside thread />
    }
}
