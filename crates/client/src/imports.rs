//! Imports of whole sites.

use reqwest::Method;
use tacit_contract::imports::ImportRun;

use crate::{Client, ClientError};

impl Client {
    /// The imports that were done, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_imports(&self) -> Result<Vec<ImportRun>, ClientError> {
        self.call(Method::GET, &["admin", "imports"]).send().await
    }
}
