//! Communities.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::communities::{
    CommunityDetail, CommunityMember, CommunitySummary, CommunityViewer, CreateCommunity,
    ListCommunitiesQuery, ListCommunityMembersQuery,
};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// A page of communities.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_communities(
        &self,
        query: &ListCommunitiesQuery,
    ) -> Result<Page<CommunitySummary>, ClientError> {
        self.call(Method::GET, &["communities"])
            .query(query)
            .send()
            .await
    }

    /// Founds a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn create_community(
        &self,
        new: &CreateCommunity,
    ) -> Result<CommunityDetail, ClientError> {
        self.call(Method::POST, &["communities"])
            .json(new)
            .send()
            .await
    }

    /// A community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community(&self, id: Uuid) -> Result<CommunityDetail, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string()])
            .send()
            .await
    }

    /// The community as it concerns the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community_viewer(&self, id: Uuid) -> Result<CommunityViewer, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "viewer"])
            .send()
            .await
    }

    /// Who belongs to a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_community_members(
        &self,
        id: Uuid,
        query: &ListCommunityMembersQuery,
    ) -> Result<Page<CommunityMember>, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "members"])
            .query(query)
            .send()
            .await
    }

    /// Joins a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn join_community(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::PUT, &["communities", &id.to_string(), "membership"])
            .send_empty()
            .await
    }

    /// Leaves a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn leave_community(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(
            Method::DELETE,
            &["communities", &id.to_string(), "membership"],
        )
        .send_empty()
        .await
    }
}
