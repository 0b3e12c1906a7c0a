//! The theme: templates compiled, assets ready to be copied. The built-in templates are there under `default/<name>`, and under their own names
//! where the book has none of that name: Tera looks there next, for a template as for a component. Not done here: finding the files.

mod faults;
mod own;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use tera::{Context, Tera, TeraResult};

use super::fingerprint::{Fingerprint, fingerprint};
use super::{functions, grouping, inline};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locale;
use crate::page::{KINDS, View, pack};
use crate::path::{OutputPath, SourcePath};
use crate::source::Sources;

/// What the names of the built-in templates begin with, also where the book has one of its own.
pub const BUILT_IN: &str = "default/";

/// The folder of the theme that holds templates.
pub const TEMPLATES: &str = "templates/";

/// A theme that compiled.
#[derive(Debug)]
pub struct Theme {
    /// The templates with components written out, which render quickest. They take twice as long to compile, so that it is done when many pages are to
    /// be rendered. `None` where they can't be compiled so.
    quick: OnceLock<Option<Tera>>,
    /// The templates as they were written, compiled for few pages, and when one can't be rendered: what is wrong is said of these.
    plain: OnceLock<Tera>,
    /// How many pages were rendered with these for want of the others.
    few: AtomicUsize,
    templates: Templates,
    locale: Arc<Locale>,
    /// Fingerprint of all templates and words.
    hash: [u8; 32],
}

/// Template name → the template.
type Templates = BTreeMap<String, Template>;

/// A template's text, and the file that findings show.
#[derive(Debug)]
struct Template {
    path: SourcePath,
    text: Arc<str>,
}

/// How many pages a theme is probably needed for. It renders any number of them, and the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Those that an edit has changed.
    Few,
    /// Those of a whole site.
    Many,
}

/// After so many pages they are no longer few.
const FEW: usize = 16;

impl Theme {
    /// Compiles the templates below `templates/`. Every template at fault is reported, and then there is no theme.
    pub fn load(sources: &Sources, locale: &Arc<Locale>, need: Need, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        diagnostics.extend(own::misplaced(sources));
        let before = diagnostics.len();
        let templates = templates(sources);
        for kind in KINDS.iter().chain([&pack::TEMPLATE]).map(|kind| format!("{kind}.html")) {
            if !templates.contains_key(&kind) && !templates.contains_key(&format!("{BUILT_IN}{kind}")) {
                let path = SourcePath::new(format!("themes/default/templates/{kind}"));
                diagnostics.push(Diagnostic::on_file(Code::Template, &path, "this template is missing"));
            }
        }
        diagnostics.extend(own::arguments(&templates));
        let sound = diagnostics.len() == before;
        diagnostics.extend(own::unused(&templates));
        let mut hasher = blake3::Hasher::new();
        hasher.update(locale.fingerprint());
        for (name, template) in &templates {
            hasher.update(name.as_bytes()).update(&[0]).update(template.text.as_bytes()).update(&[0]);
        }
        let hash = *hasher.finalize().as_bytes();
        let locale = Arc::clone(locale);
        let theme = Theme { quick: OnceLock::new(), plain: OnceLock::new(), few: AtomicUsize::new(0), templates, locale, hash };
        let is_quick = need == Need::Many && theme.quick.get_or_init(|| quick(&theme.templates, &theme.locale)).is_some();
        let compiled = if is_quick { Ok(()) } else { theme.plain().map(drop) };
        match compiled {
            Ok(()) => Some(theme).filter(|_| sound),
            Err(error) => {
                diagnostics.extend(faults::all(&error, &theme.templates));
                None
            }
        }
    }

    /// What a page of that kind with that view would be called: the same name, the same bytes.
    pub fn fingerprint(&self, kind: &str, view: &View) -> Fingerprint {
        fingerprint(&self.hash, &(kind, view))
    }

    /// Renders a view with the template of its kind.
    pub fn render(&self, kind: &str, view: &View) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        self.write(kind, view).map(Arc::from)
    }

    /// The same for a page that is not kept.
    pub fn write(&self, kind: &str, view: &View) -> Result<Vec<u8>, Box<Diagnostic>> {
        let template = format!("{kind}.html");
        let page = |tera: &Tera, context: &Context| {
            let mut page = Bounded(Vec::with_capacity(LIKELY_PAGE));
            tera.render_to(&template, context, &mut page).map(|()| page.0)
        };
        let outcome = Context::from_serialize(view).and_then(|context| match self.quick().map(|quick| page(quick, &context)) {
            Some(Ok(page)) => Ok(page),
            _ => page(self.plain()?, &context),
        });
        outcome.map_err(|error| Box::new(faults::one(&error, &self.templates, Some(&template))))
    }

    /// The quick ones where they are there, or are worth to be made by now: by one thread, while the others go on without.
    fn quick(&self) -> Option<&Tera> {
        let make =
            || (self.few.fetch_add(1, Ordering::Relaxed) == FEW).then(|| self.quick.get_or_init(|| quick(&self.templates, &self.locale)));
        self.quick.get().or_else(make)?.as_ref()
    }

    fn plain(&self) -> TeraResult<&Tera> {
        match self.plain.get() {
            Some(plain) => Ok(plain),
            None => compiled(&self.locale, as_written(&self.templates)).map(|plain| self.plain.get_or_init(|| plain)),
        }
    }
}

/// Loops within loops can write for ever, and a template of the book may have such a fault: nothing that people open is as large as this.
const LARGEST_PAGE: usize = 64 << 20;

/// Few pages are larger.
const LIKELY_PAGE: usize = 64 << 10;

/// A page as far as it is written.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    /// A page is written in a thousand pieces, and each in one go.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.0.len() + bytes.len() > LARGEST_PAGE {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Tera with what templates can do, and these.
fn compiled<'t>(locale: &Arc<Locale>, templates: impl IntoIterator<Item = (&'t str, Cow<'t, str>)>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    functions::register(&mut tera, locale);
    grouping::register(&mut tera);
    tera.set_fallback_prefixes([BUILT_IN])?;
    // All at once, for templates refer to each other in any order.
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// The templates with components written out, if they compile so.
fn quick(templates: &Templates, locale: &Arc<Locale>) -> Option<Tera> {
    compiled(locale, written_out(templates, locale)).ok()
}

fn as_written(templates: &Templates) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    templates.iter().map(|(name, template)| (name.as_str(), Cow::Borrowed(&*template.text)))
}

fn written_out<'t>(templates: &'t Templates, locale: &Locale) -> impl Iterator<Item = (&'t str, Cow<'t, str>)> {
    let mut texts: Vec<(&str, &str)> = templates.iter().map(|(name, template)| (name.as_str(), &*template.text)).collect();
    texts.sort_by_key(|(name, _)| !name.starts_with(BUILT_IN));
    let written = inline::written_out(&texts, &|key| locale.find(key, &[]).map(Cow::into_owned));
    written.into_iter().map(|(name, text)| (name, Cow::Owned(text)))
}

/// The built-in templates by their full names, and those of the book by the names they have in its theme.
fn templates(sources: &Sources) -> Templates {
    let mut templates = Templates::new();
    for (inside, file) in &sources.theme {
        let Some(name) = inside.strip_prefix(TEMPLATES).filter(|name| !name.starts_with(BUILT_IN)) else { continue };
        if let Some(text) = file.original.as_ref().and_then(|original| original.text()) {
            templates.insert(format!("{BUILT_IN}{name}"), Template { path: file.path.clone(), text: Arc::clone(text) });
        }
        if let Some(text) = file.text().filter(|_| file.is_own()) {
            templates.insert(name.to_owned(), Template { path: file.path.clone(), text: Arc::clone(text) });
        }
    }
    templates
}

/// The theme's files that are published as they are: `static/x` at `assets/x`.
pub fn assets(sources: &Sources) -> impl Iterator<Item = (OutputPath, Arc<[u8]>)> {
    sources.theme.iter().filter_map(|(inside, file)| {
        let name = inside.strip_prefix("static/")?;
        Some((OutputPath::new(format!("assets/{name}")), file.file.bytes()))
    })
}
