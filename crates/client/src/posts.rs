//! Posts.
use crate::{Client, ClientError};
impl Client { 
    /// Preview.
    pub async fn preview(&self, body: String) -> Result<String, ClientError> { Ok(body) } }
