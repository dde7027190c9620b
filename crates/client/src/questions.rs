//! Questions and answers.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::posts::EditPost;
use tacit_contract::questions::{
    AcceptAnswer, Answer, AskQuestion, CreateAnswer, EditQuestion, ListQuestionsQuery,
    QuestionDetail, QuestionSummary, QuestionViewer, WithdrawAcceptanceQuery,
};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// A page of questions.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_questions(
        &self,
        query: &ListQuestionsQuery,
    ) -> Result<Page<QuestionSummary>, ClientError> {
        self.call(Method::GET, &["questions"])
            .query(query)
            .send()
            .await
    }

    /// Asks a question.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn ask_question(
        &self,
        question: &AskQuestion,
    ) -> Result<QuestionDetail, ClientError> {
        self.call(Method::POST, &["questions"])
            .json(question)
            .send()
            .await
    }

    /// A question with its answers and comments.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_question(&self, id: Uuid) -> Result<QuestionDetail, ClientError> {
        self.call(Method::GET, &["questions", &id.to_string()])
            .send()
            .await
    }

    /// The question as it concerns the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_question_viewer(&self, id: Uuid) -> Result<QuestionViewer, ClientError> {
        self.call(Method::GET, &["questions", &id.to_string(), "viewer"])
            .send()
            .await
    }

    /// Changes a question, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_question(
        &self,
        id: Uuid,
        version: i32,
        edit: &EditQuestion,
    ) -> Result<QuestionDetail, ClientError> {
        self.call(Method::PATCH, &["questions", &id.to_string()])
            .if_match(version)
            .json(edit)
            .send()
            .await
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn post_answer(
        &self,
        question: Uuid,
        answer: &CreateAnswer,
    ) -> Result<Answer, ClientError> {
        self.call(
            Method::POST,
            &["questions", &question.to_string(), "answers"],
        )
        .json(answer)
        .send()
        .await
    }

    /// Changes an answer, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_answer(
        &self,
        id: Uuid,
        version: i32,
        edit: &EditPost,
    ) -> Result<Answer, ClientError> {
        self.call(Method::PATCH, &["answers", &id.to_string()])
            .if_match(version)
            .json(edit)
            .send()
            .await
    }

    /// Accepts an answer, instead of the one accepted before.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn accept_answer(
        &self,
        question: Uuid,
        accept: &AcceptAnswer,
    ) -> Result<(), ClientError> {
        self.call(
            Method::PUT,
            &["questions", &question.to_string(), "accepted-answer"],
        )
        .json(accept)
        .send_empty()
        .await
    }

    /// Takes the acceptance back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_acceptance(
        &self,
        question: Uuid,
        query: &WithdrawAcceptanceQuery,
    ) -> Result<(), ClientError> {
        self.call(
            Method::DELETE,
            &["questions", &question.to_string(), "accepted-answer"],
        )
        .query(query)
        .send_empty()
        .await
    }
}
