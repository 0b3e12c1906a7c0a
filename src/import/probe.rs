//! A page of nothing but links, so that a book can be asked where each of them leads. Not done here: asking.

use super::links::destination;
use crate::document::fragment::Target;

/// The page that links to each target, the first on line 1, the next on line 3 and so on: a finding on a line is about that target.
pub fn probe(targets: &[Target]) -> String {
    targets.iter().map(|target| format!("{}\n\n", link(target))).collect()
}

/// The target that a finding on that line of the [`probe`] is about.
pub fn probed(line: usize) -> usize {
    (line.max(1) - 1) / 2
}

fn link(target: &Target) -> String {
    let address = match target {
        // One that goes on in the next line is one all the same.
        Target::Reference(id) => return format!("[[{}]]", id.split_whitespace().collect::<Vec<_>>().join(" ")),
        Target::External(url) => url.clone(),
        Target::Fragment(anchor) => format!("#{}", encode(anchor)),
        Target::Path(path, None) => encode(path),
        Target::Path(path, Some(anchor)) => format!("{}#{}", encode(path), encode(anchor)),
    };
    format!("[link]({})", destination(&address))
}

/// What a target's path holds is decoded already.
fn encode(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '%' => out.push_str("%25"),
            '#' => out.push_str("%23"),
            ':' => out.push_str("%3A"),
            '&' => out.push_str("%26"),
            c if c.is_control() || c == ' ' => out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}"))),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::position::line_column;
    use crate::document::markdown::{Options, body};
    use crate::path::SourcePath;

    #[test]
    fn every_line_of_the_page_links_to_its_target() {
        let path = |path: &str, anchor: Option<&str>| Target::Path(path.into(), anchor.map(Into::into));
        let targets = [
            path("b.md", None),
            path("../a b/100%.md", Some("c#d")),
            path("javascript:alert", None),
            path("<a>(b)\\&amp;", None),
            path("", None),
            path("a\nb\u{7f}", None),
            Target::Reference("cause:no-budget".into()),
            Target::Fragment("é".into()),
            Target::External("https://a.example/?a=b".into()),
        ];
        let text = probe(&targets);
        let links = body(&SourcePath::new("a.md"), &text, 0, false, Options::default(), &mut Vec::new()).fragment.links;
        let found: Vec<&Target> = links.iter().map(|link| &link.target).collect();
        assert_eq!(found, targets.iter().collect::<Vec<_>>());
        let lines: Vec<usize> = links.iter().map(|link| probed(line_column(&text, link.span.start).0)).collect();
        assert_eq!(lines, (0..targets.len()).collect::<Vec<_>>());
    }
}
