//! `robots.txt` (RFC 9309): everything may be read, and where the sitemap is. Not done here: forbidding anything, for which a book has its own file.

use crate::path::OutputPath;

/// Robots ask at the root of a host only: a site below a path has none.
pub(super) fn file(base: &str) -> Option<(OutputPath, String)> {
    let (_, host) = base.split_once("://")?;
    (!host.contains('/')).then(|| (OutputPath::new("robots.txt"), format!("User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_below_a_path_has_no_rules_for_robots() {
        assert!(file("https://a.example/book").is_none());
        assert!(file("https://a.example").is_some_and(|(_, text)| text.ends_with("Sitemap: https://a.example/sitemap.xml\n")));
    }
}
