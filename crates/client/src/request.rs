//! One call: its address, body and headers, sent with the token and, once, sent again with a newer one.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tacit_contract::problem::Problem;
use url::Url;

use crate::{Client, ClientError};

#[cfg(not(target_arch = "wasm32"))]
use futures::future::BoxFuture as Boxed;
/// In the browser futures stay on their thread.
#[cfg(target_arch = "wasm32")]
use futures::future::LocalBoxFuture as Boxed;

/// An answer on its way: its status and its body, not read yet.
type Fetching<'a> = Boxed<'a, Result<(u16, Vec<u8>), ClientError>>;

/// The HTTP client underneath; natively with a place for cookies, as a browser has.
pub(crate) fn http() -> Result<reqwest::Client, ClientError> {
    let builder = reqwest::Client::builder();
    #[cfg(not(target_arch = "wasm32"))]
    let builder = builder.cookie_store(true);
    builder
        .build()
        .map_err(|error| ClientError::Network(error.to_string()))
}

/// A call in the making.
pub(crate) struct Call<'a> {
    client: &'a Client,
    method: Method,
    url: Result<Url, ClientError>,
    headers: HeaderMap,
    body: Option<Result<Vec<u8>, ClientError>>,
    with_token: bool,
}

impl Client {
    /// A call to `/api/v1/` and the segments, each encoded.
    pub(crate) fn call(&self, method: Method, segments: &[&str]) -> Call<'_> {
        let mut url = self.base.clone();
        // `Client::new` accepted only addresses that have a path.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(["api", "v1"]).extend(segments);
        }
        Call {
            client: self,
            method,
            url: Ok(url),
            headers: HeaderMap::new(),
            body: None,
            with_token: true,
        }
    }
}

impl Call<'_> {
    /// Adds a query; fields that are `None` are left out.
    pub(crate) fn query(mut self, query: &impl Serialize) -> Self {
        self.url = self.url.and_then(|mut url| {
            let text = serde_urlencoded::to_string(query)
                .map_err(|error| ClientError::Address(error.to_string()))?;
            url.set_query((!text.is_empty()).then_some(text.as_str()));
            Ok(url)
        });
        self
    }

    /// Adds a JSON body.
    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        self.headers.insert(
            reqwest::header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
        self.body =
            Some(serde_json::to_vec(body).map_err(|error| ClientError::Address(error.to_string())));
        self
    }

    /// Adds a body that is not JSON, such as a picture.
    pub(crate) fn bytes(mut self, content_type: &str, body: Vec<u8>) -> Self {
        self = self.header(reqwest::header::CONTENT_TYPE, content_type);
        self.body = Some(Ok(body));
        self
    }

    /// Writes only if the thing is still at this version.
    pub(crate) fn if_match(self, version: i32) -> Self {
        self.header(reqwest::header::IF_MATCH, &format!("\"{version}\""))
    }

    /// Sends it as nobody: signing in and refreshing.
    pub(crate) fn by_nobody(mut self) -> Self {
        self.with_token = false;
        self
    }

    fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    /// Sends it and reads the body.
    pub(crate) async fn send<T: DeserializeOwned>(self) -> Result<T, ClientError> {
        let (status, body) = self.fetch().await?;
        serde_json::from_slice(&body).map_err(|error| ClientError::Unexpected {
            status,
            detail: error.to_string(),
        })
    }

    /// Sends it and takes the whole answer in. Not generic, and boxed: the app holds one copy of this for all operations
    /// together, not one for each.
    fn fetch<'b>(self) -> Fetching<'b>
    where
        Self: 'b,
    {
        Box::pin(async move {
            let response = self.execute().await?;
            let status = response.status().as_u16();
            match response.bytes().await {
                Ok(body) => Ok((status, body.into())),
                Err(error) => Err(ClientError::Network(error.to_string())),
            }
        })
    }

    /// Sends it; there is no body to read.
    pub(crate) async fn send_empty(self) -> Result<(), ClientError> {
        self.fetch().await.map(drop)
    }

    /// Sends it; the body is no JSON. Its media type and its bytes.
    pub(crate) async fn send_bytes(self) -> Result<(String, Vec<u8>), ClientError> {
        let response = self.execute().await?;
        let media_type = response
            .headers()
            .get(reqwest::header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let bytes = response
            .bytes()
            .await
            .map_err(|error| ClientError::Network(error.to_string()))?;
        Ok((media_type, bytes.to_vec()))
    }

    async fn execute(self) -> Result<Response, ClientError> {
        let token = if self.with_token {
            self.client.session.token()
        } else {
            None
        };
        let response = self.once(token.as_deref()).await?;
        let refused = response.status() == StatusCode::UNAUTHORIZED;
        let response = match token {
            Some(token) if refused && Box::pin(self.client.renew(&token)).await => {
                self.once(self.client.session.token().as_deref()).await?
            }
            _ => response,
        };
        if response.status().is_success() {
            Ok(response)
        } else {
            Err(refusal(response).await)
        }
    }

    async fn once(&self, token: Option<&str>) -> Result<Response, ClientError> {
        let url = self.url.clone()?;
        let mut request = self
            .client
            .http
            .request(self.method.clone(), url)
            .headers(self.headers.clone());
        #[cfg(target_arch = "wasm32")]
        {
            request = request.fetch_credentials_include();
        }
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = &self.body {
            request = request.body(body.clone()?);
        }
        request
            .send()
            .await
            .map_err(|error| ClientError::Network(error.to_string()))
    }
}

/// What the server says against it.
async fn refusal(response: Response) -> ClientError {
    let status = response.status().as_u16();
    let bytes = match response.bytes().await {
        Ok(bytes) => bytes,
        Err(error) => return ClientError::Network(error.to_string()),
    };
    match serde_json::from_slice::<Problem>(&bytes) {
        Ok(problem) => ClientError::Problem(Box::new(problem)),
        Err(error) => ClientError::Unexpected {
            status,
            detail: error.to_string(),
        },
    }
}
