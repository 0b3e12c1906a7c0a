//! The agenda for a terminal: what is past and open, then day by day what comes. Not done here: which lines there are.

use std::fmt::Write as _;

use rollbook::calendar::{Date, WeekdaySet};
use rollbook::page::events::{Agenda, Line};

use crate::args::Calendar;
use crate::terminal::days::{day, day_away};
use crate::terminal::table::{Column, Table};
use crate::terminal::text::{cut, hanging};
use crate::terminal::{AMBER, BOLD, DIM, RED, styled};

/// At most so many lines come by themselves; who asks for days gets all of them.
const MOST: usize = 50;
/// The same for what is past and open.
const MOST_OVERDUE: usize = 20;
/// Below this width owners are left out before anything is cut.
const WIDE: usize = 90;
/// How much wider it has to be where each line has its day.
const DAY: usize = 27;
/// Stands before each line that is no heading.
const INDENT: &str = "  ";

pub(super) fn text(agenda: &Agenda, args: &Calendar, as_of: Date, width: usize) -> String {
    // Whoever names the first day wants what was, not what is left of it.
    let overdue: &[Line] = if args.from.is_some() { &[] } else { &agenda.overdue };
    let shown = |lines: usize, most: usize| if args.to.is_some() { lines } else { lines.min(most) };
    let (past, come) = (&overdue[..shown(overdue.len(), MOST_OVERDUE)], &agenda.lines[..shown(agenda.lines.len(), MOST)]);
    let mut out = String::new();
    if !past.is_empty() {
        let _ = writeln!(out, "{}", styled(RED, "Past and open"));
        out.push_str(&table(past, args, Some(as_of), width));
        if overdue.len() > past.len() {
            let _ = writeln!(out, "  {}", styled(DIM, format_args!("and {} more", overdue.len() - past.len())));
        }
        out.push('\n');
    }
    let rows = table(come, args, None, width);
    let mut before: Option<Date> = None;
    for (row, line) in rows.lines().zip(come) {
        if before != Some(line.date) {
            let gap = if before.is_some() { "\n" } else { "" };
            let _ = writeln!(out, "{gap}{}", heading(line.date, before, as_of));
            before = Some(line.date);
        }
        let _ = writeln!(out, "{row}");
    }
    if !come.is_empty() {
        out.push('\n');
    }
    out.push_str(&hanging("", &summary(agenda, come.len(), overdue.len() - past.len(), args, as_of), width));
    out
}

/// "Monday 1 Jun, today · week 23": the week where it begins.
fn heading(date: Date, before: Option<Date>, as_of: Date) -> String {
    let weekday = WeekdaySet::name_of(date.weekday());
    let week = date.iso_week_date();
    let same = before.is_some_and(|before| (before.iso_week_date().year(), before.iso_week_date().week()) == (week.year(), week.week()));
    let week = if same { String::new() } else { styled(DIM, format_args!(" · week {}", week.week())) };
    format!("{}{week}", styled(BOLD, format_args!("{weekday} {}", day_away(date, as_of))))
}

/// A row for each line, behind its day for those that stand under no heading. What all lines share by what was asked for is left out.
fn table(lines: &[Line], args: &Calendar, as_of: Option<Date>, width: usize) -> String {
    let mut columns: Vec<Column> = as_of.iter().map(|_| Column::fixed("")).collect();
    columns.extend([Column::fixed(""), Column::text("", 16), Column::text("", 20)]);
    let wide = width >= WIDE + if as_of.is_some() { DAY } else { 0 };
    columns.push(if wide { Column::fixed("") } else { Column::text("", 12).optional() });
    columns.push(Column::fixed(""));
    let mut table = Table::new(columns);
    for line in lines {
        let owners = if args.owner.is_some() { String::new() } else { line.owners.join(", ") };
        let project = line.project.as_deref().filter(|_| args.project.is_none());
        let mut cells: Vec<String> = as_of.iter().map(|as_of| day_away(line.date, *as_of)).collect();
        cells.push(styled(DIM, line.kind.name()));
        cells.extend([printable(project.unwrap_or_default()), printable(&line.text), styled(DIM, cut(&printable(&owners), 20))]);
        cells.push(if line.tentative { styled(AMBER, "forecast") } else { String::new() });
        table.row(cells, String::new());
    }
    table.render(width - INDENT.len()).lines().map(|row| format!("{INDENT}{row}\n")).collect()
}

/// A line break in a title must not break the table.
fn printable(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// "as of 2026-06-01 · 50 entries until 10 Jul, 12 later ones: `--to 2026-12-01` shows all".
fn summary(agenda: &Agenda, come: usize, more_overdue: usize, args: &Calendar, as_of: Date) -> String {
    let more = agenda.lines.len() - come;
    let what = match (agenda.lines.len(), agenda.lines[..come].last(), agenda.lines.last()) {
        (_, Some(shown), Some(last)) if more > 0 => {
            format!("{} until {}; {more} later, all of them with `--to {}`", count_entries(come), day(shown.date, as_of), last.date)
        }
        (0, ..) => match args.to {
            Some(to) => format!("nothing from {} to {}", day(args.from.unwrap_or(as_of), as_of), day(to, as_of)),
            None => format!("nothing from {} on", day(args.from.unwrap_or(as_of), as_of)),
        },
        (all, ..) if more_overdue > 0 => format!("{}; all that is past with `--to DATE`", count_entries(all)),
        (all, ..) => count_entries(all),
    };
    format!("{} {what}", styled(DIM, format_args!("as of {as_of} ·")))
}

fn count_entries(n: usize) -> String {
    if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") }
}
