//! `sitemap.xml` (sitemaps.org, protocol 0.9): the addresses of all pages. Not done here: when they changed, which nobody knows without history.

use super::{address, is_listed, xml};
use crate::page::Page;
use crate::path::OutputPath;

/// The most addresses that one file may have, by the protocol.
const LARGEST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One file; for more pages than one may name, an index and a file for each part.
pub(super) fn files(base: &str, pages: &[(OutputPath, Page)]) -> Vec<(OutputPath, String)> {
    let addresses: Vec<String> = pages.iter().filter(|(_, page)| is_listed(page.kind())).map(|(output, _)| address(base, output)).collect();
    parts(base, &addresses, LARGEST)
}

fn parts(base: &str, addresses: &[String], largest: usize) -> Vec<(OutputPath, String)> {
    let main = OutputPath::new("sitemap.xml");
    if addresses.len() <= largest {
        return vec![(main, list("urlset", "url", addresses.iter().map(String::as_str)))];
    }
    let part = |(n, part): (usize, &[String])| {
        (OutputPath::new(format!("sitemap-{}.xml", n + 1)), list("urlset", "url", part.iter().map(String::as_str)))
    };
    let parts: Vec<(OutputPath, String)> = addresses.chunks(largest).enumerate().map(part).collect();
    let named: Vec<String> = parts.iter().map(|(output, _)| address(base, output)).collect();
    let index = list("sitemapindex", "sitemap", named.iter().map(String::as_str));
    std::iter::once((main, index)).chain(parts).collect()
}

fn list<'u>(root: &str, entry: &str, urls: impl Iterator<Item = &'u str>) -> String {
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n");
    urls.for_each(|url| out.push_str(&format!("<{entry}><loc>{}</loc></{entry}>\n", xml(url))));
    out.push_str(&format!("</{root}>\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_addresses_than_a_file_may_have_are_several_files_and_an_index() {
        let addresses: Vec<String> = (0..5).map(|n| format!("https://a.example/{n}?a&b")).collect();
        let files = parts("https://a.example", &addresses, 2);
        let names: Vec<&str> = files.iter().map(|(output, _)| output.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
        assert!(files[0].1.contains("<sitemap><loc>https://a.example/sitemap-3.xml</loc></sitemap>"), "{}", files[0].1);
        assert!(files[3].1.contains("<url><loc>https://a.example/4?a&amp;b</loc></url>"), "{}", files[3].1);
        assert_eq!(parts("https://a.example", &addresses, 5).len(), 1);
    }
}
