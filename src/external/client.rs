//! One request. Redirects are not followed here, for each may lead to a host that has its own turn. Not done here: when to ask ([`super::queue`]).

use std::error::Error as _;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use rustls::CertificateError;
use ureq::tls::{RootCerts, TlsConfig};

use super::address::Address;
use super::{Answer, Settings};

/// The client of one run.
pub(super) struct Client {
    agent: ureq::Agent,
    now: u64,
}

/// How a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// Without its content.
    Head,
    /// For hosts that answer nothing else; the content is not read.
    Get,
}

/// What comes back from one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply {
    /// A status that leads nowhere else.
    Status(u16),
    /// Where else to look.
    Redirect(String),
    /// 429 or 503, with the time to wait if the host names one.
    Busy(u16, Option<Duration>),
    /// No answer; another try may get one.
    Failed(Answer),
    /// No answer, whoever asks.
    Refused(Answer),
}

impl Client {
    pub(super) fn new(settings: &Settings) -> Self {
        let tls = TlsConfig::builder()
            // The certificates that this machine trusts, a company's own among them.
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let mut config = ureq::Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(settings.timeout))
            .user_agent(concat!("rollbook/", env!("CARGO_PKG_VERSION"), " (link check)"));
        if !settings.proxy {
            config = config.proxy(None);
        }
        Self { agent: config.build().new_agent(), now: settings.now }
    }

    pub(super) fn ask(&self, address: &Address, method: Method) -> Reply {
        let request = match method {
            Method::Head => self.agent.head(address.as_str()),
            Method::Get => self.agent.get(address.as_str()),
        };
        match request.call() {
            Ok(response) => self.read(&response),
            Err(error) => failure(&error),
        }
    }

    fn read(&self, response: &ureq::http::Response<ureq::Body>) -> Reply {
        let header = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        match response.status().as_u16() {
            301 | 302 | 303 | 307 | 308 if let Some(location) = header("location") => Reply::Redirect(location),
            status @ (429 | 503) => Reply::Busy(status, header("retry-after").and_then(|wait| retry_after(&wait, self.now))),
            status => Reply::Status(status),
        }
    }
}

/// `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
fn retry_after(value: &str, now: u64) -> Option<Duration> {
    let value = value.trim();
    let seconds = value.parse().ok().or_else(|| {
        let date = jiff::fmt::rfc2822::parse(value).ok()?;
        Some(u64::try_from(date.timestamp().as_second()).ok()?.saturating_sub(now))
    });
    seconds.map(Duration::from_secs)
}

fn failure(error: &ureq::Error) -> Reply {
    let mut causes = std::iter::successors(error.source(), |cause: &&(dyn std::error::Error + 'static)| (*cause).source());
    let of_tls = match error {
        ureq::Error::Rustls(error) => Some(error),
        ureq::Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref()),
        _ => None,
    };
    if let Some(error) = of_tls.or_else(|| causes.find_map(|cause| cause.downcast_ref::<rustls::Error>())) {
        return tls_failure(error);
    }
    Reply::Failed(match error {
        ureq::Error::HostNotFound => Answer::NoHost,
        ureq::Error::Timeout(_) => Answer::TimedOut,
        ureq::Error::Io(error) => match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Answer::TimedOut,
            ErrorKind::ConnectionRefused => Answer::Broken("it refuses the connection".into()),
            ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof => {
                Answer::Broken("it closes the connection without an answer".into())
            }
            _ => io_failure(error),
        },
        ureq::Error::ConnectProxyFailed(why) => Answer::Broken(format!("the proxy says {why}")),
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => return Reply::Refused(Answer::NoAddress(error.to_string())),
        error => Answer::Broken(error.to_string()),
    })
}

/// A name that can't be looked up has no error of its own: std tells it in words, and Windows with the numbers of Winsock.
fn io_failure(error: &std::io::Error) -> Answer {
    let words = error.to_string();
    let unresolved = words.starts_with("failed to lookup address") || matches!(error.raw_os_error(), Some(11001..=11004));
    match unresolved {
        true if words.contains("emporary") => Answer::NoLookup,
        true => Answer::NoHost,
        false => Answer::Broken(words),
    }
}

fn tls_failure(error: &rustls::Error) -> Reply {
    use CertificateError::{
        Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet, NotValidYetContext, UnknownIssuer,
    };
    let why = match error {
        rustls::Error::InvalidCertificate(error) => match error {
            Expired | ExpiredContext { .. } => "has expired".to_owned(),
            NotValidYet | NotValidYetContext { .. } => "is not valid yet".to_owned(),
            NotValidForName | NotValidForNameContext { .. } => "is for another host".to_owned(),
            UnknownIssuer => "is from an issuer that this machine does not trust".to_owned(),
            CertificateError::Revoked => "was revoked".to_owned(),
            CertificateError::Other(error) => format!("can't be trusted: {}", error.0),
            error => format!("can't be trusted: {error}"),
        },
        error => return Reply::Failed(Answer::Broken(format!("no secure connection: {error}"))),
    };
    Reply::Refused(Answer::Certificate(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_says_in_seconds_or_with_a_date_when_to_come_again() {
        let at = |value| retry_after(value, 784_111_777);
        assert_eq!(at("2"), Some(Duration::from_secs(2)));
        assert_eq!(at(" Sun, 06 Nov 1994 08:49:40 GMT"), Some(Duration::from_secs(3)));
        assert_eq!(at("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(at("soon"), None);
        assert_eq!(at("-1"), None);
    }

    #[test]
    fn a_certificate_that_is_no_good_is_told_in_words_however_deep_its_fault_lies() {
        let cases = [
            (CertificateError::Expired, "has expired"),
            (CertificateError::NotValidForName, "is for another host"),
            (CertificateError::UnknownIssuer, "is from an issuer that this machine does not trust"),
        ];
        for (fault, words) in cases {
            let expected = Reply::Refused(Answer::Certificate(words.into()));
            let fault = rustls::Error::InvalidCertificate(fault);
            assert_eq!(failure(&ureq::Error::Rustls(fault.clone())), expected);
            assert_eq!(failure(&ureq::Error::Io(std::io::Error::new(ErrorKind::InvalidData, fault))), expected);
        }
    }
}
