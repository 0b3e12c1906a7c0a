//! The theme: templates compiled, assets ready to be copied. Not done here: finding its files, or deciding which of two shadows the other.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera};

use super::functions;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::locale::Locale;
use crate::page::{KINDS, View, pack};
use crate::path::{OutputPath, SourcePath};
use crate::source::{File, Sources};

/// A theme that compiled.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    /// Template name → the file behind it.
    paths: BTreeMap<String, SourcePath>,
    /// Fingerprint of all templates and words.
    hash: [u8; 32],
}

/// The name of a rendered page: everything that its bytes depend on.
pub type Fingerprint = [u8; 32];

impl Theme {
    /// Compiles the templates below `templates/`. Every template at fault is reported, and then there is no theme.
    pub fn load(sources: &Sources, locale: &Arc<Locale>, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        let mut tera = Tera::new();
        functions::register(&mut tera, locale);
        let mut hasher = blake3::Hasher::new();
        hasher.update(locale.fingerprint());
        let mut paths = BTreeMap::new();
        let mut templates = BTreeMap::new();
        for (inside, file) in &sources.theme {
            let (Some(name), File::Text(text)) = (inside.strip_prefix("templates/"), &file.file) else { continue };
            hasher.update(name.as_bytes()).update(&[0]).update(text.as_bytes()).update(&[0]);
            paths.insert(name.to_owned(), file.path.clone());
            templates.insert(name, text.as_ref());
        }
        diagnostics.extend(sources.theme.iter().filter_map(|(inside, file)| misplaced(inside, &file.path)));
        let before = diagnostics.len();
        for kind in KINDS.iter().chain([&pack::TEMPLATE]).filter(|kind| !paths.contains_key(&format!("{kind}.html"))) {
            let path = SourcePath::new(format!("themes/default/templates/{kind}.html"));
            diagnostics.push(Diagnostic::on_file(Code::Template, &path, "this template is missing"));
        }
        let theme = Theme { tera, paths, hash: *hasher.finalize().as_bytes() };
        theme.compile(&templates, diagnostics).filter(|_| diagnostics.len() == before)
    }

    fn compile(mut self, templates: &BTreeMap<&str, &str>, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        // All at once, for templates refer to each other in any order.
        let Err(error) = self.tera.add_raw_templates(templates) else { return Some(self) };
        // Of those that can't be read Tera names the first only, and reads each before it looks at what they refer to.
        let alone = templates.iter().filter_map(|(name, text)| Tera::new().add_raw_template(name, text).err());
        let found: Vec<Diagnostic> = match error.kind() {
            ErrorKind::SyntaxError(_) => {
                alone.filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_))).map(|error| self.diagnostic(&error, None)).collect()
            }
            ErrorKind::Msg(reports) => self.reported(reports, templates),
            _ => Vec::new(),
        };
        if found.is_empty() {
            diagnostics.push(self.diagnostic(&error, None));
        }
        diagnostics.extend(found);
        None
    }

    /// What a page of that kind with that view would be called: the same name, the same bytes.
    pub fn fingerprint(&self, kind: &str, view: &View) -> Fingerprint {
        let mut bytes = ViewBytes(self.hash.to_vec());
        kind.hash(&mut bytes);
        view.hash(&mut bytes);
        *blake3::hash(&bytes.0).as_bytes()
    }

    /// Renders a view with the template of its kind.
    pub fn render(&self, kind: &str, view: &View) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let template = format!("{kind}.html");
        let outcome = Context::from_serialize(view).and_then(|context| self.tera.render(&template, &context));
        match outcome {
            Ok(html) => Ok(Arc::from(html.into_bytes())),
            Err(error) => Err(Box::new(self.diagnostic(&error, Some(&template)))),
        }
    }

    fn diagnostic(&self, error: &tera::Error, template: Option<&str>) -> Diagnostic {
        let unknown = || SourcePath::new("themes/default/templates");
        let path = |name: &str| self.paths.get(name).cloned().unwrap_or_else(unknown);
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = &report.span().range;
                let message = first_line(report.message());
                let help = meant_field(&message);
                let finding = Diagnostic::new(Code::Template, &path(report.filename()), Span::new(range.start, range.end), message);
                Diagnostic { help, ..finding }
            }
            // Such errors have no place within a template.
            kind => {
                let text = error.to_string();
                let named = match kind {
                    ErrorKind::MissingParent { current: name, .. }
                    | ErrorKind::CircularExtend { tpl: name, .. }
                    | ErrorKind::CircularInclude { tpl: name, .. } => Some(name.as_str()),
                    _ => self.paths.keys().find(|name| text.contains(&format!("`{name}`"))).map(String::as_str),
                };
                Diagnostic::on_file(Code::Template, &template.or(named).map_or_else(unknown, path), first_line(&text))
            }
        }
    }

    /// What Tera finds between templates: one text, in which each finding is a line `error: MESSAGE` and a line ` --> NAME:LINE:COLUMN`.
    fn reported(&self, reports: &str, templates: &BTreeMap<&str, &str>) -> Vec<Diagnostic> {
        let lines: Vec<&str> = reports.lines().collect();
        let finding = |pair: &[&str]| {
            let message = pair[0].strip_prefix("error: ")?;
            let mut place = pair[1].trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
            let (column, line, name) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
            let span = word_at(templates.get(name)?, line, column);
            Some(Diagnostic::new(Code::Template, self.paths.get(name)?, span, message))
        };
        lines.windows(2).filter_map(finding).collect()
    }
}

/// The word, or other sign, at a line and column, both from 1.
fn word_at(text: &str, line: usize, column: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let start = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at);
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = text[start..].find(|c| !word(c)).unwrap_or(text.len() - start);
    let sign = text[start..].chars().next().map_or(0, char::len_utf8);
    let end = start + length.max(sign);
    Span::new(start, end)
}

/// A file of a theme that is used for nothing: neither a template nor copied. What stands at the top and tells of the theme may be there.
fn misplaced(inside: &str, path: &SourcePath) -> Option<Diagnostic> {
    let (folder, name) = inside.split_once('/').unwrap_or(("", inside));
    let meant = match folder {
        "templates" | "static" | "locales" => return None,
        "" if !name.contains('.') || name.ends_with(".md") || name.ends_with(".txt") => return None,
        "" if name.ends_with(".html") => Some("templates"),
        "" => Some("static"),
        folder => nearest(folder, ["templates", "static", "locales"]),
    };
    let finding =
        Diagnostic::on_file(Code::Template, path, format!("`{inside}` is not used: it is neither in `templates/` nor in `static/`"));
    Some(match meant {
        Some(meant) => finding.help(format!("did you mean `{meant}/{name}`?")),
        None => finding.help("templates stand in `templates/`, words in `locales/`, all that is copied as it is in `static/`"),
    })
}

/// "did you mean", for Tera's "Field `a` is not defined. Available fields: b, c".
fn meant_field(message: &str) -> Option<String> {
    let (field, known) = message.split_once(". Available fields: ")?;
    let field = field.split('`').nth(1)?;
    nearest(field, known.split(", ")).map(|name| format!("did you mean `{name}`?"))
}

fn first_line(text: &str) -> String {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_end_matches('.').to_owned()
}

/// The theme's files that are published as they are: `static/x` at `assets/x`.
pub fn assets(sources: &Sources) -> impl Iterator<Item = (OutputPath, Arc<[u8]>)> {
    sources.theme.iter().filter_map(|(inside, file)| {
        let name = inside.strip_prefix("static/")?;
        Some((OutputPath::new(format!("assets/{name}")), file.file.bytes()))
    })
}

/// Gathers what `#[derive(Hash)]` visits, to be hashed at once: piece by piece takes five times as long.
struct ViewBytes(Vec<u8>);

impl Hasher for ViewBytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Not asked for: the bytes are what is wanted.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The findings in a theme of which these files differ from the built-in one's: place, what stands there, message and help.
    fn faults(files: &[(&str, &str)]) -> Vec<String> {
        let fixture: String = files.iter().map(|(name, text)| format!("-- themes/default/{name} --\n{text}\n")).collect();
        let sources = Sources::from_fixture(&fixture);
        let mut diagnostics = Vec::new();
        let loaded = Theme::load(&sources, &Arc::new(Locale::english()), &mut diagnostics).is_some();
        assert!(loaded || !diagnostics.is_empty());
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
                "templates/a.html «<» Unknown component `ui.none`",
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
        let twice = "{% component mine() %}{% endcomponent mine %}";
        assert_eq!(file(&[("templates/own/b.html", twice), ("templates/own/c.html", twice)]), ["templates/own/b.html"]);
    }

    #[test]
    fn a_file_that_a_theme_has_no_use_for_is_reported() {
        let found =
            faults(&[("template/home.html", ""), ("statics/a/b.css", ""), ("site.css", ""), ("base.html", ""), ("fonts/a.txt", "")]);
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
}
