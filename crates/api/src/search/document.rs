//! What the index knows of a question, a topic, a member and a need.

use std::collections::BTreeSet;

use tacit_domain::search::SearchKind;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

use super::analysis::{Analysis, Stemming};
use super::schema::Fields;

/// Words longer than this, in characters, are not offered to typing.
const OFFERED_MAX: usize = 24;

/// A text and its BCP 47 language.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Plain text.
    pub text: String,
    /// Language.
    pub language: String,
}

/// A question with its answers.
#[derive(Clone, Debug)]
pub struct QuestionDocument {
    /// Post id.
    pub id: Uuid,
    /// Author, if the name is shown.
    pub author: Option<Uuid>,
    /// Word of its state.
    pub state: String,
    /// Blocks its asker, and is neither solved nor closed.
    pub urgent: bool,
    /// Microseconds.
    pub active_at: i64,
    /// Title.
    pub title: Text,
    /// Body.
    pub body: Text,
    /// Answers.
    pub answers: Vec<Text>,
    /// Topics with all their names.
    pub topics: Vec<(Uuid, Vec<String>)>,
}

/// A topic.
#[derive(Clone, Debug)]
pub struct TopicDocument {
    /// Topic id.
    pub id: Uuid,
    /// Name, slug, synonyms.
    pub names: Vec<String>,
    /// Description.
    pub description: String,
}

/// A member.
#[derive(Clone, Debug)]
pub struct MemberDocument {
    /// Member id.
    pub id: Uuid,
    /// Name and handle.
    pub names: Vec<String>,
    /// Job title, department, bio.
    pub about: Vec<String>,
}

/// A need.
#[derive(Clone, Debug)]
pub struct NeedDocument {
    /// Post id.
    pub id: Uuid,
    /// Microseconds.
    pub active_at: i64,
    /// What somebody wants to learn.
    pub wish: Text,
    /// Why.
    pub why: Text,
    /// Topics with all their names.
    pub topics: Vec<(Uuid, Vec<String>)>,
}

/// A document of any kind.
#[derive(Clone, Debug)]
pub enum Document {
    /// A question.
    Question(QuestionDocument),
    /// A topic.
    Topic(TopicDocument),
    /// A member.
    Member(MemberDocument),
    /// A need.
    Need(NeedDocument),
}

/// The term by which a document is replaced or removed.
pub fn key(fields: &Fields, kind: SearchKind, id: Uuid) -> Term {
    Term::from_field_text(fields.key, &format!("{kind}:{id}"))
}

impl Document {
    /// Its kind.
    pub const fn kind(&self) -> SearchKind {
        match self {
            Self::Question(_) => SearchKind::Question,
            Self::Topic(_) => SearchKind::Topic,
            Self::Member(_) => SearchKind::Member,
            Self::Need(_) => SearchKind::Need,
        }
    }

    /// Its id.
    pub const fn id(&self) -> Uuid {
        match self {
            Self::Question(question) => question.id,
            Self::Topic(topic) => topic.id,
            Self::Member(member) => member.id,
            Self::Need(need) => need.id,
        }
    }

    /// As the index takes it.
    pub fn encode(&self, fields: &Fields, analysis: &Analysis) -> TantivyDocument {
        let mut encoder = Encoder::new(fields, analysis, self.kind(), self.id());
        match self {
            Self::Question(question) => encoder.question(question),
            Self::Topic(topic) => encoder.topic(topic),
            Self::Member(member) => encoder.member(member),
            Self::Need(need) => encoder.need(need),
        }
        encoder.finish()
    }
}

struct Encoder<'a> {
    fields: &'a Fields,
    analysis: &'a Analysis,
    document: TantivyDocument,
    words: BTreeSet<String>,
}

impl<'a> Encoder<'a> {
    fn new(fields: &'a Fields, analysis: &'a Analysis, kind: SearchKind, id: Uuid) -> Self {
        let mut document = TantivyDocument::default();
        let (high, low) = id.as_u64_pair();
        let [id_high, id_low] = fields.id;
        document.add_text(fields.kind, kind.as_str());
        document.add_text(fields.key, format!("{kind}:{id}"));
        document.add_u64(id_high, high);
        document.add_u64(id_low, low);
        Self {
            fields,
            analysis,
            document,
            words: BTreeSet::new(),
        }
    }

    fn question(&mut self, question: &QuestionDocument) {
        let [title, topics, body, answers] = self.fields.question;
        self.document
            .add_i64(self.fields.active_at, question.active_at);
        self.document.add_text(self.fields.state, &question.state);
        if question.urgent {
            self.document.add_text(self.fields.urgent, "yes");
        }
        if let Some(author) = question.author {
            self.document
                .add_text(self.fields.author, author.to_string());
        }
        for (topic, names) in &question.topics {
            self.document.add_text(self.fields.topic, topic.to_string());
            for name in names {
                self.text(topics, name, Stemming::Every);
            }
        }
        self.text(title, &question.title.text, stemming(&question.title));
        self.text(body, &question.body.text, stemming(&question.body));
        for answer in &question.answers {
            self.text(answers, &answer.text, stemming(answer));
        }
    }

    fn topic(&mut self, topic: &TopicDocument) {
        let [names, description] = self.fields.topics;
        self.document.add_i64(self.fields.active_at, 0);
        for name in &topic.names {
            self.text(names, name, Stemming::Every);
        }
        self.text(description, &topic.description, Stemming::Every);
    }

    fn member(&mut self, member: &MemberDocument) {
        let [names, about] = self.fields.members;
        self.document.add_i64(self.fields.active_at, 0);
        for name in &member.names {
            self.text(names, name, Stemming::Every);
        }
        for text in &member.about {
            self.text(about, text, Stemming::Every);
        }
    }

    fn need(&mut self, need: &NeedDocument) {
        let [wish, topics, why] = self.fields.needs;
        self.document.add_i64(self.fields.active_at, need.active_at);
        for (topic, names) in &need.topics {
            self.document.add_text(self.fields.topic, topic.to_string());
            for name in names {
                self.text(topics, name, Stemming::Every);
            }
        }
        self.text(wish, &need.wish.text, stemming(&need.wish));
        self.text(why, &need.why.text, stemming(&need.why));
    }

    fn text(&mut self, field: Field, text: &str, stemming: Stemming) {
        let terms = self.analysis.terms(text, stemming);
        if !terms.tokens.is_empty() {
            self.document.add_pre_tokenized_text(field, terms);
        }
        for word in self.analysis.words(text) {
            if offered(&word.plain) {
                self.words.insert(word.plain);
            }
        }
    }

    fn finish(mut self) -> TantivyDocument {
        let tokens = self
            .words
            .into_iter()
            .enumerate()
            .map(|(position, text)| Token {
                text,
                position,
                ..Token::default()
            });
        self.document.add_pre_tokenized_text(
            self.fields.words,
            PreTokenizedString {
                text: String::new(),
                tokens: tokens.collect(),
            },
        );
        self.document
    }
}

fn stemming(text: &Text) -> Stemming {
    Stemming::of(&text.language)
}

/// Numbers, keys and hashes are found when typed in full, but nobody completes to them.
fn offered(word: &str) -> bool {
    (2..=OFFERED_MAX).contains(&word.chars().count())
        && word.chars().filter(|c| c.is_ascii_digit()).count() <= 2
}
