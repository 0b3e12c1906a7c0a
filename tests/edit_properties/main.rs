//! Edits of generated files: project and stage files in YAML and TOML, in many styles. Untouched lines stay, a tick is one line and can be taken
//! back, what is asked for is what is read afterwards, and nothing makes it panic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod files;

use files::{Container, Form, ITEMS, Style, file, form, form_without_state};
use proptest::prelude::*;
use proptest::sample::select;
use rollbook::calendar::{Date, parse_date};
use rollbook::document::front::{Front, Item, ProjectStage, State, StateWord};
use rollbook::document::markdown::Options;
use rollbook::document::parse;
use rollbook::edit::{Change, Edited, Target, set, tick, untick};
use rollbook::path::SourcePath;

fn as_of() -> Date {
    parse_date("2026-06-01").unwrap()
}

fn path(style: &Style) -> SourcePath {
    SourcePath::new(if style.note { "content/projects/p/02-pilot.md" } else { "content/projects/p.md" })
}

fn target(style: &Style) -> Target {
    if style.note { Target::entry(["items", "x"]) } else { Target::entry(["stages", "pilot", "items", "x"]) }
}

fn stage(style: &Style, text: &str) -> ProjectStage {
    match parse("content", &path(style), text, Options::default()).front {
        Front::Project(project) => project.stages.get("pilot").map(|stage| stage.value.clone()).unwrap_or_default(),
        Front::ProjectStage(stage) => stage,
        _ => panic!("not a project's file"),
    }
}

fn state(style: &Style, text: &str) -> Option<State> {
    stage(style, text).items.into_iter().find(|(key, _)| key.value == "x").map(|(_, state)| state)
}

fn word(state: Option<&State>) -> StateWord {
    state.map_or(StateWord::Todo, |state| state.state.value)
}

/// How many lines differ, before and after, between what both begin and end with.
fn changed_lines(before: &str, after: &str) -> (usize, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(one, other)| one == other).count();
    (old.len() - head - tail, new.len() - head - tail)
}

/// True for a map in lines in which a state and its day stand on two of them.
fn takes_two_lines(form: &Form) -> bool {
    matches!(form, Form::Map { keys, braces: false } if keys.iter().any(|(key, _)| *key == "date"))
}

/// How many of the generator's comments are there.
fn comments(text: &str) -> usize {
    text.matches("# a remark").count() + text.matches("# below").count()
}

fn change(word: StateWord) -> Change {
    Change { state: Some(word), ..Change::default() }
}

/// The words that an author may have written for a state and that a command writes as well.
fn is_written_as_set_writes(form: &Form) -> bool {
    let plain = |value: &str| !matches!(value, "true" | "false");
    let two_days = |keys: &[(&str, &str)]| keys.contains(&("state", "2026-05-04")) && keys.iter().any(|(key, _)| *key == "date");
    match form {
        Form::Absent | Form::Empty => false,
        Form::Short(value) => plain(value),
        Form::Map { keys, .. } => !two_days(keys) && keys.iter().any(|(key, value)| *key == "state" && plain(value)),
    }
}

/// What says again what the state says now.
fn as_it_is(state: &State) -> Change {
    Change { date: state.date.as_ref().map(|date| date.value), by: state.by.clone(), ..change(state.state.value) }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, max_global_rejects: 10_000_000, ..ProptestConfig::default() })]

    #[test]
    fn a_tick_is_one_line_and_says_done(file in file(form())) {
        let Edited { text, .. } = tick(&path(&file.style), &file.text, &target(&file.style), as_of()).unwrap();
        let after = state(&file.style, &text).unwrap();
        prop_assert_eq!(after.state.value, StateWord::Done);
        prop_assert_eq!(comments(&file.text), comments(&text));
        let (removed, added) = changed_lines(&file.text, &text);
        if matches!(file.container, Container::Missing) && !file.style.toml {
            prop_assert_eq!((removed, added), (0, 2));
        } else if matches!(file.container, Container::Empty) && file.style.comments {
            prop_assert_eq!((removed, added), (0, 1));
        } else if !takes_two_lines(&file.target) {
            prop_assert!(removed <= 1 && added <= 1, "{removed} {added}\n{}\n{text}", file.text);
        }
    }

    #[test]
    fn a_tick_taken_back_leaves_a_file_as_it_was(file in file(form_without_state())) {
        let (path, target) = (path(&file.style), target(&file.style));
        let ticked = tick(&path, &file.text, &target, as_of()).unwrap();
        prop_assert_eq!(word(state(&file.style, &ticked.text).as_ref()), StateWord::Done);
        prop_assert_eq!(untick(&path, &ticked.text, &target).unwrap().text, file.text);
    }

    #[test]
    fn whatever_was_written_a_tick_taken_back_says_to_do_and_ticked_again_the_same(file in file(form())) {
        let (path, target) = (path(&file.style), target(&file.style));
        let ticked = tick(&path, &file.text, &target, as_of()).unwrap().text;
        let back = untick(&path, &ticked, &target).unwrap().text;
        prop_assert_eq!(word(state(&file.style, &back).as_ref()), StateWord::Todo);
        // A day or a role in a map of its own goes, with the remark on its line.
        let takes_day_away = matches!(&file.target, Form::Map { keys, .. } if keys.iter().any(|(key, _)| ["date", "by"].contains(key)));
        prop_assume!(!takes_day_away && ticked.contains("2026-06-01"));
        prop_assert_eq!(comments(&ticked), comments(&back));
        prop_assert_eq!(tick(&path, &back, &target, as_of()).unwrap().text, ticked);
    }

    #[test]
    fn untick_takes_no_line_away_that_a_tick_would_not_write_again(file in file(form())) {
        let (path, target) = (path(&file.style), target(&file.style));
        prop_assume!(word(state(&file.style, &file.text).as_ref()) == StateWord::Done);
        let before = state(&file.style, &file.text).unwrap();
        let back = untick(&path, &file.text, &target).unwrap().text;
        let kept = state(&file.style, &back).is_some() && back.contains("todo");
        let again = before.date.map(|date| tick(&path, &back, &target, date.value).unwrap().text);
        prop_assert!(kept || again.as_ref() == Some(&file.text), "{}\n{back}", file.text);
    }

    #[test]
    fn a_state_set_and_set_back_leaves_a_file_as_it_was(file in file(form()), other in select(vec![StateWord::Todo, StateWord::Doing, StateWord::Done, StateWord::Blocked])) {
        prop_assume!(is_written_as_set_writes(&file.target));
        let (path, target) = (path(&file.style), target(&file.style));
        let before = state(&file.style, &file.text).unwrap();
        // Who, of what nobody has begun: that goes on the way back, and can't be said again.
        prop_assume!(before.state.value != StateWord::Todo || before.by.is_none());
        let reason = (other == StateWord::Blocked).then(|| "A: reason".to_owned());
        let there = set(&path, &file.text, &target, &Change { reason, ..change(other) }, as_of()).unwrap();
        prop_assert_eq!(word(state(&file.style, &there.text).as_ref()), other);
        // What was dropped has been named, and comes to another place when it is given again; a lone state in braces has a shorter form.
        prop_assume!(there.dropped.iter().all(|dropped| parse_date(dropped).is_some()));
        prop_assume!(other != StateWord::Blocked || !matches!(&file.target, Form::Map { keys, .. } if keys.len() == 1));
        // Quotes around a day are an author's, and so are single ones in TOML.
        prop_assume!(!file.text.contains("'2026-05-04'"));
        let back = set(&path, &there.text, &target, &as_it_is(&before), as_of()).unwrap();
        prop_assert_eq!(back.text, file.text);
    }

    #[test]
    fn what_is_set_is_read_and_the_rest_stays(file in file(form()), word in select(StateWord::ALL.to_vec()), note in "[ -~é]{1,12}", keys in any::<[bool; 4]>()) {
        prop_assume!(!note.trim().is_empty());
        let (path, target) = (path(&file.style), target(&file.style));
        let text = |wanted: bool| wanted.then(|| note.clone());
        let link = format!("https://example.com/{note}");
        let wanted = Change {
            state: Some(word), by: text(keys[0]), reason: text(keys[1]), note: text(keys[2]),
            evidence: if keys[3] { vec![link.clone()] } else { Vec::new() }, due: Some("end-1w".to_owned()), ..Change::default()
        };
        let fits = match word {
            StateWord::Todo => !keys[0] && !keys[1],
            StateWord::Doing | StateWord::Done => !keys[1],
            _ => true,
        };
        let after = set(&path, &file.text, &target, &wanted, as_of());
        prop_assert!(fits == after.is_ok());
        let Ok(after) = after else { return Ok(()) };
        let now = state(&file.style, &after.text).unwrap();
        prop_assert_eq!(now.state.value, word);
        prop_assert!(!after.dropped.is_empty() || comments(&file.text) == comments(&after.text));
        for (wanted, found) in [(&wanted.by, &now.by), (&wanted.reason, &now.reason), (&wanted.note, &now.note)] {
            prop_assert!(wanted.is_none() || wanted == found);
        }
        prop_assert!(!keys[3] || now.evidence.iter().any(|evidence| evidence.link.value == link));
        let others = |text: &str| {
            let mut items = stage(&file.style, text).items;
            items.retain(|(key, _)| key.value != "x");
            items.into_iter().map(|(key, state)| (key.value, state.state.value, state.date.map(|date| date.value), state.note)).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&file.text), others(&after.text));
        // The same again changes nothing.
        prop_assert_eq!(set(&path, &after.text, &target, &wanted, as_of()).unwrap().text, after.text);
    }

    #[test]
    fn a_broken_file_is_edited_rightly_or_not_at_all(file in file(form()), at in any::<prop::sample::Index>(), cut in 0..4_usize, with in select(vec!["", "\"", "'", "{", "}", "[", "]", ":", ": ", " #", "\n", "\t", "&a ", "*last", "|", ">", "- ", ",", "=", ".", "é", "\r"])) {
        let bounds: Vec<usize> = file.text.char_indices().map(|(at, _)| at).chain([file.text.len()]).collect();
        let from = at.index(bounds.len());
        let to = (from + cut).min(bounds.len() - 1);
        let text = format!("{}{with}{}", &file.text[..bounds[from]], &file.text[bounds[to]..]);
        let (path, target) = (path(&file.style), target(&file.style));
        if let Ok(edited) = tick(&path, &text, &target, as_of()) {
            prop_assert_eq!(word(state(&file.style, &edited.text).as_ref()), StateWord::Done, "{}\n{}", text, edited.text);
            let _ = untick(&path, &edited.text, &target);
        }
        let _ = set(&path, &text, &target, &Change { reason: Some("R".to_owned()), evidence: vec!["b.md".to_owned()], ..change(StateWord::Blocked) }, as_of());
    }

    #[test]
    fn no_text_makes_it_panic(text in "(---|\\+\\+\\+)\n([a-c:= \\-\\[\\]{}\"'#&*|>,.\n\r\t~!?é]|items|x|done){0,40}\n(---|\\+\\+\\+)\n?") {
        let path = SourcePath::new("content/projects/p/02-pilot.md");
        for target in [Target::entry(["items", "x"]), Target::element(["items"], 0), Target::entry(["x"])] {
            let _ = tick(&path, &text, &target, as_of());
            let _ = untick(&path, &text, &target);
            let all = Change { by: Some("A".to_owned()), note: Some("B".to_owned()), evidence: vec!["C".to_owned()], ..change(StateWord::Waived) };
            let _ = set(&path, &text, &target, &all, as_of());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, max_global_rejects: 10_000_000, ..ProptestConfig::default() })]

    #[test]
    fn an_item_of_a_checklist_is_ticked_and_the_tick_taken_back(
        items in proptest::collection::vec(select(ITEMS.to_vec()), 1..5), at in any::<prop::sample::Index>(), form in 0..4_usize, crlf in any::<bool>(), comment in any::<bool>(),
    ) {
        let comment = if comment { "  # said: twice" } else { "" };
        let mut text = match form {
            0 => {
                let item = |item: &str| if item.contains('\n') || item.starts_with("text:") { format!("  - {item}\n") } else { format!("  - {item}{comment}\n") };
                format!("---\nwindow: Week 1-8\nchecklist:\n{}gate: {{ question: Go? }}\n---\n", items.iter().map(|(yaml, _)| item(yaml)).collect::<String>())
            }
            1 => {
                let flow: Vec<&str> = items.iter().map(|(yaml, _)| *yaml).filter(|item| !item.contains(['\n']) && !item.starts_with("text:") && !item.starts_with("Plain")).collect();
                prop_assume!(!flow.is_empty());
                format!("---\nchecklist: [ {} ]{comment}\n---\n", flow.join(", "))
            }
            2 => format!("+++\nchecklist = [\n{}]{comment}\n+++\n", items.iter().map(|(_, toml)| format!("  {toml},{comment}\n")).collect::<String>()),
            _ => {
                let table = |(n, _): (usize, &(&str, &str))| format!("[[checklist]]{comment}\ntext = \"Item {n}\"\n");
                format!("+++\n{}+++\n", items.iter().enumerate().map(table).collect::<String>())
            }
        };
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let path = SourcePath::new("content/stages/01-a.md");
        let items = |text: &str| -> Vec<Item> {
            match parse("content", &path, text, Options::default()).front {
                Front::Stage(stage) => stage.checklist,
                _ => panic!("not a stage"),
            }
        };
        let before = items(&text);
        let index = at.index(before.len());
        let target = Target::element(["checklist"], index);
        let ticked = tick(&path, &text, &target, as_of()).unwrap();
        let after = items(&ticked.text);
        prop_assert_eq!(after.len(), before.len());
        for (n, (was, is)) in before.iter().zip(&after).enumerate() {
            prop_assert_eq!((&was.id.value, &was.text.plain), (&is.id.value, &is.text.plain));
            prop_assert_eq!(is.state.as_ref().map(|state| state.state.value), (n == index).then_some(StateWord::Done));
        }
        prop_assert_eq!(untick(&path, &ticked.text, &target).unwrap().text, text);
    }
}
