//! Tells open pages what is new: one stream of server-sent events for each (WHATWG HTML, section 9.2). Not done here: what a page makes of it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State as Extract};
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, watch};

use super::Shared;
use super::state::Viewer;
use crate::diagnostic::Severity;
use crate::path::OutputPath;

/// Proxies close a stream that is silent for half a minute. It is an event of its own, not a comment, so that a page can tell when a line is dead:
/// after the computer slept nothing else says so.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// More pages than this are not looked at by a team. The other half of the [connections](super::listen::CONNECTIONS) is never taken by streams, so that
/// pages are always answered.
pub(crate) const STREAMS: usize = super::listen::CONNECTIONS / 2;

/// So many seconds later a place may be free.
const RETRY: &str = "10";

#[derive(Deserialize)]
pub(crate) struct Asked {
    page: String,
}

/// All that a page has to know. Sent again whenever any of it differs from what was sent before.
#[derive(Debug, PartialEq, Serialize)]
struct News {
    build: u64,
    page: Option<String>,
    styles: String,
    scripts: String,
    findings: Count,
}

#[derive(Debug, PartialEq, Serialize)]
struct Count {
    errors: usize,
    warnings: usize,
    stale: bool,
}

struct Listener {
    shared: Arc<Shared>,
    viewer: Viewer,
    changes: watch::Receiver<u64>,
    told: Option<News>,
    _place: OwnedSemaphorePermit,
}

/// The stream for one page, while there are places.
pub(crate) async fn events(Extract(shared): Extract<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    let Ok(place) = Arc::clone(&shared.streams).try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, RETRY)], "Too many pages are open.\n").into_response();
    };
    let changes = shared.state.subscribe();
    let viewer = shared.state.look_at(OutputPath::new(asked.page));
    let listener = Listener { shared, viewer, changes, told: None, _place: place };
    let news = stream::unfold(listener, |mut listener| async {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    Sse::new(news).keep_alive(KeepAlive::new().interval(HEARTBEAT).event(Event::default().event("beat").data("here"))).into_response()
}

impl Listener {
    /// The next event that says something new; `None` when the server ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.told.is_some() {
                self.changes.changed().await.ok()?;
            }
            self.changes.mark_unchanged();
            let news = self.news();
            if self.told.as_ref() != Some(&news) {
                let event = Event::default().event("state").json_data(&news).ok();
                self.told = Some(news);
                return event;
            }
        }
    }

    fn news(&self) -> News {
        let snapshot = self.shared.state.read();
        // An address that was asked for in vain may be that of a folder, to which the server leads once it is there.
        let page = &self.viewer.page;
        let entry = snapshot.files.get(page).or_else(|| snapshot.files.get(&OutputPath::new(format!("{page}/index.html"))));
        let errors = snapshot.errors();
        let warnings = snapshot.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
        News {
            build: snapshot.build,
            page: entry.map(|entry| entry.version().to_owned()),
            styles: snapshot.styles.clone(),
            scripts: snapshot.scripts.clone(),
            findings: Count { errors, warnings, stale: snapshot.is_stale },
        }
    }
}
