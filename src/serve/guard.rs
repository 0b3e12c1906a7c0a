//! Who may ask: only requests that name this server are answered, so that no page of another site can reach it through a name of its own (DNS
//! rebinding). Not done here: answering.

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// The names under which the server may be asked.
#[derive(Debug, Clone)]
pub struct Hosts {
    /// Any address may be named, for an address belongs to nobody else; otherwise only one of this machine.
    any_address: bool,
    names: Vec<String>,
}

/// A request that names another host.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    host: Option<String>,
}

impl Hosts {
    /// For a server that listens on an address, with the further names that its author allows: those of a proxy in front of it.
    pub fn new(address: SocketAddr, allowed: &[String]) -> Self {
        let names = allowed.iter().filter_map(|name| Self::name(name)).collect();
        Self { any_address: !address.ip().is_loopback(), names }
    }

    /// The host in what an author writes to allow one: a name or an address, also with a port or as the beginning of a URL, neither of which
    /// counts. `None` where there is none.
    pub fn name(text: &str) -> Option<String> {
        let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let authority: Authority = authority.parse().or_else(|_| format!("[{authority}]").parse()).ok()?;
        let host = host(&authority);
        let is_name = |host: &str| !host.is_empty() && host.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
        (!authority.as_str().contains('@') && (is_name(&host) || host.parse::<IpAddr>().is_ok())).then_some(host)
    }

    /// The host that a request names: `Host`, RFC 9110 section 7.2, or the address it is sent to in full.
    pub(crate) fn check(&self, request: &Request<Body>) -> Result<(), Refusal> {
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let (first, second) = (hosts.next(), hosts.next());
        let named = first.and_then(|host| host.to_str().ok()).map(str::to_owned);
        let is_fine = |text: &str| text.parse().is_ok_and(|authority: Authority| self.allows(&authority));
        let in_line = request.uri().authority().is_none_or(|authority| self.allows(authority));
        match &named {
            Some(host) if second.is_none() && is_fine(host) && in_line => Ok(()),
            _ => Err(Refusal { host: named }),
        }
    }

    fn allows(&self, authority: &Authority) -> bool {
        let host = host(authority);
        if authority.as_str().contains('@') {
            return false;
        }
        if let Ok(ip) = host.parse::<IpAddr>() {
            return self.any_address || ip.is_loopback() || self.names.contains(&host);
        }
        host == "localhost" || host.ends_with(".localhost") || self.names.contains(&host)
    }
}

/// The host of an authority as it is compared: without a port, the brackets of an address, the dot of a whole name.
fn host(authority: &Authority) -> String {
    authority.host().trim_start_matches('[').trim_end_matches(']').trim_end_matches('.').to_ascii_lowercase()
}

impl Refusal {
    pub(crate) fn response(&self) -> Response {
        let host = self.host.as_deref().unwrap_or("no host");
        let text = format!("This server does not answer for `{host}`. Behind a proxy, allow its name: rollbook serve --allow-host NAME\n");
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(hosts: &Hosts, host: &str) -> bool {
        let request = Request::builder().uri("/").header("host", host).body(Body::empty());
        request.is_ok_and(|request| hosts.check(&request).is_ok())
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let hosts = Hosts::new(([127, 0, 0, 1], 3000).into(), &["Handbook.example.org".to_owned()]);
        for host in
            ["localhost", "localhost:3000", "LOCALHOST", "127.0.0.1:3000", "[::1]:3000", "book.localhost", "handbook.example.org:443"]
        {
            assert!(allowed(&hosts, host), "{host}");
        }
        for host in
            ["", "evil.example", "localhost.evil.example", "192.168.0.2", "127.0.0.1.nip.example", "me@localhost", "localhost, evil", "a b"]
        {
            assert!(!allowed(&hosts, host), "{host}");
        }
        assert!(hosts.check(&Request::new(Body::empty())).is_err(), "a request without a host");
    }

    #[test]
    fn a_host_is_allowed_however_it_is_written_down() {
        let cases = [
            ("book.example.org", Some("book.example.org")),
            ("Book.Example.org.:8080", Some("book.example.org")),
            ("https://book.example.org", Some("book.example.org")),
            ("https://book.example.org:8443/team/", Some("book.example.org")),
            ("192.168.0.2:3000", Some("192.168.0.2")),
            ("[fe80::1]:3000", Some("fe80::1")),
            ("fe80::1", Some("fe80::1")),
            ("", None),
            (":3000", None),
            ("https://", None),
            ("*.example.org", None),
            ("me@example.org", None),
            ("a b", None),
            ("straße.example", None),
        ];
        for (text, host) in cases {
            assert_eq!(Hosts::name(text).as_deref(), host, "{text}");
        }
        let hosts = Hosts::new(([127, 0, 0, 1], 3000).into(), &["https://book.example.org:8080/".to_owned(), "192.168.0.2:80".to_owned()]);
        assert!(allowed(&hosts, "book.example.org") && allowed(&hosts, "book.example.org:443") && allowed(&hosts, "192.168.0.2"));
        assert!(!allowed(&hosts, "192.168.0.3"));
    }

    #[test]
    fn a_server_for_the_network_answers_for_addresses_but_not_for_names() {
        let hosts = Hosts::new(([0, 0, 0, 0], 3000).into(), &[]);
        assert!(allowed(&hosts, "192.168.0.2:3000"));
        assert!(!allowed(&hosts, "evil.example"));
    }
}
