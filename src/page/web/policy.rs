//! What a page of the site may load (Content Security Policy, level 3): its own origin's files, and the images of other hosts that an author shows.
//! Not done here: headers, which a host sends; a page carries its policy itself.

use std::collections::BTreeSet;

use crate::document::fragment::{Link, Target};
use crate::playbook::Playbook;
use crate::playbook::links::all::fragments;

/// The policy of all pages. `None` in a book that allows raw HTML: what an author writes there must work.
pub fn policy(playbook: &Playbook<'_>) -> Option<String> {
    if playbook.config.raw_html {
        return None;
    }
    let images = playbook.documents.iter().flat_map(|document| fragments(document)).flat_map(|fragment| &fragment.links);
    let hosts: BTreeSet<String> = images.filter_map(host).collect();
    let hosts: String = hosts.iter().map(|host| format!(" {host}")).collect();
    // A page that is opened from a disk has no origin that `'self'` could be (HTML standard, 7.1.1: that of a `file:` address is left open).
    Some(format!(
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self' file:; form-action 'self' file:; img-src 'self' file:{hosts}; \
         media-src 'self' file:; script-src 'self' file:; style-src 'self' file:"
    ))
}

/// Where an image of another host is loaded from: `https://host:port`. A host that a policy can't name as it is written, such as one with letters beyond
/// ASCII, opens images to its whole scheme: a source that a browser can't read would make it forget all others.
fn host(link: &Link) -> Option<String> {
    let Target::External(address) = &link.target else { return None };
    let (scheme, rest) = address.split_once("://").filter(|_| link.image)?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    // A user's name is no part of where something is loaded from.
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let has_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    match scheme.to_ascii_lowercase() {
        scheme if scheme != "https" && scheme != "http" => None,
        scheme if is_plain && has_port => Some(format!("{scheme}://{host}")),
        scheme => Some(format!("{scheme}:")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    #[test]
    fn an_image_of_another_host_is_allowed_from_that_host_alone() {
        let of = |address: &str, image| {
            let link = Link { target: Target::External(address.into()), span: Span::new(0, 0), image };
            host(&link).unwrap_or_default()
        };
        let cases = [
            ("https://img.example:8443/a.png?b", "https://img.example:8443"),
            ("HTTPS://img.example", "https://img.example"),
            ("https://me:secret@img.example/a.png", "https://img.example"),
            ("https://img.example\\x", "https://img.example"),
            ("https://m\u{fc}nchen.example/a.png", "https:"),
            ("https://*.wild.example/a.png", "https:"),
            ("http://a.example:*/a.png", "http:"),
            ("https://a.example:80$x", "https:"),
            ("https://a; script-src *//x", "https:"),
            ("https://[::1]/a.png", "https:"),
            ("mailto:a@b.example", ""),
        ];
        for (address, expected) in cases {
            assert_eq!(of(address, true), expected, "{address}");
        }
        assert_eq!(of("https://img.example/a.png", false), "");
    }
}
