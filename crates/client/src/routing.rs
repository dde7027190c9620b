//! Routing: to whom a question is brought, passing, and what one can help with.

use reqwest::Method;
use tacit_contract::routing::{HelpWanted, MyRouting, PassQuestion, QuestionRouting, SetMyRouting};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// To whom a question was brought.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_question_routing(&self, id: Uuid) -> Result<QuestionRouting, ClientError> {
        self.call(Method::GET, &["questions", &id.to_string(), "routing"])
            .send()
            .await
    }

    /// Passes a question one was asked, and may name somebody else.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn pass_question(
        &self,
        id: Uuid,
        pass: &PassQuestion,
    ) -> Result<QuestionRouting, ClientError> {
        self.call(Method::POST, &["questions", &id.to_string(), "pass"])
            .json(pass)
            .send()
            .await
    }

    /// Whether one is told of questions that fit.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_my_routing(&self) -> Result<MyRouting, ClientError> {
        self.call(Method::GET, &["me", "routing"]).send().await
    }

    /// Says whether one wants to be told of questions that fit.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn set_my_routing(&self, set: &SetMyRouting) -> Result<MyRouting, ClientError> {
        self.call(Method::PUT, &["me", "routing"])
            .json(set)
            .send()
            .await
    }

    /// Waiting questions one can help with.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_help_wanted(&self) -> Result<Vec<HelpWanted>, ClientError> {
        self.call(Method::GET, &["me", "help"]).send().await
    }

    /// Takes a question off what one can help with, for good.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn dismiss_help_wanted(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::PUT, &["me", "help", &id.to_string(), "dismissal"])
            .send_empty()
            .await
    }
}
