//! Holidays of an iCalendar file (RFC 5545): each event is one, on its days. Not done here: lines ([`content_line`](super::content_line)) and
//! rules ([`recurrence`]).

use std::collections::{BTreeMap, BTreeSet};

use super::content_line::{Line, Property, lines};
use super::stamp::{self, Stamp};
use super::{Findings, recurrence};
use crate::calendar::{Date, Holiday, add_days, days_between};
use crate::diagnostic::{Code, Span, suggest};
use crate::document::years::YEARS;

/// How many days one holiday may last; longer ones are a slip.
const LONGEST: i64 = 366;

/// How many days a file may hold, far more than any calendar of holidays.
const MOST_DAYS: usize = 100_000;

/// How deep components may lie in each other; those of a calendar lie three deep.
const DEEPEST: usize = 16;

/// The properties that decide when a holiday is.
const DATES: [&str; 6] = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"];

/// The properties of one event.
struct Event {
    /// `BEGIN:VEVENT`.
    begin: Span,
    properties: Vec<Property>,
}

/// Reads the holidays of every calendar in the file. Canceled events are none; whether people are busy, and in what category, does not matter.
pub(super) fn read(source: &str, findings: &mut Findings<'_>) -> Vec<Holiday> {
    let events = events(source, findings);
    let mut replaced: BTreeMap<&str, BTreeSet<Date>> = BTreeMap::new();
    for event in &events {
        if let (Some(id), Some(of)) = (event.first("UID"), event.first("RECURRENCE-ID").and_then(|day| stamp::read(day.value()).ok())) {
            replaced.entry(id.value()).or_default().insert(of.day);
        }
    }
    let mut holidays = Vec::new();
    for event in events.iter().filter(|event| !event.is_canceled()) {
        if holidays.len() > MOST_DAYS {
            let help = "a file of holidays holds a few days for each year";
            findings.add(Code::BadValue, event.begin, &format!("more than {MOST_DAYS} days come before this event"), help);
            break;
        }
        // One that stands in for a day of a series does not stand in for itself.
        let series = event.first("UID").filter(|_| event.first("RECURRENCE-ID").is_none());
        let others = series.and_then(|id| replaced.get(id.value())).cloned().unwrap_or_default();
        holidays.extend(event.holidays(&others, findings));
    }
    holidays
}

/// Takes the file apart into the events of its calendars.
fn events(source: &str, findings: &mut Findings<'_>) -> Vec<Event> {
    let lines = lines(source);
    if let Some(first) = lines.first().filter(|line| !line.is("BEGIN:VCALENDAR")) {
        let help = "export the calendar as `.ics`; a list of dates is named `.csv`";
        findings.add(Code::BadValue, first.span(), "an iCalendar file begins with `BEGIN:VCALENDAR`", help);
        return Vec::new();
    }
    let mut events: Vec<Event> = Vec::new();
    // What has begun and not ended, from the outermost.
    let mut open: Vec<(String, Span)> = Vec::new();
    for line in lines {
        let Some(property) = property(line, findings) else { continue };
        let what = property.value().trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" => {
                if what == "VEVENT" {
                    events.push(Event { begin: property.span(), properties: Vec::new() });
                }
                if open.len() == DEEPEST {
                    let help = "is an `END` missing somewhere before it?";
                    findings.add(Code::BadValue, property.span(), &format!("this lies in {DEEPEST} components that have not ended"), help);
                    return Vec::new();
                }
                open.push((what, property.span()));
            }
            "END" => end(&what, property.span(), &mut open, findings),
            _ => {
                if let (Some((inner, _)), Some(event)) = (open.last(), events.last_mut())
                    && inner == "VEVENT"
                {
                    event.properties.push(property);
                }
            }
        }
    }
    for (what, begin) in &open {
        unended(what, *begin, findings);
    }
    events
}

fn property(line: Line, findings: &mut Findings<'_>) -> Option<Property> {
    match line.property() {
        Ok(property) => Some(property),
        Err((span, message)) => {
            findings.add(Code::BadValue, span, &message, "a long line goes on in the next one, which then begins with a space");
            None
        }
    }
}

/// Closes what ends here, and reports what should have ended before it.
fn end(what: &str, span: Span, open: &mut Vec<(String, Span)>, findings: &mut Findings<'_>) {
    let Some(at) = open.iter().rposition(|(begun, _)| begun == what) else {
        let help = suggest(what, open.iter().map(|(begun, _)| begun.as_str())).unwrap_or_else(|| "is this line left over?".into());
        return findings.add(Code::BadValue, span, &format!("`END:{what}` ends nothing that has begun"), &help);
    };
    for (inner, begin) in open.drain(at..).skip(1) {
        unended(&inner, begin, findings);
    }
}

fn unended(what: &str, begin: Span, findings: &mut Findings<'_>) {
    findings.add(
        Code::BadValue,
        begin,
        &format!("this `{what}` has no end"),
        &format!("close it with `END:{what}`; is the file complete?"),
    );
}

impl Event {
    fn first(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    fn is_canceled(&self) -> bool {
        self.first("STATUS").is_some_and(|status| status.value().trim().eq_ignore_ascii_case("CANCELLED"))
    }

    /// Its days, but for those of its series that other events stand in for.
    fn holidays(&self, replaced: &BTreeSet<Date>, findings: &mut Findings<'_>) -> Vec<Holiday> {
        let Some(first) = self.first("DTSTART") else {
            self.without_start(findings);
            return Vec::new();
        };
        let Some(start) = day(first, findings) else { return Vec::new() };
        if !(1900..=*YEARS.end()).contains(&start.day.year()) {
            let message = format!("the year {:04} is far from any rollout", start.day.year());
            findings.add(Code::BadDate, first.span_of(0..first.value().len()), &message, "is the year right?");
            return Vec::new();
        }
        let (Some(length), Some(starts)) = (self.length(start, findings), self.starts(start, replaced, findings)) else {
            return Vec::new();
        };
        let named = Holiday::new(start.day, self.first("SUMMARY").map(Property::text).as_deref());
        let days = starts.into_iter().flat_map(|start| (0..length).filter_map(move |n| add_days(start, n)));
        let days = days.filter(|day| YEARS.contains(&day.year())).take(MOST_DAYS + 1);
        days.map(|day| Holiday { day, ..named.clone() }).collect()
    }

    fn without_start(&self, findings: &mut Findings<'_>) {
        let near = self
            .properties
            .iter()
            .find(|property| !DATES.contains(&property.name.as_str()) && strsim::osa_distance(&property.name, "DTSTART") <= 2);
        match near {
            Some(near) => findings.add(Code::BadDate, near.span(), "this event has no `DTSTART`", "did you mean `DTSTART`?"),
            None => findings.add(Code::BadDate, self.begin, "this event has no `DTSTART`", "add its day: `DTSTART;VALUE=DATE:20261225`"),
        }
    }

    /// How many days it lasts each time, from 1; `None` when that can't be read.
    fn length(&self, start: Stamp, findings: &mut Findings<'_>) -> Option<i64> {
        let (property, days) = match (self.first("DTEND"), self.first("DURATION")) {
            (Some(end), _) => (end, days_between(start.day, self.end(end, findings)?)),
            (None, Some(duration)) => (duration, days_of(duration, findings)?),
            (None, None) => return Some(1),
        };
        let span = property.span_of(0..property.value().len());
        if days < 0 {
            findings.add(Code::BadDate, span, "a holiday can't end before it starts", &format!("it starts on {}", start.day));
            return None;
        }
        if days > LONGEST {
            let help = format!("a holiday lasts {LONGEST} days at most; is the date right?");
            findings.add(Code::BadDate, span, &format!("this holiday lasts {days} days"), &help);
            return None;
        }
        // Some publishers write the day itself as the end.
        Some(days.max(1))
    }

    /// The first day after it.
    fn end(&self, end: &Property, findings: &mut Findings<'_>) -> Option<Date> {
        let end = day(end, findings)?;
        if end.from_midnight { Some(end.day) } else { end.day.tomorrow().ok() }
    }

    /// Each day on which it starts.
    fn starts(&self, start: Stamp, replaced: &BTreeSet<Date>, findings: &mut Findings<'_>) -> Option<BTreeSet<Date>> {
        let named = |name: &'static str| self.properties.iter().filter(move |property| property.name == name);
        let mut days = BTreeSet::from([start.day]);
        let mut is_read = true;
        for (n, rule) in named("RRULE").enumerate() {
            if n > 0 {
                findings.add(Code::BadValue, rule.span(), "an event has one rule", "write an event of its own for the other days");
                return None;
            }
            let (read, faults) = recurrence::read(rule);
            is_read &= faults.is_empty();
            days.extend(read.days(start.day));
            for fault in faults {
                findings.add(fault.code, rule.span_of(fault.part), &fault.message, &fault.help);
            }
        }
        for rule in named("EXRULE") {
            is_read = false;
            findings.add(Code::BadValue, rule.span(), "rules for exceptions are not understood", "write the days with `EXDATE`");
        }
        for more in named("RDATE") {
            days.extend(days_in(more, findings)?);
        }
        let mut less = replaced.clone();
        for exceptions in named("EXDATE") {
            less.extend(days_in(exceptions, findings)?);
        }
        is_read.then(|| days.difference(&less).copied().collect())
    }
}

/// The one day of a property.
fn day(property: &Property, findings: &mut Findings<'_>) -> Option<Stamp> {
    match stamp::read_day(property.value()) {
        Ok(stamp) => Some(stamp),
        Err((message, help)) => {
            findings.add(Code::BadDate, property.span_of(0..property.value().len()), &format!("`{}`: {message}", property.name), &help);
            None
        }
    }
}

/// The days of a property that lists some.
fn days_in(property: &Property, findings: &mut Findings<'_>) -> Option<Vec<Date>> {
    let mut days = Some(Vec::new());
    for (text, part) in property.parts(',') {
        match (stamp::read_day(text), &mut days) {
            (Ok(stamp), Some(days)) => days.push(stamp.day),
            (Ok(_), None) => {}
            (Err((message, help)), _) => {
                findings.add(Code::BadDate, property.span_of(part), &format!("`{}`: {message}", property.name), &help);
                days = None;
            }
        }
    }
    days
}

/// `P1D`, `P2W`: a duration in days (RFC 5545, section 3.3.6).
fn days_of(duration: &Property, findings: &mut Findings<'_>) -> Option<i64> {
    let text = duration.value().trim().to_ascii_uppercase();
    let counted = text.trim_start_matches('+').strip_prefix('P');
    let days = counted.and_then(|counted| match counted.strip_suffix('D') {
        Some(days) => days.parse::<u32>().ok().map(i64::from),
        None => counted.strip_suffix('W')?.parse::<u32>().ok().map(|weeks| 7 * i64::from(weeks)),
    });
    if days.is_none() {
        let help = "a holiday lasts whole days, `P1D`, or weeks, `P2W`";
        findings.add(Code::BadValue, duration.span_of(0..duration.value().len()), &format!("`{text}` is not a number of days"), help);
    }
    days
}
