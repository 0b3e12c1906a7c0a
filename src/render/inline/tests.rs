//! Written out, templates say what they say as they were written.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Context, Tera};

use super::pieces::pieces;
use super::{used, written_out};
use crate::locale::Locale;
use crate::render::functions;

/// The page that templates make, the first of which is rendered.
fn rendered(templates: &[(&str, &str)]) -> Result<String, String> {
    let mut tera = Tera::new();
    functions::register(&mut tera, &Arc::new(Locale::english()));
    tera.add_raw_templates(templates.iter().copied()).map_err(|error| error.to_string())?;
    let rows = [("a", "A & <b>", true), ("b", "B", false)]
        .map(|(id, title, on)| serde_json::json!({"id": id, "title": title, "on": on, "of": {"n": 1}}));
    let context = Context::from_serialize(&serde_json::json!({"title": "T & <t>", "rows": rows, "none": null, "n": 3})).unwrap();
    tera.render(templates[0].0, &context).map_err(|error| error.to_string())
}

fn written(templates: &[(&str, &str)]) -> Vec<(String, String)> {
    let locale = Locale::english();
    written_out(templates, &|key| locale.find(key, &[]).map(Cow::into_owned))
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text))
        .collect()
}

/// How often a component is still used in a page with these components, where the page is the same as before.
fn left(page: &str, components: &str) -> usize {
    let templates = [("page.html", page), ("components.html", components)];
    let written = written(&templates);
    let written: Vec<(&str, &str)> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let expected = rendered(&templates).unwrap_or_else(|error| panic!("{page}: {error}"));
    assert_eq!(rendered(&written).as_ref(), Ok(&expected), "{page}\n{}", written[0].1);
    pieces(written[0].1).unwrap_or_else(|| panic!("{page}\n{}", written[0].1)).iter().flat_map(used).count()
}

#[test]
fn a_component_is_written_out_and_says_the_same() {
    let components = "\
        {% component bold(text: string) -%}\n<b>{{ text }}</b>\n{%- endcomponent bold %}\
        {% component row(row: map, short: bool = false) -%} {%- set title = row.title %}{% for n in [1, 2] %}{% if loop.first %}{{ title }}{% endif %}{{ n }}{% endfor %}\
        {% if short %}!{% else %}{{ <bold text={row.id} /> }}{% endif -%}{%- endcomponent row %}\
        {% component fact(term: string, class = \"x\") %}<dt class=\"{{ class }}\">{{ term }}</dt><dd>{{ body }}</dd>{% endcomponent %}\
        {% component twice(text) %}{% if body %}{{ body }}{{ text }}{{ body }}{% endif %}{% endcomponent %}\
        {% component last(is_last: bool) %}{% for n in [1, 2] %}{% if is_last %}{{ n }}{% endif %}{% endfor %}{% endcomponent %}\
        {% component list(rows: array, after: array = []) %}{{ [r.id for r in rows if r.on] | join(sep=\",\") }}{{ [...rows, ...after] | length }}{% endcomponent %}\
        {% component maybe(of, n: integer = 2) %}{% if of %}{{ of.title }}{% else %}-{% endif %}{{ n + 1 }}{% if n < 3 %}<{% endif %}{% endcomponent %}";
    let pages = [
        "a {{ <bold text=\"x\" /> }} b {{ <bold text={title} /> }}",
        "{% for row in rows %}\n  {{- <row row /> -}}\n{% endfor %}",
        "{% for title in rows %}{{ <row row={title} short={true} /> }}{{ title.title }}{% endfor %}",
        "{% <fact term={\"menu\" | t}> %} {{ <bold text={title} /> }} {% </fact> %}",
        "{% <fact term={title} class='y'> %}{% set title = \"inner\" %}{{ title }}{% </fact> %}{{ title }}",
        "{% <fact term=\"a\"> %}{% <fact term=\"b\"> %}c{% </fact> %}{% </fact> %}",
        "{% <twice text={n}> %}({{ n }}){% </twice> %}",
        "{% for row in rows %}{{ <last is_last={loop.last} /> }}{% endfor %}",
        "{{ <list rows /> }}{{ <list rows after={[1]} /> }}",
        "{{ <maybe of={none} /> }}{{ <maybe of={rows[0]} n /> }}{{ <maybe of={missing} n={1} /> }}",
        "{{ \"later-entries\" | t(count=n, link=<bold text={title} />) }}{{ \"menu\" | t }}<{{ 'menu' | t }}>",
        "{% set said = <bold text={title} /> %}{{ said }}{{ said | length }}",
        "{# a #} {{- <bold text=\"a'b\" /> }}{% if 1 < 2 and n > 2 %}{{ \"{\" }}{% endif %}",
    ];
    for page in pages {
        assert_eq!(left(page, components), 0, "{page}");
    }
}

#[test]
fn what_cannot_be_written_out_stays_a_component() {
    let components = "\
        {% component tree(rows: array) %}{% for row in rows %}{{ row.id }}{{ <tree rows={[]} /> }}{% endfor %}{% endcomponent %}\
        {% component implicit(@title) %}{{ title }}{% endcomponent %}\
        {% component rest(...others) %}{{ others.a }}{% endcomponent %}\
        {% component looped() %}{% if loop %}{{ loop.index }}{% endif %}{% endcomponent %}\
        {% component outside() %}{% if n %}{{ n }}{% else %}none{% endif %}{% endcomponent %}\
        {% component bold(text: string) %}<b>{{ text }}</b>{% endcomponent %}";
    let pages = [
        ("{{ <tree rows /> }}", 1),
        ("{{ <implicit /> }}", 1),
        ("{{ <rest a={n} /> }}", 1),
        ("{{ <outside /> }}", 1),
        ("{% for row in rows %}{{ <looped /> }}{% endfor %}", 1),
        ("{{ <bold {...{\"text\": \"a\"} } /> }}", 1),
        ("{{ (<bold text=\"a\" /> if n == 3 else <bold text={title} />) }}", 2),
    ];
    for (page, expected) in pages {
        assert_eq!(left(page, components), expected, "{page}");
    }
}

#[test]
fn what_is_a_fault_stays_one() {
    let components = "{% component bold(text: string) %}<b>{{ text }}</b>{% endcomponent %}\
        {% component maybe(of) %}{% if false %}{{ of }}{% endif %}{% endcomponent %}";
    for page in [
        "{{ <bold text={n} /> }}",
        "{{ <bold text={missing} /> }}",
        "{{ <bold text={1} /> }}",
        "{{ <bold /> }}",
        "{{ <bold text=\"a\" size={1} /> }}",
        "{{ <maybe of={missing.field} /> }}",
        "{{ \"no-such-word\" | t }}",
    ] {
        let templates = [("page.html", page), ("components.html", components)];
        let written = written(&templates);
        let written: Vec<(&str, &str)> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert!(rendered(&templates).is_err(), "{page}");
        assert!(rendered(&written).is_err(), "{page}\n{}", written[0].1);
    }
}

#[test]
fn what_is_too_deep_or_has_no_end_is_left_to_tera() {
    let deep = "{% <box> %}".repeat(100_000);
    let chain: String = (0..10_000).map(|n| format!("{{% component c{n}() %}}{{{{ <c{} /> }}}}{{% endcomponent %}}", n + 1)).collect();
    for text in [
        deep.as_str(),
        &chain,
        "{% component box(",
        "{% <box",
        "{{ <box a={",
        "{{ <",
        "{% component a() %}{{ \"a",
        "{% </a> %}{% endcomponent %}",
        "{{ a.|<b = }}",
    ] {
        assert_eq!(written(&[("page.html", text)]).len(), 1);
    }
}

#[test]
fn a_component_of_the_book_is_written_out_where_the_built_in_one_was() {
    let own = "{% component mark() %}own{% endcomponent %}";
    let templates = [
        ("default/page.html", "{{ <mark /> }}"),
        ("default/mark.html", "{% component mark() %}built in{% endcomponent %}"),
        ("mark.html", own),
    ];
    let written = written(&templates);
    assert_eq!(written.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), ["own", "", own]);
}

#[test]
fn a_template_that_is_no_html_or_says_something_raw_stays_as_it_is() {
    let component = "{% component bold(text) %}{{ text }}{{ \"menu\" | t }}{% endcomponent %}";
    for (name, text) in
        [("default/a.txt", "{{ <bold text={title} /> }}"), ("default/a.html", "{% raw %}{{{% endraw %}{{ <bold text={title} /> }}")]
    {
        let written = written(&[(name, text), ("default/bold.html", component)]);
        assert_eq!(written[0].1, text);
        assert!(written[1].1.contains("component bold"));
    }
}
