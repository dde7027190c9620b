//! Where the bytes of files lie: the directory `files/` of the data directory, or a bucket. Named by id alone; who may
//! see them is decided before anybody gets here.

use std::sync::Arc;

use futures::{StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, RetryConfig};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::error::{AppError, AppResult};
use crate::settings::Settings;

/// The directory in the data directory.
pub const DIRECTORY: &str = "files";

/// How often a bucket is asked again before the request is told to come back later.
const RETRIES: usize = 2;

/// The store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct FileStore(Arc<dyn ObjectStore>);

impl FileStore {
    /// What the settings say.
    ///
    /// # Errors
    /// A sentence about what cannot be used.
    pub fn open(settings: &Settings) -> Result<Self, String> {
        match &settings.files.bucket {
            Some(bucket) => Self::bucket(settings, bucket)
                .map_err(|error| format!("The bucket of --files-bucket cannot be used: {error}.")),
            None => Self::directory(settings),
        }
    }

    fn directory(settings: &Settings) -> Result<Self, String> {
        let directory = settings.in_data_dir(DIRECTORY);
        let said = |error: &dyn std::fmt::Display| {
            format!("{} cannot be used: {error}.", directory.display())
        };
        std::fs::create_dir_all(&directory).map_err(|error| said(&error))?;
        let store = LocalFileSystem::new_with_prefix(&directory).map_err(|error| said(&error))?;
        // A picture that was acknowledged outlives a cut of the power.
        Ok(Self(Arc::new(store.with_fsync(true))))
    }

    fn bucket(settings: &Settings, bucket: &str) -> Result<Self, object_store::Error> {
        let set = &settings.files;
        let mut builder = AmazonS3Builder::from_env()
            .with_bucket_name(bucket)
            .with_retry(RetryConfig {
                max_retries: RETRIES,
                ..RetryConfig::default()
            });
        if let Some(endpoint) = &set.endpoint {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http://"));
        }
        if let Some(region) = &set.region {
            builder = builder.with_region(region);
        }
        if let (Some(id), Some(secret)) = (&set.access_key, &set.secret_key) {
            builder = builder
                .with_access_key_id(id)
                .with_secret_access_key(secret.expose_secret());
        }
        let store = PrefixStore::new(builder.build()?, DIRECTORY);
        Ok(Self(Arc::new(store)))
    }

    /// Keeps the bytes of a file.
    ///
    /// # Errors
    /// A failure of the store.
    pub async fn put(&self, id: Uuid, bytes: Vec<u8>) -> AppResult<()> {
        let kept = self.0.put(&place(id), bytes.into()).await;
        kept.map(drop).map_err(unavailable)
    }

    /// The bytes of a file; none when they are not there.
    ///
    /// # Errors
    /// A failure of the store.
    pub async fn get(&self, id: Uuid) -> AppResult<Option<Vec<u8>>> {
        let found = match self.0.get(&place(id)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(unavailable(error)),
        };
        let bytes = found.bytes().await.map_err(unavailable)?;
        Ok(Some(bytes.to_vec()))
    }

    /// Removes the bytes of a file, if they are there.
    ///
    /// # Errors
    /// A failure of the store.
    pub async fn delete(&self, id: Uuid) -> AppResult<()> {
        match self.0.delete(&place(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// The files kept since before a time (microseconds), a batch at a time.
    ///
    /// # Errors
    /// A failure of the store.
    pub async fn kept_before(&self, micros: i64) -> AppResult<Vec<Uuid>> {
        let old = self
            .0
            .list(None)
            .try_filter_map(|object| async move { Ok(older_than(&object, micros)) });
        old.take(SWEPT_AT_ONCE)
            .try_collect()
            .await
            .map_err(unavailable)
    }
}

/// A full disk or a bucket that does not answer: it passes, and nothing was kept.
fn unavailable(error: object_store::Error) -> AppError {
    AppError::unavailable(error).detail("Pictures cannot be kept or fetched right now.")
}

/// As many files are looked through in one go.
const SWEPT_AT_ONCE: usize = 1_000_000;

fn older_than(object: &ObjectMeta, micros: i64) -> Option<Uuid> {
    let id = Uuid::try_parse(object.location.filename()?).ok()?;
    (object.last_modified.timestamp_micros() < micros).then_some(id)
}

/// Two letters of the id make a folder, so that none grows too large.
fn place(id: Uuid) -> Path {
    let name = id.to_string();
    let folder: String = name.chars().take(2).collect();
    Path::from_iter([folder, name])
}
