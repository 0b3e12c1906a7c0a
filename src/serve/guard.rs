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
        let names = allowed.iter().map(|name| name.trim_end_matches('.').to_ascii_lowercase()).collect();
        Self { any_address: !address.ip().is_loopback(), names }
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
        let host = authority.host().trim_end_matches('.').to_ascii_lowercase();
        if authority.as_str().contains('@') {
            return false;
        }
        if let Ok(ip) = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
            return self.any_address || ip.is_loopback();
        }
        host == "localhost" || host.ends_with(".localhost") || self.names.contains(&host)
    }
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
    fn a_server_for_the_network_answers_for_addresses_but_not_for_names() {
        let hosts = Hosts::new(([0, 0, 0, 0], 3000).into(), &[]);
        assert!(allowed(&hosts, "192.168.0.2:3000"));
        assert!(!allowed(&hosts, "evil.example"));
    }
}
