//! Holidays of a table (CSV, RFC 4180): a day in each row, and a name. Not done here: tables of anything else.

use super::Findings;
use crate::calendar::{Holiday, day_meant, parse_date, read_date};
use crate::diagnostic::{Code, Span};
use crate::document::years::YEARS;

/// Titles of the column with the day, and of the one with the name.
const DAY: [&str; 3] = ["date", "day", "datum"];
const NAME: [&str; 6] = ["name", "title", "summary", "holiday", "description", "event"];

/// A cell, and where it stands with its quotes.
struct Cell {
    text: String,
    span: Span,
}

/// Which columns count.
#[derive(Clone, Copy)]
struct Columns {
    day: usize,
    name: Option<usize>,
}

/// Reads the holidays of a table. Cells are parted by `,` or `;`. A first row without a digit is a header.
pub(super) fn read(source: &str, findings: &mut Findings<'_>) -> Vec<Holiday> {
    // The separator is the one that leaves more days, or more of what may be meant as one.
    let tables = [';', ','].map(|separator| rows(source, separator));
    let days = |(rows, _): &&(Vec<Vec<Cell>>, Vec<Fault>)| {
        let count = |is_day: fn(&Cell) -> bool| rows.iter().flatten().filter(|cell| is_day(cell)).count();
        (count(is_day), count(means_day))
    };
    let Some((rows, faults)) = tables.iter().max_by_key(days) else { return Vec::new() };
    for (span, message, help) in faults {
        findings.add(Code::BadValue, *span, message, help);
    }
    let header = rows.first().filter(|row| !row.iter().any(|cell| cell.text.contains(|c: char| c.is_ascii_digit())));
    let rows = &rows[usize::from(header.is_some())..];
    let Some(first) = rows.first() else { return Vec::new() };
    let columns = columns(header, first);
    rows.iter().filter_map(|row| holiday(row, columns, findings)).collect()
}

fn is_day(cell: &Cell) -> bool {
    parse_date(cell.text.trim()).is_some()
}

fn means_day(cell: &Cell) -> bool {
    day_meant(&cell.text).is_some()
}

fn columns(header: Option<&Vec<Cell>>, first: &[Cell]) -> Columns {
    let titled =
        |titles: &[&str]| header.and_then(|row| row.iter().position(|cell| titles.contains(&cell.text.trim().to_lowercase().as_str())));
    let dated = first.iter().position(is_day).or_else(|| first.iter().position(means_day));
    let numbered = || first.iter().position(|cell| cell.text.contains(|c: char| c.is_ascii_digit()));
    let day = titled(&DAY).or(dated).or_else(numbered).unwrap_or(0);
    // Without a title the name stands after the day, or, where nothing does, before it.
    let beside = if day + 1 < first.len() { Some(day + 1) } else { day.checked_sub(1) };
    Columns { day, name: titled(&NAME).or(beside) }
}

fn holiday(row: &[Cell], columns: Columns, findings: &mut Findings<'_>) -> Option<Holiday> {
    let whole = Span::new(row.first()?.span.start, row.last()?.span.end);
    let Some(cell) = row.get(columns.day).filter(|cell| !cell.text.trim().is_empty()) else {
        findings.add(Code::BadDate, whole, "this row has no date", "write the day as `YYYY-MM-DD`, or leave the row out");
        return None;
    };
    match read_date(cell.text.trim()) {
        Ok(day) if YEARS.contains(&day.year()) => {
            let name = columns.name.and_then(|name| row.get(name)).map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().join(" "));
            Some(Holiday::new(day, name.as_deref()))
        }
        Ok(day) => {
            let message = format!("the year {:04} is far from any rollout", day.year());
            findings.add(Code::BadDate, cell.span, &message, "is the year right?");
            None
        }
        Err(error) => {
            findings.add(Code::BadDate, cell.span, &error.message, &error.help);
            None
        }
    }
}

/// What is wrong with a table: where, what, and how to mend it.
type Fault = (Span, &'static str, &'static str);

/// The rows that are not empty.
fn rows(source: &str, separator: char) -> (Vec<Vec<Cell>>, Vec<Fault>) {
    let mut at = source.len() - source.trim_start_matches('\u{feff}').len();
    let (mut rows, mut row, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    while at < source.len() {
        let cell = cell(source, at, separator, &mut faults);
        at = cell.span.end;
        row.push(cell);
        let rest = &source[at..];
        if rest.starts_with(separator) {
            at += separator.len_utf8();
            // A row may end with a separator, and the file with that row.
            if at < source.len() {
                continue;
            }
        }
        at += source[at..].len()
            - source[at..].strip_prefix("\r\n").or(source[at..].strip_prefix(['\n', '\r'])).unwrap_or(&source[at..]).len();
        rows.push(std::mem::take(&mut row));
    }
    rows.retain(|row: &Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty()));
    (rows, faults)
}

/// The cell that begins there; its span ends before the separator or the end of the line.
fn cell(source: &str, start: usize, separator: char, faults: &mut Vec<Fault>) -> Cell {
    let to_end = |from: usize| source[from..].find([separator, '\n', '\r']).map_or(source.len(), |found| from + found);
    if !source[start..].starts_with('"') {
        let end = to_end(start);
        return Cell { text: source[start..end].to_owned(), span: Span::new(start, end) };
    }
    let mut text = String::new();
    let mut at = start + 1;
    loop {
        let Some(quote) = source[at..].find('"').map(|found| at + found) else {
            let end = source[start..].find(['\n', '\r']).map_or(source.len(), |found| start + found);
            faults.push((Span::new(start, end), "this quote is not closed", "end the cell with `\"`; a quote inside it is written `\"\"`"));
            return Cell { text: source[start + 1..end].to_owned(), span: Span::new(start, end) };
        };
        text.push_str(&source[at..quote]);
        at = quote + 1;
        if !source[at..].starts_with('"') {
            break;
        }
        text.push('"');
        at += 1;
    }
    let end = to_end(at);
    if !source[at..end].trim().is_empty() {
        faults.push((Span::new(start, end), "text stands after the closing quote", "a quote inside a cell is written `\"\"`"));
    }
    Cell { text, span: Span::new(start, end) }
}
