//! Tests of imports: a document for each kind of difficulty with what becomes of it, and what holds for any document. Not done here: reading
//! files.

use std::fmt::Write as _;

use super::*;

/// A test for each file of `tests/import`; what became of it stands beside it, `NAME.snap`.
macro_rules! fixtures {
    ($($name:ident),*) => {
        $(
            #[test]
            fn $name() {
                let text = include_str!(concat!("../../tests/import/", stringify!($name), ".md"));
                insta::with_settings!({ snapshot_path => "../../tests/import", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(stringify!($name), show(concat!(stringify!($name), ".md"), text));
                });
            }
        )*

        #[test]
        fn every_fixture_is_tested() {
            #[expect(clippy::disallowed_methods, reason = "only the folder knows which fixtures there are")]
            let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import")).unwrap();
            let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut there: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
            there.sort();
            assert_eq!(there, [$(concat!(stringify!($name), ".md")),*]);
        }
    };
}

fixtures! { halves, nesting, release, torn, wiki, windows }

/// As `read`, in a book where only `pilot` and `b.md` can be linked to.
fn import(name: &str, text: &str) -> Import {
    read(name, text, &mut |target| matches!(target, Target::Reference(id) if id == "pilot") || *target == Target::Path("b.md".into(), None))
}

fn show(name: &str, text: &str) -> String {
    let import = import(name, text);
    let mut out = stage_file(&import, true);
    let report = &import.report;
    let (items, ignored) = (import.items.len(), report.ignored.len());
    let _ = writeln!(
        out,
        "===\n{} boxes: {items} items ({} must, {} ticked, {} groups), {ignored} ignored",
        report.boxes,
        import.musts(),
        import.ticked(),
        import.groups()
    );
    for ignored in &report.ignored {
        let _ = writeln!(out, "{}: box {}", ignored.line, ignored.why);
    }
    for remark in &report.remarks {
        let _ = writeln!(out, "{}: {}", remark.line, remark.what);
    }
    let lines: Vec<String> = import.items.iter().map(|item| format!("{} {}", item.line, item.id)).collect();
    out + &lines.join("\n")
}

mod properties {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::document::front::Front;
    use crate::document::markdown::Options;
    use crate::document::{Document, parse};
    use crate::path::SourcePath;

    /// What a line may begin with; `@` becomes a word that stands nowhere else.
    #[rustfmt::skip]
    const LINES: &[&str] = &[
        "- [ ] @", "- [x] (R) @", "* [X] **@**", "1. [ ] @ *@*", "2) [ ] @ [@](b.md)", "- [ ] @ [@](@.md)", "+ [ ] `@`", "- @", "1. @ [@]", "- [@](b.md)",
        "- - [ ] @", "> - [ ] @", "> @", "@", "  @", "# @", "## @", "@\n===", "```\n- [ ] @\n```", "    - [ ] @", "<!-- @ [ ] -->", "<p>\n- [ ] @\n</p>",
        "| [ ] @ | `[x]` |\n|---|---|\n| @ | [x] |", "[@]: b.md", "[^1]: @", "- [ ] @ [^1]", "- [ ]", "[ ] @", "---", "", "", "\t@", "- [ ] # @", "- [ ] 1. @\n\n  @", "![@](@.png)",
        "[[@ @", "- [ ] [[@] @", "[@](@.md", "[@] (@.md)", "[[]] [[|@]]", "[[@|@ [@](b.md)]]", "| [[@|@]] |\n|---|---|\n| @ |",
    ];

    /// Any order of such lines, at any depth.
    fn document() -> impl Strategy<Value = String> {
        let indent = prop::sample::select(&["", "", "  ", "    ", "\t", "> ", "      "]);
        prop::collection::vec((indent, prop::sample::select(LINES)), 0..24).prop_map(|lines| {
            let mut words = 0;
            let mut text = String::new();
            for (indent, line) in lines {
                for line in line.split('\n') {
                    text.push_str(indent);
                    for c in line.chars() {
                        match c {
                            '@' => {
                                let _ = write!(text, "word{words}x");
                                words += 1;
                            }
                            c => text.push(c),
                        }
                    }
                    text.push('\n');
                }
            }
            text
        })
    }

    fn stage(text: &str) -> Document {
        parse("content", &SourcePath::new("content/stages/01-a.md"), text, Options::default())
    }

    fn words(text: &str) -> BTreeSet<&str> {
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.starts_with("word")).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_box_is_an_item_or_ignored_and_no_word_is_lost(text in document()) {
            let import = import("a.md", &text);
            let dropped: Vec<String> = import.report.remarks.iter().map(|remark| remark.what.to_string()).collect();
            let kept = stage_file(&import, true) + &dropped.concat();
            prop_assert_eq!(import.report.boxes, import.items.len() + import.report.ignored.len());
            let written = text.matches("[ ]").count() + text.matches("[x]").count() + text.matches("[X]").count();
            prop_assert_eq!(import.report.boxes, written);
            let (before, after) = (words(&text), words(&kept));
            let lost: Vec<_> = before.difference(&after).collect();
            prop_assert!(lost.is_empty(), "{:?} lost in\n{}", lost, kept);
        }

        #[test]
        fn the_stage_is_read_as_it_was_meant(text in document()) {
            let import = import("a.md", &text);
            if import.items.is_empty() {
                return Ok(());
            }
            let document = stage(&stage_file(&import, true));
            prop_assert_eq!(&document.diagnostics, &vec![]);
            prop_assert_eq!(&document.title, &import.title);
            let Front::Stage(front) = document.front else { panic!("a stage") };
            let read: Vec<_> = front.checklist.iter().map(|item| (item.id.value.clone(), item.must, item.state.is_some(), item.group.clone())).collect();
            let meant: Vec<_> = import.items.iter().map(|item| (item.id.clone(), item.must, item.ticked, item.group.clone())).collect();
            prop_assert_eq!(read, meant);
            let ids: BTreeSet<&str> = import.items.iter().map(|item| item.id.as_str()).collect();
            prop_assert_eq!(ids.len(), import.items.len());
            // What stays has no task in it any more, so that a second import finds nothing.
            let again = super::import("a.md", &format!("---\ntitle: a\n---\n{}", import.body));
            prop_assert!(again.items.is_empty(), "{:?} in\n{}", again.items, import.body);
        }
    }
}
