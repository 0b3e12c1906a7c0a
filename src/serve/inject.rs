//! Makes a page live on its way out: one script element that says what the page is a copy of. Not done here: the script.

use std::sync::Arc;

use super::OWN;
use super::state::Snapshot;
use crate::path::OutputPath;

/// The page with the live client, and with what edits it where there is a token, put before the end of the body. The live client is not deferred: it has
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
    let end = end_of_body(html);
    [&html[..end], script.as_bytes(), &html[end..]].concat().into()
}

/// Elements in which a tag is text (WHATWG HTML, section 13.2.5: raw text, escapable raw text and script data).
const TEXT: &[&[u8]] = &[b"script", b"style", b"textarea", b"title", b"iframe", b"xmp", b"noembed", b"noframes"];

/// Where the last `</body>` stands that is one: not in a comment, a script, an attribute. The end of the page, where there is none.
fn end_of_body(html: &[u8]) -> usize {
    let mut end = html.len();
    let mut at = 0;
    while let Some(next) = find(html, at, b"<") {
        let name = tag_name(&html[next + 1..]);
        at = match html[next + 1..].first() {
            // `<!-->` is a whole comment too.
            Some(b'!') if html[next..].starts_with(b"<!--") => find(html, next + 2, b"-->").map_or(html.len(), |end| end + 3),
            Some(b'/') if tag_name(&html[next + 2..]).eq_ignore_ascii_case(b"body") => {
                end = next;
                next + 2
            }
            Some(letter) if letter.is_ascii_alphabetic() => {
                let inside = end_of_tag(html, next + 1);
                if TEXT.iter().any(|text| text.eq_ignore_ascii_case(name)) { end_of_text(html, inside, name) } else { inside }
            }
            _ => next + 1,
        };
    }
    end
}

/// The letters of a tag's name.
fn tag_name(html: &[u8]) -> &[u8] {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    &html[..html.iter().position(is_end).unwrap_or(html.len())]
}

/// Behind a tag, whose attributes may hold anything between quotes.
fn end_of_tag(html: &[u8], from: usize) -> usize {
    let mut quote = None;
    for (at, byte) in html.iter().enumerate().skip(from) {
        match (quote, *byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if html[at - 1] == b'=' || html[at - 1].is_ascii_whitespace() => quote = Some(*byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// Where the text of an element ends.
fn end_of_text(html: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(end) = find(html, at, b"</") {
        if tag_name(&html[end + 2..]).eq_ignore_ascii_case(name) {
            return end;
        }
        at = end + 2;
    }
    html.len()
}

fn find(html: &[u8], from: usize, text: &[u8]) -> Option<usize> {
    html.get(from..)?.windows(text.len()).position(|window| window == text).map(|at| from + at)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::end_of_body;

    #[test]
    fn the_end_of_the_body_is_where_a_browser_finds_it() {
        // `|` marks it.
        let cases = [
            "<body>a|</body></html>",
            "<body>a|</BODY ></html>",
            "<p>no body|",
            "<body>|</body><!-- </body> -->",
            "<body>|</body><script>'</body>'</script>",
            "<body>|</body><STYLE>/* </body> */</Style></html>",
            "<body><textarea></body></textarea>|</body>",
            "<body><p title='</body>'>a > b|</body>",
            "<body><p title=\"'</body>\">|</body>",
            "<body><!--> <p>|</body>",
            "<body></bodyguard>|</body>",
            "<body>a < b </ c|</body>",
            "<script>no end </body>|",
            "<body><title-like>|</body></title-like>",
            "<body><script>a</scripts></body></script>|</body>",
            "|",
        ];
        for case in cases {
            assert_eq!(Some(end_of_body(case.replace('|', "").as_bytes())), case.find('|'), "{case}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_bytes_have_an_end(parts in proptest::collection::vec(proptest::sample::select(vec!["<", "</body>", "<!--", "-->", "<script", "</script", ">", "'", "\"", " ", "ß", "=", "/"]), 0..20)) {
            let html = parts.concat();
            let end = end_of_body(html.as_bytes());
            proptest::prop_assert!(end == html.len() || html.as_bytes()[end..].starts_with(b"</body"));
        }
    }
}
