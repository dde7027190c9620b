//! Pages of lists: opaque cursors that nobody else can make, one row more than asked to know whether there is a next page.
//!
//! A cursor is what the last row sorts by, sealed for its list. Name the list with its order (`questions:newest`), and a
//! cursor of one order is refused by another.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::{Page, limits};
use url::Url;

use crate::error::{AppError, AppResult};
use crate::settings::keys::Keys;
use crate::state::AppState;

/// Which page of a list: how many rows, after which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest<C> {
    list: &'static str,
    limit: u32,
    /// What the last row of the page before sorts by; none on the first.
    pub after: Option<C>,
}

impl<C: Serialize + DeserializeOwned> PageRequest<C> {
    /// From the two query parameters every list has.
    ///
    /// # Errors
    /// 400 when the limit is out of bounds or the cursor was not made by this list.
    pub fn read(
        keys: &Keys,
        list: &'static str,
        limit: Option<u32>,
        cursor: Option<&str>,
    ) -> AppResult<Self> {
        let limit = limit.unwrap_or(limits::PAGE_DEFAULT);
        if !(1..=limits::PAGE_MAX).contains(&limit) {
            return Err(AppError::new(ProblemCode::MalformedQuery).field(
                "/limit",
                FieldCode::OutOfRange,
                format!("from 1 to {}", limits::PAGE_MAX),
            ));
        }
        let after = cursor.map(|text| open(keys, list, text)).transpose()?;
        Ok(Self { list, limit, after })
    }

    /// How many rows to fetch: one more than the page holds.
    #[must_use]
    pub fn fetch(&self) -> u64 {
        u64::from(self.limit) + 1
    }

    /// The page of the rows fetched. `key` is what a row sorts by.
    ///
    /// # Errors
    /// When the cursor cannot be made.
    pub fn page<T>(
        &self,
        keys: &Keys,
        mut rows: Vec<T>,
        key: impl FnOnce(&T) -> C,
    ) -> AppResult<Page<T>> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = match rows.last() {
            Some(last) if more => Some(seal(keys, self.list, &key(last))?),
            _ => None,
        };
        Ok(Page {
            items: rows,
            next_cursor,
        })
    }
}

fn seal<C: Serialize>(keys: &Keys, list: &str, cursor: &C) -> AppResult<String> {
    keys.seal(list, serde_json::to_vec(cursor)?)
        .ok_or_else(|| AppError::internal("a cursor could not be sealed"))
}

fn open<C: DeserializeOwned>(keys: &Keys, list: &str, text: &str) -> AppResult<C> {
    keys.open(list, text)
        .and_then(|plain| serde_json::from_slice(&plain).ok())
        .ok_or_else(|| {
            AppError::new(ProblemCode::InvalidCursor).field(
                "/cursor",
                FieldCode::Malformed,
                "use the next_cursor of this list",
            )
        })
}

/// 200 with a page; a next page is also named in `Link` (RFC 8288).
pub fn respond_page<T: Serialize>(
    state: &AppState,
    request: &HttpRequest,
    page: &Page<T>,
) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(cursor) = &page.next_cursor
        && let Some(url) = next_url(&state.settings.public_url, request, cursor)
    {
        response.insert_header((header::LINK, format!("<{url}>; rel=\"next\"")));
    }
    response.json(page)
}

/// The address of the same list at the cursor, at the public URL (never the Host header).
fn next_url(public_url: &Url, request: &HttpRequest, cursor: &str) -> Option<Url> {
    let mut url = public_url.join(request.path()).ok()?;
    let query = request.query_string().as_bytes();
    let kept: Vec<_> = url::form_urlencoded::parse(query)
        .filter(|(name, _)| name != "cursor")
        .collect();
    url.query_pairs_mut()
        .extend_pairs(kept)
        .append_pair("cursor", cursor);
    Some(url)
}
