//! Which language a text is written in.

use whatlang::{Detector, Lang};

use super::plain_text;

/// Below this many characters a text says too little to tell languages apart beyond the two of the screens.
const MIN_DETECT: usize = 60;
/// As much of a text tells its language.
const MAX_DETECT: usize = 1_000;

/// BCP 47 primary tag of the language a text (Markdown or plain) is written in; English where it does not say.
pub fn detect_language(text: &str) -> String {
    tell_language(text).0
}

/// As [`detect_language`], and whether the text says enough to be sure of it.
pub fn tell_language(text: &str) -> (String, bool) {
    let words: String = plain_text(text, false).chars().take(MAX_DETECT).collect();
    if words.chars().count() >= MIN_DETECT
        && let Some(info) = whatlang::detect(&words)
        && info.is_reliable()
    {
        return (primary_tag(info.lang()).to_owned(), true);
    }
    let either = Detector::with_allowlist(vec![Lang::Eng, Lang::Swe]).detect_lang(&words);
    (primary_tag(either.unwrap_or(Lang::Eng)).to_owned(), false)
}

/// The two-letter code where a language has one, else its three letters.
fn primary_tag(lang: Lang) -> &'static str {
    const TWO_LETTERS: [(&str, &str); 70] = [
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    let code = lang.code();
    TWO_LETTERS
        .iter()
        .find(|(three, _)| *three == code)
        .map_or(code, |(_, two)| two)
}
