//! Makes a page live on its way out: one script element that says what the page is a copy of. Not done here: the script.

use std::sync::Arc;

use super::OWN;
use super::state::Snapshot;
use crate::path::OutputPath;

/// The page with the live client, and with what edits it where there is a token, put before the last `</body>`. The live client is not deferred: it has
/// to see the page before the page's own deferred scripts change it. `up` is the way from the address that was asked for to the site's root.
pub(crate) fn live(html: &[u8], up: &str, page: &OutputPath, version: &str, snapshot: &Snapshot, token: Option<&str>) -> Arc<[u8]> {
    let script = format!(
        "<script src=\"{up}{OWN}/live.js\" data-up=\"{up}\" data-page=\"{}\" data-version=\"{version}\" data-styles=\"{}\" data-scripts=\"{}\"></script>\n",
        escape(page.as_str()),
        snapshot.styles,
        snapshot.scripts,
    );
    // Only pages that this server sends know the secret of its run.
    let edit = token.map(|token| {
        let page = escape(page.as_str());
        format!("<script src=\"{up}{OWN}/edit.js\" data-up=\"{up}\" data-page=\"{page}\" data-token=\"{token}\" defer></script>\n")
    });
    let script = script + edit.as_deref().unwrap_or_default();
    let end = html.windows(7).rposition(|tag| tag.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    [&html[..end], script.as_bytes(), &html[end..]].concat().into()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
