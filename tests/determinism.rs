//! Which day it is in a book follows from its own time zone and from nothing else. That a site has the same bytes everywhere is in `reproducible.rs`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::process::Command;

/// What `status` says as JSON of a small book in that time zone.
fn status(timezone: &str, epoch: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("content/stages")).unwrap();
    fs::write(folder.path().join("book.toml"), format!("[book]\nid = \"b\"\nstart = 2026-01-05\ntimezone = \"{timezone}\"\n")).unwrap();
    let stage = "---\nwindow: Month 2-3\nwaves: [{ percent: 50, bake: 10d }, { percent: 100 }]\n---\n";
    fs::write(folder.path().join("content/stages/01-a.md"), stage).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.args(["status", "--format", "json"]).args(arguments).current_dir(folder.path());
    let output = command.env("SOURCE_DATE_EPOCH", epoch).env("TZ", "UTC").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn source_date_epoch_is_read_in_the_books_time_zone_also_where_clocks_change() {
    // The last second of a day and the first of the next, around changes of the clock. The seconds and days were computed by Python's zoneinfo.
    let cases = [
        ("Pacific/Kiritimati", "1780228800", "2026-06-01"),
        ("Europe/Vienna", "1774738799", "2026-03-28"),
        ("Europe/Vienna", "1774738800", "2026-03-29"),
        ("Europe/Vienna", "1774746000", "2026-03-29"),
        ("Europe/Vienna", "1774821599", "2026-03-29"),
        ("Europe/Vienna", "1774821600", "2026-03-30"),
        ("Europe/Vienna", "1792969199", "2026-10-25"),
        ("Europe/Vienna", "1792969200", "2026-10-26"),
        // Here midnight is skipped, and on Samoa a whole day once was.
        ("Africa/Cairo", "1776981599", "2026-04-23"),
        ("Africa/Cairo", "1776981600", "2026-04-24"),
        ("Pacific/Apia", "1325239199", "2011-12-29"),
        ("Pacific/Apia", "1325239200", "2011-12-31"),
        ("UTC", "1798761599", "2026-12-31"),
        ("UTC", "1798761600", "2027-01-01"),
    ];
    for (zone, epoch, day) in cases {
        let status = status(zone, epoch, &[]);
        assert!(status.contains(&format!("\"as_of\":\"{day}\"")), "{zone} {epoch}: {status}");
    }
}

#[test]
fn no_date_depends_on_the_time_zone() {
    let of = |zone: &str| status(zone, "0", &["--as-of", "2026-03-29"]);
    let vienna = of("Europe/Vienna");
    assert!(vienna.contains("\"planned\":\"2026-02-05\""), "{vienna}");
    for zone in ["UTC", "Africa/Cairo", "America/New_York", "Pacific/Apia"] {
        assert_eq!(of(zone), vienna, "{zone}");
    }
}
