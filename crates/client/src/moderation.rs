//! Keeping order: closing, deleting, private flags, renewal.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::moderation::{
    AuditEntry, CloseQuestion, DeletePostQuery, DeletedPost, FlagKind, FlagPost, FlaggedPost,
    ListAuditEntriesQuery, ListDeletedPostsQuery, ListFlagsQuery, ListRenewalsQuery, RenewAnswer,
    RenewalDue, ReopenQuestionQuery, ResolveFlags,
};
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

    /// Deletes a post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete_post(
        &self,
        post: Uuid,
        query: &DeletePostQuery,
    ) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["posts", &post.to_string()])
            .query(query)
            .send_empty()
            .await
    }

    /// Restores a deleted post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn restore_post(
        &self,
        post: Uuid,
        query: &DeletePostQuery,
    ) -> Result<(), ClientError> {
        self.call(Method::POST, &["posts", &post.to_string(), "restore"])
            .query(query)
            .send_empty()
            .await
    }

    /// A deleted post, for its author and leads.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_deleted_post(&self, post: Uuid) -> Result<DeletedPost, ClientError> {
        self.call(Method::GET, &["posts", &post.to_string(), "deletion"])
            .send()
            .await
    }

    /// A page of deleted posts.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_deleted_posts(
        &self,
        query: &ListDeletedPostsQuery,
    ) -> Result<Page<DeletedPost>, ClientError> {
        self.call(Method::GET, &["moderation", "deleted-posts"])
            .query(query)
            .send()
            .await
    }

    /// Says something about a post in private.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn flag_post(
        &self,
        post: Uuid,
        kind: FlagKind,
        flag: &FlagPost,
    ) -> Result<(), ClientError> {
        let post = post.to_string();
        self.call(Method::PUT, &["posts", &post, "flags", word(kind)])
            .json(flag)
            .send_empty()
            .await
    }

    /// Takes that back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unflag_post(&self, post: Uuid, kind: FlagKind) -> Result<(), ClientError> {
        let post = post.to_string();
        self.call(Method::DELETE, &["posts", &post, "flags", word(kind)])
            .send_empty()
            .await
    }

    /// Decides on what was said about a post.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn resolve_flags(
        &self,
        post: Uuid,
        kind: FlagKind,
        resolution: &ResolveFlags,
    ) -> Result<(), ClientError> {
        let post = post.to_string();
        let path = ["posts", &post, "flags", word(kind), "resolution"];
        self.call(Method::PUT, &path)
            .json(resolution)
            .send_empty()
            .await
    }

    /// A page of the queue of flags.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_flags(
        &self,
        query: &ListFlagsQuery,
    ) -> Result<Page<FlaggedPost>, ClientError> {
        self.call(Method::GET, &["moderation", "flags"])
            .query(query)
            .send()
            .await
    }

    /// A page of answers to look at again.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_renewals(
        &self,
        query: &ListRenewalsQuery,
    ) -> Result<Page<RenewalDue>, ClientError> {
        self.call(Method::GET, &["renewals"])
            .query(query)
            .send()
            .await
    }

    /// A page of the log of acts of office.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_audit_entries(
        &self,
        query: &ListAuditEntriesQuery,
    ) -> Result<Page<AuditEntry>, ClientError> {
        self.call(Method::GET, &["admin", "audit"])
            .query(query)
            .send()
            .await
    }

    /// Says that an accepted answer is still right, or replaced.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn renew_answer(
        &self,
        answer: Uuid,
        renewal: &RenewAnswer,
    ) -> Result<(), ClientError> {
        self.call(Method::PUT, &["answers", &answer.to_string(), "renewal"])
            .json(renewal)
            .send_empty()
            .await
    }
}

/// The word of a kind in an address.
const fn word(kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::Outdated => "outdated",
        FlagKind::Incorrect => "incorrect",
        FlagKind::NotAllRight => "not_all_right",
    }
}
