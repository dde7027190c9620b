//! The head of a community: who sees it, its name and purpose, the way in or out, and its sections.

use leptos::prelude::*;
use leptos_router::components::A;

use super::Community;
use super::door::Door;
use super::told::Told;
use crate::components::ui::{Banner, Glyph, PageHead, Segment, TabLinks, Tone};
use crate::i18n::{Lang, use_lang};
use crate::view_model::communities::ask_address;
use crate::view_model::community_section::CommunitySection;
use crate::view_model::people::count;

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
            <Told community />
            <div class="actions">{ask} <Door community /></div>
        </PageHead>
        <Sections community section />
    }
}

/// The pages that are for the viewer; one page needs no row.
#[component]
fn Sections(community: Community, section: CommunitySection) -> impl IntoView {
    let t = use_lang();
    let offered = Memo::new(move |_| {
        let (viewer, detail) = (community.viewer.get(), community.detail.get());
        let Some(viewer) = viewer else {
            return Vec::new();
        };
        let all = CommunitySection::ALL.into_iter();
        let offered = all.filter(|one| one.offered(&viewer, &detail));
        offered
            .map(|one| (one, label(t, one, detail.members, viewer.waiting)))
            .collect()
    });
    move || {
        let links = offered.get().into_iter().map(|(one, label)| Segment {
            href: one.address(community.id),
            label,
            current: one == section,
        });
        let links: Vec<Segment> = links.collect();
        (links.len() > 1).then(|| view! { <TabLinks label=t.community_sections() links /> })
    }
}

fn label(t: Lang, section: CommunitySection, members: i64, waiting: i64) -> String {
    match section {
        CommunitySection::Asked => t.topic_questions().to_owned(),
        CommunitySection::Members => {
            format!("{} {}", t.community_people(), t.number(count(members)))
        }
        CommunitySection::Requests if waiting > 0 => {
            format!("{} {}", t.community_requests(), t.number(count(waiting)))
        }
        CommunitySection::Requests => t.community_requests().to_owned(),
        CommunitySection::Invite => t.community_invite().to_owned(),
        CommunitySection::Health => t.community_health().to_owned(),
        CommunitySection::Settings => t.shell_settings().to_owned(),
    }
}
