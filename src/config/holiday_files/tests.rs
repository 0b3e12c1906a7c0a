//! Files as publishers make them, and their mistakes. Tests only.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::text::short;

/// What a file holds, `day name` each, and what is wrong with it, `line:column code: message; help`.
fn found(name: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let path = SourcePath::new(name);
    let mut diagnostics = Vec::new();
    let holidays = read(&path, text, &mut diagnostics);
    let shown = |holiday: Holiday| format!("{} {}", holiday.day, holiday.name.as_deref().unwrap_or("-"));
    let fault = |fault: &Diagnostic| {
        let place = short(fault, &|_| Some(text));
        format!("{}: {}; {}", place.trim_start_matches(&format!("{name}:")), fault.message, fault.help.as_deref().unwrap_or_default())
    };
    (holidays.into_iter().map(shown).collect(), diagnostics.iter().map(fault).collect())
}

fn holidays(name: &str, text: &str) -> Vec<String> {
    let (holidays, faults) = found(name, text);
    assert_eq!(faults, Vec::<String>::new(), "{text}");
    holidays
}

fn faults(name: &str, text: &str) -> Vec<String> {
    found(name, text).1
}

/// A calendar with one event of these lines.
fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n")
}

#[test]
fn a_file_of_a_government_gives_days_with_names() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nPRODID:-//example//bank holidays//EN\r\nCALSCALE:GREGORIAN\r\n\
        BEGIN:VEVENT\r\nDTEND;VALUE=DATE:20260102\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year’s Day\r\nUID:a-0@example\r\nSEQUENCE:0\r\n\
        DTSTAMP:20251001T010000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTEND;VALUE=DATE:20260403\r\nDTSTART;VALUE=DATE:20260403\r\n\
        SUMMARY:Good Friday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    // The second one ends on the day itself, as some publishers write it.
    assert_eq!(holidays("a.ics", text), ["2026-01-01 New Year’s Day", "2026-04-03 Good Friday"]);
}

#[test]
fn a_file_of_a_calendar_service_is_read_with_all_its_extras() {
    let text = "\u{feff}BEGIN:VCALENDAR\nPRODID:-//Example Inc//Calendar 70.9054//EN\nX-WR-CALNAME:Feiertage\nX-WR-TIMEZONE:UTC\n\
        BEGIN:VTIMEZONE\nTZID:Europe/Vienna\nBEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n\
        BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260106\nDTEND;VALUE=DATE:20260107\nDTSTAMP:20251130T202020Z\nUID:1@example\nCLASS:PUBLIC\n\
        DESCRIPTION:Gesetzlicher Feiertag\\, in ganz\n  Österreich\nSTATUS:CONFIRMED\nSUMMARY;LANGUAGE=de:Heilige\n  Drei Könige\\, frei\nTRANSP:TRANSPARENT\n\
        CATEGORIES:Feiertag\nBEGIN:VALARM\nACTION:DISPLAY\nDTSTART;VALUE=DATE:20260601\nDESCRIPTION:x\nTRIGGER:-P1D\nEND:VALARM\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART;TZID=\"W. Europe Standard Time\":20261224T120000\nDTEND;TZID=\"W. Europe Standard Time\":20261224T180000\n\
        SUMMARY:Heiliger Abend\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nSTATUS:CANCELLED\nSUMMARY:Staatsfeiertag\nEND:VEVENT\n\
        END:VCALENDAR\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART\n ;VALUE=DATE\n :20261226\nEND:VEVENT\nEND:VCALENDAR";
    assert_eq!(holidays("a.ICS", text), ["2026-01-06 Heilige Drei Könige, frei", "2026-12-24 Heiliger Abend", "2026-12-26 -"]);
}

#[test]
fn a_holiday_may_last_and_come_again() {
    let on = |lines: &str| {
        let days = holidays("a.ics", &event(lines));
        let day = |text: &String| text.trim_end_matches(" -").to_owned();
        days.iter().map(day).filter(|day| day.as_str() < "2029").collect::<Vec<_>>().join(" ")
    };
    let cases = [
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24 2026-12-25 2026-12-26"),
        ("DTSTART:20261224\nDURATION:P2D", "2026-12-24 2026-12-25"),
        ("DTSTART:20261224T000000\nDTEND:20261226T000000", "2026-12-24 2026-12-25"),
        ("DTSTART:20260101\nDURATION:P1D\nRRULE:FREQ=YEARLY;COUNT=2", "2026-01-01 2027-01-01"),
        ("DTSTART:20261231\nDURATION:P2D\nRRULE:FREQ=YEARLY", "2026-12-31 2027-01-01 2027-12-31 2028-01-01 2028-12-31"),
        ("DTSTART:19700101\nRRULE:FREQ=YEARLY;UNTIL=19920101", "1990-01-01 1991-01-01 1992-01-01"),
        ("DTSTART:20260101\nRRULE:FREQ=YEARLY\nEXDATE:20270101,20280101", "2026-01-01"),
        ("DTSTART:20260101\nRDATE;VALUE=DATE:20260202,20260303\nEXDATE;VALUE=DATE:20260101", "2026-02-02 2026-03-03"),
    ];
    for (lines, expected) in cases {
        assert_eq!(on(lines), expected, "{lines}");
    }
    let weeks = holidays("a.ics", &event("DTSTART:20260706\nDURATION:P2W"));
    assert_eq!((weeks.len(), weeks[13].as_str()), (14, "2026-07-19 -"));
}

#[test]
fn a_day_of_a_series_that_was_moved_is_where_it_was_moved_to() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260703\nRECURRENCE-ID;VALUE=DATE:20260704\nSUMMARY:Observed\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:a\nDTSTART:20250704\nRRULE:FREQ=YEARLY;COUNT=3\nSUMMARY:Independence Day\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(holidays("a.ics", text), ["2026-07-03 Observed", "2025-07-04 Independence Day", "2027-07-04 Independence Day"]);
}

#[test]
fn every_mistake_of_a_calendar_is_found_where_it_stands() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026-12-25\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:No day\nEND:VEVENT\n\
        BEGIN:VEVENT\nDSTART:20260101\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260101\nDTEND:20251231\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20260101\nDURATION:PT5H\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260101\nDTEND:20360101\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=YEARLY;BYSETPOS=1;\n INTERVAL=\n 0\nRDATE:20260102,2026013\nEND:VEVENT\n\
        BEGIN:VEVENT\nDTSTART:02060101\nand more\nEND:VEVENTS\nBEGIN:VEVENT\nDTSTART:20260102\nEND:VCALENDAR\n";
    assert_eq!(
        faults("a.ics", text),
        [
            "32:1 bad-value: a line of an iCalendar file is `NAME:value`; a long line goes on in the next one, which then begins with a space",
            "33:1 bad-value: `END:VEVENTS` ends nothing that has begun; did you mean `VEVENT`?",
            "30:1 bad-value: this `VEVENT` has no end; close it with `END:VEVENT`; is the file complete?",
            "34:1 bad-value: this `VEVENT` has no end; close it with `END:VEVENT`; is the file complete?",
            "3:20 bad-date: `DTSTART`: `2026-12-25` is not a day; write it as `20261225`",
            "5:1 bad-date: this event has no `DTSTART`; add its day: `DTSTART;VALUE=DATE:20261225`",
            "9:1 bad-date: this event has no `DTSTART`; did you mean `DTSTART`?",
            "13:7 bad-date: a holiday can't end before it starts; it starts on 2026-01-01",
            "17:10 bad-value: `PT5H` is not a number of days; a holiday lasts whole days, `P1D`, or weeks, `P2W`",
            "21:7 bad-date: this holiday lasts 3652 days; a holiday lasts 366 days at most; is the date right?",
            &format!("25:19 bad-value: `BYSETPOS` is not understood here; {}", recurrence::UNDERSTOOD),
            &format!("26:2 bad-value: `0` is no value of `INTERVAL`; {}", recurrence::UNDERSTOOD),
            "28:16 bad-date: `RDATE`: `2026013` is not a day; a day is written `YYYYMMDD`, such as `20261225`",
            "31:9 bad-date: the year 0206 is far from any rollout; is the year right?",
        ]
    );
    let table = "2026-12-25,Christmas\n2026-12-26,Boxing Day\n";
    let expected =
        "1:1 bad-value: an iCalendar file begins with `BEGIN:VCALENDAR`; export the calendar as `.ics`; a list of dates is named `.csv`";
    assert_eq!(faults("a.ics", table), [expected]);
}

#[test]
fn a_file_of_more_days_than_any_calendar_has_is_no_calendar() {
    let every_day = "BEGIN:VEVENT\nDTSTART:19900101\nDURATION:P366D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", every_day.repeat(1_000));
    let (days, found) = found("a.ics", &text);
    let expected = "12:1 bad-value: more than 100000 days come before this event; a file of holidays holds a few days for each year";
    assert_eq!((days.len() < 300_000, found.as_slice()), (true, [expected.to_owned()].as_slice()));
    let deep = faults("a.ics", &format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(50_000)));
    assert_eq!(deep, ["17:1 bad-value: this lies in 16 components that have not ended; is an `END` missing somewhere before it?"]);
    let twice = faults("a.ics", &event("DTSTART:20260101\nRRULE:FREQ=YEARLY\nRRULE:FREQ=YEARLY"));
    assert_eq!(twice, ["5:1 bad-value: an event has one rule; write an event of its own for the other days"]);
}

#[test]
fn a_table_has_a_day_in_each_row_and_may_have_a_header_and_names() {
    let christmas = ["2026-12-25 Christmas Day", "2026-12-26 Boxing Day"];
    for text in [
        "2026-12-25,Christmas Day\n2026-12-26,Boxing Day\n",
        "\u{feff}Date;Name\r\n2026-12-25;Christmas Day\r\n\r\n2026-12-26;Boxing Day",
        "name,date\nChristmas Day,2026-12-25\nBoxing Day,2026-12-26\n",
        "Christmas Day,2026-12-25\nBoxing Day,2026-12-26\n",
        "\"Date\",\"Weekday\",\"Holiday\"\n2026-12-25,Fri,\"Christmas\nDay\"\n2026-12-26,Sat,Boxing Day,\n",
        "when;what\n 2026-12-25 ; Christmas Day\n2026-12-26;\"Boxing Day\"\n",
    ] {
        assert_eq!(holidays("a.csv", text), christmas, "{text}");
    }
    assert_eq!(holidays("a.csv", "2026-12-25\n2026-12-26;\n"), ["2026-12-25 -", "2026-12-26 -"]);
    assert_eq!(holidays("a.csv", "2026-12-25,\"Christmas, \"\"Xmas\"\"\"\n"), ["2026-12-25 Christmas, \"Xmas\""]);
    for empty in ["", "\u{feff}", "\n\n", "date,name\n", ","] {
        assert_eq!(holidays("a.csv", empty), Vec::<String>::new(), "{empty:?}");
    }
}

#[test]
fn every_mistake_of_a_table_is_found_where_it_stands() {
    let text = "date,name\n25.12.2026,Christmas Day\n,Boxing Day\n2026-02-30,x\n0206-01-01,x\n2026-01-02,\"a\" b\n2026-01-06,\"ok\n";
    assert_eq!(
        faults("a.csv", text),
        [
            "6:12 bad-value: text stands after the closing quote; a quote inside a cell is written `\"\"`",
            "7:12 bad-value: this quote is not closed; end the cell with `\"`; a quote inside it is written `\"\"`",
            "2:1 bad-date: `25.12.2026` is not a date; write it as `2026-12-25`",
            "3:1 bad-date: this row has no date; write the day as `YYYY-MM-DD`, or leave the row out",
            "4:1 bad-date: there is no day 2026-02-30; 2026-02 has 28 days",
            "5:1 bad-date: the year 0206 is far from any rollout; is the year right?",
        ]
    );
    assert_eq!(
        faults("a.csv", "Dec 25 2026,Christmas\n"),
        ["1:1 bad-date: `Dec 25 2026` is not a date; dates are written `YYYY-MM-DD`, such as `2026-03-01`"]
    );
}

proptest! {
    #[test]
    fn any_file_is_read_without_a_panic(
        lines in prop::collection::vec("(BEGIN:VCALENDAR|(BEGIN|END):(VEVENT|VALARM)|(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(;VALUE=DATE)?:[0-9]{4}[01][0-9][0-3][0-9]|RRULE:FREQ=YEARLY;(COUNT|BYMONTH|BYDAY|INTERVAL)=[-0-9MO,]{1,4}|DURATION:P[0-9]{1,12}[DW]|UID:[ab]|[\",;é]{0,3}[-0-9]{8,10}[\",;é]{0,3}| .{0,4})", 0..20),
        ends in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let text = lines.join(ends);
        for (name, head) in [("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"), ("a.csv", "")] {
            let text = format!("{head}{text}");
            let mut diagnostics = Vec::new();
            for holiday in read(&SourcePath::new(name), &text, &mut diagnostics) {
                prop_assert!((1990..=2199).contains(&holiday.day.year()));
            }
            for diagnostic in diagnostics {
                let span = diagnostic.place.span.unwrap();
                prop_assert!(text.get(span.start..span.end).is_some_and(|at| !at.is_empty()), "{diagnostic:?}");
            }
        }
    }
}
