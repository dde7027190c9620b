//! The organisation and its departments.

use reqwest::Method;
use tacit_contract::organisation::{
    CreateDepartment, Department, InvitedList, Organisation, PeopleList, UpdateDepartment,
    UpdateOrganisation,
};
use tacit_contract::status::ServerStatus;
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// The organisation.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_organisation(&self) -> Result<Organisation, ClientError> {
        self.call(Method::GET, &["organisation"]).send().await
    }

    /// Changes the organisation, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn update_organisation(
        &self,
        version: i32,
        change: &UpdateOrganisation,
    ) -> Result<Organisation, ClientError> {
        self.call(Method::PATCH, &["organisation"])
            .if_match(version)
            .json(change)
            .send()
            .await
    }

    /// Sets the logo: a PNG, JPEG, WebP or SVG picture.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn set_logo(
        &self,
        content_type: &str,
        picture: Vec<u8>,
    ) -> Result<Organisation, ClientError> {
        self.call(Method::PUT, &["organisation", "logo"])
            .bytes(content_type, picture)
            .send()
            .await
    }

    /// Takes the logo away.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn remove_logo(&self) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["organisation", "logo"])
            .send_empty()
            .await
    }

    /// All departments in their order, the archived ones too.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_departments(&self) -> Result<Vec<Department>, ClientError> {
        self.call(Method::GET, &["departments"]).send().await
    }

    /// Adds a department at the end.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn create_department(
        &self,
        department: &CreateDepartment,
    ) -> Result<Department, ClientError> {
        self.call(Method::POST, &["departments"])
            .json(department)
            .send()
            .await
    }

    /// Renames, moves, archives or brings back a department.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn update_department(
        &self,
        id: Uuid,
        change: &UpdateDepartment,
    ) -> Result<Department, ClientError> {
        self.call(Method::PATCH, &["departments", &id.to_string()])
            .json(change)
            .send()
            .await
    }

    /// Looks at a list of people to invite.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn preview_invitations(&self, list: &PeopleList) -> Result<InvitedList, ClientError> {
        self.call(Method::POST, &["admin", "invitations", "preview"])
            .json(list)
            .send()
            .await
    }

    /// Invites everybody on a list whose line is right.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn invite_people(&self, list: &PeopleList) -> Result<InvitedList, ClientError> {
        self.call(Method::POST, &["admin", "invitations", "list"])
            .json(list)
            .send()
            .await
    }

    /// How background work is doing.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_status(&self) -> Result<ServerStatus, ClientError> {
        self.call(Method::GET, &["admin", "status"]).send().await
    }
}
