//! A whole book in one string, for tests. Not done here: reading a disk.

use std::sync::Arc;

use super::{File, Sources, default_theme, without_holidays};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::path::SourcePath;

impl Sources {
    /// A book from a text of `-- path --` lines, each followed by that file's contents. `book.toml`, `content/…`, `themes/default/…` and what
    /// `holiday_files` names mean what they mean on disk; the built-in theme is there. `-- unreadable path --` is a file that could not be read. Text before the first
    /// such line is a remark.
    pub fn from_fixture(text: &str) -> Sources {
        let mut sources = Sources { theme: default_theme(), ..Sources::default() };
        let mut path: Option<&str> = None;
        let mut contents = String::new();
        for line in text.split_inclusive('\n').chain(["-- end --"]) {
            let Some(next) = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) else {
                contents.push_str(line);
                continue;
            };
            if let Some(path) = path.replace(next) {
                sources.add(path, std::mem::take(&mut contents));
            }
            contents.clear();
        }
        sources.find_holidays();
        sources
    }

    fn find_holidays(&mut self) {
        let config = Config::parse(self.config.as_deref().unwrap_or_default(), &mut Vec::new());
        for file in &config.holiday_files {
            match self.content.get(&file.value).cloned() {
                Some(File::Text(text)) => drop(self.holidays.insert(file.value.clone(), text)),
                _ => self.diagnostics.push(without_holidays(file, format!("there is no file `{}`", file.value))),
            }
            if file.value.inside(&config.content).is_none() {
                self.content.remove(&file.value);
            }
        }
    }

    fn add(&mut self, path: &str, text: String) {
        if let Some(path) = path.strip_prefix("unreadable ").map(SourcePath::new) {
            self.diagnostics.push(Diagnostic::on_file(Code::UnreadableFile, &path, "this file can't be read"));
            self.unreadable.push(path);
            return self.unreadable.sort();
        }
        let file = File::Text(Arc::from(text));
        match (path, path.strip_prefix("themes/default/"), file) {
            ("book.toml", _, File::Text(text)) => self.config = Some(text),
            (_, Some(inside), file) => self.shadow(inside.to_owned(), SourcePath::new(path), file),
            (_, None, file) => {
                self.content.insert(SourcePath::new(path), file);
            }
        }
    }
}
