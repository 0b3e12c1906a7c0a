//! What is taken out of the built-in theme works in the book, and is known again.

use std::collections::{BTreeMap, BTreeSet};

use super::eject::{Ejected, Wanted, plan, whole_file};
use super::piece::{Kind, Piece, pieces};
use super::state::{Override, State, overrides};
use crate::calendar::parse_date;
use crate::path::SourcePath;
use crate::pipeline::Pipeline;
use crate::source::{File, Sources};

/// The files for what is wanted, in a book of these.
fn eject(book: &[(&str, &str)], wanted: &[Wanted]) -> Result<Vec<Ejected>, String> {
    let config = crate::config::Config::parse("[book]\nid = \"a\"\nlanguage = \"de\"\n", &mut Vec::new());
    let book: BTreeMap<&str, &str> = book.iter().copied().collect();
    plan(&config, wanted, false, &|path| Ok(book.get(path.as_str()).map(|text| text.as_bytes().to_vec())))
        .map_err(|refused| refused.to_string())
}

/// A book of these files, and what it replaces.
fn book(files: &[(String, String)]) -> (Sources, Vec<Override>) {
    let files: String = files.iter().map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    let sources = Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"de\"\n{files}"));
    let found = overrides(&sources);
    (sources, found)
}

fn states(found: &[Override]) -> Vec<(&str, State)> {
    found.iter().map(|own| (own.original.as_str(), own.state)).collect()
}

#[test]
fn every_piece_can_be_taken_out_and_changes_nothing_then() {
    let pieces = pieces();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Word) {
        // A block inside another one comes with that one.
        let inner = |piece: &Piece| {
            let opening = piece.name.rsplit_once(':').map(|(template, block)| (format!("{template}:"), format!("block {block} ")));
            opening.is_some_and(|(template, opening)| {
                pieces.iter().any(|outer| outer.name != piece.name && outer.name.starts_with(&template) && outer.text().contains(&opening))
            })
        };
        let taken: Vec<&Piece> = pieces.iter().filter(|piece| piece.kind == kind && !inner(piece)).collect();
        let wanted = |piece: &&Piece| match kind {
            Kind::Block => Wanted::Block(piece.name.clone()),
            Kind::Component => Wanted::Component(piece.name.clone()),
            Kind::Token => Wanted::Token(piece.name.clone()),
            _ => Wanted::File(piece.name.clone()),
        };
        let files = eject(&[], &taken.iter().map(wanted).collect::<Vec<_>>()).unwrap();
        let files: Vec<(String, String)> =
            files.into_iter().map(|file| (file.path.to_string(), String::from_utf8(file.after).unwrap())).collect();
        let (sources, found) = book(&files);
        let is_file = matches!(kind, Kind::Template | Kind::Words | Kind::Asset);
        let expected = if is_file { State::Same } else { State::UpToDate };
        let known: BTreeSet<(String, State)> = found.iter().map(|own| (own.original.clone(), own.state)).collect();
        assert_eq!(known, taken.iter().map(|piece| (piece.origin(), expected)).collect(), "{kind:?}");
        let built = Pipeline::default().check(&sources, parse_date("2026-06-01").unwrap(), &mut |_| {});
        assert!(built.diagnostics.is_empty(), "{kind:?}: {:?}", built.diagnostics);
    }
}

#[test]
fn pieces_for_one_file_go_into_it_together_and_after_what_is_there() {
    let wanted = [Wanted::Word("menu".to_owned()), Wanted::Word("in-days".to_owned())];
    let files = eject(&[("themes/default/locales/de.ftl", "next = Los")], &wanted).unwrap();
    assert_eq!(files.len(), 1);
    let after = String::from_utf8(files[0].after.clone()).unwrap();
    assert!(after.starts_with("next = Los\n# rollbook ") && after.ends_with("    }\n"), "{after}");
    let (_, found) = book(&[(files[0].path.to_string(), after.clone())]);
    assert_eq!(states(&found), [("default/locales/de.ftl:menu", State::UpToDate), ("default/locales/de.ftl:in-days", State::UpToDate)]);
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let one = |path, text, wanted: Wanted| eject(&[(path, text)], &[wanted]).unwrap_err();
    let block = || Wanted::Block("page.html:content".to_owned());
    assert_eq!(
        one("themes/default/templates/page.html", "{% extends \"default/page.html\" %}\n{% block content %}{% endblock %}", block()),
        "themes/default/templates/page.html:2: `content` is there already: change it here"
    );
    assert_eq!(
        one("themes/default/templates/page.html", "<p>", block()),
        "themes/default/templates/page.html:1: this template does not extend `default/page.html`: add the block by hand"
    );
    assert_eq!(one("themes/default/static/site.css", "", Wanted::File("site.css".to_owned())), "themes/default/static/site.css exists");
    assert_eq!(
        one("themes/default/static/book.css", ":root{--accent:red}", Wanted::Token("accent".to_owned())),
        "themes/default/static/book.css:1: `--accent` is there already: change it here"
    );
}

#[test]
fn a_file_that_is_no_text_is_taken_out_as_it_is_and_replaced_only_by_force() {
    let config = crate::config::Config::parse("[book]\nid = \"a\"\n", &mut Vec::new());
    let there = |_: &SourcePath| Ok(Some(vec![0xff, 0xfe]));
    let planned = |wanted, force| plan(&config, &[wanted], force, &there).map_err(|refused| refused.to_string());
    let whole = || Wanted::File("stage.html".to_owned());
    assert_eq!(planned(whole(), false).unwrap_err(), "themes/default/templates/stage.html exists");
    let file = planned(whole(), true).unwrap().remove(0);
    assert_eq!(file.before.as_deref(), Some(&[0xff, 0xfe][..]));
    assert!(String::from_utf8(file.after).unwrap().contains("{% extends"));
    assert_eq!(
        planned(Wanted::Word("menu".to_owned()), true).unwrap_err(),
        "themes/default/locales/en.ftl:1: this file is not UTF-8: nothing can be added to it"
    );
    let image = Piece {
        kind: Kind::Asset,
        name: "a.png".to_owned(),
        file: "static/a.png".to_owned(),
        about: String::new(),
        said: File::Bytes([0x89, 0xff].into()),
    };
    assert_eq!(whole_file(&image), [0x89, 0xff]);
}

#[test]
fn what_nothing_is_called_is_refused_with_what_was_meant() {
    let refused = |wanted| eject(&[], &[wanted]).unwrap_err();
    assert_eq!(
        refused(Wanted::File("stge.html".to_owned())),
        "there is no file in the built-in theme called `stge.html`; did you mean `stage.html`?"
    );
    assert_eq!(
        refused(Wanted::Block("stage.html:ledge".to_owned())),
        "there is no block `stage.html:ledge`; did you mean `stage.html:lede`?"
    );
    assert_eq!(refused(Wanted::Component("ui.marc".to_owned())), "there is no component `ui.marc`; did you mean `ui.mark`?");
    assert_eq!(refused(Wanted::Word("menue".to_owned())), "there is no word `menue`; did you mean `menu`?");
}

#[test]
fn an_original_that_has_changed_or_is_gone_is_told_with_what_differs() {
    let stamp = |origin: &str| format!("{{#- rollbook 0.0.9 {origin} 0123456789abcdef -#}}\n");
    let base = format!(
        "{}{{% block title %}}{{% endblock %}}{{% block main %}}{{% endblock %}}{{% block hero %}}{{% endblock %}}\n",
        stamp("default/base.html")
    );
    let (_, found) = book(&[
        ("themes/default/templates/base.html".to_owned(), base),
        (
            "themes/default/templates/own.html".to_owned(),
            format!("{}{{% component ui.gone() %}}{{% endcomponent %}}\n", stamp("default/components/ui.html:ui.gone")),
        ),
        ("themes/default/templates/page.html".to_owned(), "{% extends \"default/page.html\" %}\n".to_owned()),
        ("themes/default/templates/mark.html".to_owned(), "{% component ui.mark() %}{% endcomponent %}\n".to_owned()),
        ("themes/default/static/more.css".to_owned(), "p {}\n".to_owned()),
    ]);
    assert_eq!(
        states(&found),
        [
            ("default/base.html", State::Changed),
            ("default/components/ui.html:ui.mark", State::UnknownOrigin),
            ("default/components/ui.html:ui.gone", State::Gone),
            ("default/page.html", State::UnknownOrigin),
        ]
    );
    assert_eq!((found[0].only_here.as_slice(), found[0].version.as_deref()), (&["block `hero`".to_owned()][..], Some("0.0.9")));
    assert!(found[0].only_there.contains(&"block `footer`".to_owned()), "{:?}", found[0].only_there);
}
