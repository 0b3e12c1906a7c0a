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
    let hosts: BTreeSet<&str> = images.filter_map(host).collect();
    let hosts: String = hosts.iter().map(|host| format!(" {host}")).collect();
    // A page that is opened from a disk has no origin that `'self'` could be (HTML standard, 7.1.1: that of a `file:` address is left open).
    Some(format!(
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self' file:; form-action 'self' file:; img-src 'self' file:{hosts}; \
         media-src 'self' file:; script-src 'self' file:; style-src 'self' file:"
    ))
}

/// Where an image of another host is loaded from: `https://host:port`.
fn host(link: &Link) -> Option<&str> {
    let Target::External(address) = &link.target else { return None };
    let start = address.find("://").filter(|_| link.image)? + 3;
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |end| start + end);
    // Who is asked may be named with a user, of whom a policy knows nothing; and what would end a source or the attribute is no host.
    let origin = &address[..end];
    (!origin.contains(['@', ';', ',', '\'', '"']) && !origin.contains(char::is_whitespace)).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    #[test]
    fn an_image_of_another_host_is_allowed_from_that_host_alone() {
        let of = |address: &str, image| {
            let link = Link { target: Target::External(address.into()), span: Span::new(0, 0), image };
            host(&link).map(str::to_owned)
        };
        assert_eq!(of("https://img.example:8443/a.png?b", true).as_deref(), Some("https://img.example:8443"));
        assert_eq!(of("https://img.example", true).as_deref(), Some("https://img.example"));
        assert_eq!(of("https://img.example/a.png", false), None);
        assert_eq!(of("https://a; script-src *//x", true), None);
        assert_eq!(of("mailto:a@b.example", true), None);
    }
}
