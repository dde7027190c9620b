//! What the index holds. Each kind of document has fields of its own, so that its word statistics are its own.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Raise it with every change of the schema, of the analysis or of what goes into a document: the index then rebuilds.
pub const VERSION: u32 = 2;

/// The fields.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Word of [`tacit_domain::search::SearchKind`].
    pub kind: Field,
    /// Kind and id; a document is replaced by it.
    pub key: Field,
    /// The id, as two numbers.
    pub id: [Field; 2],
    /// When something last happened, in microseconds; 0 for what has no time.
    pub active_at: Field,
    /// Of a question: its state.
    pub state: Field,
    /// Of a question: `yes` if it blocks its asker and is neither solved nor closed.
    pub urgent: Field,
    /// Of a question: ids of its topics.
    pub topic: Field,
    /// Of a question: id of its author, if the name is shown.
    pub author: Field,
    /// Title, topics, body, answers; in the order of `rank::QUESTION`.
    pub question: [Field; 4],
    /// Names with synonyms, description; in the order of `rank::TOPIC`.
    pub topics: [Field; 2],
    /// Name and handle; job title, department and bio; in the order of `rank::MEMBER`.
    pub members: [Field; 2],
    /// Wish, topics, why; in the order of `rank::NEED`.
    pub needs: [Field; 3],
    /// Every word, unstemmed: what typing may complete to, or may have meant.
    pub words: Field,
}

/// The schema and its fields.
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_index_option(IndexRecordOption::WithFreqsAndPositions)
            .set_fieldnorms(true),
    );
    let dictionary = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    let fields = Fields {
        kind: builder.add_text_field("kind", STRING),
        key: builder.add_text_field("key", STRING),
        id: [
            builder.add_u64_field("id_high", FAST),
            builder.add_u64_field("id_low", FAST),
        ],
        active_at: builder.add_i64_field("active_at", FAST | INDEXED),
        state: builder.add_text_field("state", STRING),
        urgent: builder.add_text_field("urgent", STRING),
        topic: builder.add_text_field("topic", STRING),
        author: builder.add_text_field("author", STRING),
        question: ["title", "topics", "body", "answers"]
            .map(|name| builder.add_text_field(name, text.clone())),
        topics: ["topic_names", "topic_description"]
            .map(|name| builder.add_text_field(name, text.clone())),
        members: ["member_names", "member_about"]
            .map(|name| builder.add_text_field(name, text.clone())),
        needs: ["need_wish", "need_topics", "need_why"]
            .map(|name| builder.add_text_field(name, text.clone())),
        words: builder.add_text_field("words", dictionary),
    };
    (builder.build(), fields)
}
