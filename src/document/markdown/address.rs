//! An author's address judged: where it leads, and whether its scheme is safe. Not done here: finding what a path leads to.

use crate::document::fragment::Target;
use crate::path::percent_decode;

/// The schemes that a link may have.
const LINK_SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];
/// The schemes that an image may have.
const IMAGE_SCHEMES: &[&str] = &["http", "https"];

/// Where an address leads; its scheme when that is not a safe one.
pub(crate) fn target(address: &str, image: bool) -> Result<Target, String> {
    let address = as_browsers_read(address);
    if let Some(scheme) = scheme(&address) {
        let safe = if image { IMAGE_SCHEMES } else { LINK_SCHEMES };
        return if safe.contains(&scheme.as_str()) { Ok(Target::External(address)) } else { Err(scheme) };
    }
    if address.starts_with("//") {
        return Ok(Target::External(address));
    }
    Ok(match address.split_once('#') {
        Some(("", fragment)) => Target::Fragment(percent_decode(fragment)),
        Some((path, fragment)) => Target::Path(percent_decode(path), Some(percent_decode(fragment))),
        None => Target::Path(percent_decode(&address), None),
    })
}

/// What is safe for an image or a link, as a sentence says it.
pub(super) fn safe_schemes(image: bool) -> &'static str {
    if image {
        "an image needs http, https or a path inside the book"
    } else {
        "a link needs http, https, mailto, tel or a path inside the book"
    }
}

/// Browsers drop these characters before they look for a scheme (WHATWG URL, basic parser), so `java\nscript:` is one to them.
fn as_browsers_read(address: &str) -> String {
    address.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let well_formed = letters.next()?.is_ascii_alphabetic() && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    well_formed.then(|| scheme.to_ascii_lowercase())
}

/// Writes an address so that it is a valid URL, whatever the author typed; what is encoded already stays so. It still wants HTML escaping.
pub(super) fn encode(address: &str) -> String {
    use std::fmt::Write as _;
    let bytes = address.as_bytes();
    // The brackets of an IPv6 host are the only ones that a URL may hold.
    let host = address.find("//[").map_or(0..0, |at| at + 2..address[at..].find(']').map_or(0, |end| at + end + 1));
    let mut out = String::with_capacity(address.len());
    let mut in_fragment = false;
    for (at, c) in address.char_indices() {
        let valid = match c {
            '%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            '[' | ']' => host.contains(&at),
            '#' => !std::mem::replace(&mut in_fragment, true),
            c if c.is_ascii() => c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
            _ => !c.is_control(),
        };
        if valid {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str, fragment: Option<&str>) -> Target {
        Target::Path(path.into(), fragment.map(Into::into))
    }

    #[test]
    fn an_address_is_a_path_a_fragment_or_elsewhere() {
        let cases = [
            ("../a.md", path("../a.md", None)),
            ("a%20b.md#c%C3%A9", path("a b.md", Some("cé"))),
            ("/guide/", path("/guide/", None)),
            ("1:2.md", path("1:2.md", None)),
            ("./a:b.md", path("./a:b.md", None)),
            ("javascript%3Aalert(1)", path("javascript:alert(1)", None)),
            ("", path("", None)),
            ("#how", Target::Fragment("how".into())),
            ("#", Target::Fragment(String::new())),
            ("https://a.example/b", Target::External("https://a.example/b".into())),
            (" HTTPS://a.example/b\n", Target::External("HTTPS://a.example/b".into())),
            ("//a.example", Target::External("//a.example".into())),
            ("mailto:x@a.example", Target::External("mailto:x@a.example".into())),
            ("tel:+1", Target::External("tel:+1".into())),
        ];
        for (address, expected) in cases {
            assert_eq!(target(address, false), Ok(expected), "{address:?}");
        }
    }

    #[test]
    fn an_unsafe_scheme_is_seen_through_every_disguise() {
        let cases = [
            ("javascript:alert(1)", "javascript"),
            ("JaVaScRiPt:alert(1)", "javascript"),
            ("java\nscript:alert(1)", "javascript"),
            ("j\ta\rvascript\n:alert(1)", "javascript"),
            ("\u{1} \u{0}javascript:alert(1)", "javascript"),
            ("  vbscript:x", "vbscript"),
            ("data:text/html,<script>", "data"),
            ("view-source:https://a", "view-source"),
            ("file:///etc/passwd", "file"),
            ("blob:https://a/b", "blob"),
            ("ftp://a", "ftp"),
            ("C:\\x", "c"),
            ("x+y.z-1:", "x+y.z-1"),
        ];
        for (address, scheme) in cases {
            assert_eq!(target(address, false), Err(scheme.to_owned()), "{address:?}");
            assert_eq!(target(address, true), Err(scheme.to_owned()), "{address:?}");
        }
        assert_eq!(target("mailto:a@b.c", true), Err("mailto".into()));
    }

    #[test]
    fn an_address_is_written_as_a_valid_url() {
        let cases = [
            ("https://a.example/b c?d=\"e\"&f[]=<g>#h", "https://a.example/b%20c?d=%22e%22&f%5B%5D=%3Cg%3E#h"),
            ("https://a.example/100%/%41", "https://a.example/100%25/%41"),
            ("https://[::1]:80/[x]", "https://[::1]:80/%5Bx%5D"),
            ("https://ü.example/ä#b#c", "https://ü.example/ä#b%23c"),
            ("https://a/\u{7f}\u{85}\\^`{|}", "https://a/%7F%C2%85%5C%5E%60%7B%7C%7D"),
        ];
        for (address, url) in cases {
            assert_eq!(encode(address), url);
        }
    }
}
