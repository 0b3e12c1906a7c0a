//! What is wrong with a theme is said where it stands, and a book replaces single parts of the built-in one.

use std::sync::Arc;

use super::{Need, Theme};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::source::Sources;

/// The findings in a theme of which these files differ from the built-in one's: place, what stands there, message and help.
fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let fixture: String = files.iter().map(|(name, text)| format!("-- themes/default/{name} --\n{text}\n")).collect();
    let sources = Sources::from_fixture(&fixture);
    let load = |need| {
        let mut diagnostics = Vec::new();
        let loaded = Theme::load(&sources, &Arc::new(Locale::english()), need, &mut diagnostics).is_some();
        assert!(loaded || !diagnostics.is_empty());
        diagnostics
    };
    let diagnostics = load(Need::Many);
    assert_eq!(load(Need::Few), diagnostics);
    let shown = |finding: &Diagnostic| {
        let path = finding.place.path.as_str().strip_prefix("themes/default/").unwrap();
        let part = finding.place.span.map(|span| &sources.text(&finding.place.path).unwrap()[span.start..span.end]);
        format!("{path} «{}» {}", part.unwrap_or_default(), finding.help.as_ref().unwrap_or(&finding.message))
    };
    diagnostics.iter().map(shown).collect()
}

#[test]
fn every_template_that_cannot_be_read_is_reported() {
    let found = faults(&[
        ("templates/home.html", "{% if %}"),
        ("templates/cause.html", "<p>{{ a | } }}"),
        ("templates/own.html", "{% extends \"none\" %}"),
    ]);
    let files: Vec<&str> = found.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
    assert_eq!(files, ["templates/cause.html", "templates/home.html"], "{found:?}");
}

#[test]
fn what_templates_lack_is_reported_for_each_where_it_is_wanted() {
    let found = faults(&[
        ("templates/a.html", "ü{{ a | shrink }}{{ <ui.none /> }}\n\n\t{{ b is odder }}{{ now() }}"),
        ("templates/b.html", "{% include \"none.html\" %}{% <x> %}a{% </x> %}"),
    ]);
    assert_eq!(
        found,
        [
            "templates/a.html «shrink» Unknown filter `shrink`",
            "templates/a.html «<» did you mean `ui.code`?",
            "templates/a.html «odder» Unknown test `odder`",
            "templates/a.html «now» Unknown function `now`",
            "templates/b.html «\"» Unknown template `none.html`",
            "templates/b.html «<» Unknown component `x`",
        ]
    );
}

#[test]
fn what_is_wrong_between_templates_names_one_of_them() {
    let extends = |name: &str| format!("{{% extends \"{name}\" %}}");
    let file =
        |files: &[(&str, &str)]| faults(files).iter().map(|finding| finding.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(file(&[("templates/a.html", &extends("none.html"))]), ["templates/a.html"]);
    assert_eq!(file(&[("templates/a.html", &extends("b.html")), ("templates/b.html", &extends("a.html"))]), ["templates/a.html"]);
    assert_eq!(
        file(&[("templates/b.html", "{% include \"c.html\" %}"), ("templates/c.html", "{% include \"b.html\" %}")]),
        ["templates/b.html"]
    );
    let twice = "{% component mine() %}{% endcomponent mine %}{{ <mine /> }}";
    assert_eq!(file(&[("templates/own/b.html", twice), ("templates/own/c.html", twice)]), ["templates/own/b.html", "templates/own/c.html"]);
}

#[test]
fn a_file_that_a_theme_has_no_use_for_is_reported() {
    let found = faults(&[("template/home.html", ""), ("statics/a/b.css", ""), ("site.css", ""), ("base.html", ""), ("fonts/a.txt", "")]);
    assert_eq!(
        found,
        [
            "base.html «» did you mean `templates/base.html`?",
            "fonts/a.txt «» templates stand in `templates/`, words in `locales/`, all that is copied as it is in `static/`",
            "site.css «» did you mean `static/site.css`?",
            "statics/a/b.css «» did you mean `static/a/b.css`?",
            "template/home.html «» did you mean `templates/home.html`?",
        ]
    );
    assert_eq!(faults(&[("README.md", ""), ("LICENSE", ""), ("static/a.css", "")]), [""; 0]);
}

/// What a book of these theme files shows: a page of this kind, or what is wrong.
fn shown(files: &[(&str, &str)], kind: &str) -> String {
    let fixture: String = files.iter().map(|(name, text)| format!("-- themes/default/{name} --\n{text}\n")).collect();
    let sources = Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"a\"\ntitle = \"A book\"\n{fixture}"));
    let built = crate::pipeline::Pipeline::default().build(&sources, crate::calendar::parse_date("2026-06-01").unwrap(), None, &mut |_| {});
    match built.diagnostics.is_empty() {
        true => String::from_utf8(built.site.files[&crate::path::OutputPath::new(kind)].to_vec()).unwrap(),
        false => built.diagnostics.iter().map(|finding| format!("{} {}\n", finding.place.path, finding.message)).collect(),
    }
}

#[test]
fn a_block_of_one_page_kind_is_replaced_and_keeps_what_was_there_if_it_says_so() {
    let own = "{% extends \"default/home.html\" %}{% block lede %}<i>own</i>{{ super() }}{% endblock %}";
    let home = shown(&[("templates/home.html", own)], "index.html");
    assert!(home.contains("<i>own</i>") && home.contains("id=\"_main\""), "{home}");
    assert!(!shown(&[("templates/home.html", own)], "404.html").contains("<i>own</i>"));
}

#[test]
fn a_block_of_the_frame_is_replaced_on_every_page() {
    let own = "{% extends \"default/base.html\" %}{% block footer %}{{ super() }}<i>own</i>{% endblock %}";
    for page in ["index.html", "404.html"] {
        let html = shown(&[("templates/base.html", own)], page);
        assert!(html.contains("A book</p>") && html.contains("<i>own</i>"), "{html}");
    }
    // Both at once, and the frame is the book's there too.
    let home = "{% extends \"default/home.html\" %}{% block lede %}<i>lede</i>{% endblock %}";
    let html = shown(&[("templates/base.html", own), ("templates/home.html", home)], "index.html");
    assert!(html.contains("<i>own</i>") && html.contains("<i>lede</i>"), "{html}");
}

#[test]
fn a_component_is_replaced_from_any_file_and_the_others_of_its_file_stay() {
    let own = "{% component ui.mark() %}<i>mark</i>{% endcomponent ui.mark %}";
    for file in ["templates/own.html", "templates/components/ui.html"] {
        let html = shown(&[(file, own)], "index.html");
        assert!(html.contains("<i>mark</i>") && html.contains("class=\"patterns\""), "{html}");
    }
}

#[test]
fn what_replaces_nothing_is_said_with_what_was_meant() {
    let found = faults(&[
        ("templates/own.html", "{% component ui.marc() %}{% endcomponent %}{% component own.used() %}{% endcomponent %}"),
        ("templates/page.html", "{% extends \"default/page.html\" %}{% block contnt %}{{ <own.used /> }}{% endblock %}"),
    ]);
    assert_eq!(found, ["templates/own.html «ui.marc» did you mean `ui.mark`?", "templates/page.html «contnt» did you mean `content`?"]);
    let found = faults(&[("templates/page.html", "{% extends \"page.html\" %}")]);
    assert_eq!(found, ["templates/page.html «page.html» the built-in one is `default/page.html`"]);
    assert_eq!(faults(&[("templates/default/page.html", "")]), ["templates/default/page.html «» did you mean `templates/page.html`?"]);
}

#[test]
fn a_component_that_cannot_be_used_as_the_built_in_one_is_found_where_it_is_defined() {
    let component = |arguments: &str| format!("{{% component ui.icon({arguments}) %}}{{% endcomponent %}}");
    let found = |arguments: &str| faults(&[("templates/own.html", &component(arguments))]);
    assert_eq!(found("title: string"), ["templates/own.html «ui.icon» the built-in one is `ui.icon(name: string)`"]);
    assert_eq!(found("name: string, size"), ["templates/own.html «ui.icon» the built-in one is `ui.icon(name: string)`"]);
    assert_eq!(found("name, size = 3"), [""; 0]);
    assert_eq!(found("...rest"), [""; 0]);
}

#[test]
fn a_fault_that_shows_in_a_built_in_template_is_told_of_the_file_that_took_its_place() {
    let found = faults(&[("templates/components/ui.html", "{% component ui.icon(name: integer) %}{% endcomponent %}")]);
    assert_eq!(found, [""; 0]);
    let html = shown(&[("templates/components/ui.html", "{% component ui.mark() %}{{ none_such }}{% endcomponent %}")], "index.html");
    assert!(html.starts_with("themes/default/templates/components/ui.html "), "{html}");
}

#[test]
fn what_is_wrong_where_a_component_was_written_out_is_told_as_it_was_written() {
    let home = |code: &str| {
        shown(
            &[("templates/home.html", &format!("{{% extends \"default/home.html\" %}}{{% block lede %}}{code}{{% endblock %}}"))],
            "index.html",
        )
    };
    assert_eq!(
        home("{{ <ui.icon name={3} /> }}"),
        "themes/default/templates/home.html Component argument `name` (type: `i64`) does not match expected type: `string`\n"
    );
    assert!(home("{{ <ui.icon name={page.no_such} /> }}").contains("(type: `undefined`)"));
    assert!(
        home("{{ <ui.bold text={page.none.such} /> }}").contains("Field `none` is not defined"),
        "{}",
        home("{{ <ui.bold text={page.none.such} /> }}")
    );
    assert!(home("{{ <ui.icon name=\"done\" /> }}").contains("<svg class=\"icon icon-done\""));
}

#[test]
fn a_style_sheet_and_a_script_of_the_book_are_loaded_by_every_page_where_they_are_there() {
    let html = shown(&[("static/book.css", ":root { --accent: red }"), ("static/book.js", "")], "404.html");
    let after = html.split_once("/assets/site.css\"").unwrap().1;
    assert!(after.contains("href=\"/assets/book.css\"") && after.contains("src=\"/assets/book.js\" defer"), "{html}");
    assert!(!shown(&[("static/more.css", "")], "index.html").contains("assets/book."));
}
