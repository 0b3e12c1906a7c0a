//! Edit mode: what can be changed on a page, changing it, taking it back, and what was changed in this run. Every file is changed by
//! [`crate::authoring`], between two builds. Not done here: showing it, which is `client/edit.js`; committing anything.

mod ask;
mod change;
mod diff;
mod gate;
mod guard;
mod log;
mod moment;
mod page;
mod undo;
mod words;

use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::extract::{Query, Request, State as Extract};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use super::Shared;
use crate::live::{Desk, Message, Outbox};
use log::Log;
use std::sync::Arc;

/// What editing needs.
pub struct Edit {
    book: PathBuf,
    outbox: Outbox,
    token: String,
    run: String,
    log: Mutex<Log>,
}

/// Says nothing of the token.
impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edit").field("book", &self.book).finish_non_exhaustive()
    }
}

impl Edit {
    /// For the book in that folder; `outbox` leads to [`crate::live::run`]. `None` where the system has no random numbers for a token.
    pub fn new(book: PathBuf, outbox: Outbox) -> Option<Edit> {
        let mut secret = [0_u8; 32];
        getrandom::fill(&mut secret).ok()?;
        let token = blake3::hash(&secret).to_hex().to_string();
        // Anybody may know it, and nobody can tell the token from it.
        let run = blake3::hash(token.as_bytes()).to_hex()[..16].to_owned();
        Some(Edit { book, outbox, token, run, log: Mutex::default() })
    }

    /// The secret of this run, which its own pages hold and nobody else knows.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Not to be held while the disk is used: the server has one thread, and it waits for this.
    fn log(&self) -> MutexGuard<'_, Log> {
        // An entry is pushed or taken in one go.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why nothing was changed, as it is sent.
#[derive(Debug, Serialize)]
struct Problem {
    #[serde(skip)]
    status: StatusCode,
    /// A sentence.
    error: String,
    /// What would be wrong with the book.
    findings: Vec<Finding>,
    /// What the files say now, where that is not what the page was shown.
    now: Option<page::Now>,
    /// The first build that says so too.
    build: Option<u64>,
    /// True where it is not what was asked for that stands in the way, but errors that the book has.
    book_is_broken: bool,
}

/// What is sent, with a name for this run of the server: builds are numbered anew in each.
#[derive(Debug, Serialize)]
struct Answer<'r, A> {
    run: &'r str,
    #[serde(flatten)]
    said: A,
}

#[derive(Debug, Serialize)]
struct Finding {
    message: String,
    help: Option<String>,
    /// With its excerpt, plain.
    text: String,
}

impl Problem {
    fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Self { status, error: error.into(), findings: Vec::new(), now: None, build: None, book_is_broken: false }
    }

    fn response(self) -> Response {
        (self.status, Json(self)).into_response()
    }
}

/// The answers below `edit/`.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/page", get(shown))
        .route("/log", get(logged))
        .route("/change", post(changed))
        .route("/undo", post(undone))
        .fallback(super::client::none)
}

#[derive(Deserialize)]
struct Asked {
    page: String,
}

async fn shown(Extract(shared): Extract<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    let Some(edit) = &shared.options.edit else { return super::client::none().await };
    let (values, sources, build) = {
        let snapshot = shared.state.read();
        let (values, sources) = snapshot.values_and_sources();
        (values, sources, snapshot.build)
    };
    let mut said = values.map(|values| page::editable(&values, &sources, &asked.page)).unwrap_or_default();
    (said.changes, said.build) = (edit.log().len(), build);
    Json(Answer { run: &edit.run, said }).into_response()
}

async fn logged(Extract(shared): Extract<Arc<Shared>>) -> Response {
    match &shared.options.edit {
        Some(edit) => Json(edit.log().told()).into_response(),
        None => super::client::none().await,
    }
}

async fn changed(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    work(shared, request, |shared, edit, desk, wanted: ask::Wanted| change::change(shared, edit, desk, &wanted)).await
}

async fn undone(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    work(shared, request, |shared, edit, desk, wanted: undo::Wanted| undo::undo(shared, edit, desk, &wanted)).await
}

/// Checks who asks and reads what, and does it between two builds: the book is looked at again after it.
async fn work<W, A>(
    shared: Arc<Shared>,
    request: Request<Body>,
    work: impl FnOnce(&Shared, &Edit, &mut Desk<'_>, W) -> Result<A, Problem> + Send + 'static,
) -> Response
where
    W: serde::de::DeserializeOwned + Send + 'static,
    A: Serialize + Send + 'static,
{
    let Some(edit) = &shared.options.edit else { return super::client::none().await };
    let wanted: W = match guard::read(request, edit.token()).await {
        Ok(wanted) => wanted,
        Err(problem) => return problem.response(),
    };
    let (reply, answer) = oneshot::channel();
    let on_desk = Arc::clone(&shared);
    let message = Message::Ask(Box::new(move |desk| {
        let Some(edit) = &on_desk.options.edit else { return };
        let _ = reply.send(work(&on_desk, edit, desk, wanted));
    }));
    let answer = if edit.outbox.send(message).is_ok() { answer.await.ok() } else { None };
    match answer {
        Some(Ok(said)) => Json(Answer { run: &edit.run, said }).into_response(),
        Some(Err(said)) => (said.status, Json(Answer { run: &edit.run, said })).into_response(),
        None => Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the server is ending").response(),
    }
}
