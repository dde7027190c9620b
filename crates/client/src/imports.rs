//! Imports of whole sites.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::imports::{
    ImportRun, ImportVocabularyQuery, ImportedBadge, ListImportedBadgesQuery, ListMarkedPostsQuery,
    MarkedPost, VocabularyPlan,
};

use crate::{Client, ClientError};

impl Client {
    /// The imports that were done, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_imports(&self) -> Result<Vec<ImportRun>, ClientError> {
        self.call(Method::GET, &["admin", "imports"]).send().await
    }

    /// Posts that imports marked.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_marked_posts(
        &self,
        query: &ListMarkedPostsQuery,
    ) -> Result<Page<MarkedPost>, ClientError> {
        self.call(Method::GET, &["admin", "imports", "marked-posts"])
            .query(query)
            .send()
            .await
    }

    /// The badges somebody had on the sites they came from, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_imported_badges(
        &self,
        handle: &str,
        query: &ListImportedBadgesQuery,
    ) -> Result<Page<ImportedBadge>, ClientError> {
        self.call(Method::GET, &["members", handle, "imported-badges"])
            .query(query)
            .send()
            .await
    }

    /// What would become of a table of ESCO or O*NET.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn preview_vocabulary(
        &self,
        query: &ImportVocabularyQuery,
        table: Vec<u8>,
    ) -> Result<VocabularyPlan, ClientError> {
        self.call(Method::POST, &["admin", "vocabularies", "preview"])
            .query(query)
            .bytes("text/csv", table)
            .send()
            .await
    }

    /// Imports a table of ESCO or O*NET.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn import_vocabulary(
        &self,
        query: &ImportVocabularyQuery,
        table: Vec<u8>,
    ) -> Result<VocabularyPlan, ClientError> {
        self.call(Method::POST, &["admin", "vocabularies"])
            .query(query)
            .bytes("text/csv", table)
            .send()
            .await
    }
}
