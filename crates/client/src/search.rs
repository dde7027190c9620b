//! Search, completions while typing, and questions similar to a title.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::search::{
    CompleteSearchQuery, Completions, SearchHit, SearchQuery, SearchedInVain, SearchedInVainQuery,
    SimilarQuery, SimilarQuestions, UnmetSearches,
};

use crate::{Client, ClientError};

impl Client {
    /// A page of what was found.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn search(&self, query: &SearchQuery) -> Result<Page<SearchHit>, ClientError> {
        self.call(Method::GET, &["search"])
            .query(query)
            .send()
            .await
    }

    /// What the words in the box may become.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn complete_search(
        &self,
        query: &CompleteSearchQuery,
    ) -> Result<Completions, ClientError> {
        self.call(Method::GET, &["search", "complete"])
            .query(query)
            .send()
            .await
    }

    /// What many searched for in vain.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_unmet_searches(&self) -> Result<UnmetSearches, ClientError> {
        self.call(Method::GET, &["search", "unmet"]).send().await
    }

    /// Whether many searched for these words in vain.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn check_unmet_search(&self, q: &str) -> Result<SearchedInVain, ClientError> {
        let query = SearchedInVainQuery { q: q.to_owned() };
        self.call(Method::GET, &["search", "unmet", "same"])
            .query(&query)
            .send()
            .await
    }

    /// Questions that may already say what somebody is about to ask.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_similar_questions(
        &self,
        query: &SimilarQuery,
    ) -> Result<SimilarQuestions, ClientError> {
        self.call(Method::GET, &["questions", "similar"])
            .query(query)
            .send()
            .await
    }
}
