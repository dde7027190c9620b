//! Notices.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::notices::{
    ListNoticesQuery, Notice, NoticeSettings, ReadNotices, UnreadNotices, UnsubscribeQuery,
    Unsubscribing, UpdateNoticeSettings,
};

use crate::{Client, ClientError};

impl Client {
    /// A page of notices, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_notices(
        &self,
        query: &ListNoticesQuery,
    ) -> Result<Page<Notice>, ClientError> {
        self.call(Method::GET, &["notices"])
            .query(query)
            .send()
            .await
    }

    /// How many notices have something new.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn count_unread_notices(&self) -> Result<UnreadNotices, ClientError> {
        self.call(Method::GET, &["notices", "unread"]).send().await
    }

    /// Marks one or all as read; the answer counts what is left.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn read_notices(&self, read: &ReadNotices) -> Result<UnreadNotices, ClientError> {
        self.call(Method::POST, &["notices", "read"])
            .json(read)
            .send()
            .await
    }

    /// What the link of a letter ends.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_unsubscribing(&self, token: &str) -> Result<Unsubscribing, ClientError> {
        self.unsubscribing(Method::GET, token).await
    }

    /// Ends the letters that the link of one names.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unsubscribe(&self, token: &str) -> Result<Unsubscribing, ClientError> {
        self.unsubscribing(Method::POST, token).await
    }

    async fn unsubscribing(
        &self,
        method: Method,
        token: &str,
    ) -> Result<Unsubscribing, ClientError> {
        let query = UnsubscribeQuery {
            token: token.to_owned(),
        };
        self.call(method, &["unsubscribe"])
            .query(&query)
            .by_nobody()
            .send()
            .await
    }

    /// How one is told.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_notice_settings(&self) -> Result<NoticeSettings, ClientError> {
        self.call(Method::GET, &["me", "notices"]).send().await
    }

    /// Changes how one is told.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn update_notice_settings(
        &self,
        change: &UpdateNoticeSettings,
    ) -> Result<NoticeSettings, ClientError> {
        self.call(Method::PATCH, &["me", "notices"])
            .json(change)
            .send()
            .await
    }
}
