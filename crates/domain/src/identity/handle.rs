//! Handles: the short unique names in addresses of profiles, and how one is made from a display name.

use super::error::TextError;
use crate::limits::{HANDLE_MAX, HANDLE_MIN};

const FORM: &str =
    "must be 2 to 30 of a-z, 0-9 and single hyphens, beginning and ending with a letter or digit";

/// Words that would read as something else where a handle stands.
const RESERVED: &[&str] = &[
    "me",
    "admin",
    "administrator",
    "anonymous",
    "everyone",
    "system",
    "tacit",
];

/// A handle in its one form: `noor`, `per-ola`, `lova2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Handle(String);

impl Handle {
    /// Reads a handle; capitals are lowered, nothing else is mended.
    ///
    /// # Errors
    /// Not of the form, or a reserved word.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = raw.trim().to_ascii_lowercase();
        let length = text.chars().count();
        let shaped = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if !(HANDLE_MIN..=HANDLE_MAX).contains(&length) || !shaped {
            return Err(TextError::Form(FORM));
        }
        if RESERVED.contains(&text.as_str()) {
            return Err(TextError::Form("is a reserved word"));
        }
        Ok(Self(text))
    }

    /// A handle for somebody new: from the first word of the name where that is free, else the whole name, else numbered.
    /// `taken` says whether a handle is in use.
    #[must_use]
    pub fn suggest(display_name: &str, taken: impl Fn(&str) -> bool) -> Self {
        let whole = stem(display_name);
        let first = whole.split('-').next().unwrap_or_default().to_owned();
        let free = |text: &String| Self::parse(text).is_ok_and(|h| !taken(h.as_str()));
        let plain = [first, whole.clone()].into_iter().find(free);
        let base = if Self::parse(&whole).is_ok() {
            whole
        } else {
            "member".to_owned()
        };
        let mut numbered = (2_u32..).map(|n| with_number(&base, n));
        let text = plain.or_else(|| numbered.find(free)).unwrap_or(base);
        Self(text)
    }

    /// The handle.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `base-7`, cut so that it fits.
fn with_number(base: &str, n: u32) -> String {
    let number = format!("-{n}");
    let room = HANDLE_MAX.saturating_sub(number.len());
    let kept: String = base.chars().take(room).collect();
    format!("{}{number}", kept.trim_end_matches('-'))
}

/// The letters and digits of a name in ASCII, words joined by hyphens.
fn stem(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match plain_letter(c) {
            Some(text) => out.push_str(text),
            None if c.is_ascii_alphanumeric() => out.push(c),
            None if matches!(c, '\'' | '’' | '.') => {}
            None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    let cut: String = out.chars().take(HANDLE_MAX).collect();
    cut.trim_matches('-').to_owned()
}

/// How letters beyond ASCII are written in an address, for the alphabets of Europe that are Latin.
pub(crate) const fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_form_is_a_handle() {
        for good in ["noor", "per-ola", "a1", "Noor", " noor "] {
            assert!(Handle::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "-ab",
            "ab-",
            "a--b",
            "a b",
            "åsa",
            "a_b",
            "a\0b",
            "me",
            "admin",
            &"a".repeat(31),
        ] {
            assert!(Handle::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_first_name_is_preferred_then_the_whole_then_numbers() {
        let taken = |list: &'static [&'static str]| move |h: &str| list.contains(&h);
        assert_eq!(Handle::suggest("Åsa Öberg", taken(&[])).as_str(), "asa");
        assert_eq!(
            Handle::suggest("Åsa Öberg", taken(&["asa"])).as_str(),
            "asa-oberg"
        );
        assert_eq!(
            Handle::suggest("Åsa Öberg", taken(&["asa", "asa-oberg"])).as_str(),
            "asa-oberg-2"
        );
        assert_eq!(
            Handle::suggest("李小龙", taken(&["member-2"])).as_str(),
            "member-3"
        );
        assert_eq!(Handle::suggest("Admin", taken(&[])).as_str(), "member-2");
    }

    #[test]
    fn every_suggestion_is_a_handle() {
        for name in [
            "",
            "X",
            "---",
            "O'Brien",
            "a".repeat(90).as_str(),
            "Jean-Luc Picard of the very long family name",
            "李",
        ] {
            let handle = Handle::suggest(name, |h| h == "jean");
            assert!(
                Handle::parse(handle.as_str()).is_ok(),
                "{name} gave {handle:?}"
            );
        }
    }
}
