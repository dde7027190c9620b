//! What the letters say, in English and Swedish. Each is a few sentences and one link, as plain text and as simple HTML.

pub mod notices;
mod sentences;

use serde::{Deserialize, Serialize};
use tacit_domain::identity::Locale;

/// A letter ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Address of the recipient.
    pub to: String,
    /// Tag of the language it is written in.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// Where one click ends letters like this one (RFC 8058); none for letters one asked for.
    pub unsubscribe: Option<String>,
    /// What the way to end them is called, where there is one.
    #[serde(default)]
    unsubscribe_words: String,
    greeting: String,
    before: String,
    /// What somebody wrote, in their words; may be empty.
    #[serde(default)]
    quote: String,
    items: Vec<Item>,
    link: String,
    link_words: String,
    after: String,
}

/// One of several things a letter tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What happened.
    pub sentence: String,
    /// The beginning of what was written, or nothing.
    pub excerpt: String,
    /// Where it is.
    pub link: String,
}

/// To whom a letter goes: address, language, and the name to greet when it is known.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    /// Address.
    pub email: &'a str,
    /// Language.
    pub locale: Locale,
    /// Name.
    pub name: Option<&'a str>,
}

impl Letter {
    /// Asks a new member to confirm their address.
    #[must_use]
    pub fn confirm_address(to: Recipient<'_>, organisation: &str, link: String) -> Self {
        match to.locale {
            Locale::En => Self::new(to, format!("Confirm your address for Tacit at {organisation}"), link)
                .says(
                    format!("Somebody, most likely you, registered this address with Tacit at {organisation}. Open the link and enter the password you chose; then you are in."),
                    "Confirm my address",
                    "The link works for 24 hours. If it was not you, do nothing: without this letter nobody gets in.",
                ),
            Locale::Sv => Self::new(to, format!("Bekräfta din adress för Tacit hos {organisation}"), link)
                .says(
                    format!("Någon, troligen du, har registrerat den här adressen i Tacit hos {organisation}. Öppna länken och ange lösenordet du valde, så är du inne."),
                    "Bekräfta min adress",
                    "Länken fungerar i 24 timmar. Var det inte du behöver du inte göra något: utan det här brevet kommer ingen in.",
                ),
        }
    }

    /// Tells a member that somebody tried to register with their address.
    #[must_use]
    pub fn already_registered(to: Recipient<'_>, organisation: &str, link: String) -> Self {
        match to.locale {
            Locale::En => Self::new(to, format!("You already have an account in Tacit at {organisation}"), link)
                .says(
                    format!("Somebody, perhaps you, tried to register this address with Tacit at {organisation}. You already have an account, so nothing was changed. Sign in with the password you have."),
                    "Sign in",
                    "If you have forgotten the password, choose a new one from the page you sign in on. If it was not you, do nothing.",
                ),
            Locale::Sv => Self::new(to, format!("Du har redan ett konto i Tacit hos {organisation}"), link)
                .says(
                    format!("Någon, kanske du, försökte registrera den här adressen i Tacit hos {organisation}. Du har redan ett konto, så inget har ändrats. Logga in med ditt vanliga lösenord."),
                    "Logga in",
                    "Har du glömt lösenordet, välj ett nytt från inloggningssidan. Var det inte du behöver du inte göra något.",
                ),
        }
    }

    /// Lets a member choose another password.
    #[must_use]
    pub fn reset_password(to: Recipient<'_>, organisation: &str, link: String) -> Self {
        match to.locale {
            Locale::En => Self::new(to, format!("Choose a new password for Tacit at {organisation}"), link)
                .says(
                    format!("Somebody, most likely you, asked for a new password for Tacit at {organisation}. Open the link and choose one; everywhere you are signed in you will be signed out."),
                    "Choose a new password",
                    "The link works once, for one hour. If it was not you, do nothing: your password stays what it is.",
                ),
            Locale::Sv => Self::new(to, format!("Välj ett nytt lösenord för Tacit hos {organisation}"), link)
                .says(
                    format!("Någon, troligen du, har bett om ett nytt lösenord för Tacit hos {organisation}. Öppna länken och välj ett; du loggas ut överallt där du är inloggad."),
                    "Välj ett nytt lösenord",
                    "Länken fungerar en gång, i en timme. Var det inte du behöver du inte göra något: ditt lösenord förblir detsamma.",
                ),
        }
    }

    /// Invites somebody.
    #[must_use]
    pub fn invitation(to: Recipient<'_>, organisation: &str, inviter: &str, link: String) -> Self {
        match to.locale {
            Locale::En => Self::new(to, format!("{inviter} invites you to Tacit at {organisation}"), link)
                .says(
                    format!("{inviter} invites you to Tacit, where people at {organisation} learn from each other: you ask, somebody who knows answers, and whoever comes later finds it."),
                    "Join",
                    "The invitation is for this address only and works for 7 days.",
                ),
            Locale::Sv => Self::new(to, format!("{inviter} bjuder in dig till Tacit hos {organisation}"), link)
                .says(
                    format!("{inviter} bjuder in dig till Tacit, där människor hos {organisation} lär av varandra: du frågar, någon som vet svarar, och den som kommer efter dig hittar svaret."),
                    "Gå med",
                    "Inbjudan gäller bara den här adressen och fungerar i 7 dagar.",
                ),
        }
    }

    fn new(to: Recipient<'_>, subject: String, link: String) -> Self {
        let greeting = match (to.locale, to.name) {
            (Locale::En, Some(name)) => format!("Hello {name},"),
            (Locale::En, None) => "Hello,".to_owned(),
            (Locale::Sv, Some(name)) => format!("Hej {name},"),
            (Locale::Sv, None) => "Hej,".to_owned(),
        };
        Self {
            to: to.email.to_owned(),
            language: to.locale.as_str().to_owned(),
            subject,
            unsubscribe: None,
            unsubscribe_words: String::new(),
            greeting,
            before: String::new(),
            quote: String::new(),
            items: Vec::new(),
            link,
            link_words: String::new(),
            after: String::new(),
        }
    }

    fn says(mut self, before: String, link_words: &str, after: &str) -> Self {
        self.before = before;
        link_words.clone_into(&mut self.link_words);
        after.clone_into(&mut self.after);
        self
    }

    fn ends_with(mut self, link: &str, words: &str) -> Self {
        self.unsubscribe = Some(link.to_owned());
        words.clone_into(&mut self.unsubscribe_words);
        self
    }

    /// As plain text: paragraphs with an empty line between them.
    #[must_use]
    pub fn text(&self) -> String {
        let mut paragraphs = vec![self.greeting.clone(), self.before.clone()];
        paragraphs.push(quoted(&self.quote, "> "));
        paragraphs.extend(self.items.iter().map(Item::text));
        paragraphs.push(format!("{}:\n{}", self.link_words, self.link));
        paragraphs.push(self.after.clone());
        if let Some(link) = &self.unsubscribe {
            paragraphs.push(format!("{}:\n{link}", self.unsubscribe_words));
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        let mut text = paragraphs.join("\n\n");
        text.push('\n');
        text
    }

    /// As HTML without pictures or anything from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{subject}</title></head>\
             <body style=\"margin:2em auto;max-width:34em;padding:0 1em;font:16px/1.6 Georgia,serif;color:#2b2622\">\
             {greeting}{before}{quote}{items}\
             <p style=\"margin:0 0 1em\"><a href=\"{link}\" style=\"color:#0f5c66\">{words}</a></p>{after}{stop}\
             </body></html>",
            lang = self.language,
            items = self.items.iter().map(Item::html).collect::<String>(),
            subject = escape(&self.subject),
            greeting = paragraph(&self.greeting, ""),
            before = paragraph(&self.before, ""),
            quote = paragraph(&self.quote, ASIDE),
            link = escape(&self.link),
            words = escape(&self.link_words),
            after = paragraph(&self.after, self.after_style()),
            stop = self.unsubscribe_html(),
        )
    }

    /// Why one is told is small print; what an account's letter ends with is not.
    const fn after_style(&self) -> &'static str {
        if self.unsubscribe.is_some() {
            SMALL
        } else {
            ""
        }
    }

    fn unsubscribe_html(&self) -> String {
        self.unsubscribe.as_ref().map_or_else(String::new, |link| {
            format!(
                "<p style=\"margin:0 0 1em;{SMALL}\"><a href=\"{}\" style=\"color:inherit\">{}</a></p>",
                escape(link),
                escape(&self.unsubscribe_words)
            )
        })
    }
}

/// What is quoted stands in.
const ASIDE: &str = "padding-left:1em;border-left:2px solid #d8d0c4;white-space:pre-line";

/// What is read last.
const SMALL: &str = "font-size:14px;color:#6b6259";

fn paragraph(text: &str, style: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<p style=\"margin:0 0 1em;{style}\">{}</p>", escape(text))
}

/// Each line after a mark; nothing stays nothing.
fn quoted(text: &str, mark: &str) -> String {
    let lines: Vec<_> = text.lines().map(|line| format!("{mark}{line}")).collect();
    lines.join("\n")
}

impl Item {
    fn text(&self) -> String {
        let lines = [
            format!("- {}", self.sentence),
            quoted(&self.excerpt, "  "),
            format!("  {}", self.link),
        ];
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    fn html(&self) -> String {
        let excerpt = if self.excerpt.is_empty() {
            String::new()
        } else {
            format!("<br>{}", escape(&self.excerpt))
        };
        format!(
            "<p style=\"margin:0 0 1.2em;{ASIDE}\"><a href=\"{link}\" style=\"color:#0f5c66\">{sentence}</a>{excerpt}</p>",
            link = escape(&self.link),
            sentence = escape(&self.sentence),
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://tacit.almvik.example/confirm?token=abc&x=1";

    fn to(locale: Locale) -> Recipient<'static> {
        Recipient {
            email: "lova@almvik.example",
            locale,
            name: Some("Lova <b>"),
        }
    }

    #[test]
    fn every_letter_has_its_link_in_both_forms_and_languages() {
        for locale in Locale::ALL.iter().copied() {
            for letter in [
                Letter::confirm_address(to(locale), "Almvik Works", LINK.into()),
                Letter::already_registered(to(locale), "Almvik Works", LINK.into()),
                Letter::invitation(to(locale), "Almvik Works", "Noor", LINK.into()),
                Letter::reset_password(to(locale), "Almvik Works", LINK.into()),
            ] {
                assert!(letter.text().contains(LINK), "{letter:?}");
                assert!(
                    letter.html().contains(
                        "href=\"https://tacit.almvik.example/confirm?token=abc&amp;x=1\""
                    )
                );
                assert!(
                    letter.html().contains("Lova &lt;b&gt;")
                        && letter.subject.contains("Almvik Works")
                );
            }
        }
    }

    #[test]
    fn swedish_speaks_swedish() {
        let letter = Letter::confirm_address(to(Locale::Sv), "Almvik Works", LINK.into());
        assert!(letter.text().starts_with("Hej Lova") && letter.html().contains("lang=\"sv\""));
    }
}
