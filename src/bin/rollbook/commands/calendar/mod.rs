//! `rollbook calendar`: what is on the calendar, as an agenda, for machines, or as the site's feeds have it; and why each date is what it is. Not done
//! here: which events and dates there are.

mod explain;
mod text;

use rollbook::calendar::Date;
use rollbook::page::events::{Agenda, Events, Explained};
use rollbook::page::feed::feed;
use rollbook::page::selection::{Selection, owners};
use rollbook::playbook::Playbook;

use crate::args::{Calendar, CalendarFormat};
use crate::edge::{self, Failure};
use crate::lookup::unknown;

/// What the book says to the arguments.
enum Answer {
    /// For people, to be made fit for the terminal.
    Agenda(Agenda),
    /// Every date with its reason, for people.
    Explained(Explained),
    /// As it is printed.
    Whole(String),
}

pub(super) fn run(args: &Calendar) -> Result<bool, Failure> {
    if let (Some(from), Some(to)) = (args.from, args.to) {
        in_order(from, to, &format!("--from {from}"))?;
    }
    if args.explain && args.format == CalendarFormat::Ics {
        return Err(Failure::Usage("--explain has no iCalendar form: `--format text` or `--format json`".to_owned()));
    }
    let Some((run, answer)) = edge::inspect(&args.book, "a calendar can't be made", |playbook| answer(args, playbook))? else {
        return Ok(false);
    };
    let text = match answer? {
        Answer::Agenda(agenda) => text::text(&agenda, args, run.as_of, edge::width()),
        Answer::Explained(explained) => explain::text(&explained, edge::width()),
        Answer::Whole(text) => text,
    };
    match args.format {
        CalendarFormat::Text => edge::print(&text)?,
        CalendarFormat::Json => edge::print_json(&text)?,
        CalendarFormat::Ics => edge::print_exactly(&text)?,
    }
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
}

fn answer(args: &Calendar, playbook: &Playbook<'_>) -> Result<Answer, Failure> {
    let selection = selection(args, playbook)?;
    if args.explain {
        let explained = Explained::of(playbook, selection.project);
        let for_people = args.format == CalendarFormat::Text;
        return Ok(if for_people { Answer::Explained(explained) } else { Answer::Whole(explained.to_json()) });
    }
    Ok(match args.format {
        CalendarFormat::Text => {
            let from = args.from.unwrap_or(playbook.as_of);
            if let Some(to) = args.to {
                in_order(from, to, &format!("the day of this agenda, {from},"))?;
            }
            Answer::Agenda(Agenda::of(playbook, &Selection { from: Some(from), ..selection }))
        }
        CalendarFormat::Json => Answer::Whole(Events::of(playbook, &selection).to_json()),
        CalendarFormat::Ics => Answer::Whole(feed(playbook, &selection)),
    })
}

fn in_order(from: Date, to: Date, first: &str) -> Result<(), Failure> {
    if from <= to { Ok(()) } else { Err(Failure::Usage(format!("{first} is after --to {to}"))) }
}

fn selection(args: &Calendar, playbook: &Playbook<'_>) -> Result<Selection, Failure> {
    let project = |id: &String| {
        let ids = || playbook.projects.iter().map(|project| project.id());
        ids().position(|known| known == id).ok_or_else(|| unknown("project", id, ids()))
    };
    let owner = |name: &String| {
        let owners = owners(playbook);
        if owners.contains(name.as_str()) { Ok(name.clone()) } else { Err(unknown("owner", name, owners.into_iter())) }
    };
    Ok(Selection {
        project: args.project.as_ref().map(project).transpose()?,
        owner: args.owner.as_ref().map(owner).transpose()?,
        kinds: args.kinds.iter().copied().collect(),
        from: args.from,
        to: args.to,
    })
}
