//! Connections, each bounded: how many at once, how long for a request to be said, how long for an answer to be taken. Not done here: answering.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

/// A browser opens six for a site; more than this are not a few people at their desks.
pub(crate) const CONNECTIONS: usize = 256;

/// How long a request's head may take.
const HEAD: Duration = Duration::from_secs(10);

/// How long the other side may take none of an answer.
const STALLED: Duration = Duration::from_secs(30);

/// How many ports after the wanted one are tried.
const PORTS: u16 = 100;

/// A port that is listened on.
#[derive(Debug)]
pub struct Listening {
    listener: TcpListener,
    /// The address, with the port that was free.
    pub address: SocketAddr,
}

/// Why no port can be listened on.
#[derive(Debug)]
pub struct ListenError {
    /// Where.
    pub address: SocketAddr,
    /// What the system says.
    pub error: io::Error,
}

/// Listens on a port, or on the next one that is free. Port 0 is any.
pub fn listen(host: IpAddr, port: u16) -> Result<Listening, ListenError> {
    let mut port = port;
    let last = port.saturating_add(PORTS);
    loop {
        let address = SocketAddr::new(host, port);
        match TcpListener::bind(address).and_then(|listener| Ok((listener.local_addr()?, listener))) {
            Ok((address, listener)) => return Ok(Listening { listener, address }),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port != 0 && port < last => port += 1,
            Err(error) => return Err(ListenError { address, error }),
        }
    }
}

impl Listening {
    /// Answers for as long as the process runs.
    pub(crate) fn run(self, router: Router) -> io::Result<Infallible> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        self.listener.set_nonblocking(true)?;
        runtime.block_on(async { accept(tokio::net::TcpListener::from_std(self.listener)?, router).await })
    }
}

async fn accept(listener: tokio::net::TcpListener, router: Router) -> io::Result<Infallible> {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        // Whoever finds no place waits in the system's queue, which is bounded too.
        let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
        let Ok((stream, _)) = listener.accept().await else {
            // One that hung up already, or no file descriptors left: the next may fare better.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut stream = TimeoutStream::new(stream);
            stream.set_write_timeout(Some(STALLED));
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(HEAD);
            let _ = http.serve_connection(TokioIo::new(Box::pin(stream)), service).await;
            drop(place);
        });
    }
}
