//! What an address came to, in a form that can be kept, and in words. Not done here: asking.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The answer of one address, redirects followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// A page, or whatever it is.
    Good,
    /// An HTTP status of 400 or above.
    Status(u16),
    /// More redirects than are followed.
    TooManyRedirects,
    /// A redirect to what is no address, or to one that nobody else can reach.
    Astray(String),
    /// No address of the web at all, and why.
    NoAddress(String),
    /// The name has no host.
    NoHost,
    /// Nobody could be asked which host the name has.
    NoLookup,
    /// Nothing within the time.
    TimedOut,
    /// A connection that failed or broke, and how.
    Broken(String),
    /// A certificate that can't be trusted, and why.
    Certificate(String),
}

impl Answer {
    pub(super) fn is_good(&self) -> bool {
        *self == Answer::Good
    }

    /// True for what a host itself has said about the address. A connection that failed may be the fault of this machine.
    pub(super) fn is_from_host(&self) -> bool {
        matches!(self, Answer::Good | Answer::Status(400..=428 | 430..=499))
    }

    /// What happened, as a sentence about `url`; `None` for what is well.
    pub(super) fn message(&self, url: &str, host: &str, timeout: Duration) -> Option<String> {
        Some(match self {
            Answer::Good => return None,
            Answer::Status(status) => format!("`{url}` answers {}", status_words(*status)),
            Answer::TooManyRedirects => format!("`{url}` is redirected again and again"),
            Answer::Astray(location) => format!("`{url}` is redirected to `{location}`, where nobody else can follow"),
            Answer::NoAddress(why) => format!("`{url}` is not an address: {why}"),
            Answer::NoHost => format!("there is no host `{host}`"),
            Answer::NoLookup => format!("the name `{host}` can't be looked up now"),
            Answer::TimedOut => format!("`{host}` did not answer within {} s", timeout.as_secs()),
            Answer::Broken(how) => format!("`{host}` can't be reached: {how}"),
            Answer::Certificate(why) => format!("the certificate of `{host}` {why}"),
        })
    }

    /// What to do about it.
    pub(super) fn help(&self) -> Option<&'static str> {
        match self {
            Answer::NoHost | Answer::NoLookup => Some("is this machine online? If it needs a proxy, name it in `HTTPS_PROXY`"),
            Answer::Status(429 | 503) => Some("the host is busy; check again later"),
            // Hosts may want to know who asks, or that it is a browser.
            Answer::Status(401 | 403 | 407) | Answer::TooManyRedirects => {
                Some("if a browser shows it, name it in `[links] skip` of `book.toml`")
            }
            _ => None,
        }
    }
}

fn status_words(status: u16) -> String {
    let name = ureq::http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    name.map_or_else(|| status.to_string(), |name| format!("{status} {name}"))
}
