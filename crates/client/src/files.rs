//! Pictures in posts.

use reqwest::Method;
use tacit_contract::files::Picture;
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// Uploads a picture, to be named in a post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn upload_picture(&self, bytes: Vec<u8>) -> Result<Picture, ClientError> {
        self.call(Method::POST, &["files"])
            .bytes("application/octet-stream", bytes)
            .send()
            .await
    }

    /// A picture the caller may see: its media type and its bytes.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_picture(&self, id: Uuid) -> Result<(String, Vec<u8>), ClientError> {
        self.call(Method::GET, &["files", &id.to_string()])
            .send_bytes()
            .await
    }

    /// Discards a picture of one's own that stands in no post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete_picture(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["files", &id.to_string()])
            .send_empty()
            .await
    }
}
