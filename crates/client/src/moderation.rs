//! Keeping order: closing and reopening.

use reqwest::Method;
use tacit_contract::moderation::{CloseQuestion, ReopenQuestionQuery};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// Closes a question.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn close_question(
        &self,
        question: Uuid,
        closing: &CloseQuestion,
    ) -> Result<(), ClientError> {
        self.call(
            Method::PUT,
            &["questions", &question.to_string(), "closing"],
        )
        .json(closing)
        .send_empty()
        .await
    }

    /// Opens a closed question again.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn reopen_question(
        &self,
        question: Uuid,
        query: &ReopenQuestionQuery,
    ) -> Result<(), ClientError> {
        self.call(
            Method::DELETE,
            &["questions", &question.to_string(), "closing"],
        )
        .query(query)
        .send_empty()
        .await
    }
}
