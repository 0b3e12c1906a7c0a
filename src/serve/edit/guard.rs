//! Who may change the book: a page that this run of the server has sent, asked by the person in front of it. Not done here: the `Host` header, which
//! is checked for every request ([`super::super::guard`]).

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use super::Problem;

/// The header that holds the secret of this run. A page of another site can't set it without a preflight, which is never granted.
const TOKEN: &str = "x-rollbook-token";

/// A decision with a long reason is a few kilobytes.
const MOST: usize = 64 * 1024;

/// How long the body may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads what is wanted, if whoever asks may.
pub(super) async fn read<W: DeserializeOwned>(request: Request<Body>, token: &str) -> Result<W, Problem> {
    check(request.headers(), token)?;
    let too_much = || Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "this is more than a change of a playbook");
    let slow = |_| Problem::new(StatusCode::REQUEST_TIMEOUT, "the request did not arrive in time");
    let bytes = tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), MOST)).await.map_err(slow)?.map_err(|_| too_much())?;
    serde_json::from_slice(&bytes).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, format!("this is no change: {error}")))
}

fn check(headers: &HeaderMap, token: &str) -> Result<(), Problem> {
    let one = |name: &str| {
        let mut values = headers.get_all(name).iter();
        let first = values.next().and_then(|value| value.to_str().ok());
        first.filter(|_| values.next().is_none())
    };
    let kind = one("content-type").unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "a change is sent as application/json"));
    }
    let forbidden = |error: &str| Err(Problem::new(StatusCode::FORBIDDEN, error));
    let is_ours = match headers.contains_key(header::ORIGIN) {
        true => one("origin").zip(one("host")).is_some_and(|(origin, host)| is_same(origin, host)),
        // Older browsers leave it out for the page's own site, and then say so.
        false => one("sec-fetch-site") == Some("same-origin"),
    };
    if !is_ours {
        return forbidden("only a page of this server may change the book");
    }
    // Hashes are compared in constant time.
    if blake3::hash(one(TOKEN).unwrap_or_default().as_bytes()) != blake3::hash(token.as_bytes()) {
        return forbidden("this page is from an earlier run of the server; reload it");
    }
    Ok(())
}

/// True for the origin (RFC 6454) of pages on that host; TLS may end at a proxy.
fn is_same(origin: &str, host: &str) -> bool {
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    authority.is_some_and(|authority| !authority.is_empty() && authority.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    fn status(changes: &[(&'static str, Option<&'static str>)]) -> Option<StatusCode> {
        let mut headers = HeaderMap::new();
        let fine =
            [("host", "localhost:3000"), ("origin", "http://localhost:3000"), ("content-type", "application/json"), (TOKEN, "secret")];
        for (name, value) in fine {
            headers.insert(HeaderName::from_static(name), value.parse().unwrap());
        }
        for (name, value) in changes {
            headers.remove(*name);
            if let Some(value) = value {
                headers.insert(HeaderName::from_static(name), value.parse().unwrap());
            }
        }
        check(&headers, "secret").err().map(|problem| problem.status)
    }

    #[test]
    fn only_a_page_of_this_run_may_change_the_book() {
        let (forbidden, kind) = (Some(StatusCode::FORBIDDEN), Some(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        assert_eq!(status(&[]), None);
        assert_eq!(status(&[("content-type", Some("application/json; charset=utf-8"))]), None);
        assert_eq!(status(&[("origin", Some("https://localhost:3000"))]), None);
        assert_eq!(status(&[("origin", None), ("sec-fetch-site", Some("same-origin"))]), None);
        for token in [None, Some(""), Some("secret2"), Some("Secret")] {
            assert_eq!(status(&[(TOKEN, token)]), forbidden, "{token:?}");
        }
        for origin in
            ["null", "http://evil.example", "http://localhost:3001", "http://localhost:3000.evil.example", "localhost:3000", "http://"]
        {
            assert_eq!(status(&[("origin", Some(origin)), ("sec-fetch-site", Some("same-origin"))]), forbidden, "{origin}");
        }
        for site in [None, Some("same-site"), Some("cross-site"), Some("none")] {
            assert_eq!(status(&[("origin", None), ("sec-fetch-site", site)]), forbidden, "{site:?}");
        }
        for other in [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("text/plain; application/json")] {
            assert_eq!(status(&[("content-type", other)]), kind, "{other:?}");
        }
    }
}
