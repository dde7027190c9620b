//! Expertise: one's own topics and availability, others' strengths, endorsements.

use reqwest::Method;
use tacit_contract::expertise::{
    EndWelcome, ExpertiseExplanation, MemberActivity, MemberExpertise, MemberExpertiseViewer,
    MyAvailability, MyTopic, SetMyTopic, SuggestExperts, SuggestedExperts, TopicPeople,
    TopicPeopleQuery, Welcome,
};

use crate::{Client, ClientError};

impl Client {
    /// One's own topics.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_my_topics(&self) -> Result<Vec<MyTopic>, ClientError> {
        self.call(Method::GET, &["me", "topics"]).send().await
    }

    /// Says something about oneself and a topic, or hides it.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn set_my_topic(
        &self,
        slug: &str,
        change: &SetMyTopic,
    ) -> Result<MyTopic, ClientError> {
        self.call(Method::PUT, &["me", "topics", slug])
            .json(change)
            .send()
            .await
    }

    /// When and how one may be asked.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_my_availability(&self) -> Result<MyAvailability, ClientError> {
        self.call(Method::GET, &["me", "availability"]).send().await
    }

    /// Says when and how one may be asked.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn set_my_availability(
        &self,
        availability: &MyAvailability,
    ) -> Result<MyAvailability, ClientError> {
        self.call(Method::PUT, &["me", "availability"])
            .json(availability)
            .send()
            .await
    }

    /// Whether to ask what one knows and wants to learn.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_my_welcome(&self) -> Result<Welcome, ClientError> {
        self.call(Method::GET, &["me", "welcome"]).send().await
    }

    /// One said something, or skipped it: it is not asked again.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn end_my_welcome(&self, end: &EndWelcome) -> Result<(), ClientError> {
        self.call(Method::PUT, &["me", "welcome"])
            .json(end)
            .send_empty()
            .await
    }

    /// What somebody knows and is learning.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_member_expertise(&self, handle: &str) -> Result<MemberExpertise, ClientError> {
        self.call(Method::GET, &["members", handle, "expertise"])
            .send()
            .await
    }

    /// The same as it concerns the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_member_expertise_viewer(
        &self,
        handle: &str,
    ) -> Result<MemberExpertiseViewer, ClientError> {
        self.call(Method::GET, &["members", handle, "expertise", "viewer"])
            .send()
            .await
    }

    /// What somebody contributed over time.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_member_activity(&self, handle: &str) -> Result<MemberActivity, ClientError> {
        self.call(Method::GET, &["members", handle, "activity"])
            .send()
            .await
    }

    /// Why somebody is thought to know a topic.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn explain_expertise(
        &self,
        handle: &str,
        topic: &str,
    ) -> Result<ExpertiseExplanation, ClientError> {
        self.call(
            Method::GET,
            &["members", handle, "expertise", "topics", topic],
        )
        .send()
        .await
    }

    /// Says that somebody knows a topic.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn endorse_member(&self, handle: &str, topic: &str) -> Result<(), ClientError> {
        self.call(Method::PUT, &["members", handle, "endorsements", topic])
            .send_empty()
            .await
    }

    /// Takes that back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_endorsement(&self, handle: &str, topic: &str) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["members", handle, "endorsements", topic])
            .send_empty()
            .await
    }

    /// People likely to answer a question.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn suggest_experts(
        &self,
        question: &SuggestExperts,
    ) -> Result<SuggestedExperts, ClientError> {
        self.call(Method::POST, &["experts", "suggest"])
            .json(question)
            .send()
            .await
    }

    /// Who knows a topic, and who is learning it.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_topic_people(
        &self,
        slug: &str,
        query: &TopicPeopleQuery,
    ) -> Result<TopicPeople, ClientError> {
        self.call(Method::GET, &["topics", slug, "people"])
            .query(query)
            .send()
            .await
    }
}
