//! Bookmarks.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::bookmarks::{Bookmark, KeepBookmark, ListBookmarksQuery};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// A page of one's own bookmarks, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_bookmarks(
        &self,
        query: &ListBookmarksQuery,
    ) -> Result<Page<Bookmark>, ClientError> {
        self.call(Method::GET, &["me", "bookmarks"])
            .query(query)
            .send()
            .await
    }

    /// One's bookmark of a post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_bookmark(&self, post: Uuid) -> Result<Bookmark, ClientError> {
        self.call(Method::GET, &["me", "bookmarks", &post.to_string()])
            .send()
            .await
    }

    /// Keeps a post, or changes the note.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn keep_bookmark(
        &self,
        post: Uuid,
        bookmark: &KeepBookmark,
    ) -> Result<Bookmark, ClientError> {
        self.call(Method::PUT, &["me", "bookmarks", &post.to_string()])
            .json(bookmark)
            .send()
            .await
    }

    /// Keeps a post no longer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn remove_bookmark(&self, post: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["me", "bookmarks", &post.to_string()])
            .send_empty()
            .await
    }
}
