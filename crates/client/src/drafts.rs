//! What the caller is still writing.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::drafts::{Draft, DraftSummary, ListDraftsQuery, SaveDraft};

use crate::{Client, ClientError};

impl Client {
    /// My drafts, last saved first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_drafts(
        &self,
        query: &ListDraftsQuery,
    ) -> Result<Page<DraftSummary>, ClientError> {
        self.call(Method::GET, &["me", "drafts"])
            .query(query)
            .send()
            .await
    }

    /// My draft at a place such as `ask` or `answer-<id>`.
    ///
    /// # Errors
    /// [`ClientError`]; 404 when there is none.
    pub async fn get_draft(&self, place: &str) -> Result<Draft, ClientError> {
        self.call(Method::GET, &["me", "drafts", place])
            .send()
            .await
    }

    /// Keeps what was typed so far.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn save_draft(&self, place: &str, draft: &SaveDraft) -> Result<Draft, ClientError> {
        self.call(Method::PUT, &["me", "drafts", place])
            .json(draft)
            .send()
            .await
    }

    /// Discards a draft; where there is none, nothing happens.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete_draft(&self, place: &str) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["me", "drafts", place])
            .send_empty()
            .await
    }
}
