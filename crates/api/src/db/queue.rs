//! The write queue of SQLite: one writer, one commit for all that wait.
//!
//! Commands run one after the other in a transaction that began IMMEDIATE, each in a savepoint of its own: one that fails
//! takes back only what it did. All that came while others ran go along, then one commit makes everything durable, and
//! only then anybody gets an answer. With `synchronous=FULL` a commit waits for the disk; a busy server waits once for many.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures::FutureExt;
use sea_orm::{DatabaseConnection, DbErr, TransactionTrait};
use tacit_contract::problem::ProblemCode;
use tokio::sync::{mpsc, oneshot};

use super::tx::{Tx, Work, immediate};
use crate::error::{AppError, AppResult};

/// Most commands of one commit.
const BATCH: usize = 64;

/// Most commands that wait; whoever comes later waits to be let in.
const WAITING: usize = 1_024;

/// The way to the writer.
#[derive(Debug)]
pub struct Queue {
    sender: mpsc::Sender<Message>,
}

enum Message {
    Run(Box<dyn Command>),
    Stop(oneshot::Sender<()>),
}

/// A command whose result type is forgotten.
trait Command: Send {
    /// Does the work and keeps the result. Tells whether it succeeded.
    fn run<'t>(&'t mut self, tx: &'t Tx) -> Pin<Box<dyn Future<Output = bool> + Send + 't>>;
    /// Answers: with the result kept, or with `failure` of the transaction around it.
    fn answer(self: Box<Self>, failure: Option<AppError>);
}

struct Typed<T, F> {
    work: F,
    outcome: Option<AppResult<T>>,
    reply: oneshot::Sender<AppResult<T>>,
}

impl<T, F> Command for Typed<T, F>
where
    T: Send,
    F: for<'t> Fn(&'t Tx) -> Work<'t, T> + Send + Sync,
{
    fn run<'t>(&'t mut self, tx: &'t Tx) -> Pin<Box<dyn Future<Output = bool> + Send + 't>> {
        Box::pin(async move {
            let outcome = AssertUnwindSafe((self.work)(tx)).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|_| Err(AppError::internal("a command panicked")));
            self.outcome.insert(outcome).is_ok()
        })
    }

    fn answer(self: Box<Self>, failure: Option<AppError>) {
        let outcome = match (self.outcome, failure) {
            (Some(Err(error)), _) => Err(error),
            (_, Some(failure)) => Err(failure),
            (Some(Ok(value)), None) => Ok(value),
            (None, None) => Err(AppError::internal("a command was not run")),
        };
        // Whoever asked may have gone; what was done stays done.
        drop(self.reply.send(outcome));
    }
}

impl Queue {
    /// Starts the writer.
    #[must_use]
    pub fn start(connection: DatabaseConnection) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        tokio::spawn(run_writer(connection, receiver));
        Self { sender }
    }

    /// Queues a command and waits for its answer.
    ///
    /// # Errors
    /// What the command refused with, or a failure of the database.
    pub async fn run<T, F>(&self, work: F) -> AppResult<T>
    where
        T: Send + 'static,
        F: for<'t> Fn(&'t Tx) -> Work<'t, T> + Send + Sync + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let command = Box::new(Typed {
            work,
            outcome: None,
            reply,
        });
        let stopped = || AppError::new(ProblemCode::Unavailable).detail("the server is stopping");
        self.sender
            .send(Message::Run(command))
            .await
            .map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    /// Waits until all that was queued before is done, and takes nothing more.
    pub async fn stop(&self) {
        let (done, wait) = oneshot::channel();
        if self.sender.send(Message::Stop(done)).await.is_ok() {
            drop(wait.await);
        }
    }
}

async fn run_writer(connection: DatabaseConnection, mut receiver: mpsc::Receiver<Message>) {
    while let Some(message) = receiver.recv().await {
        let stop = match message {
            Message::Run(first) => commit_batch(&connection, first, &mut receiver).await,
            Message::Stop(done) => Some(done),
        };
        if let Some(done) = stop {
            receiver.close();
            // Whoever asked to stop may have stopped waiting.
            done.send(()).ok();
            return;
        }
    }
}

/// Runs the first command and all that wait, commits, answers. Tells who asked to stop meanwhile.
async fn commit_batch(
    connection: &DatabaseConnection,
    first: Box<dyn Command>,
    receiver: &mut mpsc::Receiver<Message>,
) -> Option<oneshot::Sender<()>> {
    let tx = match connection.begin_with_options(immediate()).await {
        Ok(tx) => tx,
        Err(error) => {
            first.answer(Some(unavailable(error)));
            return None;
        }
    };
    let mut done: Vec<(Box<dyn Command>, Option<AppError>)> = Vec::new();
    let mut stop = None;
    let mut next = Some(first);
    while let Some(mut command) = next.take() {
        let failure = run_in_savepoint(&tx, command.as_mut()).await.err();
        done.push((command, failure.map(AppError::from)));
        if done.len() < BATCH {
            match receiver.try_recv() {
                Ok(Message::Run(command)) => next = Some(command),
                Ok(Message::Stop(sender)) => stop = Some(sender),
                Err(_) => {}
            }
        }
    }
    let committed = tx.commit().await;
    for (command, failure) in done {
        let failure = failure.or_else(|| committed.clone().err().map(unavailable));
        command.answer(failure);
    }
    stop
}

async fn run_in_savepoint(tx: &Tx, command: &mut dyn Command) -> Result<(), DbErr> {
    let savepoint = tx.begin().await?;
    if command.run(&savepoint).await {
        savepoint.commit().await
    } else {
        savepoint.rollback().await
    }
}

fn unavailable(error: DbErr) -> AppError {
    AppError::new(ProblemCode::Unavailable)
        .detail("the database cannot be written right now")
        .retry_after(1)
        .caused_by(error)
}
