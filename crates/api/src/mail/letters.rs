//! What the letters say, in English and Swedish. Each is a few sentences and one link, as plain text and as simple HTML.

use tacit_domain::identity::Locale;

/// A letter ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Address of the recipient.
    pub to: String,
    /// Language it is written in.
    pub locale: Locale,
    /// Subject.
    pub subject: String,
    greeting: String,
    before: String,
    link: String,
    link_words: &'static str,
    after: String,
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
                    "If you have forgotten the password, ask an admin. If it was not you, do nothing.",
                ),
            Locale::Sv => Self::new(to, format!("Du har redan ett konto i Tacit hos {organisation}"), link)
                .says(
                    format!("Någon, kanske du, försökte registrera den här adressen i Tacit hos {organisation}. Du har redan ett konto, så inget har ändrats. Logga in med ditt vanliga lösenord."),
                    "Logga in",
                    "Har du glömt lösenordet, fråga en administratör. Var det inte du behöver du inte göra något.",
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
        let (before, link_words, after) = (String::new(), "", String::new());
        Self {
            to: to.email.to_owned(),
            locale: to.locale,
            subject,
            greeting,
            before,
            link,
            link_words,
            after,
        }
    }

    fn says(mut self, before: String, link_words: &'static str, after: &str) -> Self {
        self.before = before;
        self.link_words = link_words;
        after.clone_into(&mut self.after);
        self
    }

    /// As plain text.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "{}\n\n{}\n\n{}:\n{}\n\n{}\n",
            self.greeting, self.before, self.link_words, self.link, self.after
        )
    }

    /// As HTML without pictures or anything from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        let paragraph = |text: &str| format!("<p style=\"margin:0 0 1em\">{}</p>", escape(text));
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{subject}</title></head>\
             <body style=\"margin:2em auto;max-width:34em;padding:0 1em;font:16px/1.6 Georgia,serif;color:#2b2622\">\
             {greeting}{before}<p style=\"margin:0 0 1em\"><a href=\"{link}\" style=\"color:#0f5c66\">{words}</a></p>{after}\
             </body></html>",
            lang = self.locale,
            subject = escape(&self.subject),
            greeting = paragraph(&self.greeting),
            before = paragraph(&self.before),
            link = escape(&self.link),
            words = escape(self.link_words),
            after = paragraph(&self.after),
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
