//! What the form of a value of `book.toml` alone can't tell. Not done here: the form, which the list of keys says.

use std::path::{Component, Path, PathBuf};

use super::Config;
use crate::calendar::WeekdaySet;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front::{date, list, text};
use crate::document::node::{Node, Value};
use crate::document::web::{address_fault, base_fault};
use crate::path::{PROTECTED_FOLDERS, overlap};

impl Config {
    /// What a shape alone can't tell: time zones that exist, folders that stay inside the book, days on which a wave can start, freezes that end
    /// after they start.
    pub(super) fn check_values(&mut self, root: &Node, diagnostics: &mut Vec<Diagnostic>) {
        let path = Self::path();
        if jiff::tz::TimeZone::get(&self.timezone.value).is_err() {
            let message = format!("there is no time zone `{}`", self.timezone.value);
            diagnostics.push(
                Diagnostic::new(Code::BadValue, &path, self.timezone.span, message)
                    .help("use an IANA name such as `Europe/Warsaw`, or `UTC`"),
            );
            self.timezone.value = "UTC".into();
        }
        for entry in root.get("checks").map(Node::entries).unwrap_or_default() {
            if Code::from_name(&entry.key.value).is_some_and(|code| !code.is_configurable()) && entry.node.as_text() != Some("error") {
                let message = format!("`{}` is always an error", entry.key.value);
                diagnostics.push(
                    Diagnostic::new(Code::BadValue, &path, entry.node.span, message)
                        .help("only findings that are warnings by default can be changed: the others would publish something broken"),
                );
            }
        }
        let build = root.get("build");
        for (key, value, fallback) in [("content", &mut self.content, "content"), ("theme", &mut self.theme, "default")] {
            let inside = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains('\\');
            if !value.split('/').all(inside) || (key == "theme" && value.contains('/')) {
                let span = build.and_then(|build| build.get(key)).map_or(root.span, |node| node.span);
                diagnostics.push(Diagnostic::new(Code::BadValue, &path, span, format!("`{key}` must name a folder inside the book")));
                *value = fallback.into();
            }
        }
        self.check_output(root, diagnostics);
        self.check_base_url(root, diagnostics);
        self.check_weekdays(root, diagnostics);
        for freeze in root.get("calendar").map(|calendar| list(calendar, "freezes")).unwrap_or_default() {
            if let (Some(start), Some(end)) = (date(freeze, "start"), date(freeze, "end"))
                && end.value < start.value
            {
                diagnostics.push(
                    Diagnostic::new(Code::BadDate, &path, end.span, "a freeze can't end before it starts")
                        .help(format!("its first day is {}, and `end` is its last day", start.value)),
                );
            }
        }
    }

    fn check_base_url(&mut self, root: &Node, diagnostics: &mut Vec<Diagnostic>) {
        let Some(url) = root.get("book").and_then(|book| text(book, "base_url")) else { return };
        // Without the form of an address it has been reported.
        if let Some(why) = base_fault(&url.value).filter(|_| address_fault(&url.value).is_none()) {
            let message = "`base_url` must be the address of a folder";
            diagnostics.push(Diagnostic::new(Code::BadValue, &Self::path(), url.span, message).help(why));
        }
    }

    /// Without a day to work or to start a wave on, nothing is ever scheduled.
    fn check_weekdays(&self, root: &Node, diagnostics: &mut Vec<Diagnostic>) {
        let Some(calendar) = root.get("calendar") else { return };
        let (work, avoid) = (calendar.get("workdays"), calendar.get("avoid_weekdays"));
        let unread = |node: &Node| node.elements().iter().any(|day| day.as_text().and_then(WeekdaySet::parse_weekday).is_none());
        if work.into_iter().chain(avoid).any(|node| unread(node) || !matches!(node.value, Value::List(_))) {
            return;
        }
        let days = self.workdays.weekdays();
        let (node, message, help) = match (work, avoid) {
            (Some(node), _) if days.is_empty() => {
                (node, "a week without workdays", "name the days that are worked, or leave `workdays` out for Monday to Friday")
            }
            (_, Some(node)) if days.without(self.workdays.avoided()).is_empty() => {
                (node, "every workday is avoided, so that no wave can start", "leave out a day on which waves may start")
            }
            (Some(node), None) if days.without(self.workdays.avoided()).is_empty() => {
                (node, "the only workday is one on which no wave starts", "Friday is avoided by default: write `avoid_weekdays = []`")
            }
            _ => return,
        };
        diagnostics.push(Diagnostic::new(Code::BadValue, &Self::path(), node.span, message).help(help));
    }

    /// What can be told without the disk of where a site may go; publishing asks again.
    fn check_output(&mut self, root: &Node, diagnostics: &mut Vec<Diagnostic>) {
        let Some(output) = root.get("build").and_then(|build| text(build, "output")) else { return };
        let Some(path) = from_above(&output.value) else { return };
        let harmed = PROTECTED_FOLDERS.iter().find_map(|(what, folder)| {
            let folder = if *folder == "content" { &self.content } else { *folder };
            Some((overlap(&path, &Path::new(ROOT).join(folder), folder.is_empty())?, what))
        });
        let Some((overlap, what)) = harmed else { return };
        let message = format!("the output folder `{}` {overlap} {what}: publishing there could replace or remove sources", output.value);
        diagnostics.push(
            Diagnostic::new(Code::BadValue, &Self::path(), output.span, message)
                .help("choose a folder that holds nothing else, such as `site`"),
        );
        self.output = "site".into();
    }
}

/// A path from the folder of the book's own folder; `None` where only the disk can tell.
fn from_above(folder: &str) -> Option<PathBuf> {
    let mut path = PathBuf::from(ROOT);
    for component in Path::new(folder).components() {
        match component {
            // Nobody knows here what the book's folder is called.
            Component::Normal(_) if path.as_os_str().is_empty() => return None,
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir => drop(path.pop()),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

/// Stands for the name of the book's folder.
const ROOT: &str = "book";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::text::short;

    /// `line:column code: message` of what is wrong with a small `book.toml` and that addition.
    fn faults(addition: &str) -> Vec<String> {
        let text = format!("[book]\nid = \"b\"\n{addition}\n");
        let mut found = Vec::new();
        Config::parse(&text, &mut found);
        found.iter().map(|fault| format!("{}: {}", short(fault, &|_| Some(text.as_str())), fault.message)).collect()
    }

    #[test]
    fn an_output_that_would_harm_the_sources_is_found_before_anything_is_built() {
        for (output, lies) in [
            (".", "is the book's root"),
            ("site/..", "is the book's root"),
            ("..", "contains the book's root"),
            ("../../", "contains the book's root"),
            ("text", "is the book's content folder"),
            ("text/site", "lies inside the book's content folder"),
            ("./text/a/../site", "lies inside the book's content folder"),
            ("themes/x", "lies inside the book's themes folder"),
            (".git", "is the book's repository"),
        ] {
            let expected =
                format!("book.toml:5:10 bad-value: the output folder `{output}` {lies}: publishing there could replace or remove sources");
            assert_eq!(faults(&format!("[build]\ncontent = \"text\"\noutput = \"{output}\"")), [expected], "{output}");
        }
        for output in ["site", "public/a", "../public", "content", "text2", "/srv/www", "a/../site/"] {
            assert_eq!(faults(&format!("[build]\ncontent = \"text\"\noutput = \"{output}\"")), Vec::<String>::new(), "{output}");
        }
    }

    #[test]
    fn a_week_has_a_day_to_work_and_one_on_which_a_wave_may_start() {
        let calendar = |keys: &str| faults(&format!("[calendar]\n{keys}"));
        assert_eq!(calendar("workdays = []"), ["book.toml:4:12 bad-value: a week without workdays"]);
        let avoided = "every workday is avoided, so that no wave can start";
        let all = "workdays = [\"Mon\", \"Fri\"]\navoid_weekdays = [\"Friday\", \"Monday\", \"Sunday\"]";
        assert_eq!(calendar(all), [format!("book.toml:5:18 bad-value: {avoided}")]);
        assert_eq!(calendar("workdays = [\"Friday\"]"), ["book.toml:4:12 bad-value: the only workday is one on which no wave starts"]);
        for fine in ["workdays = [\"Friday\"]\navoid_weekdays = []", "avoid_weekdays = []", "workdays = [\"Sunday\"]"] {
            assert_eq!(calendar(fine), Vec::<String>::new(), "{fine}");
        }
        // A day that can't be read is one fault.
        assert_eq!(calendar("workdays = [\"Montag\"]").len(), 1);
    }

    #[test]
    fn an_address_and_a_language_have_their_form() {
        for (key, faulty) in [
            ("base_url", "https://"),
            ("base_url", "https://exa mple.com"),
            ("base_url", "https://a.example/?q=1"),
            ("base_url", "https://a.example/#top"),
            ("repository", "https://"),
            ("language", "english"),
            ("language", "de_AT"),
        ] {
            let found = faults(&format!("{key} = \"{faulty}\""));
            assert!(found.len() == 1 && found[0].starts_with("book.toml:3:") && found[0].contains("bad-value"), "{faulty}: {found:?}");
        }
        assert_eq!(
            faults("base_url = \"https://a.example/b/\"\nrepository = \"https://a.example/?p=b\"\nlanguage = \"de-AT\""),
            Vec::<String>::new()
        );
    }
}
