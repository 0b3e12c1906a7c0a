//! The files of the live client, answered below [`super::OWN`]. Not done here: what they do.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// Each file: name, type, text.
const FILES: &[(&str, &str, &str)] = &[
    ("live.js", "text/javascript", include_str!("client/live.js")),
    ("edit.js", "text/javascript", include_str!("client/edit.js")),
    ("edit-bar.js", "text/javascript", include_str!("client/edit-bar.js")),
    ("edit-changes.js", "text/javascript", include_str!("client/edit-changes.js")),
    ("edit-dom.js", "text/javascript", include_str!("client/edit-dom.js")),
    ("edit-form.js", "text/javascript", include_str!("client/edit-form.js")),
    ("edit-server.js", "text/javascript", include_str!("client/edit-server.js")),
    ("edit-state.js", "text/javascript", include_str!("client/edit-state.js")),
    ("edit-view.js", "text/javascript", include_str!("client/edit-view.js")),
    ("edit.css", "text/css", include_str!("client/edit.css")),
];

/// One of them.
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(known, ..)| *known == name) {
        Some((_, kind, text)) => ([(header::CONTENT_TYPE, *kind)], *text).into_response(),
        None => none().await,
    }
}

/// Nothing there.
pub(crate) async fn none() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing here.\n").into_response()
}
