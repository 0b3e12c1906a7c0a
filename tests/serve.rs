//! The server as any program may speak to it: over a socket, byte by byte.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test speaks to its own server, and fails by panicking")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rollbook::calendar::parse_date;
use rollbook::live::{Audience as _, Update};
use rollbook::path::{OutputPath, SourcePath};
use rollbook::pipeline::Pipeline;
use rollbook::serve::{self, Editor, Hosts, Options, State};
use rollbook::source::{File, Sources};

const BOOK: &str = include_str!("fixtures/small-book.txt");

/// Longer than anything here takes; a test that waits as long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Server {
    /// A server of no book yet; it ends with the process.
    fn empty() -> Self {
        let listening = serve::listen([127, 0, 0, 1].into(), 0).unwrap();
        let (address, state) = (listening.address, Arc::new(State::default()));
        let editor = Editor::new("vscode", "/home/me/my book".as_ref());
        let options = Options { hosts: Hosts::new(address, &["handbook.example.org".to_owned()]), editor, edit: None };
        let shared = Arc::clone(&state);
        std::thread::spawn(move || serve::run(listening, shared, options));
        Self { address, state }
    }

    fn of(book: &str) -> Self {
        let server = Self::empty();
        server.build(book);
        server
    }

    fn build(&self, book: &str) {
        self.build_of(Sources::from_fixture(book));
    }

    fn build_of(&self, sources: Sources) {
        let as_of = parse_date("2026-06-01").unwrap();
        let built = Pipeline::default().build(&sources, as_of, None, &mut |_| {});
        self.state.built(Update { sources: Arc::new(sources), built, as_of, changed: Vec::new(), took: Duration::ZERO, laps: Vec::new() });
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends these bytes and reads to the end of the connection.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        // A server that hangs up on nonsense may reset the connection.
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Answer { status, head, body: bytes[end..].to_vec() }
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        self.raw(&format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"))
    }

    /// The answer once it says when the file changed, which it does when that second is over.
    fn once_dated(&self, target: &str) -> Answer {
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(target);
            if answer.header("last-modified").is_some() {
                return answer;
            }
            assert!(Instant::now() < end, "{target} has no date");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// The book with a file more.
fn with(path: &str, text: &str) -> String {
    format!("{BOOK}\n-- {path} --\n{text}\n")
}

#[test]
fn pages_and_files_have_their_types_and_all_of_their_bytes() {
    let mut sources = Sources::from_fixture(&with("content/guide/Straße 1.md", "# Straße\n"));
    for (name, bytes) in [("logo.png", b"\x89PNG".as_slice()), ("a.woff2", b"wOF2"), ("data.csv", b"a,b"), ("notes", b"?")] {
        sources.content.insert(SourcePath::new(format!("content/{name}")), File::Bytes(Arc::from(bytes)));
    }
    let server = Server::empty();
    server.build_of(sources);
    let cases = [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/stages/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/calendar.js", "text/javascript; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml"),
        ("/status.json", "application/json"),
        ("/calendar/all.ics", "text/calendar; charset=utf-8"),
        ("/logo.png", "image/png"),
        ("/a.woff2", "font/woff2"),
        ("/data.csv", "text/csv; charset=utf-8"),
        ("/notes", "application/octet-stream"),
        ("/guide/Stra%C3%9Fe%201/", "text/html; charset=utf-8"),
    ];
    for (target, kind) in cases {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{target}");
        assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()), "{target}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    assert_eq!(server.get("/logo.png").body, b"\x89PNG");
}

#[test]
fn a_page_is_live_on_its_way_out_and_nothing_else_is() {
    let server = Server::of(BOOK);
    let page = server.get("/stages/pilot/").text();
    let script = page.lines().find(|line| line.contains("_rollbook")).unwrap();
    assert!(
        script.starts_with("<script src=\"../../_rollbook/live.js\" data-up=\"../../\" data-page=\"stages/pilot/index.html\""),
        "{script}"
    );
    assert!(page.contains("\"></script>\n</body>"));
    assert_eq!(page.matches("_rollbook/").count(), 1);
    assert!(!server.get("/status.json").text().contains("_rollbook"));
    let script = server.get("/stages/pilot/../../_rollbook/live.js");
    assert_eq!(script.status, 404, "no address with `..` is answered");
    assert_eq!(server.get("/_rollbook/live.js").header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(server.get("/_rollbook/none.js").status, 404);
}

#[test]
fn a_folder_leads_to_its_page_by_a_relative_redirect() {
    let server = Server::of(BOOK);
    for (target, location) in [("/stages", "./stages/"), ("/stages/pilot?a=b", "./pilot/?a=b")] {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.header("location")), (307, Some(location)));
    }
}

#[test]
fn an_address_that_does_not_exist_gets_the_sites_own_page_with_links_that_hold_there() {
    let server = Server::of(BOOK);
    for (target, up) in [("/none", ""), ("/none/", "../"), ("/a/b/c.html", "../../"), ("/assets/none.css", "../")] {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.header("content-type")), (404, Some("text/html; charset=utf-8")), "{target}");
        assert!(answer.text().contains(&format!("href=\"{up}assets/site.css\"")), "{target}");
        assert!(answer.text().contains(&format!("src=\"{up}_rollbook/live.js\"")), "{target}");
    }
    let awaited = server.get("/caf%C3%A9/").text();
    assert!(awaited.contains("data-page=\"café/index.html\""), "{awaited}");
    let hostile = server.get("/%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text();
    assert!(!hostile.contains("<script>alert"));
}

#[test]
fn a_404_page_holds_where_the_book_has_a_path_of_its_own() {
    let server = Server::of(&BOOK.replace("[book]\n", "[book]\nbase_url = \"https://example.org/team/rollout\"\n"));
    let page = server.get("/none/at/all").text();
    assert!(page.contains("href=\"../../assets/site.css\""), "{page}");
    assert!(!page.contains("=\"/team"), "{page}");
}

#[test]
fn a_page_has_one_address_from_which_its_scripts_are_found() {
    let server = Server::of(BOOK);
    let others = [
        "/stages//pilot/",
        "//stages/pilot/",
        "/stages/pilot//",
        "//",
        "/stages%2fpilot/",
        "/stages%2Fpilot",
        "/stages/pilot%2findex.html",
        "/./stages/",
        "/stages/./pilot/",
        "/%2e/stages/",
        "/guide/%2e%2e/stages/",
        "/guide/../stages/",
        "/stages%5cpilot/",
        "/stages/pilot/index.html/",
        "//evil.example",
    ];
    for target in others {
        let answer = server.get(target);
        assert_eq!(answer.status, 404, "{target}");
        let up = "../".repeat(target.matches('/').count() - 1);
        let text = answer.text();
        assert!(text.contains(&format!("<script src=\"{up}_rollbook/live.js\"")), "{target}: {text}");
        let page = text.split_once("data-page=\"").unwrap().1.split_once('"').unwrap().0;
        assert_eq!(server.get(&format!("/{page}")).status, 404, "{target} awaits {page}, which is there");
    }
    for target in ["/%73tages/pilot/", "/stages/pilot/?a=//b"] {
        assert_eq!(server.get(target).status, 200, "{target}");
    }
}

#[test]
fn nothing_outside_the_site_is_ever_given() {
    let server = Server::of(BOOK);
    let climbing = [
        "/../book.toml",
        "/../../../../etc/passwd",
        "/%2e%2e/book.toml",
        "/%2E%2E%2fbook.toml",
        "/..%2fbook.toml",
        "/..%5cbook.toml",
        "/..\\book.toml",
        "/stages/..%2f..%2f..%2fetc%2fpasswd",
        "/%252e%252e/book.toml",
        "/%c0%ae%c0%ae/book.toml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/C:/Windows/win.ini",
        "/.status.json",
        "/./././status.json%00.png",
        "/content/index.md",
        "/book.toml",
    ];
    for target in climbing {
        let answer = server.get(target);
        assert!(matches!(answer.status, 400 | 404), "{target}: {}", answer.status);
    }
}

#[test]
fn requests_can_ask_for_the_head_a_part_or_only_what_is_new() {
    let server = Server::of(BOOK);
    let whole = server.once_dated("/assets/site.css");
    let etag = whole.header("etag").unwrap().to_owned();
    let head = server.ask("HEAD", "/assets/site.css", "");
    assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, whole.header("content-length")));
    assert_eq!(server.ask("GET", "/assets/site.css", &format!("If-None-Match: {etag}\r\n")).status, 304);
    assert_eq!(server.ask("GET", "/assets/site.css", "If-None-Match: \"other\"\r\n").status, 200);
    assert_eq!(
        server.ask("GET", "/assets/site.css", &format!("If-Modified-Since: {}\r\n", whole.header("last-modified").unwrap())).status,
        304
    );
    let part = server.ask("GET", "/assets/site.css", "Range: bytes=3-6\r\n");
    assert_eq!((part.status, part.body.as_slice()), (206, &whole.body[3..7]));
    assert_eq!(part.header("content-range"), Some(format!("bytes 3-6/{}", whole.body.len()).as_str()));
    let end = server.ask("GET", "/assets/site.css", "Range: bytes=-4\r\n");
    assert_eq!((end.status, end.body.as_slice()), (206, &whole.body[whole.body.len() - 4..]));
    assert_eq!(server.ask("GET", "/assets/site.css", "Range: bytes=99999999-\r\n").status, 416);
    let missing = server.ask("HEAD", "/none", "");
    assert_eq!((missing.status, missing.body.len()), (404, 0));
}

#[test]
fn a_page_is_new_once_its_text_or_the_styles_are_and_else_is_not() {
    let server = Server::of(BOOK);
    let etag = |target| server.get(target).header("etag").unwrap().to_owned();
    let (page, other) = (etag("/stages/pilot/"), etag("/stages/"));
    server.build(&BOOK.replace("some prose", "other prose"));
    assert_eq!(etag("/stages/"), other);
    server.build(&with("themes/default/static/site.css", "body { color: red }"));
    assert_ne!(etag("/stages/pilot/"), page, "the page says which styles it was sent with");
    assert_eq!(server.get("/assets/site.css").text(), "body { color: red }\n");
}

#[test]
fn no_request_can_change_anything() {
    let server = Server::of(BOOK);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "MKCOL"] {
        for target in ["/", "/status.json", "/_rollbook/events", "/_rollbook/findings.json", "/_rollbook/edit/change", "/none"] {
            let status = server.ask(method, target, "Content-Length: 0\r\n").status;
            assert!(matches!(status, 404 | 405), "{method} {target}: {status}");
        }
    }
    assert_eq!(server.ask("POST", "/", "Content-Length: 0\r\n").header("allow"), Some("GET, HEAD"));
}

#[test]
fn a_request_that_names_another_host_is_refused() {
    let server = Server::of(BOOK);
    let status = |head: &str| server.raw(&format!("GET / HTTP/1.1\r\nConnection: close\r\n{head}\r\n")).status;
    for host in ["localhost", "localhost:3000", "127.0.0.1", "[::1]:80", "handbook.example.org"] {
        assert_eq!(status(&format!("Host: {host}\r\n")), 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "10.0.0.1", "", "handbook.example.org.evil.example"] {
        assert!(matches!(status(&format!("Host: {host}\r\n")), 400 | 421), "{host}");
    }
    assert!(matches!(status(""), 400 | 421), "no host");
    assert!(matches!(status("Host: localhost\r\nHost: evil.example\r\n"), 400 | 421), "two hosts");
    let whole = server.raw("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(whole.status, 421, "a foreign address in full");
    for target in ["/_rollbook/events?page=index.html", "/_rollbook/findings.json", "/_rollbook/live.js"] {
        assert_eq!(
            server.raw(&format!("GET {target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).status,
            421,
            "{target}"
        );
    }
}

#[test]
fn nonsense_is_refused_and_the_next_request_is_answered() {
    let server = Server::of(BOOK);
    let long = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "x".repeat(1 << 20));
    let many = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "a: b\r\n".repeat(1000));
    for request in
        ["\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", &long, &many]
    {
        let status = server.raw(request).status;
        assert!(matches!(status, 0 | 400..=431), "{status}");
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn connections_that_say_nothing_do_not_keep_others_out() {
    let server = Server::of(BOOK);
    let silent: Vec<TcpStream> = (0..200).map(|_| server.connect()).collect();
    assert_eq!(server.get("/").status, 200);
    drop(silent);
    // More than there are places for: who comes later waits until the silent ones are hung up on.
    let silent: Vec<TcpStream> = (0..300).map(|_| server.connect()).collect();
    assert_eq!(server.get("/").status, 200);
    drop(silent);
}

#[test]
fn open_pages_do_not_keep_others_out_however_many_there_are() {
    let server = Server::of(BOOK);
    let watching = || {
        let mut stream = server.connect();
        stream.write_all(b"GET /_rollbook/events?page=index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        (stream, String::from_utf8_lossy(&status[9..]).into_owned())
    };
    let mut open: Vec<_> = (0..300).map(|_| watching()).collect();
    let served = open.iter().filter(|(_, status)| status == "200").count();
    assert_eq!(served, 128);
    assert!(open.iter().all(|(_, status)| status == "200" || status == "503"));
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.get("/_rollbook/events?page=index.html").header("retry-after"), Some("10"));
    // A place that is given back is given on.
    open.truncate(100);
    let end = Instant::now() + PATIENCE;
    while watching().1 != "200" {
        assert!(Instant::now() < end, "no place was given back");
    }
}

#[test]
fn an_open_page_is_told_what_is_new_and_counts_as_looked_at() {
    let server = Server::of(BOOK);
    let mut stream = server.connect();
    stream.write_all(b"GET /_rollbook/events?page=guide%2Fnotes%2Findex.html HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut seen = String::new();
    let mut until = |part: &str| {
        let (mut buffer, end) = ([0; 4096], Instant::now() + PATIENCE);
        while !seen.contains(part) {
            assert!(Instant::now() < end, "{part} was not said: {seen}");
            let length = stream.read(&mut buffer).unwrap();
            assert!(length > 0, "{part} was not said: {seen}");
            seen.push_str(&String::from_utf8_lossy(&buffer[..length]));
        }
        std::mem::take(&mut seen)
    };
    let first = until("\"build\":1");
    assert!(first.to_lowercase().contains("content-type: text/event-stream"), "{first}");
    assert_eq!(server.state.wanted(), [OutputPath::new("guide/notes/index.html")]);
    server.state.first(&OutputPath::new("guide/notes/index.html"), &Arc::from(b"<p>new</p>".as_slice()));
    until("\"build\":1");
    assert!(server.get("/guide/notes/").text().starts_with("<p>new</p><script "));
    server.build(&BOOK.replace("[[pilot]]", "[[nowhere]]"));
    assert!(until("\"build\":2").contains("\"errors\":1,"));
    server.build(&BOOK.replace("content/guide/notes.md", "content/guide/remarks.md"));
    until("\"page\":null");
    drop(stream);
}

#[test]
fn a_failed_build_keeps_the_last_good_site_and_says_what_is_wrong() {
    let server = Server::of(BOOK);
    let good = server.get("/status.json").body;
    let page = server.get("/stages/pilot/").body;
    server.build(&BOOK.replace("state: todo", "state: done").replace("[[pilot]]", "[[nowhere]]"));
    assert_eq!(server.get("/status.json").body, good);
    assert_eq!(server.get("/stages/pilot/").body, page);
    let findings: serde_json::Value = serde_json::from_slice(&server.get("/_rollbook/findings.json").body).unwrap();
    assert_eq!((&findings["stale"], &findings["errors"]), (&true.into(), &1.into()));
    let finding = &findings["findings"][0];
    assert_eq!((&finding["severity"], &finding["code"]), (&"error".into(), &"unknown-ref".into()));
    let (path, line, column) = (finding["path"].as_str().unwrap(), finding["line"].as_u64().unwrap(), finding["column"].as_u64().unwrap());
    assert!(finding["text"].as_str().unwrap().contains("^^^"));
    assert!(!finding["text"].as_str().unwrap().contains('\u{1b}'));
    assert_eq!(finding["editor"], format!("vscode://file/home/me/my%20book/{path}:{line}:{column}"));
    server.build(BOOK);
    let findings: serde_json::Value = serde_json::from_slice(&server.get("/_rollbook/findings.json").body).unwrap();
    assert_eq!((&findings["stale"], &findings["errors"]), (&false.into(), &0.into()));
}

#[test]
fn a_page_that_was_shown_ahead_of_a_build_that_failed_is_put_back() {
    let server = Server::of(BOOK);
    let (pilot, new) = (OutputPath::new("stages/pilot/index.html"), OutputPath::new("guide/new/index.html"));
    let good = server.get("/stages/pilot/").body;
    for bytes in ["<p>once</p>", "<p>twice</p>"] {
        server.state.first(&pilot, &Arc::from(bytes.as_bytes()));
        server.state.first(&new, &Arc::from(bytes.as_bytes()));
        assert!(server.get("/stages/pilot/").text().starts_with(bytes));
        assert!(server.get("/guide/new/").text().starts_with(bytes));
    }
    server.build(&with("themes/default/templates/practice.html", "{{ 1 / 0 }}"));
    assert_eq!(server.get("/stages/pilot/").body, good);
    assert_eq!(server.get("/guide/new/").status, 404);
    server.state.first(&pilot, &Arc::from(b"<p>thrice</p>".as_slice()));
    server.build(BOOK);
    assert_eq!(server.get("/stages/pilot/").body, good);
    server.build("-- book.toml --\n[book\n");
    assert_eq!(server.get("/stages/pilot/").body, good, "what a good build has shown stays");
}

#[test]
fn a_book_that_is_broken_from_the_start_is_served_as_far_as_it_goes() {
    let server = Server::of(&BOOK.replace("[[pilot]]", "[[nowhere]]"));
    assert_eq!(server.get("/").status, 200);
    let server = Server::of("-- book.toml --\n[book\n");
    assert_eq!(server.get("/").status, 200);
    let findings: serde_json::Value = serde_json::from_slice(&server.get("/_rollbook/findings.json").body).unwrap();
    assert_ne!(findings["errors"], 0);
}

#[test]
fn a_request_before_the_first_build_waits_for_it() {
    let server = Server::empty();
    let address = server.address;
    let early = std::thread::spawn(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    });
    assert_eq!(server.get("/_rollbook/live.js").status, 200, "what is known is answered at once");
    server.build(BOOK);
    assert!(early.join().unwrap().starts_with("HTTP/1.1 200"));
}

#[test]
fn a_port_that_is_taken_leads_to_the_next() {
    let first = serve::listen([127, 0, 0, 1].into(), 0).unwrap();
    let second = serve::listen([127, 0, 0, 1].into(), first.address.port()).unwrap();
    assert!(second.address.port() > first.address.port());
    let elsewhere = serve::listen([192, 0, 2, 1].into(), 0).unwrap_err();
    assert_eq!(elsewhere.address, "192.0.2.1:0".parse().unwrap());
}
