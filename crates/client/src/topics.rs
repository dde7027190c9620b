//! Topics.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::topics::{
    CompleteTopicsQuery, CreateTopic, ListTopicsQuery, MergeTopic, RelatedTopic, TopicCleanup,
    TopicCompletion, TopicDetail, TopicSummary, TopicViewer, UpdateTopic,
};

use crate::{Client, ClientError};

impl Client {
    /// A page of topics.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_topics(
        &self,
        query: &ListTopicsQuery,
    ) -> Result<Page<TopicSummary>, ClientError> {
        self.call(Method::GET, &["topics"])
            .query(query)
            .send()
            .await
    }

    /// Topics that begin with what was typed.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn complete_topics(
        &self,
        query: &CompleteTopicsQuery,
    ) -> Result<Vec<TopicCompletion>, ClientError> {
        self.call(Method::GET, &["topics", "complete"])
            .query(query)
            .send()
            .await
    }

    /// Makes a topic.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn create_topic(&self, topic: &CreateTopic) -> Result<TopicDetail, ClientError> {
        self.call(Method::POST, &["topics"])
            .json(topic)
            .send()
            .await
    }

    /// A topic's page, by slug or synonym.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_topic(&self, slug: &str) -> Result<TopicDetail, ClientError> {
        self.call(Method::GET, &["topics", slug]).send().await
    }

    /// Topics that belong to one, from use.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_related_topics(&self, slug: &str) -> Result<Vec<RelatedTopic>, ClientError> {
        self.call(Method::GET, &["topics", slug, "related"])
            .send()
            .await
    }

    /// The topic as it concerns the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_topic_viewer(&self, slug: &str) -> Result<TopicViewer, ClientError> {
        self.call(Method::GET, &["topics", slug, "viewer"])
            .send()
            .await
    }

    /// Changes a topic, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_topic(
        &self,
        slug: &str,
        version: i32,
        change: &UpdateTopic,
    ) -> Result<TopicDetail, ClientError> {
        self.call(Method::PATCH, &["topics", slug])
            .if_match(version)
            .json(change)
            .send()
            .await
    }

    /// Merges a topic into another; the answer is the one that stays.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn merge_topic(
        &self,
        slug: &str,
        merge: &MergeTopic,
    ) -> Result<TopicDetail, ClientError> {
        self.call(Method::POST, &["topics", slug, "merge"])
            .json(merge)
            .send()
            .await
    }

    /// Follows a topic.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn follow_topic(&self, slug: &str) -> Result<(), ClientError> {
        self.call(Method::PUT, &["topics", slug, "follow"])
            .send_empty()
            .await
    }

    /// Follows a topic no longer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unfollow_topic(&self, slug: &str) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["topics", slug, "follow"])
            .send_empty()
            .await
    }

    /// What of the vocabulary could be in better order.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_topic_cleanup(&self) -> Result<TopicCleanup, ClientError> {
        self.call(Method::GET, &["moderation", "topics"])
            .send()
            .await
    }

    /// Deletes a topic that nothing hangs on.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete_topic(&self, slug: &str) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["topics", slug])
            .send_empty()
            .await
    }
}
