//! Members as admins keep them, and invitations.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::identity::{AdminListMembersQuery, AdminMember, LinkMember, UpdateMember};
use tacit_contract::organisation::{
    CreateInvitation, CreatedInvitation, Invitation, ListInvitationsQuery,
};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// A page of members with what only admins see.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn admin_list_members(
        &self,
        query: &AdminListMembersQuery,
    ) -> Result<Page<AdminMember>, ClientError> {
        self.call(Method::GET, &["admin", "members"])
            .query(query)
            .send()
            .await
    }

    /// Changes role, department or standing of a member.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn update_member(
        &self,
        id: Uuid,
        change: &UpdateMember,
    ) -> Result<AdminMember, ClientError> {
        self.call(Method::PATCH, &["admin", "members", &id.to_string()])
            .json(change)
            .send()
            .await
    }

    /// A page of invitations, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_invitations(
        &self,
        query: &ListInvitationsQuery,
    ) -> Result<Page<Invitation>, ClientError> {
        self.call(Method::GET, &["admin", "invitations"])
            .query(query)
            .send()
            .await
    }

    /// Invites somebody; the link is mailed and also in the answer, once.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn create_invitation(
        &self,
        invitation: &CreateInvitation,
    ) -> Result<CreatedInvitation, ClientError> {
        self.call(Method::POST, &["admin", "invitations"])
            .json(invitation)
            .send()
            .await
    }

    /// Takes an invitation back that was not used yet.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn revoke_invitation(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["admin", "invitations", &id.to_string()])
            .send_empty()
            .await
    }

    /// Gives what a person of an import wrote to a member.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn link_member(
        &self,
        person: Uuid,
        link: &LinkMember,
    ) -> Result<AdminMember, ClientError> {
        let path = ["admin", "members", &person.to_string(), "link"];
        self.call(Method::POST, &path).json(link).send().await
    }
}
