//! Who wrote something: a person here, a name from where it was imported, or nobody who is shown.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::posts::{Byline as Author, Source};

use crate::components::ui::{Glyph, HiddenMember, Icon, Member};
use crate::i18n::{Lang, use_lang};

/// A face, a name and small facts.
#[component]
pub fn Byline(
    by: Author,
    /// The viewer wrote it.
    #[prop(optional)]
    mine: bool,
    /// Where an import took it from, for a name without a person.
    #[prop(optional_no_strip)]
    source: Option<Source>,
    /// Small facts below the name.
    children: Children,
) -> impl IntoView {
    let t = use_lang();
    match by.author {
        Some(member) => {
            let title = (!member.job_title.is_empty()).then(|| format!("{}. ", member.job_title));
            view! {
                <Member handle=member.handle name=member.display_name>
                    {title}
                    {children()}
                </Member>
            }
            .into_any()
        }
        None => {
            let name = source
                .and_then(|source| name_there(t, source))
                .filter(|_| !by.hidden);
            view! {
                <HiddenMember mine name>
                    {children()}
                </HiddenMember>
            }
            .into_any()
        }
    }
}

/// The name an import gave where no person stands behind it.
fn name_there(t: Lang, source: Source) -> Option<String> {
    match source.wiki {
        true => Some(t.source_wiki().to_owned()),
        false => source.author,
    }
}

/// The name alone, within a line of small facts.
#[component]
pub fn AuthorName(
    by: Author,
    /// The viewer wrote it.
    #[prop(optional)]
    mine: bool,
    #[prop(optional_no_strip)] source: Option<Source>,
) -> impl IntoView {
    let t = use_lang();
    let nobody = if mine {
        t.ui_anonymous_you()
    } else {
        t.ui_anonymous()
    };
    match by.author {
        Some(member) => {
            view! { <A href=format!("/people/{}", member.handle)>{member.display_name}</A> }.into_any()
        }
        None => match source.and_then(|source| name_there(t, source)).filter(|_| !by.hidden) {
            Some(name) => view! { <span>{name}</span> }.into_any(),
            None => {
                view! { <span class="state nobody" data-state="hidden"><Icon glyph=Glyph::Person />{nobody}</span> }
                    .into_any()
            }
        },
    }
}

/// Where something was imported from, and under which licence: the licence asks to say it.
#[component]
pub fn SourceLine(source: Source) -> impl IntoView {
    let t = use_lang();
    let author = name_there(t, source.clone());
    view! {
        <p class="source meta">
            <span>
                {t.question_from()} " "
                <a href=source.url rel="noopener external">{source.site}</a>
                {author.map(|author| format!(", {author}"))}
            </span>
            <span>{source.license}</span>
            {source.gone.then(|| view! { <span>{t.source_gone()}</span> })}
        </p>
    }
}
