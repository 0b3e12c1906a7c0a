//! An address as it is asked for, and whether it may be. Not done here: asking.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::Answer;

/// An http or https address without its fragment, which is never sent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address(Url);

/// Names that are reserved for examples and tests (RFC 2606, RFC 6761) or mean this machine: nobody answers there.
const RESERVED: &[&str] = &["example", "example.com", "example.net", "example.org", "invalid", "localhost", "test"];

impl Address {
    /// Reads an author's address, as browsers do.
    pub(super) fn parse(text: &str) -> Result<Self, Answer> {
        let mut url = Url::parse(text).map_err(|error| Answer::NoAddress(error.to_string()))?;
        url.set_fragment(None);
        Ok(Self(url))
    }

    /// Where a redirect from here leads; `None` for a place that is not asked over http.
    pub(super) fn join(&self, location: &str) -> Result<Option<Self>, Answer> {
        let mut url = self.0.join(location).map_err(|_| Answer::Astray(location.to_owned()))?;
        url.set_fragment(None);
        Ok(matches!(url.scheme(), "http" | "https").then_some(Self(url)))
    }

    /// The address as it is sent: what different spellings of one address have in common.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, without its port.
    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// True when somebody else than this machine and its network may answer.
    pub(super) fn is_public(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                !RESERVED.iter().any(|reserved| name.strip_suffix(reserved).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
            }
            Some(Host::Ipv4(ip)) => is_public_v4(ip),
            Some(Host::Ipv6(ip)) => is_public_v6(ip),
            None => false,
        }
    }

    /// True when a pattern fits, in which `*` stands for anything. `written` is the author's spelling.
    pub(super) fn is_among(&self, patterns: &[String], written: &str) -> bool {
        patterns.iter().any(|pattern| fits(pattern, self.as_str()) || fits(pattern, written))
    }
}

/// The registries of special addresses, RFC 6890: this host, private, shared, loopback, link-local, documentation, multicast and above.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    let shared = first == 100 && (64..128).contains(&second);
    !(first == 0 || first >= 224 || shared || ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation())
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    if let Some(ip) = ip.to_ipv4_mapped() {
        return is_public_v4(ip);
    }
    let [first, second, ..] = ip.segments();
    let documentation = first == 0x2001 && second == 0xdb8;
    !(documentation || ip.is_unspecified() || ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_multicast())
}

/// Matches the pieces between the stars from left to right, each as early as it can; the last one has to end the text.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(first) else { return false };
    let mut pieces: Vec<&str> = rest.split('*').collect();
    let last = pieces.pop().unwrap_or_default();
    for piece in pieces {
        let Some(at) = text.find(piece) else { return false };
        text = &text[at + piece.len()..];
    }
    text.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_are_one() {
        let key = |text| Address::parse(text).unwrap().as_str().to_owned();
        assert_eq!(key("HTTPS://A.example:443/b/../c#d"), "https://a.example/c");
        assert_eq!(key("https://a.example"), key("https://a.example/#top"));
        assert_eq!(key("https://ü.example/ä b"), "https://xn--tda.example/%C3%A4%20b");
        assert!(Address::parse("https://").is_err());
        assert!(Address::parse("https://a b/").is_err());
    }

    #[test]
    fn nobody_is_asked_who_is_an_example_or_at_home() {
        let closed = [
            "http://localhost:8000/",
            "http://app.localhost/",
            "https://example.com/",
            "https://www.example.org./a",
            "https://handbook.example/",
            "https://a.test/",
            "https://a.invalid/",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.1.2.3/",
            "http://192.168.0.1/",
            "http://172.16.0.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://[::ffff:10.0.0.1]/",
        ];
        let open = ["https://www.rust-lang.org/", "http://wiki/", "https://myexample.com/", "http://8.8.8.8/", "http://[2606:4700::1]/"];
        for address in closed {
            assert!(!Address::parse(address).unwrap().is_public(), "{address}");
        }
        for address in open {
            assert!(Address::parse(address).unwrap().is_public(), "{address}");
        }
    }

    #[test]
    fn a_star_stands_for_anything() {
        let fitting = [
            ("https://a.com/*", "https://a.com/"),
            ("https://a.com/*", "https://a.com/b/c?d"),
            ("*://a.com/*", "http://a.com/x"),
            ("https://*.a.com/*", "https://b.c.a.com/"),
            ("https://a.com/b", "https://a.com/b"),
            ("*", "https://a.com/"),
            ("*a*a*", "aa"),
            ("*.pdf", "https://a.com/b.pdf.pdf"),
        ];
        let other = [
            ("https://a.com/*", "https://a.com.evil/"),
            ("https://a.com", "https://a.com/b"),
            ("*.pdf", "https://a.com/b.pdf?x"),
            ("*a*a*", "a"),
            ("", "x"),
        ];
        for (pattern, text) in fitting {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in other {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }
}
