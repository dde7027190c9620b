//! The write queue of SQLite: one writer, one commit for all that wait.
//!
//! Commands run one after the other in a transaction that began IMMEDIATE, each in a savepoint of its own: one that fails
//! takes back only what it did. All that came while others ran go along, then one commit makes everything durable, and
//! only then anybody gets an answer. With `synchronous=FULL` a commit waits for the disk; a busy server waits once for many.
//!
//! Nobody waits for a turn without limit: whoever has none in time hears that the server is not available, and what was not
//! begun by then is not done at all. When the file cannot be locked or the disk is full, all that wait hear it at once.

use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures::FutureExt;
use sea_orm::{DatabaseConnection, DbErr, TransactionTrait};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::tx::{Tx, Work, immediate};
use crate::error::{AppError, AppResult};

/// Most commands of one commit.
const BATCH: usize = 64;

/// Most commands that wait; whoever comes later waits to be let in.
const WAITING: usize = 1_024;

/// How long a command waits for its turn. How long it may take then is for those who sent it to say.
const PATIENCE: Duration = Duration::from_secs(10);

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
    /// Whether nobody waits for it any more.
    fn is_abandoned(&self) -> bool;
    /// Answers: with the result kept, or with `failure` of the transaction around it.
    fn answer(self: Box<Self>, failure: Option<AppError>);
}

struct Typed<T, F> {
    work: F,
    outcome: Option<AppResult<T>>,
    begun: Arc<AtomicBool>,
    reply: oneshot::Sender<AppResult<T>>,
}

impl<T, F> Command for Typed<T, F>
where
    T: Send,
    F: for<'t> Fn(&'t Tx) -> Work<'t, T> + Send + Sync,
{
    fn run<'t>(&'t mut self, tx: &'t Tx) -> Pin<Box<dyn Future<Output = bool> + Send + 't>> {
        self.begun.store(true, Ordering::Relaxed);
        Box::pin(async move {
            let outcome = AssertUnwindSafe((self.work)(tx)).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|_| Err(AppError::internal("a command panicked")));
            self.outcome.insert(outcome).is_ok()
        })
    }

    fn is_abandoned(&self) -> bool {
        self.reply.is_closed()
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
        let begun = Arc::new(AtomicBool::new(false));
        let command = Box::new(Typed {
            work,
            outcome: None,
            begun: begun.clone(),
            reply,
        });
        let queued = async {
            self.sender.send(Message::Run(command)).await.ok()?;
            answer.await.ok()
        };
        let mut queued = pin!(queued);
        let outcome = match timeout(PATIENCE, &mut queued).await {
            Ok(outcome) => outcome,
            Err(_) if begun.load(Ordering::Relaxed) => queued.await,
            Err(elapsed) => return Err(AppError::unavailable(elapsed)),
        };
        outcome.unwrap_or_else(|| Err(AppError::unavailable("the server is stopping")))
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
    let mut batch = Batch::new(first);
    match connection.begin_with_options(immediate()).await {
        Ok(tx) => {
            let failure = batch.run(tx, receiver).await.err();
            batch.answer(failure.as_ref());
        }
        Err(error) => {
            while batch.take_next(receiver) {}
            batch.answer(Some(&error));
        }
    }
    batch.stop
}

/// Commands that share a transaction.
struct Batch {
    next: Option<Box<dyn Command>>,
    done: Vec<Box<dyn Command>>,
    stop: Option<oneshot::Sender<()>>,
}

impl Batch {
    fn new(first: Box<dyn Command>) -> Self {
        Self {
            next: Some(first),
            done: Vec::new(),
            stop: None,
        }
    }

    /// Runs what there is and commits. After an error nothing of it was done.
    async fn run(&mut self, tx: Tx, receiver: &mut mpsc::Receiver<Message>) -> Result<(), DbErr> {
        while let Some(command) = &mut self.next {
            if !command.is_abandoned()
                && let Err(error) = run_in_savepoint(&tx, command.as_mut()).await
            {
                // SQLite has taken the whole transaction back: what came now would be on its own.
                while self.take_next(receiver) {}
                return Err(error);
            }
            self.take_next(receiver);
        }
        tx.commit().await
    }

    /// Moves on to the next command that waits, if there is one and room for it.
    fn take_next(&mut self, receiver: &mut mpsc::Receiver<Message>) -> bool {
        self.done.extend(self.next.take());
        if self.done.len() >= BATCH {
            return false;
        }
        match receiver.try_recv() {
            Ok(Message::Run(command)) => {
                self.next = Some(command);
                true
            }
            Ok(Message::Stop(sender)) => {
                self.stop = Some(sender);
                false
            }
            Err(_) => false,
        }
    }

    fn answer(&mut self, failure: Option<&DbErr>) {
        for command in self.done.drain(..) {
            command.answer(failure.cloned().map(AppError::unavailable));
        }
    }
}

async fn run_in_savepoint(tx: &Tx, command: &mut dyn Command) -> Result<(), DbErr> {
    let savepoint = tx.begin().await?;
    if command.run(&savepoint).await {
        savepoint.commit().await
    } else {
        savepoint.rollback().await
    }
}
