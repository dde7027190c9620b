//! `/admin/…`: who is here, who may come, how the organisation is called, what was brought over. For admins.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use tacit_contract::identity::Role;

use super::missing::Missing;
use crate::components::ui::{Blank, Glyph, PageHead, Segment, TabLinks};
use crate::i18n::{Lang, use_lang};
use crate::state::session::use_session;
use crate::view_model::section::AdminSection;

mod audit;
mod departments;
mod import_changes;
mod import_marked;
mod import_table;
mod imports;
mod invitations;
mod invite;
mod invite_list;
mod logo;
mod member_change;
mod member_link;
mod members;
mod organisation;
mod organisation_form;
mod status;
mod vocabulary;

/// The page of the address.
#[component]
pub fn AdminPage() -> impl IntoView {
    let params = use_params_map();
    let session = use_session();
    let section = Memo::new(move |_| {
        params.with(|params| AdminSection::find(params.get("section").as_deref()))
    });
    let is_admin = Memo::new(move |_| session.is(&[Role::Admin]));
    move || match (is_admin.get(), section.get()) {
        (false, _) => view! { <Forbidden /> }.into_any(),
        (true, Some(section)) => view! { <Section section /> }.into_any(),
        (true, None) => view! { <Missing /> }.into_any(),
    }
}

#[component]
fn Forbidden() -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="column">
            <PageHead title=t.admin_title() hidden=true />
            <Blank glyph=Glyph::Door title=t.ui_forbidden_title() text=t.ui_forbidden_more()>
                <A href="/" attr:class="button">{t.ui_home()}</A>
            </Blank>
        </div>
    }
}

#[component]
fn Section(section: AdminSection) -> impl IntoView {
    let t = use_lang();
    let links = AdminSection::ALL.map(|place| Segment {
        href: place.address().to_owned(),
        label: name(t, place).to_owned(),
        current: place == section,
    });
    let title = name(t, section);
    let above = t.admin_title().into_any();
    view! {
        <div class="column">
            <PageHead title document=t.admin_document(title) above lede=lede(t, section) />
            <TabLinks label=t.admin_title() links=links.to_vec() />
            {match section {
                AdminSection::Members => view! { <members::Members /> }.into_any(),
                AdminSection::Invitations => view! { <invitations::Invitations /> }.into_any(),
                AdminSection::Departments => view! { <departments::Departments /> }.into_any(),
                AdminSection::Organisation => view! { <organisation::OrganisationSettings /> }.into_any(),
                AdminSection::Imports => view! { <imports::Imports /> }.into_any(),
                AdminSection::Status => view! { <status::Status /> }.into_any(),
                AdminSection::Audit => view! { <audit::Audit /> }.into_any(),
            }}
        </div>
    }
}

fn name(t: Lang, section: AdminSection) -> &'static str {
    match section {
        AdminSection::Members => t.admin_members(),
        AdminSection::Invitations => t.admin_invitations(),
        AdminSection::Departments => t.admin_departments(),
        AdminSection::Organisation => t.admin_organisation(),
        AdminSection::Imports => t.admin_imports(),
        AdminSection::Status => t.admin_status_title(),
        AdminSection::Audit => t.admin_audit(),
    }
}

fn lede(t: Lang, section: AdminSection) -> &'static str {
    match section {
        AdminSection::Invitations => t.invite_lede(),
        AdminSection::Departments => t.department_lede(),
        AdminSection::Imports => t.imports_lede(),
        AdminSection::Status => t.status_lede(),
        AdminSection::Audit => t.admin_audit_lede(),
        AdminSection::Members | AdminSection::Organisation => "",
    }
}
