//! The server of a book that is being worked on: answers from memory with the last good site, and tells open pages what is new. Not done here:
//! building ([`crate::live`]); how a file of the book is changed ([`crate::authoring`]).
//!
//! Whatever the live client needs lies below `_rollbook/`, which no site has. A page is made live on its way out, so nothing of the client is
//! ever part of a [`Site`](crate::render::Site).

mod client;
mod edit;
pub mod editor;
mod findings;
mod guard;
mod inject;
mod listen;
mod memory;
mod pages;
mod state;
mod stream;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use tokio::sync::Semaphore;

pub use edit::Edit;
pub use editor::Editor;
pub use guard::Hosts;
pub use listen::{ListenError, Listening, listen};
pub use state::{Shown, State};

/// The folder of addresses that the server answers itself; a site has no such folder.
pub const OWN: &str = crate::page::LIVE;

/// What is set up once.
#[derive(Debug)]
pub struct Options {
    /// Names under which the server may be asked.
    pub hosts: Hosts,
    /// How a finding is opened in the author's editor, if it can be.
    pub editor: Option<Editor>,
    /// Lets pages change the book; without it no request can.
    pub edit: Option<Edit>,
}

/// What every answer may need.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) state: Arc<State>,
    pub(crate) options: Options,
    /// Places for open streams. Each takes a connection for as long as its page is looked at.
    pub(crate) streams: Arc<Semaphore>,
}

impl Shared {
    /// The secret that pages need to change the book, where they may.
    pub(crate) fn token(&self) -> Option<&str> {
        self.options.edit.as_ref().map(Edit::token)
    }
}

/// Answers for as long as the process runs. An error is the system's: it gives no threads or sockets.
pub fn run(listening: Listening, state: Arc<State>, options: Options) -> io::Result<Infallible> {
    let streams = Arc::new(Semaphore::new(stream::STREAMS));
    listening.run(router(Arc::new(Shared { state, options, streams })))
}

/// An address to open in a browser: the one that is listened on, and a name for the machine itself where all addresses are.
pub fn url(address: SocketAddr) -> String {
    match address.ip() {
        ip if ip.is_unspecified() => format!("http://localhost:{}/", address.port()),
        IpAddr::V6(ip) => format!("http://[{ip}]:{}/", address.port()),
        ip => format!("http://{ip}:{}/", address.port()),
    }
}

fn router(shared: Arc<Shared>) -> Router {
    let own = Router::new()
        .route("/events", get(stream::events))
        .route("/findings.json", get(findings::findings))
        .route("/{file}", get(client::file))
        .fallback(client::none);
    let own = if shared.options.edit.is_some() { own.nest("/edit", edit::routes()) } else { own };
    Router::new()
        .nest(&format!("/{OWN}"), own)
        .fallback(pages::page)
        .layer(middleware::map_response(headers))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), guarded))
        .with_state(shared)
}

async fn guarded(axum::extract::State(shared): axum::extract::State<Arc<Shared>>, request: axum::extract::Request, next: Next) -> Response {
    match shared.options.hosts.check(&request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.response(),
    }
}

/// What all answers say.
async fn headers(mut response: Response) -> Response {
    let own: [(HeaderName, &'static str); 4] = [
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"),
    ];
    for (name, value) in own {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    // All text of a site is UTF-8, which only HTML can say of itself.
    if let Some(kind) = kind.filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))
        && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}
