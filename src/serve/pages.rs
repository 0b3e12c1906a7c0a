//! Answers with the pages and files of the site. Not done here: rules of HTTP, which the file server knows; the client's own files.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::body::Body;
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use httpdate::parse_http_date;
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use super::memory::Memory;
use super::{Shared, inject};
use crate::path::{OutputPath, percent_decode};

/// The file at an address; the site's own page for addresses that do not exist, as a host would give.
pub(crate) async fn page(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    shared.state.built_once().await;
    let address = request.uri().path().to_owned();
    if !is_plain(&address) {
        return missing(&shared, &address);
    }
    let files = ServeDir::with_backend("", Memory::new(Arc::clone(&shared)));
    let response = match files.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    match response.status() {
        StatusCode::NOT_FOUND => missing(&shared, &address),
        _ => relative(dated(response), &address),
    }
}

/// Whether an address means what it says, part by part. One with empty parts, dots or hidden slashes would be found too, but the way from there to the
/// root would be another than a browser takes it for.
fn is_plain(address: &str) -> bool {
    let parts: Vec<&str> = address.strip_prefix('/').unwrap_or(address).split('/').collect();
    let is_name = |part: &str| {
        let part = percent_decode(part);
        !matches!(part.as_str(), "" | "." | "..") && !part.contains(['/', '\\', '\0'])
    };
    parts.iter().enumerate().all(|(n, part)| is_name(part) || part.is_empty() && n + 1 == parts.len())
}

/// Says when a file changed only once that second is over: until then it may change again in it, and a reader that knows no more than the second
/// would think that it has the last of it (RFC 9110 section 8.8.2.2).
fn dated(mut response: Response) -> Response {
    let changed =
        response.headers().get(header::LAST_MODIFIED).and_then(|date| date.to_str().ok()).and_then(|date| parse_http_date(date).ok());
    let is_over = |changed: SystemTime| changed.elapsed().is_ok_and(|age| age >= Duration::from_secs(1));
    if changed.is_some_and(|changed| !is_over(changed)) {
        response.headers_mut().remove(header::LAST_MODIFIED);
    }
    response
}

/// A redirect of a folder's address to the same with a `/` at its end, relative, so that it holds behind a proxy that takes a prefix away.
fn relative(mut response: Response, address: &str) -> Response {
    let Some(location) = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()) else { return response };
    let query = location.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
    let name = address.rsplit('/').next().unwrap_or_default();
    if let Ok(location) = HeaderValue::from_str(&format!("./{name}/{query}")) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

fn missing(shared: &Shared, address: &str) -> Response {
    let up = "../".repeat(address.matches('/').count().saturating_sub(1));
    let path = address.strip_prefix('/').unwrap_or(address);
    // Where no page can be, none is awaited either: no page has such a name.
    let path = if is_plain(address) { percent_decode(path) } else { path.to_owned() };
    let page = OutputPath::new(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path });
    let snapshot = shared.state.read();
    let html = match snapshot.files.get(&OutputPath::new("404.html")) {
        Some(entry) => String::from_utf8_lossy(&entry.bytes).replace(&format!("=\"{}", snapshot.root), &format!("=\"{up}")).into_bytes(),
        None => "<!doctype html><meta charset=\"utf-8\"><title>Nothing here yet</title><p>There is no page at this address.</p>".into(),
    };
    let body = inject::live(&html, &up, &page, "", &snapshot, shared.token());
    (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], Body::from(body.to_vec())).into_response()
}
