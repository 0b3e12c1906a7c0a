//! `check --external` against hosts on this machine, which answer in every way that hosts do, and count who asks them.
#![cfg(feature = "external")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test speaks to its own server, and fails by panicking")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rollbook::calendar::parse_date;
use rollbook::config::Config;
use rollbook::diagnostic::text::short;
use rollbook::external::{Report, Settings, check};
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

/// What a host has seen.
#[derive(Default)]
struct Seen {
    /// `HEAD /path` → how often.
    requests: BTreeMap<String, usize>,
    agents: Vec<String>,
    now: usize,
    most_at_once: usize,
    /// Bytes of the one huge answer that could be sent before the client hung up.
    sent: usize,
}

struct Host {
    address: String,
    seen: Arc<Mutex<Seen>>,
}

impl Host {
    /// A host with a thread for each connection; it ends with the process.
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = Self { address: format!("http://{}", listener.local_addr().unwrap()), seen: Arc::default() };
        let seen = Arc::clone(&host.seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let seen = Arc::clone(&seen);
                std::thread::spawn(move || serve(stream.unwrap(), &seen));
            }
        });
        host
    }

    fn requests(&self) -> BTreeMap<String, usize> {
        self.seen.lock().unwrap().requests.clone()
    }

    fn total(&self) -> usize {
        self.requests().values().sum()
    }
}

/// Answers one request, then closes.
fn serve(mut stream: TcpStream, seen: &Mutex<Seen>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let Some(Ok(first)) = lines.next() else { return };
    let headers: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let (method, path) = first.strip_suffix(" HTTP/1.1").unwrap().split_once(' ').unwrap();
    let times = {
        let mut seen = seen.lock().unwrap();
        seen.now += 1;
        seen.most_at_once = seen.most_at_once.max(seen.now);
        seen.agents.extend(headers.iter().filter_map(|line| line.to_lowercase().strip_prefix("user-agent: ").map(str::to_owned)));
        let count = seen.requests.entry(format!("{method} {path}")).or_default();
        *count += 1;
        *count
    };
    // Long enough for others to come in the meantime, if they do.
    std::thread::sleep(Duration::from_millis(15));
    // Before the answer, with which the client may come again.
    seen.lock().unwrap().now -= 1;
    answer(&mut stream, method, path, times, seen);
}

fn answer(stream: &mut TcpStream, method: &str, path: &str, times: usize, seen: &Mutex<Seen>) {
    let mut say = |head: &str| drop(write!(stream, "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    match path {
        "/gone" => say("410 Gone"),
        "/forbidden" => say("403 Forbidden"),
        "/no-head" if method == "HEAD" => say("405 Method Not Allowed"),
        "/bad-head" if method == "HEAD" => drop(stream.write_all(b"nonsense\r\n\r\n")),
        "/moved" => say("301 Moved Permanently\r\nLocation: ok?from=moved"),
        "/moved-to-gone" => say("302 Found\r\nLocation: /gone"),
        "/moved-to-app" => say("302 Found\r\nLocation: app://open"),
        "/circle" => say("302 Found\r\nLocation: /circle"),
        "/ladder" => say("302 Found\r\nLocation: /ladder/1"),
        "/slow" => std::thread::sleep(Duration::from_secs(5)),
        "/busy-once" if times == 1 => say("429 Too Many Requests\r\nRetry-After: 1"),
        "/busy-long" => say("503 Service Unavailable\r\nRetry-After: 3600"),
        "/busy-always" => say("429 Too Many Requests"),
        "/drop" => {}
        "/drop-once" if times == 1 && method == "HEAD" => {}
        "/huge" if method == "HEAD" => say("501 Not Implemented"),
        "/huge" => {
            let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            let kilobytes = [0; 1024];
            while stream.write_all(&kilobytes).is_ok() && seen.lock().unwrap().sent < 1_000_000_000 {
                seen.lock().unwrap().sent += kilobytes.len();
            }
        }
        path => match path.strip_prefix("/ladder/").map(|step| step.parse::<usize>().unwrap()) {
            Some(step) if step < 10 => say(&format!("302 Found\r\nLocation: {}", step + 1)),
            _ if path.starts_with("/missing") => say("404 Not Found"),
            _ => say("200 OK"),
        },
    }
}

/// As a book sets them, but in a hurry, and on this machine.
fn settings() -> Settings {
    let mut settings = Settings::new(&Config::parse("[book]\nid = \"b\"\n", &mut Vec::new()).links, 1_800_000_000, None);
    settings.timeout = Duration::from_secs(2);
    settings.pause = Duration::from_millis(1);
    settings.retry = Duration::from_millis(20);
    settings.proxy = false;
    settings.private = true;
    settings
}

fn sources(page: &str) -> Sources {
    Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/a.md --\n{page}\n"))
}

fn build(sources: &Sources) -> Built {
    Pipeline::default().build(sources, parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

fn ask(page: &str, settings: &Settings) -> Report {
    check(&build(&sources(page)).external, settings, &mut |_, _| {})
}

fn messages(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|finding| finding.message.as_str()).collect()
}

#[test]
fn each_way_of_answering_is_told_in_words() {
    let host = Host::start();
    let name = host.address.strip_prefix("http://").unwrap().split(':').next().unwrap();
    let cases = [
        ("/ok", None),
        ("/ok#fragment", None),
        ("/no-head", None),
        ("/bad-head", None),
        ("/moved", None),
        ("/moved-to-app", None),
        ("/ladder", None),
        ("/busy-once", None),
        ("/drop-once", None),
        ("/huge", None),
        ("/missing", Some("`{}/missing` answers 404 Not Found")),
        ("/gone", Some("`{}/gone` answers 410 Gone")),
        ("/moved-to-gone", Some("`{}/moved-to-gone` answers 410 Gone")),
        ("/forbidden", Some("`{}/forbidden` answers 403 Forbidden")),
        ("/circle", Some("`{}/circle` is redirected again and again")),
        ("/slow", Some("`{name}` did not answer within 2 s")),
        ("/busy-long", Some("`{}/busy-long` answers 503 Service Unavailable")),
        ("/busy-always", Some("`{}/busy-always` answers 429 Too Many Requests")),
        ("/drop", Some("`{name}` can't be reached: it closes the connection without an answer")),
    ];
    let page: Vec<String> = cases.iter().map(|(path, _)| format!("[x]({}{path})", host.address)).collect();
    let report = ask(&page.join("\n"), &settings());
    let expected: Vec<String> =
        cases.iter().filter_map(|(_, words)| Some(words.as_ref()?.replace("{}", &host.address).replace("{name}", name))).collect();
    assert_eq!(messages(&report), expected);
    assert_eq!(report.summary(), "checked 18 addresses: 9 dead, 0 from the cache, 0 skipped");

    let seen = host.seen.lock().unwrap();
    assert!(seen.sent < 50_000_000, "{} bytes of a page were read", seen.sent);
    assert_eq!(seen.requests["HEAD /circle"], 11, "a first request and ten redirects");
    assert_eq!(seen.requests.get("GET /busy-long"), None);
    assert_eq!(seen.requests["HEAD /busy-always"], 2);
    assert!(seen.agents.iter().all(|agent| agent.starts_with(concat!("rollbook/", env!("CARGO_PKG_VERSION")))));
}

#[test]
fn an_address_is_asked_once_however_often_it_stands_and_found_at_each_place() {
    let host = Host::start();
    let page = format!("[a]({0}/missing#a) ![b]({0}/missing) <{0}/missing#c>\n\n[d]: {0}/missing\n[d]\n", host.address);
    let mut sources = sources(&page);
    let report = check(&build(&sources).external, &settings(), &mut |_, _| {});
    assert_eq!(host.requests(), BTreeMap::from([("GET /missing".into(), 1), ("HEAD /missing".into(), 1)]));
    sources.diagnostics.extend(report.diagnostics);
    let found: Vec<String> = build(&sources).diagnostics.iter().map(|finding| short(finding, &|path| sources.text(path))).collect();
    let third = 5 + host.address.len() + "/missing#a) ![b](".len();
    let fourth = third + host.address.len() + "/missing) <".len();
    assert_eq!(
        found,
        [
            "content/a.md:1:5 external-link".to_owned(),
            format!("content/a.md:1:{third} external-link"),
            format!("content/a.md:1:{fourth} external-link"),
            "content/a.md:3:6 external-link".to_owned(),
        ]
    );
}

#[test]
fn no_host_has_more_than_two_guests_at_once() {
    let (one, other) = (Host::start(), Host::start());
    let page: Vec<String> = (0..30).flat_map(|n| [format!("[x]({}/{n})", one.address), format!("[x]({}/{n})", other.address)]).collect();
    let report = ask(&page.join("\n"), &settings());
    assert_eq!(report.summary(), "checked 60 addresses: 0 dead, 0 from the cache, 0 skipped");
    let most = [&one, &other].map(|host| host.seen.lock().unwrap().most_at_once);
    assert!(most.iter().all(|most| (1..=2).contains(most)), "{most:?}");
    assert_eq!((one.total(), other.total()), (30, 30));
}

#[test]
fn a_second_run_asks_nobody_until_the_answers_are_old() {
    let host = Host::start();
    let cache = tempfile::tempdir().unwrap();
    let mut settings = Settings { cache: Some(cache.path().join("not/yet/there")), ..settings() };
    let page = format!("[a]({0}/ok) [b]({0}/missing)", host.address);
    let first = ask(&page, &settings);
    let asked = host.total();
    assert_eq!(first.cached, 0);
    let second = ask(&page, &settings);
    assert_eq!(host.total(), asked);
    assert_eq!(second.summary(), "checked 2 addresses: 1 dead, 2 from the cache, 0 skipped");
    assert_eq!(first.diagnostics, second.diagnostics);
    settings.now += 3600;
    assert_eq!(ask(&page, &settings).cached, 1, "the bad answer is old");
    settings.now += 7 * 86_400;
    assert_eq!(ask(&page, &settings).cached, 0);
    settings.good_for = 0;
    assert_eq!(ask(&page, &settings).cached, 0);
}

#[test]
fn what_a_pattern_names_and_what_nobody_else_can_reach_is_not_asked() {
    let host = Host::start();
    let skip = vec![format!("{}/inside/*", host.address)];
    let page = format!("[a]({0}/inside/a) [b]({0}/outside)", host.address);
    let report = ask(&page, &Settings { skip, ..settings() });
    assert_eq!(report.summary(), "checked 1 address: 0 dead, 0 from the cache, 1 skipped");
    assert_eq!(host.requests(), BTreeMap::from([("HEAD /outside".into(), 1)]));

    let page = format!("{page} <https://example.com/a> <https://example.com/a#b> <https://www.example.org> <http://localhost:1/>");
    let report = ask(&page, &Settings { private: false, ..settings() });
    assert_eq!(report.summary(), "checked 0 addresses: 0 dead, 0 from the cache, 5 skipped");
    assert_eq!(host.total(), 1);
}

#[test]
fn when_the_time_is_over_the_rest_is_counted_and_not_called_dead() {
    let host = Host::start();
    let page: Vec<String> = (0..20).map(|n| format!("[x]({}/{n})", host.address)).collect();
    let settings = Settings { whole: Duration::from_millis(300), pause: Duration::from_millis(100), ..settings() };
    let start = Instant::now();
    let report = ask(&page.join("\n"), &settings);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(report.unasked > 0 && report.checked > 0, "{report:?}");
    assert_eq!((report.checked + report.unasked, report.dead), (20, 0));
    assert!(report.summary().ends_with(&format!("{} not asked, for the time was over", report.unasked)), "{}", report.summary());
}

#[test]
fn a_cache_that_cannot_be_written_is_told_and_harms_nothing() {
    let host = Host::start();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let report = ask(&format!("[a]({}/ok)", host.address), &Settings { cache: Some(folder.path().join("file")), ..settings() });
    assert!(report.cache_fault.is_some());
    assert_eq!(report.dead, 0);
}

#[test]
fn the_book_decides_how_severe_a_dead_address_is_and_where_it_is_accepted() {
    let host = Host::start();
    let with = |checks: &str, allow: &str| {
        let book = format!(
            "-- book.toml --\n[book]\nid = \"b\"\n{checks}\n-- content/a.md --\n---\ntitle: A\n{allow}\n---\n[x]({}/missing) [y](https://example.com:x)\n",
            host.address
        );
        let mut sources = Sources::from_fixture(&book);
        let report = check(&build(&sources).external, &settings(), &mut |_, _| {});
        assert_eq!(report.diagnostics.len(), 2);
        sources.diagnostics.extend(report.diagnostics);
        let built = build(&sources);
        (built.diagnostics.len(), built.has_errors())
    };
    assert_eq!(with("", ""), (2, false));
    assert_eq!(with("[checks]\nexternal-link = \"error\"", ""), (2, true));
    assert_eq!(with("[checks]\nexternal-link = \"off\"", ""), (0, false));
    assert_eq!(with("[checks]\nexternal-link = \"error\"", "allow: [external-link]"), (0, false));
}
