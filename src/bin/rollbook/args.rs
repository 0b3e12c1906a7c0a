//! The arguments as typed; help, completions and the manual come from here too. Not done here: what they mean on this machine on this day
//! ([`crate::edge`]).

mod authoring;
mod caching;
mod calendar;
mod editing;
mod finding;
mod findings;
mod import;
mod init;
mod pack;
mod publishing;
mod schema;
#[cfg(feature = "serve")]
mod serving;
mod text;
mod theme;
#[cfg(feature = "serve")]
mod watch;
mod waves;

use std::path::PathBuf;

pub(crate) use authoring::{Decide, New, NewDecision, NewFile, NewKind};
pub(crate) use caching::Caching;
pub(crate) use calendar::{Calendar, CalendarFormat};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
pub(crate) use editing::{Item, Set, Tick};
pub(crate) use finding::Finding;
pub(crate) use findings::{FindingFormat, Findings};
pub(crate) use import::{Import, ImportKind, ImportTasks};
pub(crate) use init::{Ci, Init};
pub(crate) use pack::Pack;
use publishing::{Copies, Publishing};
use rollbook::calendar::{Date, parse_date};
use rollbook::document::web::base_fault;
pub(crate) use schema::{OUTPUTS, Schema};
#[cfg(feature = "serve")]
pub(crate) use serving::Serve;
use text::Text;
pub(crate) use theme::{Theme, ThemeCommand, ThemeEject, ThemeStatus};
#[cfg(feature = "serve")]
pub(crate) use watch::Watch;
pub(crate) use waves::Waves;

/// rollbook compiles rollout playbooks, plain text in git, into a static site.
#[derive(Debug, Parser)]
#[command(
    name = "rollbook",
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  rollbook init handbook                  start a book from the default playbook
  rollbook build --book handbook          build it into handbook/site
  rollbook check                          report every finding, write nothing
  rollbook status --attention             which projects need somebody now
  rollbook explain atlas                  why a project has the status it has

Exit codes: 0 fine, 1 a finding that is an error or a failed build, 2 wrong usage."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a book: the default playbook of five stages, or an empty skeleton.
    #[command(after_help = "\
Examples:
  rollbook init handbook                  the five-stage AI rollout playbook, ready to build
  rollbook init --minimal .               a skeleton with one stage, in this folder
  rollbook init --ci github --pre-commit handbook
  rollbook init --ci gitlab .             in a book that exists: add the job and nothing else

Nothing that exists is ever overwritten.")]
    Init(Init),
    /// Build the site.
    #[command(after_help = "\
Examples:
  rollbook build                          the book in this folder, into its site/ folder
  rollbook build -o public --as-of 2026-06-01
  rollbook build --base-url https://handbook.example.org/rollout

A build with an error writes nothing and leaves the last good site as it is.")]
    Build(Build),
    /// Show the book on a local address, and keep it up to date while it is edited.
    #[cfg(feature = "serve")]
    #[command(after_help = "\
Examples:
  rollbook serve                          the book in this folder, at http://127.0.0.1:3000/
  rollbook serve --book handbook --open   open it in a browser
  rollbook serve --editor vscode          findings on the page open in the editor
  rollbook serve --host 0.0.0.0 --allow-host book.example.org

Nothing is written to disk. A book with an error is served too: the last good pages, and what is wrong.")]
    Serve(Serve),
    /// Build the site, and again after each change of the book, until it is stopped.
    #[cfg(feature = "serve")]
    #[command(after_help = "\
Examples:
  rollbook watch                          the book in this folder, into its site/ folder
  rollbook watch --book handbook -o public
  rollbook watch --poll                   look every second: for network folders and containers
  rollbook watch --poll 5                 look every five seconds

A build with an error writes nothing and leaves the last good site as it is. Findings are printed when \
they come, not again while they stand. Ctrl-C ends it at once.")]
    Watch(Watch),
    /// Run the same build and report every finding, without writing anything.
    #[command(after_help = "\
Examples:
  rollbook check
  rollbook check --book handbook --as-of 2026-06-01
  rollbook check --deny warnings          fail on a warning too, unless the day alone has brought it
  rollbook check --deny warnings,time     fail on any finding
  rollbook check --format sarif > findings.sarif
  rollbook check --external               ask addresses outside the book too

Formats: text, with excerpts, on stderr; json, sarif (2.1.0), github (workflow commands, which become \
annotations) and gitlab (a code quality report) on stdout.")]
    Check(Check),
    /// Print where projects stand: progress, musts, status and why, the next gate.
    #[command(after_help = "\
Examples:
  rollbook status                         all projects, a line each
  rollbook status --attention             those that need somebody, the nearest gate first
  rollbook status atlas                   one project: stages, reasons, exposures, waves
  rollbook status --format json           the same values as the site's status.json")]
    Status(Status),
    /// Say why a project or one of its stages has the status it has, and what would clear it.
    #[command(after_help = "\
Examples:
  rollbook explain atlas                  every stage
  rollbook explain atlas/pilot            one stage
  rollbook explain atlas --format json    for machines, with file, line and column")]
    Explain(Explain),
    /// Print the waves of a rollout, and what each of them needs to go on.
    #[command(after_help = "\
Examples:
  rollbook waves                          how far each project is, a line each
  rollbook waves compass                  one project: every wave and what it needs
  rollbook waves compass --format json    for machines")]
    Waves(Waves),
    /// Print what is on the calendar: windows, gate reviews, waves, due dates.
    #[command(after_help = "\
Examples:
  rollbook calendar                       what is past and open, then what comes, by day
  rollbook calendar --project atlas --to 2026-12-31
  rollbook calendar --owner \"Steering group\" --kind gate
  rollbook calendar --explain             where each computed date comes from
  rollbook calendar --format json         all events, for machines
  rollbook calendar --project atlas --format ics > atlas.ics
                                          the same as the site's calendar/projects/atlas.ics")]
    Calendar(Calendar),
    /// Write a project's steering sheet, one page of paper, as one file to send or to print.
    #[command(after_help = "\
Examples:
  rollbook pack atlas                     atlas-2026-06-01.html in this folder, as of that day
  rollbook pack atlas -o sheets/atlas.html --as-of 2026-06-01
  rollbook pack atlas --force             over any file of that name

The name of the file is printed. It needs no other file and loads nothing. With a base_url its links \
lead to the site; without one they are plain words. An earlier pack of the same project is replaced, \
any other file only with --force.")]
    Pack(Pack),
    /// Say what a finding is, why it matters and how to fix it.
    #[command(after_help = "\
Examples:
  rollbook finding                        all findings, a line each
  rollbook finding broken-link            one of them, with an example
  rollbook finding --format json          all that is known of them, for machines")]
    Finding(Finding),
    /// Write a new stage, cause, practice, project or decision from a template.
    #[command(after_help = "\
Examples:
  rollbook new stage \"Security review\"    content/stages/06-security-review.md
  rollbook new project beacon --title \"Beacon: invoice matching\"
  rollbook new decision --help            what a kind takes

The path of the new file is printed. Nothing that exists is ever overwritten, and nothing is written \
that would bring an error into the book.")]
    New(New),
    /// Record a decision on a gate or a wave, and print what it changes.
    #[command(after_help = "\
Examples:
  rollbook decide atlas gate:pilot go --by \"Steering group\" --because \"Three of four goals are met.\"
  rollbook decide atlas gate:pilot conditional-go --by Sponsor --because \"One test is open.\" \\
      --condition \"The load test passes before the first wave\"
  rollbook decide atlas wave:scale/w10 continue --by \"Service owner\" --because \"All pass.\"

It writes content/decisions/NNNN-project-subject-outcome.md. A decision that exists is never \
changed; the latest on a subject counts. Nothing is written that would bring an error into the book.")]
    Decide(Decide),
    /// Change the state of an item in the file where it stands, and print what that changes.
    #[command(
        allow_missing_positional = true,
        after_help = "\
Examples:
  rollbook set atlas pilot/users --state doing
  rollbook set atlas pilot/users --state done --date 2026-05-20 --evidence https://example.com/users
  rollbook set atlas pilot/users --state blocked --reason \"No test data\" --owner \"Data owner\"
  rollbook set atlas pilot/users --due end-3d --dry-run

Only the lines that must change do: comments, quotes, order and style stay. What belongs to the old \
state alone (by, reason, until) goes with it and is named. What would say nothing in the new state \
is refused. Nothing is written that would bring an error into the book."
    )]
    Set(Set),
    /// Tick an item: done today.
    #[command(
        allow_missing_positional = true,
        after_help = "\
Examples:
  rollbook tick atlas pilot/users         done on the day of --as-of, else today
  rollbook tick atlas pilot/users --dry-run
  rollbook tick pilot/users               in a book with one project

It changes or adds one line. An item that is done already stays as it is."
    )]
    Tick(Tick),
    /// Take a tick back: the item is to do.
    #[command(
        allow_missing_positional = true,
        after_help = "\
Examples:
  rollbook untick atlas pilot/users

What tick would write again just so goes: for an item without a written state both together leave \
the file as it was. All else stays and says todo, such as a line in front of others or with a comment."
    )]
    Untick(Tick),
    /// Bring task lists of existing Markdown files into the book.
    #[command(after_help = "\
Examples:
  rollbook import tasks launch.md         content/stages/06-launch.md, with a checklist
  rollbook import tasks --help            what becomes of boxes, groups and all other text")]
    Import(Import),
    /// Print the JSON Schema of a kind of file, or write all of them into the book.
    #[command(after_help = "\
Examples:
  rollbook schema                         the kinds of files, and which files they are
  rollbook schema stage                   the schema of a stage's front matter
  rollbook schema --write                 bring the book's .rollbook/schema/ up to this version")]
    Schema(Schema),
    /// See and change what the book replaces of the built-in theme.
    #[command(after_help = "\
Examples:
  rollbook theme list                     every template, block, component, token and word file
  rollbook theme eject --block stage.html:lede
  rollbook theme status                   what the book replaces, and what has changed since")]
    Theme(Theme),
    /// Print a shell's completions.
    #[command(after_help = "\
Examples:
  rollbook completions bash > ~/.local/share/bash-completion/completions/rollbook
  rollbook completions zsh > ~/.zfunc/_rollbook
  rollbook completions fish > ~/.config/fish/completions/rollbook.fish")]
    Completions(Completions),
    /// Print the manual, or a command's page of it, for man.
    #[command(after_help = "\
Examples:
  rollbook man | man -l -
  rollbook man status | man -l -
  rollbook man new decision > ~/.local/share/man/man1/rollbook-new-decision.1")]
    Man(Man),
}

/// What most commands take.
#[derive(Debug, ClapArgs)]
pub(crate) struct Book {
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    pub(crate) book: PathBuf,
    /// The day for which everything derived holds [default: SOURCE_DATE_EPOCH, else today in the book's time zone]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,
    /// Say nothing but findings and what was asked for
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print how long each step took
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) book: Book,
    #[command(flatten)]
    pub(crate) findings: Findings,
    /// The folder of the site [default: the book's `[build] output`, else site]
    #[arg(long, short, value_name = "OUT", value_hint = clap::ValueHint::DirPath)]
    pub(crate) output: Option<PathBuf>,
    /// Where the site will be found, instead of the book's `base_url`
    #[arg(long, value_name = "URL", value_parser = url)]
    pub(crate) base_url: Option<String>,
    #[command(flatten)]
    pub(crate) caching: Caching,
    #[command(flatten)]
    pub(crate) publishing: Publishing,
    #[command(flatten)]
    pub(crate) copies: Copies,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    /// Ask the addresses outside the book whether they still answer
    #[arg(long)]
    pub(crate) external: bool,
    #[command(flatten)]
    pub(crate) book: Book,
    #[command(flatten)]
    pub(crate) findings: Findings,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Status {
    /// One project, by id
    #[arg(value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// Only projects that are killed, blocked, late or at risk: the nearest gate first, then the worst status
    #[arg(long, conflicts_with = "project")]
    pub(crate) attention: bool,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) book: Book,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// A project, by id, or one stage of it
    #[arg(value_name = "PROJECT[/STAGE]")]
    pub(crate) subject: String,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) book: Book,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Man {
    /// The command whose page to print
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For machines
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "a day of the calendar is written YYYY-MM-DD".to_owned())
}

fn url(text: &str) -> Result<String, String> {
    base_fault(text).map_or_else(|| Ok(text.to_owned()), |why| Err(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_definitions_hold_together() {
        super::Args::command().debug_assert();
    }

    #[test]
    fn the_help_of_every_command_has_examples() {
        let command = super::Args::command();
        let bare: Vec<&str> = command
            .get_subcommands()
            .filter(|command| !command.get_after_help().is_some_and(|help| help.to_string().starts_with("Examples:")))
            .map(clap::Command::get_name)
            .collect();
        assert_eq!(bare, Vec::<&str>::new());
    }

    #[test]
    fn paragraphs_of_help_are_wrapped_by_the_terminal_alone() {
        fn notes(command: &clap::Command) -> Vec<String> {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let own = help.split("\n\n").filter(|paragraph| !paragraph.starts_with("Examples:")).map(str::to_owned);
            own.chain(command.get_subcommands().flat_map(notes)).collect()
        }
        let notes = notes(&super::Args::command());
        assert!(notes.iter().any(|note| note.len() > 100), "the notes were not found");
        assert_eq!(notes.iter().filter(|note| note.contains('\n')).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
