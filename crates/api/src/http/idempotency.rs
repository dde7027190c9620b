//! `Idempotency-Key`: a POST that is sent again does its work once and is answered as before.
//!
//! What the work gave is kept in the transaction of the work, per member and key, for a day. The same key with another
//! request is refused. A request without the header is simply done.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::idempotency_key::{ActiveModel, Column, Entity};
use crate::db::{Tx, Work};
use crate::error::{AppError, AppResult};

const LONGEST: usize = 200;
const KEPT_DAYS: i64 = 1;

/// The header, with the method and address it came with.
#[derive(Clone, Debug)]
pub struct IdempotencyKey {
    key: Option<String>,
    target: String,
}

impl FromRequest for IdempotencyKey {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let target = format!("{} {}", request.method(), request.uri());
        let header = request.headers().get("idempotency-key");
        let key = header.map(|value| value.to_str().unwrap_or_default().to_owned());
        let fits = |key: &String| (1..=LONGEST).contains(&key.len());
        ready(if key.as_ref().is_none_or(fits) {
            Ok(Self { key, target })
        } else {
            Err(AppError::new(ProblemCode::BadRequest).field(
                "/Idempotency-Key",
                FieldCode::Malformed,
                format!("1 to {LONGEST} ASCII characters"),
            ))
        })
    }
}

impl IdempotencyKey {
    /// Binds the key to who sends what.
    ///
    /// # Errors
    /// When serialising fails.
    pub fn bind<T: Serialize>(self, member: Uuid, body: &T) -> AppResult<Once> {
        let mut hash = Sha256::new();
        hash.update(self.target.as_bytes());
        hash.update([0]);
        hash.update(serde_json::to_vec(body)?);
        let request_hash = URL_SAFE_NO_PAD.encode(hash.finalize());
        Ok(Once {
            member,
            key: self.key,
            request_hash,
        })
    }
}

/// Does the work of a request once.
#[derive(Clone, Debug)]
pub struct Once {
    member: Uuid,
    key: Option<String>,
    request_hash: String,
}

impl Once {
    /// Runs `work`, or gives what it gave before. Inside `db::write`.
    ///
    /// # Errors
    /// What `work` refuses with; `idempotency_key_reused` when the key came with another request.
    pub fn run<'a, T>(
        &'a self,
        tx: &'a Tx,
        now: Timestamp,
        work: impl Future<Output = AppResult<T>> + Send + 'a,
    ) -> Work<'a, T>
    where
        T: Serialize + DeserializeOwned + Send + Sync + 'a,
    {
        Box::pin(async move {
            let Some(key) = &self.key else {
                return work.await;
            };
            if let Some(kept) = self.kept(tx, key).await? {
                return Ok(serde_json::from_str(&kept)?);
            }
            let value = work.await?;
            self.keep(tx, now, key, &value).await?;
            Ok(value)
        })
    }

    /// What the same request gave before.
    async fn kept(&self, tx: &Tx, key: &str) -> AppResult<Option<String>> {
        let row = Entity::find_by_id((self.member, key.to_owned()))
            .one(tx)
            .await?;
        match row {
            Some(row) if row.request_hash != self.request_hash => {
                Err(AppError::new(ProblemCode::IdempotencyKeyReused))
            }
            row => Ok(row.map(|row| row.body)),
        }
    }

    async fn keep<T: Serialize>(
        &self,
        tx: &Tx,
        now: Timestamp,
        key: &str,
        value: &T,
    ) -> AppResult<()> {
        Entity::delete_many()
            .filter(Column::CreatedAt.lt(now.plus_days(-KEPT_DAYS).micros()))
            .exec(tx)
            .await?;
        let row = ActiveModel {
            member_id: Set(self.member),
            key: Set(key.to_owned()),
            request_hash: Set(self.request_hash.clone()),
            status: Set(201),
            body: Set(serde_json::to_string(value)?),
            created_at: Set(now.micros()),
        };
        Entity::insert(row).exec_without_returning(tx).await?;
        Ok(())
    }
}
