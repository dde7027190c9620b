//! Following questions and people.

use reqwest::Method;
use tacit_contract::follows::MemberViewer;
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// Follows a question, or no longer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn follow_question(&self, id: Uuid, follow: bool) -> Result<(), ClientError> {
        self.call(verb(follow), &["questions", &id.to_string(), "follow"])
            .send_empty()
            .await
    }

    /// The member as they concern the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_member_viewer(&self, handle: &str) -> Result<MemberViewer, ClientError> {
        self.call(Method::GET, &["members", handle, "viewer"])
            .send()
            .await
    }

    /// Follows a member, or no longer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn follow_member(&self, handle: &str, follow: bool) -> Result<(), ClientError> {
        self.call(verb(follow), &["members", handle, "follow"])
            .send_empty()
            .await
    }
}

fn verb(follow: bool) -> Method {
    if follow { Method::PUT } else { Method::DELETE }
}
