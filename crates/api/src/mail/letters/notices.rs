//! Letters that tell of notices: one at once, or the digest of a day.

use tacit_contract::notices::{Notice, NoticeKind};
use tacit_contract::posts::PostKind;
use tacit_domain::identity::Locale;

use super::sentences::{because, sentence};
use super::{Item, Letter, Recipient};

/// Addresses a letter about notices names.
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// The app, without a slash at its end.
    pub app: &'a str,
    /// What one click ends.
    pub unsubscribe: &'a str,
}

impl Letter {
    /// Tells of one notice.
    #[must_use]
    pub fn notice(to: Recipient<'_>, notice: &Notice, links: Links<'_>) -> Self {
        let locale = to.locale;
        let (sentence, quote) = (sentence(locale, notice), words(notice).unwrap_or_default());
        let link = format!("{}{}", links.app, address(notice));
        let (read, stop) = match locale {
            Locale::En => ("Read it in Tacit", "No more letters like this one"),
            Locale::Sv => ("Läs i Tacit", "Inga fler sådana brev"),
        };
        let before = told(locale, &sentence, notice, !quote.is_empty());
        let mut letter = Self::new(to, sentence, link)
            .says(before, read, &because(locale, notice))
            .ends_with(links.unsubscribe, stop);
        quote.clone_into(&mut letter.quote);
        letter
    }

    /// Tells of all that is unread since the last time.
    #[must_use]
    pub fn digest(
        to: Recipient<'_>,
        organisation: &str,
        notices: &[Notice],
        links: Links<'_>,
    ) -> Self {
        let locale = to.locale;
        let (subject, before, all, stop) = match locale {
            Locale::En => (
                format!("What is new for you in Tacit at {organisation}"),
                "This happened around what you asked, wrote and follow:",
                "All notices",
                "No more digests",
            ),
            Locale::Sv => (
                format!("Nytt för dig i Tacit hos {organisation}"),
                "Det här har hänt kring det du frågat, skrivit och följer:",
                "Alla notiser",
                "Inga fler sammanfattningar",
            ),
        };
        let mut letter = Self::new(to, subject, format!("{}/notices", links.app))
            .says(before.to_owned(), all, "")
            .ends_with(links.unsubscribe, stop);
        letter.items = notices
            .iter()
            .map(|notice| Item {
                sentence: sentence(locale, notice),
                excerpt: words(notice).unwrap_or_default().to_owned(),
                link: format!("{}{}", links.app, address(notice)),
            })
            .collect();
        letter
    }
}

/// The words of others that say more: why it was deleted or closed, what was said with a decision, or the beginning of the text.
fn words(notice: &Notice) -> Option<&str> {
    let said = notice.deleted_reason.as_deref();
    let said = said.or(notice.closed_words.as_deref());
    let excerpt = notice.post.as_ref().map(|post| post.excerpt.as_str());
    let community = notice.community.as_ref().map(|one| one.word.as_str());
    let said = said.or(community.filter(|word| !word.is_empty()));
    said.or(excerpt.filter(|_| notice.closed_reason.is_none()))
}

/// The sentence with how it ends: before what is quoted, or with a full stop.
fn told(locale: Locale, sentence: &str, notice: &Notice, quotes: bool) -> String {
    if notice.deleted_reason.is_some() {
        let why = match locale {
            Locale::En => "with this reason",
            Locale::Sv => "med den här orsaken",
        };
        return format!("{sentence}, {why}:");
    }
    // One colon is enough.
    let colon = quotes && !sentence.contains(": ");
    format!("{sentence}{}", if colon { ":" } else { "." })
}

/// The page that shows it, below the app's address.
fn address(notice: &Notice) -> String {
    if notice.count > 1 {
        if let Some(topic) = &notice.topic {
            return format!("/topics/{}", topic.slug);
        }
        if let Some(member) = &notice.member {
            return format!("/people/{}", member.handle);
        }
    }
    if let Some(need) = &notice.need {
        return format!("/needs/{}", need.id);
    }
    if let Some(community) = &notice.community {
        return match notice.kind {
            NoticeKind::CommunityRemoved => "/communities".to_owned(),
            _ => format!("/communities/{}", community.id),
        };
    }
    let Some(question) = &notice.question else {
        return "/notices".to_owned();
    };
    match &notice.post {
        Some(post) if notice.kind == NoticeKind::PostDeleted && post.kind != PostKind::Question => {
            format!("/questions/{}#deleted-{}", question.id, post.id)
        }
        Some(post) if post.kind == PostKind::Answer => {
            format!("/questions/{}#answer-{}", question.id, post.id)
        }
        Some(post) if post.kind == PostKind::Comment => {
            format!("/questions/{}#comment-{}", question.id, post.id)
        }
        _ => format!("/questions/{}", question.id),
    }
}

#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
