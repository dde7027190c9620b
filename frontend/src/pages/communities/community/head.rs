//! The head of a community: who sees it, its name and purpose, the way in or out, and its sections.

use leptos::prelude::*;
use leptos_router::components::A;

use super::Community;
use super::door::Door;
use crate::components::ui::{Banner, Glyph, PageHead, Segment, TabLinks, Tone};
use crate::i18n::{Lang, use_lang};
use crate::view_model::communities::ask_address;
use crate::view_model::people::count;
use crate::view_model::section::CommunitySection;

/// The head.
#[component]
pub fn CommunityHead(community: Community, section: CommunitySection) -> impl IntoView {
    let t = use_lang();
    let detail = community.detail;
    let title = Signal::derive(move || detail.with(|detail| detail.community.name.clone()));
    let above = move || {
        let (who, how) = detail.with(|detail| (detail.visibility, detail.join_rule));
        let ([who, ..], [how, _]) = (t.visibility(who), t.join_rule(how));
        t.community_kind(who, how)
    };
    let purpose = move || detail.with(|detail| detail.purpose.clone());
    let lang =
        move || detail.with(|detail| (detail.language != t.tag()).then(|| detail.language.clone()));
    let archived = Memo::new(move |_| detail.with(|detail| detail.archived_at.is_some()));
    let ask = move || {
        community.may(|viewer| viewer.may_post).then(|| {
            view! {
                <A href=ask_address(community.id) attr:class="button" attr:data-kind="primary">{t.community_ask()}</A>
            }
        })
    };
    view! {
        <PageHead title above=above.into_any()>
            <p class="lede" lang=lang>{purpose}</p>
            {move || {
                archived
                    .get()
                    .then(|| {
                        view! {
                            <Banner tone=Tone::Waiting glyph=Glyph::Door title=t.community_archived()>{t.community_archived_more()}</Banner>
                        }
                    })
            }}
            <div class="actions">{ask} <Door community /></div>
        </PageHead>
        {move || {
            community.may(|viewer| viewer.may_read).then(|| view! { <Sections community section /> })
        }}
    }
}

#[component]
fn Sections(community: Community, section: CommunitySection) -> impl IntoView {
    let t = use_lang();
    let members = Memo::new(move |_| community.detail.with(|detail| detail.members));
    move || {
        let members = t.number(count(members.get()));
        let link = |one: CommunitySection| Segment {
            href: one.address(community.id),
            label: label(t, one, &members),
            current: one == section,
        };
        let links = CommunitySection::ALL.map(link).to_vec();
        view! { <TabLinks label=t.community_sections() links /> }
    }
}

fn label(t: Lang, section: CommunitySection, members: &str) -> String {
    match section {
        CommunitySection::Asked => t.topic_questions().to_owned(),
        CommunitySection::Members => format!("{} {members}", t.community_people()),
    }
}
