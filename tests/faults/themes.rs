//! Themes that are missing, or have no end.

use std::time::{Duration, Instant};

use super::{BUILD, Place, assert_refusal};

/// Builds with a template for plain pages, which must be refused in time.
fn assert_bounded(files: &[(&str, &str)], words: &str) {
    let place = Place::new("first");
    let before = place.built();
    for (path, text) in files {
        place.write(&format!("book/themes/default/templates/{path}"), text);
    }
    let start = Instant::now();
    let output = place.build();
    assert_refusal(&output, words);
    assert!(start.elapsed() < Duration::from_secs(120), "it took {:?}", start.elapsed());
    super::assert_same(&super::tree(&place.path("out")), &before, words);
}

#[test]
fn a_template_that_includes_itself_is_refused() {
    assert_bounded(&[("page.html", "{% include \"page.html\" %}")], "Circular include");
    assert_bounded(&[("page.html", "{% extends \"page.html\" %}")], "Circular extend");
}

#[test]
fn components_that_call_themselves_are_refused() {
    let forever = "{% component forever(n: integer) -%}{{ <forever n={n} /> }}{%- endcomponent forever %}";
    assert_bounded(&[("components/forever.html", forever), ("page.html", "{{ <forever n={1} /> }}")], "recursion");
}

#[test]
fn a_template_that_writes_without_an_end_is_stopped() {
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}a page without an end {% endfor %}{% endfor %}";
    assert_bounded(&[("page.html", loops)], "the page is larger than 64 MB");
    assert_bounded(&[("page.html", "{% for a in range(end=1000000) %}a{% endfor %}")], "exceeds the limit of 100000");
}

#[test]
fn a_theme_that_is_missing_is_said_to_be() {
    let place = Place::new("first");
    place.write("book/book.toml", "[book]\nid = \"book\"\n\n[build]\ntheme = \"acme\"\n");
    place.assert_refused(BUILD, "themes/acme");
}
