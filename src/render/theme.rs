//! The theme: templates compiled, assets ready to be copied. Not done here: finding its files, or deciding which of two shadows the other.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera};

use super::functions;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::page::{KINDS, View};
use crate::path::{OutputPath, SourcePath};
use crate::source::{File, Sources};

/// A theme that compiled.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    /// Template name → the file behind it.
    paths: BTreeMap<String, SourcePath>,
    /// Fingerprint of all templates.
    hash: [u8; 32],
}

/// The name of a rendered page: everything that its bytes depend on.
pub type Fingerprint = [u8; 32];

impl Theme {
    /// Compiles the templates below `templates/`. Every template at fault is reported, and then there is no theme.
    pub fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        let mut tera = Tera::new();
        functions::register(&mut tera);
        let mut hasher = blake3::Hasher::new();
        let mut paths = BTreeMap::new();
        let mut templates = Vec::new();
        for (inside, file) in &sources.theme {
            let (Some(name), File::Text(text)) = (inside.strip_prefix("templates/"), &file.file) else { continue };
            hasher.update(name.as_bytes()).update(&[0]).update(text.as_bytes()).update(&[0]);
            paths.insert(name.to_owned(), file.path.clone());
            templates.push((name.to_owned(), text.to_string()));
        }
        let before = diagnostics.len();
        for kind in KINDS.iter().filter(|kind| !paths.contains_key(&format!("{kind}.html"))) {
            let path = SourcePath::new(format!("themes/default/templates/{kind}.html"));
            diagnostics.push(Diagnostic::on_file(Code::Template, &path, "this template is missing"));
        }
        let theme = Theme { tera, paths, hash: *hasher.finalize().as_bytes() };
        theme.compile(templates, diagnostics).filter(|_| diagnostics.len() == before)
    }

    fn compile(mut self, templates: Vec<(String, String)>, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        // All at once, for templates refer to each other in any order.
        match self.tera.add_raw_templates(templates) {
            Ok(()) => Some(self),
            Err(error) => {
                diagnostics.push(self.diagnostic(&error, None));
                None
            }
        }
    }

    /// What a page of that kind with that view would be called: the same name, the same bytes.
    pub fn fingerprint(&self, kind: &str, view: &View) -> Fingerprint {
        let mut hasher = ViewHasher(blake3::Hasher::new());
        hasher.0.update(&self.hash);
        kind.hash(&mut hasher);
        view.hash(&mut hasher);
        *hasher.0.finalize().as_bytes()
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
                Diagnostic::new(Code::Template, &path(report.filename()), Span::new(range.start, range.end), first_line(report.message()))
            }
            // Such errors have no place; their text names the template.
            _ => {
                let text = error.to_string();
                let named = template.or_else(|| self.paths.keys().find(|name| text.contains(name.as_str())).map(String::as_str));
                Diagnostic::on_file(Code::Template, &named.map_or_else(unknown, path), first_line(&text))
            }
        }
    }
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

/// Feeds what `#[derive(Hash)]` visits into blake3.
struct ViewHasher(blake3::Hasher);

impl Hasher for ViewHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let bytes = *self.0.finalize().as_bytes();
        u64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
    }
}
