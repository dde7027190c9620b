//! What questions, answers and comments share: comments, edits, revisions, the helpful mark, the preview.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::posts::{
    Comment, CompareRevisionQuery, CreateComment, EditPost, HelpfulState, ListRevisionsQuery,
    PostVersion, Preview, PreviewMarkdown, RestoreRevision, Revision, RevisionDiff,
};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// Comments on a question or an answer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn add_comment(
        &self,
        post: Uuid,
        comment: &CreateComment,
    ) -> Result<Comment, ClientError> {
        self.call(Method::POST, &["posts", &post.to_string(), "comments"])
            .json(comment)
            .send()
            .await
    }

    /// Changes a comment, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_comment(
        &self,
        id: Uuid,
        version: i32,
        edit: &EditPost,
    ) -> Result<Comment, ClientError> {
        self.call(Method::PATCH, &["comments", &id.to_string()])
            .if_match(version)
            .json(edit)
            .send()
            .await
    }

    /// What a post said at each version, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_revisions(
        &self,
        post: Uuid,
        query: &ListRevisionsQuery,
    ) -> Result<Page<Revision>, ClientError> {
        self.call(Method::GET, &["posts", &post.to_string(), "revisions"])
            .query(query)
            .send()
            .await
    }

    /// What a revision of a post changed, in words.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn compare_revision(
        &self,
        post: Uuid,
        version: i32,
        query: &CompareRevisionQuery,
    ) -> Result<RevisionDiff, ClientError> {
        let (post, version) = (post.to_string(), version.to_string());
        self.call(
            Method::GET,
            &["posts", &post, "revisions", &version, "diff"],
        )
        .query(query)
        .send()
        .await
    }

    /// Gives a post the text of an earlier revision again, if it is still at version `read`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn restore_revision(
        &self,
        post: Uuid,
        version: i32,
        read: i32,
        restore: &RestoreRevision,
    ) -> Result<PostVersion, ClientError> {
        let (post, version) = (post.to_string(), version.to_string());
        self.call(
            Method::POST,
            &["posts", &post, "revisions", &version, "restore"],
        )
        .if_match(read)
        .json(restore)
        .send()
        .await
    }

    /// Marks a post as helpful.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn mark_helpful(&self, post: Uuid) -> Result<HelpfulState, ClientError> {
        self.call(Method::PUT, &["posts", &post.to_string(), "helpful"])
            .send()
            .await
    }

    /// Takes the mark back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unmark_helpful(&self, post: Uuid) -> Result<HelpfulState, ClientError> {
        self.call(Method::DELETE, &["posts", &post.to_string(), "helpful"])
            .send()
            .await
    }

    /// What Markdown will look like.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn preview_markdown(
        &self,
        markdown: &PreviewMarkdown,
    ) -> Result<Preview, ClientError> {
        self.call(Method::POST, &["preview"])
            .json(markdown)
            .send()
            .await
    }
}
