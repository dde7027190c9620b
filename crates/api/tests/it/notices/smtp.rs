//! A mail server that is not there for a while: the letter waits, and goes out once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sea_orm::EntityTrait;
use tacit_api::db::entities::letter;
use tacit_api::notices::Postman;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask};

/// Takes letters once it is open; turns everybody away before.
struct MailServer {
    url: String,
    open: Arc<AtomicBool>,
    taken: UnboundedReceiver<String>,
}

impl MailServer {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let (open, (tell, taken)) = (Arc::new(AtomicBool::new(false)), unbounded_channel());
        let is_open = Arc::clone(&open);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(serve(client, is_open.load(Ordering::SeqCst), tell.clone()));
            }
        });
        Self { url, open, taken }
    }
}

async fn serve(client: TcpStream, open: bool, tell: UnboundedSender<String>) {
    let mut client = BufReader::new(client);
    let greeting = if open { "220 ready" } else { "421 not now" };
    say(&mut client, greeting).await;
    while let Some(command) = line(&mut client).await {
        match command.get(..4).unwrap_or_default() {
            "DATA" => {
                say(&mut client, "354 go on").await;
                let mut letter = String::new();
                while let Some(text) = line(&mut client).await.filter(|text| text != ".") {
                    letter.push_str(&text);
                    letter.push('\n');
                }
                tell.send(letter).unwrap();
                say(&mut client, "250 taken").await;
            }
            "QUIT" => say(&mut client, "221 bye").await,
            _ => say(&mut client, "250 well").await,
        }
    }
}

async fn say(client: &mut BufReader<TcpStream>, words: &str) {
    // Whoever hung up hears nothing.
    client
        .write_all(format!("{words}\r\n").as_bytes())
        .await
        .ok();
}

async fn line(client: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = client.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}

/// Lets the postman go round until the one letter is as it should be.
async fn until(app: &TestApp, done: impl Fn(&letter::Model) -> bool) {
    let started = Instant::now();
    loop {
        app.catch_up().await;
        Postman::new(app.state()).go_round().await.unwrap();
        let rows = letter::Entity::find()
            .all(app.state().db.reader())
            .await
            .unwrap();
        assert!(rows.len() < 2, "{rows:?}");
        if rows.first().is_some_and(&done) {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(60), "{rows:?}");
        tokio::task::yield_now().await;
    }
}

async fn start(db: &crate::support::db::TestDatabase, at: &str, url: &str) -> TestApp {
    TestApp::start_with(db, |args| {
        args.as_of = Some(at.to_owned());
        args.smtp_url = Some(url.to_owned());
    })
    .await
}

on_each_database! {
    async fn a_mail_server_that_was_away_gets_the_letter_once(db: TestDatabase) {
        let mut server = MailServer::start().await;
        let app = start(&db, "2026-11-24T08:30:00Z", &server.url).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        until(&app, |letter| letter.attempts == 1 && letter.state == "waiting").await;
        server.open.store(true, Ordering::SeqCst);
        Postman::new(app.state()).go_round().await.unwrap();
        assert!(server.taken.try_recv().is_err(), "it waits a minute first");
        app.stop().await;
        let app = start(&db, "2026-11-24T08:40:00Z", &server.url).await;
        until(&app, |letter| letter.state == "sent").await;
        let letter = server.taken.recv().await.unwrap();
        assert!(letter.contains(&format!("To: {}@almvik.example", noor.handle)), "{letter}");
        assert!(letter.contains("From the menu."), "{letter}");
        Postman::new(app.state()).go_round().await.unwrap();
        assert!(server.taken.try_recv().is_err(), "it went once");
        app.stop().await;
    }
}
