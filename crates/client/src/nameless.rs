//! Writing without one's name.

use reqwest::Method;
use tacit_contract::nameless::{NamelessQuery, NamelessRule};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// What writing without one's name means in a community, or for everyone.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_nameless_rule(
        &self,
        community_id: Option<Uuid>,
    ) -> Result<NamelessRule, ClientError> {
        self.call(Method::GET, &["nameless"])
            .query(&NamelessQuery { community_id })
            .send()
            .await
    }

    /// Puts one's name on what one wrote without it, for good.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn show_name(&self, post: Uuid) -> Result<(), ClientError> {
        self.call(Method::PUT, &["posts", &post.to_string(), "name"])
            .send_empty()
            .await
    }
}
