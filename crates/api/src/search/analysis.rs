//! From text to terms.
//!
//! A word is lower-cased, stemmed by the language of its text, and stripped of accents. Terms carry a mark of that
//! language, so that stems of different languages never meet by accident; a word of a query becomes a term for each
//! language, and finds texts of all. Nothing is a stop word: rare words simply weigh more.

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language as Stems, LowerCaser, PreTokenizedString, RemoveLongFilter,
    Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer,
};

/// Longer words, in bytes, are not text but data.
const WORD_MAX: usize = 40;

/// How a text is stemmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stemming {
    /// As English.
    English,
    /// As Swedish.
    Swedish,
    /// Not at all: another language.
    None,
    /// In every way at once: names and short labels, whose language nobody knows.
    Every,
}

impl Stemming {
    /// From a BCP 47 tag.
    pub fn of(language: &str) -> Self {
        match language.split('-').next() {
            Some("en") => Self::English,
            Some("sv") => Self::Swedish,
            _ => Self::None,
        }
    }
}

/// The analysers; cheap to clone.
#[derive(Clone)]
pub struct Analysis {
    english: TextAnalyzer,
    swedish: TextAnalyzer,
    plain: TextAnalyzer,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without accents, not stemmed.
    pub plain: String,
    /// First byte in the text.
    pub from: usize,
    /// After the last byte in the text.
    pub to: usize,
}

impl Default for Analysis {
    fn default() -> Self {
        Self {
            english: analyser(Some(Stems::English)),
            swedish: analyser(Some(Stems::Swedish)),
            plain: analyser(None),
        }
    }
}

fn analyser(stems: Option<Stems>) -> TextAnalyzer {
    let words = TextAnalyzer::builder(Words)
        .filter(RemoveLongFilter::limit(WORD_MAX))
        .filter(LowerCaser);
    match stems {
        Some(language) => words
            .filter(Stemmer::new(language))
            .filter(AsciiFoldingFilter)
            .build(),
        None => words.filter(AsciiFoldingFilter).build(),
    }
}

impl Analysis {
    /// The terms of a text, for the index.
    pub fn terms(&self, text: &str, stemming: Stemming) -> PreTokenizedString {
        let mut tokens = Vec::new();
        for (mark, analyser) in self.marked(stemming) {
            each(analyser, text, |token| {
                tokens.push(Token {
                    text: format!("{mark}{}", token.text),
                    ..token.clone()
                });
            });
        }
        if stemming == Stemming::Every {
            tokens.sort_by_key(|token| token.position);
        }
        PreTokenizedString {
            text: String::new(),
            tokens,
        }
    }

    /// The terms a word of a query may be in the index: English, Swedish, unstemmed.
    pub fn variants(&self, word: &str) -> Vec<String> {
        let mut found = Vec::with_capacity(3);
        for (mark, analyser) in self.marked(Stemming::Every) {
            each(analyser, word, |token| {
                found.push(format!("{mark}{}", token.text));
            });
        }
        found
    }

    /// What a word is known by when nobody knows its language: the shortest of its stems.
    pub fn stem(&self, word: &str) -> String {
        let mut stems = Vec::with_capacity(3);
        for (_, analyser) in self.marked(Stemming::Every) {
            each(analyser, word, |token| stems.push(token.text.clone()));
        }
        stems.sort_by_key(|stem| (stem.len(), stem.clone()));
        stems.into_iter().next().unwrap_or_default()
    }

    /// The terms of a phrase in each language, in order.
    pub fn phrases(&self, phrase: &str) -> Vec<Vec<String>> {
        self.marked(Stemming::Every)
            .map(|(mark, analyser)| {
                let mut terms = Vec::new();
                each(analyser, phrase, |token| {
                    terms.push(format!("{mark}{}", token.text));
                });
                terms
            })
            .filter(|terms| !terms.is_empty())
            .collect()
    }

    /// The words of a text, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        each(&self.plain, text, |token| {
            found.push(Word {
                plain: token.text.clone(),
                from: token.offset_from,
                to: token.offset_to,
            });
        });
        found
    }

    fn marked(&self, stemming: Stemming) -> impl Iterator<Item = (char, &TextAnalyzer)> {
        [
            ('e', Stemming::English, &self.english),
            ('s', Stemming::Swedish, &self.swedish),
            ('x', Stemming::None, &self.plain),
        ]
        .into_iter()
        .filter(move |(_, own, _)| stemming == Stemming::Every || stemming == *own)
        .map(|(mark, _, analyser)| (mark, analyser))
    }
}

fn each(analyser: &TextAnalyzer, text: &str, mut take: impl FnMut(&Token)) {
    let mut analyser = analyser.clone();
    let mut stream = analyser.token_stream(text);
    while let Some(token) = stream.next() {
        if !token.text.is_empty() {
            take(token);
        }
    }
}

/// Splits at everything that is neither letter nor digit, but keeps the languages `c#`, `f#` and `c++` whole.
#[derive(Clone, Default)]
struct Words;

struct WordStream<'a> {
    text: &'a str,
    chars: std::iter::Peekable<std::str::CharIndices<'a>>,
    token: Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        WordStream {
            text,
            chars: text.char_indices().peekable(),
            token: Token::default(),
        }
    }
}

impl WordStream<'_> {
    fn end_of_word(&mut self) -> usize {
        while let Some((at, c)) = self.chars.peek().copied() {
            if !c.is_alphanumeric() {
                return at;
            }
            self.chars.next();
        }
        self.text.len()
    }

    fn take_sign(&mut self, from: usize, to: usize) -> usize {
        let sign = match self.text.get(from..to) {
            Some("c" | "C") if self.follows(to, "++") => "++",
            Some("c" | "C" | "f" | "F") if self.follows(to, "#") => "#",
            _ => return to,
        };
        for _ in sign.chars() {
            self.chars.next();
        }
        to + sign.len()
    }

    fn follows(&self, at: usize, sign: &str) -> bool {
        self.text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(sign))
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(from) = self
            .chars
            .find(|(_, c)| c.is_alphanumeric())
            .map(|(at, _)| at)
        else {
            return false;
        };
        let end = self.end_of_word();
        let to = self.take_sign(from, end);
        self.token.text.clear();
        self.token
            .text
            .push_str(self.text.get(from..to).unwrap_or_default());
        self.token.offset_from = from;
        self.token.offset_to = to;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn terms(text: &str, stemming: Stemming) -> Vec<String> {
        let tokens = Analysis::default().terms(text, stemming).tokens;
        tokens.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn english_and_swedish_stems() {
        assert_eq!(
            terms("Rolling back deployments", Stemming::English),
            ["eroll", "eback", "edeploy"]
        );
        assert_eq!(
            terms("lösenorden", Stemming::Swedish),
            terms("Lösenord", Stemming::Swedish)
        );
    }

    #[test]
    fn a_word_of_any_language_is_known_by_its_shortest_stem() {
        let analysis = Analysis::default();
        for (one, other) in [
            ("avtalen", "avtal"),
            ("contracts", "contract"),
            ("Lösenorden", "losenord"),
        ] {
            assert_eq!(analysis.stem(one), analysis.stem(other));
        }
        assert_ne!(analysis.stem("avtal"), analysis.stem("contract"));
    }

    #[test]
    fn accents_do_not_matter() {
        let analysis = Analysis::default();
        assert!(
            analysis
                .variants("losenord")
                .contains(&terms("lösenord", Stemming::Swedish)[0])
        );
    }

    #[test]
    fn languages_keep_their_sign() {
        assert_eq!(
            terms("C# or c++, abc#1", Stemming::None),
            ["xc#", "xor", "xc++", "xabc", "x1"]
        );
    }

    #[test]
    fn words_know_where_they_stand() {
        let words = Analysis::default().words("Så här: kör");
        let found: Vec<_> = words
            .iter()
            .map(|w| (w.plain.as_str(), w.from, w.to))
            .collect();
        assert_eq!(found, [("sa", 0, 3), ("har", 4, 8), ("kor", 10, 14)]);
    }

    #[test]
    fn odd_input_is_no_error() {
        for text in ["", "\0\0", "\"*:^~()[]{}", &"x".repeat(10_000)] {
            assert!(terms(text, Stemming::Every).len() <= 3);
        }
    }
}
