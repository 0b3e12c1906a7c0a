//! Makes a page live on its way out: one script element that says what the page is a copy of. Not done here: the script.

use std::sync::Arc;

use super::OWN;
use super::state::Snapshot;
use crate::path::OutputPath;

/// The page with the live client, put before the last `</body>`. `up` is the way from the address that was asked for to the site's root.
pub(crate) fn live(html: &[u8], up: &str, page: &OutputPath, version: &str, snapshot: &Snapshot) -> Arc<[u8]> {
    let script = format!(
        "<script src=\"{up}{OWN}/live.js\" data-up=\"{up}\" data-page=\"{}\" data-version=\"{version}\" data-styles=\"{}\" data-scripts=\"{}\" defer></script>\n",
        escape(page.as_str()),
        snapshot.styles,
        snapshot.scripts,
    );
    let end = html.windows(7).rposition(|tag| tag.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    [&html[..end], script.as_bytes(), &html[end..]].concat().into()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
