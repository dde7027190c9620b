//! Words in English and Swedish, side by side, complete by construction.
//!
//! A message is one line in one of the files here: its name, the English words, the Swedish words. The macro
//! [`words`] makes it a method of [`Lang`], so a missing translation or a wrong argument does not compile.
//! Three shapes: plain words, words with arguments, and words that depend on a count (one, or several).
//! The root draws everything anew when the language changes, so pages use plain strings, not signals.

use leptos::prelude::*;

mod account;
mod admin;
mod ask;
mod audit;
mod blocks;
mod bookmarks;
mod clock;
mod communities;
mod community_care;
mod community_doors;
mod community_pulse;
mod community_settings;
mod design;
mod drafts;
mod editor;
mod expertise;
mod history;
mod imports;
mod moderation;
mod nameless;
mod names;
mod needs;
mod notices;
mod number;
mod people;
mod problems;
mod question;
mod questions;
mod routing;
mod search;
mod settings;
mod shell;
mod topics;
mod ui;

pub use clock::{absolute, day, month, relative, relative_day};
pub use names::{hour_in, language_name, time_zones};

/// A language the product speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Swedish.
    Sv,
}

impl Lang {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Sv];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
        }
    }

    /// The tag with the region whose dates and numbers fit: British order of day and month for English.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::Sv => "sv-SE",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sv => "Svenska",
        }
    }

    /// The language a tag such as `sv-FI` means; English for what the product does not speak.
    pub fn from_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or(Self::En)
    }

    /// The language of a tag, if the product speaks it.
    pub fn known(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }
}

/// The language this part of the page is drawn in.
pub fn use_lang() -> Lang {
    use_context::<Lang>().unwrap_or(Lang::En)
}

/// Declares messages: `name: "English", "Svenska";`, `name(who: &str): "Hi {who}", "Hej {who}";`,
/// `name[n]: "one answer", "{n} answers"; "ett svar", "{n} svar";`.
macro_rules! words {
    () => {};
    ($name:ident : $en:literal, $sv:literal ; $($rest:tt)*) => {
        impl $crate::i18n::Lang {
            pub fn $name(self) -> &'static str {
                match self {
                    Self::En => $en,
                    Self::Sv => $sv,
                }
            }
        }
        $crate::i18n::words!($($rest)*);
    };
    ($name:ident ( $($arg:ident : $kind:ty),+ ) : $en:literal, $sv:literal ; $($rest:tt)*) => {
        impl $crate::i18n::Lang {
            pub fn $name(self, $($arg: $kind),+) -> String {
                match self {
                    Self::En => format!($en),
                    Self::Sv => format!($sv),
                }
            }
        }
        $crate::i18n::words!($($rest)*);
    };
    ($name:ident [ $n:ident ] : $en_one:literal, $en_other:literal ; $sv_one:literal, $sv_other:literal ; $($rest:tt)*) => {
        impl $crate::i18n::Lang {
            pub fn $name(self, count: u64) -> String {
                if count == 1 {
                    match self {
                        Self::En => $en_one.to_owned(),
                        Self::Sv => $sv_one.to_owned(),
                    }
                } else {
                    let $n = self.number(count);
                    match self {
                        Self::En => format!($en_other),
                        Self::Sv => format!($sv_other),
                    }
                }
            }
        }
        $crate::i18n::words!($($rest)*);
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_regional_tag_finds_its_language() {
        assert_eq!(Lang::from_tag("sv-FI"), Lang::Sv);
        assert_eq!(Lang::from_tag("EN_us"), Lang::En);
        assert_eq!(Lang::known("fr"), None);
        assert_eq!(Lang::from_tag(""), Lang::En);
    }

    #[test]
    fn counts_choose_their_words() {
        assert_eq!(Lang::En.questions_answers(1), "1 answer");
        assert_eq!(Lang::En.questions_answers(0), "0 answers");
        assert_eq!(Lang::Sv.questions_answers(2), "2 svar");
    }
}
