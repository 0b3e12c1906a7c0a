//! What the web wants of a site beside its pages: a sitemap, rules for robots, a feed of news, a policy on what pages may load. Not done here: what a
//! page says of itself in its head; the template `components/head.html` does.

mod atom;
mod policy;
mod robots;
mod sitemap;

use std::collections::BTreeMap;

pub use policy::policy;

use super::context::page_url;
use super::{Context, Page};
use crate::path::{OutputPath, SourcePath};

/// Where the feed of decisions and updates is.
pub const UPDATES: &str = "updates.xml";

/// The files that the site gets beside its pages. A file of the book's own in the place of one of them, such as its own `robots.txt`, stands.
pub fn files(
    context: &Context<'_, '_>,
    pages: &[(OutputPath, Page)],
    assets: &BTreeMap<OutputPath, SourcePath>,
) -> Vec<(OutputPath, String)> {
    let mut files = vec![(OutputPath::new(UPDATES), atom::feed(context))];
    if let Some(base) = &context.playbook.config.base_url {
        files.extend(sitemap::files(base, pages));
        files.extend(robots::file(base));
    }
    files.retain(|(output, _)| !assets.contains_key(output));
    files
}

/// True for a kind of page that search engines should name: no former address, nor the page for addresses that do not exist, nor what says for paper
/// what other pages say.
pub(super) fn is_listed(kind: &str) -> bool {
    !matches!(kind, "redirect" | "not-found" | "handbook" | "sheet")
}

/// The address of a page on the web: `a/index.html` without its file name, as hosts show it.
pub(super) fn address(base: &str, output: &OutputPath) -> String {
    let url = page_url(&OutputPath::new("index.html"), output, None);
    let url = url.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(&url);
    format!("{base}/{url}")
}

/// Text in XML 1.0 (section 2.2, production `Char`): what may not stand in it at all becomes a blank.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_a_blank_and_its_signs_are_escaped() {
        assert_eq!(xml("a<b & \"c\"\u{0}\u{7}\u{fffe}é\n"), "a&lt;b &amp; &quot;c&quot;   é\n");
    }

    #[test]
    fn an_address_on_the_web_has_no_file_name_where_a_folder_will_do() {
        let of = |path: &str| address("https://a.example/b", &OutputPath::new(path));
        assert_eq!(
            ["index.html", "stages/pilot/index.html", "404.html", "my index.html"].map(of),
            [
                "https://a.example/b/",
                "https://a.example/b/stages/pilot/",
                "https://a.example/b/404.html",
                "https://a.example/b/my%20index.html"
            ]
        );
    }
}
