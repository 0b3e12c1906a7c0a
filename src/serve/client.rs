//! The files of the live client, answered below [`super::OWN`]. Not done here: what they do.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

const SCRIPT: &str = "text/javascript";
const STYLE: &str = "text/css";

/// Each file: name, type, text. A page names `live.js`, and `edit.js` where it can be edited; the others are named by these.
const FILES: &[(&str, &str, &str)] = &[
    ("align.js", SCRIPT, include_str!("client/align.js")),
    ("anchor.js", SCRIPT, include_str!("client/anchor.js")),
    ("dock.css", STYLE, include_str!("client/dock.css")),
    ("dock.js", SCRIPT, include_str!("client/dock.js")),
    ("edit-bar.js", SCRIPT, include_str!("client/edit-bar.js")),
    ("edit-changes.js", SCRIPT, include_str!("client/edit-changes.js")),
    ("edit-dom.js", SCRIPT, include_str!("client/edit-dom.js")),
    ("edit-form.js", SCRIPT, include_str!("client/edit-form.js")),
    ("edit-patch.js", SCRIPT, include_str!("client/edit-patch.js")),
    ("edit-server.js", SCRIPT, include_str!("client/edit-server.js")),
    ("edit-state.js", SCRIPT, include_str!("client/edit-state.js")),
    ("edit-view.js", SCRIPT, include_str!("client/edit-view.js")),
    ("edit.css", STYLE, include_str!("client/edit.css")),
    ("edit.js", SCRIPT, include_str!("client/edit.js")),
    ("finding.js", SCRIPT, include_str!("client/finding.js")),
    ("live.js", SCRIPT, include_str!("client/live.js")),
    ("morph.js", SCRIPT, include_str!("client/morph.js")),
    ("notice.js", SCRIPT, include_str!("client/notice.js")),
    ("page.js", SCRIPT, include_str!("client/page.js")),
    ("panel.js", SCRIPT, include_str!("client/panel.js")),
    ("stream.js", SCRIPT, include_str!("client/stream.js")),
    ("styles.js", SCRIPT, include_str!("client/styles.js")),
    ("tab.js", SCRIPT, include_str!("client/tab.js")),
    ("twins.js", SCRIPT, include_str!("client/twins.js")),
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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the list is compared with the folder")]
mod tests {
    use super::FILES;

    #[test]
    fn each_file_of_the_client_is_answered() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve/client");
        let mut there: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        there.sort();
        let listed: Vec<&str> = FILES.iter().map(|(name, ..)| *name).collect();
        assert_eq!(listed, there);
    }
}
