//! Communities.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::communities::{
    AskToJoin, ChangeCommunityRole, CommunityDeletion, CommunityDetail, CommunityHealth,
    CommunityInvitation, CommunityLink, CommunityMember, CommunityOverview, CommunityPin,
    CommunityRef, CommunitySettings, CommunitySummary, CommunityToken, CommunityViewer,
    CreateCommunity, CreateCommunityLink, CreatedCommunityLink, DecideJoinRequest, EditCommunity,
    InviteToCommunity, JoinRequest, ListCommunitiesQuery, ListCommunityInvitationsQuery,
    ListCommunityMembersQuery, ListJoinRequestsQuery, OpenedCommunityLink, RemoveCommunityMember,
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

    /// Asks to join a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn ask_to_join_community(
        &self,
        id: Uuid,
        wish: &AskToJoin,
    ) -> Result<(), ClientError> {
        self.call(Method::PUT, &["communities", &id.to_string(), "request"])
            .json(wish)
            .send_empty()
            .await
    }

    /// Asks to join it no more.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_join_request(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["communities", &id.to_string(), "request"])
            .send_empty()
            .await
    }

    /// Who waits for a decision.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_join_requests(
        &self,
        id: Uuid,
        query: &ListJoinRequestsQuery,
    ) -> Result<Page<JoinRequest>, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "requests"])
            .query(query)
            .send()
            .await
    }

    /// Decides on a wish to join.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn decide_join_request(
        &self,
        id: Uuid,
        member: Uuid,
        decision: &DecideJoinRequest,
    ) -> Result<(), ClientError> {
        let (id, member) = (id.to_string(), member.to_string());
        self.call(Method::PUT, &["communities", &id, "requests", &member])
            .json(decision)
            .send_empty()
            .await
    }

    /// Invites somebody by name.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn invite_to_community(
        &self,
        id: Uuid,
        invitation: &InviteToCommunity,
    ) -> Result<(), ClientError> {
        self.call(
            Method::POST,
            &["communities", &id.to_string(), "invitations"],
        )
        .json(invitation)
        .send_empty()
        .await
    }

    /// Who is invited and has not answered.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_community_invitations(
        &self,
        id: Uuid,
        query: &ListCommunityInvitationsQuery,
    ) -> Result<Page<CommunityInvitation>, ClientError> {
        self.call(
            Method::GET,
            &["communities", &id.to_string(), "invitations"],
        )
        .query(query)
        .send()
        .await
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn revoke_community_invitation(
        &self,
        id: Uuid,
        member: Uuid,
    ) -> Result<(), ClientError> {
        let (id, member) = (id.to_string(), member.to_string());
        self.call(
            Method::DELETE,
            &["communities", &id, "invitations", &member],
        )
        .send_empty()
        .await
    }

    /// Declines an invitation.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn decline_community_invitation(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(
            Method::DELETE,
            &["communities", &id.to_string(), "invitation"],
        )
        .send_empty()
        .await
    }

    /// Makes a link of invitation.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn create_community_link(
        &self,
        id: Uuid,
        link: &CreateCommunityLink,
    ) -> Result<CreatedCommunityLink, ClientError> {
        self.call(Method::POST, &["communities", &id.to_string(), "links"])
            .json(link)
            .send()
            .await
    }

    /// The links of invitation that work.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_community_links(&self, id: Uuid) -> Result<Page<CommunityLink>, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "links"])
            .send()
            .await
    }

    /// Takes a link of invitation back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn revoke_community_link(&self, id: Uuid, link: Uuid) -> Result<(), ClientError> {
        let (id, link) = (id.to_string(), link.to_string());
        self.call(Method::DELETE, &["communities", &id, "links", &link])
            .send_empty()
            .await
    }

    /// Where a link of invitation leads.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn open_community_link(
        &self,
        token: &CommunityToken,
    ) -> Result<OpenedCommunityLink, ClientError> {
        self.call(Method::POST, &["community-links", "open"])
            .json(token)
            .send()
            .await
    }

    /// Joins a community by a link of invitation.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn join_by_community_link(
        &self,
        token: &CommunityToken,
    ) -> Result<CommunityRef, ClientError> {
        self.call(Method::POST, &["community-links", "join"])
            .json(token)
            .send()
            .await
    }

    /// Takes a member out.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn remove_community_member(
        &self,
        id: Uuid,
        member: Uuid,
        removal: &RemoveCommunityMember,
    ) -> Result<(), ClientError> {
        let (id, member) = (id.to_string(), member.to_string());
        let path = ["communities", &id, "members", &member, "removal"];
        self.call(Method::POST, &path)
            .json(removal)
            .send_empty()
            .await
    }

    /// Gives a member another role.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn change_community_role(
        &self,
        id: Uuid,
        member: Uuid,
        change: &ChangeCommunityRole,
    ) -> Result<(), ClientError> {
        let (id, member) = (id.to_string(), member.to_string());
        let path = ["communities", &id, "members", &member, "role"];
        self.call(Method::PUT, &path)
            .json(change)
            .send_empty()
            .await
    }

    /// Changes a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_community(
        &self,
        id: Uuid,
        version: i32,
        edit: &EditCommunity,
    ) -> Result<CommunityDetail, ClientError> {
        self.call(Method::PATCH, &["communities", &id.to_string()])
            .if_match(version)
            .json(edit)
            .send()
            .await
    }

    /// What facilitators read beside the page.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community_settings(&self, id: Uuid) -> Result<CommunitySettings, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "settings"])
            .send()
            .await
    }

    /// Archives a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn archive_community(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::POST, &["communities", &id.to_string(), "archive"])
            .send_empty()
            .await
    }

    /// Brings a deleted or archived community back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn restore_community(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::POST, &["communities", &id.to_string(), "restore"])
            .send_empty()
            .await
    }

    /// What deleting it would do.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community_deletion(&self, id: Uuid) -> Result<CommunityDeletion, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "deletion"])
            .send()
            .await
    }

    /// Deletes a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete_community(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["communities", &id.to_string()])
            .send_empty()
            .await
    }

    /// What goes on in a community.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community_overview(&self, id: Uuid) -> Result<CommunityOverview, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "overview"])
            .send()
            .await
    }

    /// How a community is doing.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_community_health(&self, id: Uuid) -> Result<CommunityHealth, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "health"])
            .send()
            .await
    }

    /// What is pinned in it.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_community_pins(&self, id: Uuid) -> Result<Page<CommunityPin>, ClientError> {
        self.call(Method::GET, &["communities", &id.to_string(), "pins"])
            .send()
            .await
    }

    /// Pins a question.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn pin_post(&self, id: Uuid, post: Uuid) -> Result<(), ClientError> {
        let (id, post) = (id.to_string(), post.to_string());
        self.call(Method::PUT, &["communities", &id, "pins", &post])
            .send_empty()
            .await
    }

    /// Pins it no more.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unpin_post(&self, id: Uuid, post: Uuid) -> Result<(), ClientError> {
        let (id, post) = (id.to_string(), post.to_string());
        self.call(Method::DELETE, &["communities", &id, "pins", &post])
            .send_empty()
            .await
    }
}
