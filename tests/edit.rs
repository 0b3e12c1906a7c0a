//! Edits as data: each file of `tests/edit` holds cases of a title, a command, the file before and the file after it, written by hand. `back`
//! after the command says that `untick`, or the command that follows it, gives the file before again; `crlf` and `bom` say that the file has such
//! line ends and such a mark, `cut` that its last line has no line break.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;

use rollbook::calendar::{Date, parse_date};
use rollbook::document::front::StateWord;
use rollbook::edit::{CLEARABLE, Change, Edited, Refusal, Target, set, tick, untick};
use rollbook::path::SourcePath;

fn as_of() -> Date {
    parse_date("2026-06-01").unwrap()
}

/// `stages/pilot/items/users`, or `checklist/#0` for the first element of a list.
fn target(words: &str) -> Target {
    match words.split_once("/#") {
        Some((keys, index)) => Target::element(keys.split('/'), index.parse().unwrap()),
        None => Target::entry(words.split('/')),
    }
}

/// `state=done by="Service owner"`.
fn change(words: &str) -> Change {
    let mut change = Change::default();
    let mut rest = words.trim();
    while let Some((key, value)) = rest.split_once('=') {
        let (value, after) = match value.strip_prefix('"') {
            Some(value) => value.split_once('"').unwrap(),
            None => value.split_once(' ').unwrap_or((value, "")),
        };
        rest = after.trim_start();
        let text = Some(value.to_owned());
        match key {
            "state" => change.state = StateWord::ALL.into_iter().find(|word| word.word() == value),
            "date" => change.date = parse_date(value),
            "until" => change.until = parse_date(value),
            "by" => change.by = text,
            "reason" => change.reason = text,
            "owner" => change.owner = text,
            "due" => change.due = text,
            "note" => change.note = text,
            "answer" => change.answer = text,
            "clear" => change.clear.extend(CLEARABLE.into_iter().find(|known| *known == value)),
            "evidence" => change.evidence.extend(text),
            _ => panic!("there is no key `{key}`"),
        }
    }
    change
}

fn run(command: &str, text: &str) -> Result<Edited, Refusal> {
    let path = SourcePath::new("content/projects/p.md");
    let (verb, rest) = command.split_once(' ').unwrap();
    let (place, words) = rest.split_once(' ').unwrap_or((rest, ""));
    match verb {
        "tick" => tick(&path, text, &target(place), as_of()),
        "untick" => untick(&path, text, &target(place)),
        "set" => set(&path, text, &target(place), &change(words), as_of()),
        _ => panic!("there is no command `{verb}`"),
    }
}

/// What is wrong with a case, if anything.
fn judge(case: &str) -> Option<String> {
    let (head, rest) = case.split_once("-- before --\n").unwrap();
    let (before, after) = rest.split_once("-- after --\n").unwrap_or((rest, ""));
    let mut lines = head.lines();
    let (title, command) = (lines.next().unwrap(), lines.next().unwrap());
    let flags: Vec<&str> = lines.collect();
    let disk = |text: &str| {
        let text = if flags.contains(&"crlf") { text.replace('\n', "\r\n") } else { text.to_owned() };
        let text = if flags.contains(&"cut") { text.trim_end().to_owned() } else { text };
        if flags.contains(&"bom") { format!("\u{feff}{text}") } else { text }
    };
    let (before, after) = (disk(before), disk(after));
    let refused = flags.iter().find_map(|flag| flag.strip_prefix("refused: "));
    let dropped: Vec<&str> = flags.iter().filter_map(|flag| flag.strip_prefix("dropped: ")).collect();
    let wrong = |what: &str, found: &str, expected: &str| Some(format!("{title}\n{what}:\n{found}\nexpected:\n{expected}\n\n"));
    match (run(command, &before), refused) {
        (Err(refusal), Some(words)) if refusal.message.contains(words) => None,
        (Err(refusal), words) => wrong("refused", &refusal.message, words.unwrap_or(&after)),
        (Ok(edited), Some(words)) => wrong("not refused", &edited.text, words),
        (Ok(edited), None) if edited.text != after => wrong("found", &edited.text, &after),
        (Ok(edited), None) if edited.dropped != dropped => wrong("dropped", &format!("{:?}", edited.dropped), &format!("{dropped:?}")),
        (Ok(edited), None) => match flags.iter().find_map(|flag| if *flag == "back" { Some("") } else { flag.strip_prefix("back: ") }) {
            Some(back) => {
                let place = command.split(' ').nth(1).unwrap();
                let back = if back.is_empty() { format!("untick {place}") } else { back.replacen(' ', &format!(" {place} "), 1) };
                match run(&back, &edited.text) {
                    Ok(back) if back.text == before => None,
                    Ok(back) => wrong("not the same again", &back.text, &before),
                    Err(refusal) => wrong("refused the way back", &refusal.message, &before),
                }
            }
            None => None,
        },
    }
}

#[test]
fn every_edit_gives_the_text_that_was_written_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edit");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let cases: Vec<&str> = texts.iter().flat_map(|text| text.split("== ").skip(1)).collect();
    assert!(cases.len() > 60, "the cases were not found");
    let wrong: String = cases.iter().filter_map(|case| judge(case)).collect();
    assert!(wrong.is_empty(), "{wrong}");
}
