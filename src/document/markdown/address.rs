//! An author's address judged: where it leads, whether its scheme is safe, and whether it is whole. Not done here: finding what a path leads to.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::fragment::Target;
use crate::path::{SourcePath, percent_decode};

/// The schemes that a link may have.
const LINK_SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];
/// The schemes that an image may have.
const IMAGE_SCHEMES: &[&str] = &["http", "https"];

/// Why an address is none that a page may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Its scheme is not a safe one.
    Scheme(String),
    /// `//host` has the scheme of the page, which is `file:` on a disk.
    NoScheme,
    /// `https:` and no host after it.
    NoHost,
    /// White space in a URL: two addresses, or a remark after one.
    Space,
    /// Nothing after `mailto:` or `tel:`.
    Nothing(String),
}

impl Fault {
    /// As a finding on a link or an image.
    pub(crate) fn finding(&self, path: &SourcePath, span: Span, image: bool) -> Diagnostic {
        let (code, message, help) = match self {
            Self::Scheme(scheme) => {
                let what = if image { "an image" } else { "a link" };
                (Code::UnsafeLink, format!("{what} can't have an address with `{scheme}:`"), safe_schemes(image))
            }
            Self::NoScheme => {
                (Code::BrokenLink, "this address has no scheme".to_owned(), "write `https:` before it; on a disk it would lead to a file")
            }
            Self::NoHost => {
                (Code::BrokenLink, "this address has no host".to_owned(), "write all of it, such as `https://example.com/page`")
            }
            Self::Space => (
                Code::BrokenLink,
                "this address has white space in it".to_owned(),
                "write one address and nothing else, with `%20` for a space in it",
            ),
            Self::Nothing(scheme) => (Code::BrokenLink, format!("nothing follows `{scheme}:`"), "write whom it leads to"),
        };
        Diagnostic::new(code, path, span, message).help(help)
    }
}

/// Where an address leads, or why it can't be one.
pub(crate) fn target(address: &str, image: bool) -> Result<Target, Fault> {
    let address = as_browsers_read(address);
    if let Some(scheme) = scheme(&address) {
        let safe = if image { IMAGE_SCHEMES } else { LINK_SCHEMES };
        if !safe.contains(&scheme.as_str()) {
            return Err(Fault::Scheme(scheme));
        }
        let rest = &address[scheme.len() + 1..];
        return match scheme.as_str() {
            "http" | "https" => check_host(rest).map(|()| Target::External(address.into_owned())),
            _ if rest.trim().is_empty() => Err(Fault::Nothing(scheme)),
            _ => Ok(Target::External(address.into_owned())),
        };
    }
    if address.starts_with("//") {
        return Err(Fault::NoScheme);
    }
    Ok(match address.split_once('#') {
        Some(("", fragment)) => Target::Fragment(percent_decode(fragment)),
        Some((path, fragment)) => Target::Path(percent_decode(path), Some(percent_decode(fragment))),
        None => Target::Path(percent_decode(&address), None),
    })
}

/// The same for a value that is nothing but an address: no `<` and `>` say where it ends, so a URL in it has no white space.
pub(crate) fn plain_target(address: &str) -> Result<Target, Fault> {
    match target(address, false)? {
        Target::External(url) if url.starts_with(['h', 'H']) && address.trim().contains(char::is_whitespace) => Err(Fault::Space),
        target => Ok(target),
    }
}

/// What follows `http:` or `https:` names a host (RFC 9110, section 4.2).
fn check_host(rest: &str) -> Result<(), Fault> {
    let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#', '\\']).next()).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let name = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or_default() };
    match authority {
        _ if !name.contains(char::is_alphanumeric) => Err(Fault::NoHost),
        spaced if spaced.contains(char::is_whitespace) => Err(Fault::Space),
        _ => Ok(()),
    }
}

/// What is safe for an image or a link, as a sentence says it.
fn safe_schemes(image: bool) -> &'static str {
    if image {
        "an image needs http, https or a path inside the book"
    } else {
        "a link needs http, https, mailto, tel or a path inside the book"
    }
}

/// Browsers drop these characters before they look for a scheme (WHATWG URL, basic parser), so `java\nscript:` is one to them.
fn as_browsers_read(address: &str) -> Cow<'_, str> {
    const DROPPED: [char; 3] = ['\t', '\n', '\r'];
    let address = address.trim_matches(|c: char| c <= ' ');
    if address.contains(DROPPED) { Cow::Owned(address.replace(DROPPED, "")) } else { Cow::Borrowed(address) }
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
            ("https://me:x@[::1]:80?q", Target::External("https://me:x@[::1]:80?q".into())),
            ("https://ü.example:8080#a", Target::External("https://ü.example:8080#a".into())),
            ("https://a.example/b c", Target::External("https://a.example/b c".into())),
            ("mailto:?subject=a b", Target::External("mailto:?subject=a b".into())),
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
            assert_eq!(target(address, false), Err(Fault::Scheme(scheme.to_owned())), "{address:?}");
            assert_eq!(target(address, true), Err(Fault::Scheme(scheme.to_owned())), "{address:?}");
        }
        assert_eq!(target("mailto:a@b.c", true), Err(Fault::Scheme("mailto".into())));
    }

    #[test]
    fn half_an_address_is_none() {
        let cases = [
            ("https:", Fault::NoHost),
            ("https://", Fault::NoHost),
            ("HTTP:///x", Fault::NoHost),
            ("https:a.example", Fault::NoHost),
            ("https://?q", Fault::NoHost),
            ("https://me@:80/", Fault::NoHost),
            ("https://…", Fault::NoHost),
            ("//a.example/x", Fault::NoScheme),
            ("//", Fault::NoScheme),
            ("https://exa mple.com/", Fault::Space),
            ("https://a.com, https://b.com", Fault::Space),
            ("mailto:", Fault::Nothing("mailto".into())),
            ("tel: ", Fault::Nothing("tel".into())),
        ];
        for (address, fault) in cases {
            assert_eq!(target(address, false), Err(fault.clone()), "{address:?}");
            assert_eq!(plain_target(address), Err(fault), "{address:?}");
        }
        assert_eq!(plain_target("https://a.com/b c"), Err(Fault::Space));
        assert_eq!(plain_target("https://a.com/b (the report)"), Err(Fault::Space));
        assert!(plain_target(" https://a.com/b ").is_ok() && plain_target("tel:+48 22").is_ok() && plain_target("my report.pdf").is_ok());
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
