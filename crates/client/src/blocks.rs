//! Muting and blocking.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::blocks::{BlockKind, BlockedMember, ListBlocksQuery, SetBlock};

use crate::{Client, ClientError};

impl Client {
    /// A page of those one has muted or blocked, the latest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_blocks(
        &self,
        query: &ListBlocksQuery,
    ) -> Result<Page<BlockedMember>, ClientError> {
        self.call(Method::GET, &["me", "blocks"])
            .query(query)
            .send()
            .await
    }

    /// Mutes or blocks a member.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn block_member(&self, handle: &str, kind: BlockKind) -> Result<(), ClientError> {
        self.call(Method::PUT, &["members", handle, "block"])
            .json(&SetBlock { kind })
            .send_empty()
            .await
    }

    /// Neither mutes nor blocks a member any more.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unblock_member(&self, handle: &str) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["members", handle, "block"])
            .send_empty()
            .await
    }
}
