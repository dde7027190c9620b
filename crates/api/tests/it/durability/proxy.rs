//! A wire to PostgreSQL that can be cut, or left lying dead.

use std::sync::Arc;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the wire is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wire {
    Whole,
    /// Connections end, new ones end at once.
    Cut,
    /// Connections stay and carry nothing.
    Dead,
}

/// Listens in front of a database.
pub struct Proxy {
    wire: Arc<watch::Sender<Wire>>,
    url: String,
}

impl Proxy {
    /// In front of the database of a URL.
    pub async fn start(database_url: &str) -> Self {
        let mut url = url::Url::parse(database_url).unwrap();
        let target = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(address.port())).unwrap();
        let wire = Arc::new(watch::Sender::new(Wire::Whole));
        let ends = wire.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, target.clone(), ends.subscribe()));
            }
        });
        Self {
            wire,
            url: url.into(),
        }
    }

    /// The database through the wire.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends all connections, and new ones at once.
    pub fn cut(&self) {
        self.wire.send_replace(Wire::Cut);
    }

    /// Carries nothing any more, and says nothing about it.
    pub fn die(&self) {
        self.wire.send_replace(Wire::Dead);
    }

    /// Carries new connections.
    pub fn mend(&self) {
        self.wire.send_replace(Wire::Whole);
    }
}

async fn carry(mut client: TcpStream, target: String, mut wire: watch::Receiver<Wire>) {
    let now = *wire.borrow_and_update();
    match now {
        Wire::Cut => return,
        Wire::Dead => return lie_dead(client).await,
        Wire::Whole => {}
    }
    let mut server = TcpStream::connect(target).await.unwrap();
    let next = tokio::select! {
        _ = copy_bidirectional(&mut client, &mut server) => return,
        changed = wire.changed() => changed.map_or(Wire::Cut, |()| *wire.borrow()),
    };
    if next == Wire::Dead {
        // The database must not wait for a transaction that never ends.
        drop(server);
        lie_dead(client).await;
    }
}

/// Holds a connection until the test is over.
async fn lie_dead(_client: TcpStream) {
    std::future::pending().await
}
