//! One community: the shared page and what concerns the viewer are two answers of the server, fetched side by side. After a
//! change both are fetched anew.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use tacit_client::ClientError;
use tacit_contract::communities::{CommunityDetail, CommunityViewer};
use uuid::Uuid;

use crate::components::questions::QuestionsOf;
use crate::components::ui::{Blank, Failure, Glyph, Kept, PageHead, RowsSkeleton};
use crate::i18n::use_lang;
use crate::pages::missing::Missing;
use crate::state::api::use_api;
use crate::view_model::communities::ask_address;
use crate::view_model::community_section::CommunitySection;
use crate::view_model::questions_in::Place;

mod aside;
mod door;
mod end;
mod head;
mod health;
mod invite;
mod links;
mod member_acts;
mod members;
mod overview;
mod pins;
mod requests;
mod settings;
mod told;

/// The page; another community in the address is another page.
#[component]
pub fn CommunityPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"));
        id.and_then(|id| id.parse::<Uuid>().ok())
    });
    let section = Memo::new(move |_| {
        params.with(|params| CommunitySection::find(params.get("section").as_deref()))
    });
    move || match id.get() {
        Some(id) => view! { <Fetched id section /> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Community {
    /// Its id.
    pub id: Uuid,
    /// The shared page as last fetched.
    pub detail: Signal<CommunityDetail>,
    /// What concerns the viewer; not known at first.
    pub viewer: Memo<Option<CommunityViewer>>,
    /// Fetches both anew.
    pub reload: Callback<()>,
}

impl Community {
    /// What the viewer may, as far as is known.
    pub fn may(self, what: impl Fn(&CommunityViewer) -> bool) -> bool {
        self.viewer.with(|viewer| viewer.as_ref().is_some_and(what))
    }

    /// Its name now.
    pub fn name(self) -> String {
        self.detail
            .with_untracked(|detail| detail.community.name.clone())
    }
}

#[component]
fn Fetched(id: Uuid, section: Memo<Option<CommunitySection>>) -> impl IntoView {
    let api = use_api();
    let page = {
        let api = api.clone();
        LocalResource::new(move || {
            let api = api.clone();
            async move { api.get_community(id).await }
        })
    };
    let viewer = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_community_viewer(id).await.ok() }
    });
    let reload = Callback::new(move |()| {
        page.refetch();
        viewer.refetch();
    });
    let viewer = Memo::new(move |_| viewer.get().flatten());
    let failure = Callback::new(move |error| not_there(error, reload));
    view! {
        <Kept resource=page failure let:detail>
            {
                let community = Community { id, detail, viewer, reload };
                move || match section.get() {
                    Some(section) => view! { <Shown community section /> }.into_any(),
                    None => view! { <Missing /> }.into_any(),
                }
            }
        </Kept>
    }
}

fn not_there(error: ClientError, retry: Callback<()>) -> AnyView {
    let t = use_lang();
    view! {
        <PageHead title=t.communities_title() hidden=true />
        <Failure error retry />
    }
    .into_any()
}

#[component]
fn Shown(community: Community, section: CommunitySection) -> impl IntoView {
    let t = use_lang();
    let knows = Memo::new(move |_| {
        let viewer = community.viewer.get();
        viewer.map(|viewer| match section.is_care() {
            true => viewer.facilitates,
            false => viewer.may_read,
        })
    });
    view! {
        <div class="column">
            <head::CommunityHead community section />
            {move || match (knows.get(), section) {
                (None, _) => view! { <RowsSkeleton /> }.into_any(),
                (Some(false), section) if section.is_care() => {
                    view! { <Blank glyph=Glyph::Door title=t.community_care_only() /> }.into_any()
                }
                (Some(false), _) => view! { <MembersOnly /> }.into_any(),
                (Some(true), CommunitySection::Asked) => view! { <AskedHere community /> }.into_any(),
                (Some(true), CommunitySection::Members) => {
                    view! { <members::Members community /> }.into_any()
                }
                (Some(true), CommunitySection::Requests) => {
                    view! { <requests::Requests community /> }.into_any()
                }
                (Some(true), CommunitySection::Invite) => {
                    view! { <invite::Invite community /> }.into_any()
                }
                (Some(true), CommunitySection::Health) => {
                    view! { <health::Health community /> }.into_any()
                }
                (Some(true), CommunitySection::Settings) => {
                    view! { <settings::Settings community /> }.into_any()
                }
            }}
        </div>
        <aside::Aside community />
    }
}

#[component]
fn AskedHere(community: Community) -> impl IntoView {
    let t = use_lang();
    let id = community.id;
    let step = move || {
        let may_ask = community.may(|viewer| viewer.may_post);
        may_ask.then(|| {
            view! { <A href=ask_address(id) attr:class="button">{t.community_ask()}</A> }
        })
    };
    view! {
        <pins::Pins community />
        <QuestionsOf place=Place::Community(id) step />
    }
}

/// Instead of what is for members.
#[component]
fn MembersOnly() -> impl IntoView {
    let t = use_lang();
    view! { <Blank glyph=Glyph::Door title=t.community_members_only() /> }
}
