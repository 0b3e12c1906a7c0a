//! Months, agendas and what waits, as text, for small books worked out by hand. Tests only.

use std::collections::BTreeMap;

use super::agenda::{AgendaDay, Entry, Group};
use super::{MonthPage, ahead, month_view, months::Month, waiting};
use crate::calendar::parse_date;
use crate::page::{Context, Files, Highlights};
use crate::path::OutputPath;
use crate::playbook::links::Targets;
use crate::playbook::status::tests::{changed, resolved};
use crate::source::Sources;

const BOOK: &str = "
-- book.toml --
[book]
id = \"events\"
start = 2026-01-05
[calendar]
holidays = [{ date = 2026-01-06, name = \"Epiphany\" }]
freezes = [{ start = 2026-01-22, end = 2026-02-03, reason = \"Audit\" }]
-- content/stages/01-idea.md --
---
window: Week 1-2
checklist:
  - { id: owner, text: Owner, due: start+2d, owner: Sponsor }
gate: { deciders: [Board, Sponsor] }
---
-- content/stages/02-full.md --
---
window: Week 2+
waves:
  - { percent: 40, bake: 6d }
  - { percent: 100, bake: 6d }
---
-- content/projects/a.md --
---
owner: Lead
---
";

/// A book with more projects, each with one stage of its own dates, for lanes and crowds.
fn crowd(projects: usize) -> String {
    let mut book = "-- book.toml --\n[book]\nid = \"crowd\"\n-- content/stages/01-idea.md --\n---\nwindow: Week 1-2\ngate: {}\nwaves:\n  - { percent: 100, bake: 8d }\n---\n".to_owned();
    for n in 0..projects {
        book += &format!("-- content/projects/p{n:02}.md --\n---\nstart: 2026-03-02\n---\n");
    }
    book
}

fn with_context<T>(book: &str, as_of: &str, look: impl FnOnce(&Context<'_, '_>) -> T) -> T {
    resolved(book, as_of, |playbook| {
        let assets = BTreeMap::new();
        let backlinks = crate::playbook::links::all::Backlinks::default();
        let targets = Targets::new(playbook, &assets, &[]);
        let sources = Sources::default();
        look(&Context::new(playbook, &targets, &backlinks, Highlights::None, Files { sources: &sources, assets: &assets }))
    })
}

fn month<T>(book: &str, as_of: &str, month: &str, look: impl FnOnce(&MonthPage) -> T) -> T {
    with_context(book, as_of, |context| {
        let month = Month::of(parse_date(&format!("{month}-01")).unwrap());
        look(&month_view(context, month, &month.output()))
    })
}

fn entry(entry: &Entry) -> String {
    let marks = [(entry.tentative, "?"), (entry.open, " open"), (entry.waiting, " waiting")];
    let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
    let bar = entry.bar.map(|bar| format!(" [bar {bar}]")).unwrap_or_default();
    let project = entry.project.as_ref().map(|project| format!(" {}", project.id)).unwrap_or_default();
    let owners = if entry.owners.is_empty() { String::new() } else { format!(" ({})", entry.owners.join(", ")) };
    format!("{}{marks}{bar}{project}{owners}", entry.text)
}

fn groups(groups: &[Group]) -> String {
    let group = |group: &Group| format!("{}: {}", group.kind, group.entries.iter().map(entry).collect::<Vec<_>>().join("; "));
    groups.iter().map(group).collect::<Vec<_>>().join(" | ")
}

fn days(days: &[AgendaDay]) -> Vec<String> {
    let day = |day: &AgendaDay| {
        let words = day.words.as_ref().map(|words| format!(" {words}")).unwrap_or_default();
        let mark = if day.past {
            "-"
        } else if day.today {
            "="
        } else {
            "+"
        };
        format!("{mark}{} {}{words} | {}", &day.date[5..], &day.weekday[..3], groups(&day.groups))
    };
    days.iter().map(day).collect()
}

/// The days of the grid that show something: bars `title lane×span` with `(` and `)` where they begin and end, then lines.
fn cells(page: &MonthPage) -> Vec<String> {
    let mut shown = Vec::new();
    for cell in page.weeks.iter().flat_map(|week| &week.days).flatten() {
        let bars = cell.bars.iter().map(|bar| {
            let (open, close) = (if bar.begins { "(" } else { "<" }, if bar.ends { ")" } else { ">" });
            format!("{open}{} {}×{}{close}{}", bar.entry.text, bar.lane, bar.span, if bar.first { " first" } else { "" })
        });
        let counts = cell.counts.iter().map(|count| count.text.clone());
        let more = (cell.more > 0).then(|| format!("+{}", cell.more));
        let names = cell.holidays.iter().cloned();
        let parts: Vec<String> = names.chain(bars).chain(cell.lines.iter().map(entry)).chain(counts).chain(more).collect();
        let marks: String = [(cell.past, "-"), (cell.today, "="), (cell.off, "o"), (!cell.freezes.is_empty(), "f")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, mark)| *mark)
            .collect();
        if !parts.is_empty() {
            shown.push(format!("{:02}{marks} under {}: {}", cell.number, cell.under, parts.join("; ")));
        }
    }
    shown
}

#[test]
fn a_month_shows_bars_over_weeks_lines_on_days_and_an_open_window_by_its_first_day() {
    month(BOOK, "2026-01-12", "2026-01", |page| {
        assert_eq!(
            cells(page),
            [
                "05- under 1: (Idea 0×7> first",
                "06-o under 1: Epiphany",
                "07- under 1: Owner waiting a (Sponsor)",
                "12= under 2: <Idea 0×7); (Wave 40 % of Full 1×7> first; Full begins open a (Lead)",
                "16 under 2: Gate review of Idea a (Board, Sponsor)",
                "19 under 2: <Wave 40 % of Full 1×1)",
                "20 under 2: (Wave 100 % of Full 1×6> first",
                "22f under 2: (Freeze: Audit 0×4> first",
                "26f under 2: <Freeze: Audit 0×6>; <Wave 100 % of Full 1×2)",
            ]
        );
        assert_eq!(page.weeks.iter().map(|week| week.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert_eq!((page.thursday, page.undrawn.len(), page.under_way_count, page.month.entries), (false, 0, 0, 10));
    });
}

#[test]
fn the_list_of_a_month_has_all_its_days_and_what_is_under_way_from_before() {
    month(BOOK, "2026-01-12", "2026-01", |page| {
        assert_eq!(
            days(&page.days),
            [
                "-01-05 Mon | window: Idea begins [bar 1] a (Lead)",
                "-01-06 Tue | holiday: Epiphany",
                "-01-07 Wed | due: Owner waiting a (Sponsor)",
                "=01-12 Mon | window: Full begins open a (Lead) | wave: Wave 40 % of Full starts? [bar 2] a (Lead)",
                "+01-16 Fri | gate: Gate review of Idea a (Board, Sponsor)",
                "+01-18 Sun | window: Idea ends [bar 1] a (Lead)",
                "+01-19 Mon | wave: Wave 40 % of Full: bake ends? [bar 2] a (Lead)",
                "+01-20 Tue | wave: Wave 100 % of Full starts? [bar 3] a (Lead)",
                "+01-22 Thu | freeze: Freeze: Audit begins [bar 0]",
                "+01-27 Tue | wave: Wave 100 % of Full: bake ends? [bar 3] a (Lead)",
            ]
        );
        assert_eq!(
            page.page.next.as_ref().map(|link| (link.title.as_str(), link.url.as_str())),
            Some(("February 2026", "../2026-02/index.html"))
        );
        assert_eq!((page.page.previous.as_ref(), page.all_months.url.as_str()), (None, "../index.html#_months"));
    });
    month(BOOK, "2026-01-12", "2026-02", |page| {
        assert_eq!(groups(&page.under_way), "freeze: Freeze: Audit, until 3 Feb 2026 [bar 0]");
        assert_eq!(days(&page.days), ["+02-03 Tue | freeze: Freeze: Audit ends [bar 0]"]);
        assert_eq!(cells(page), ["01of under 1: <Freeze: Audit 0×1> first", "02f under 1: <Freeze: Audit 0×2)"]);
    });
}

#[test]
fn the_key_of_a_month_has_the_marks_that_it_shows_and_no_other() {
    let marks = |book: &str, name: &str| month(book, "2026-01-12", name, |page| page.marks.join(" "));
    assert_eq!(marks(BOOK, "2026-01"), "off freeze begin end forecast");
    assert_eq!(marks(&crowd(1), "2026-03"), "off begin end forecast");
    assert_eq!(marks(&crowd(1), "2026-05"), "off");
}

#[test]
fn a_week_that_begins_on_sunday_is_said_to_have_the_number_of_its_thursday() {
    month(&changed(BOOK, "[calendar] => [calendar]|week_start = \"sunday\""), "2026-01-12", "2026-01", |page| {
        assert_eq!((page.weekdays[0].as_str(), page.weekdays[6].as_str(), page.thursday), ("Sunday", "Saturday", true));
        assert_eq!(page.weeks.iter().map(|week| week.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert_eq!(page.weeks[0].days.iter().flatten().map(|cell| cell.number).collect::<Vec<_>>(), [1, 2, 3]);
    });
}

#[test]
fn a_book_without_projects_has_no_names_of_projects_in_its_calendar() {
    let book = BOOK.replace("-- content/projects/a.md --\n---\nowner: Lead\n---\n", "");
    month(&book, "2026-01-12", "2026-01", |page| {
        assert_eq!(days(&page.days)[3], "=01-12 Mon | window: Full begins open | wave: Wave 40 % of Full starts? [bar 2]");
        assert_eq!(days(&page.days)[4], "+01-16 Fri | gate: Gate review of Idea (Board, Sponsor)");
    });
}

#[test]
fn what_is_too_much_for_bars_begins_and_ends_on_days() {
    let undrawn = |page: &MonthPage| page.undrawn.iter().map(|kind| kind.text.as_str()).collect::<Vec<_>>().join(", ");
    month(&crowd(3), "2026-01-12", "2026-03", |page| {
        assert_eq!(undrawn(page), "");
        assert!(
            cells(page)[0].starts_with("02 under 6: (Idea 0×7> first; (Idea 1×7> first; (Idea 2×7> first; (Wave 100 % of Idea 3×7> first")
        );
    });
    month(&crowd(4), "2026-01-12", "2026-03", |page| {
        assert_eq!(undrawn(page), "4 windows");
        assert_eq!(cells(page)[0].matches("(Wave 100 %").count(), 4);
        assert_eq!(cells(page)[0].matches("Idea begins").count(), 4);
    });
    month(&crowd(7), "2026-01-12", "2026-03", |page| {
        assert_eq!(undrawn(page), "7 windows, 7 waves");
        assert_eq!(
            cells(page),
            [
                "02 under 0: 7 waves; 7 windows",
                "11 under 0: Wave 100 % of Idea: bake ends? p00; Wave 100 % of Idea: bake ends? p01; Wave 100 % of Idea: bake ends? p02; +4",
                "13 under 0: Gate review of Idea p00; Gate review of Idea p01; Gate review of Idea p02; +4",
                "15o under 0: Idea ends p00; Idea ends p01; Idea ends p02; +4",
            ]
        );
        assert_eq!(page.days[0].groups.iter().map(|group| group.entries.len()).sum::<usize>(), 14, "the list has them all");
    });
}

#[test]
fn the_overview_tells_what_comes_and_what_waits() {
    with_context(BOOK, "2026-01-19", |context| {
        let output = OutputPath::new("calendar/index.html");
        let coming = ahead::of_the_book(context, &output);
        assert_eq!(
            days(&coming.days),
            [
                "=01-19 Mon today | wave: Wave 40 % of Full starts? a (Lead)",
                "+01-22 Thu in 3 days | freeze: Freeze: Audit begins",
                "+01-26 Mon in 7 days | wave: Wave 40 % of Full: bake ends? a (Lead)",
                "+02-03 Tue in 15 days | freeze: Freeze: Audit ends",
                "+02-04 Wed in 16 days | wave: Wave 100 % of Full starts? a (Lead)",
                "+02-11 Wed in 23 days | wave: Wave 100 % of Full: bake ends? a (Lead)",
            ]
        );
        assert_eq!(coming.later, 0);
        let waiting = waiting::waiting(context, &output);
        let lines: Vec<String> = (waiting.iter())
            .flat_map(|kind| kind.lines.iter().map(move |line| format!("{} {}: {}", kind.kind, line.words, entry(&line.entry))))
            .collect();
        assert_eq!(
            lines,
            [
                "gate 3 days ago: Gate review of Idea waiting a (Board, Sponsor)",
                "wave 7 days ago: Wave 40 % of Full was to start a (Lead)",
                "due 12 days ago: Owner waiting a (Sponsor)"
            ]
        );
    });
}

#[test]
fn a_wave_waits_when_its_bake_is_over_without_a_decision() {
    let started = changed(BOOK, "owner: Lead => owner: Lead|stages: { full: { waves: { w40: { started: 2026-01-12 } } } }");
    let waits = |book: &str, as_of: &str| {
        with_context(book, as_of, |context| {
            let waiting = waiting::waiting(context, &OutputPath::new("calendar/index.html"));
            waiting.iter().any(|kind| kind.lines.iter().any(|line| line.entry.text.ends_with("bake over, no decision")))
        })
    };
    assert!(!waits(&started, "2026-01-19"), "the last day of its bake");
    assert!(waits(&started, "2026-01-20"));
    assert!(!waits(&changed(&started, "decided wave:full/w40 2026-01-20 continue"), "2026-01-20"));
}

#[test]
fn many_things_that_wait_are_one_line_for_each_project_and_no_project_is_left_out() {
    with_context(&crowd(20), "2026-04-01", |context| {
        let waiting = waiting::waiting(context, &OutputPath::new("calendar/index.html"));
        assert_eq!((waiting[0].kind, waiting[0].count, waiting[0].lines.len(), waiting[0].more.len()), ("gate", 20, 20, 0));
    });
    with_context(&crowd(23), "2026-04-01", |context| {
        let waiting = waiting::waiting(context, &OutputPath::new("calendar/index.html"));
        assert_eq!((waiting[0].count, waiting[0].lines.len()), (23, 20));
        let more: Vec<String> = waiting[0].more.iter().map(|line| entry(&line.entry)).collect();
        assert_eq!(more, ["p20", "p21", "p22"].map(|project| format!("Gate review of Idea waiting {project}")));
    });
    let two = crowd(11).replace(
        "gate: {}\n",
        "gate: {}\nchecklist:\n  - { text: One, due: start, owner: A }\n  - { text: Two, due: start+1d, owner: B }\n",
    );
    with_context(&two, "2026-04-01", |context| {
        let waiting = waiting::waiting(context, &OutputPath::new("calendar/index.html"));
        let due = waiting.iter().find(|kind| kind.kind == "due").unwrap();
        assert_eq!((due.count, due.lines.len()), (22, 11));
        assert_eq!(entry(&due.lines[0].entry), "2 due dates waiting p00 (A, B)");
        assert_eq!((due.lines[0].date.as_str(), due.lines[0].entry.url.as_deref()), ("2026-03-02", Some("../projects/p00/index.html")));
    });
}

#[test]
fn an_agenda_ends_with_a_day_and_says_how_much_comes_later() {
    with_context(&crowd(40), "2026-03-02", |context| {
        let coming = ahead::of_the_book(context, &OutputPath::new("calendar/index.html"));
        let counts: Vec<usize> = coming.days.iter().map(|day| day.groups.iter().map(|group| group.entries.len()).sum()).collect();
        assert_eq!(
            (counts.as_slice(), coming.later),
            (&[80][..], 120),
            "80 begin on the first day; the bakes, gates and windows end later"
        );
    });
    with_context(&crowd(3), "2026-03-02", |context| {
        let own = ahead::of_a_project(context, &OutputPath::new("projects/p01/index.html"), 1);
        assert_eq!(
            days(&own.days),
            [
                "=03-02 Mon today | window: Idea begins | wave: Wave 100 % of Idea starts?",
                "+03-11 Wed in 9 days | wave: Wave 100 % of Idea: bake ends?",
                "+03-13 Fri in 11 days | gate: Gate review of Idea",
                "+03-15 Sun in 13 days | window: Idea ends",
            ]
        );
    });
}

#[test]
fn many_entries_of_one_kind_on_one_day_are_folded_behind_what_they_are() {
    let folds = |projects: usize| {
        let mut folds = Vec::new();
        month(&crowd(projects), "2026-03-01", "2026-03", |page| {
            let groups = page.days.iter().flat_map(|day| day.groups.iter().map(move |group| (&day.date, group)));
            folds = groups.filter_map(|(date, group)| Some(format!("{} {}", &date[8..], group.fold.as_ref()?))).collect();
        });
        folds
    };
    assert_eq!(folds(12), Vec::<String>::new());
    assert_eq!(folds(13), ["02 13 windows", "02 13 waves", "11 13 waves", "13 13 gate reviews", "15 13 windows"]);
}
