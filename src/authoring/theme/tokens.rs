//! The custom properties that a style sheet sets on `:root`. Not done here: anything else of CSS.

/// Name, value and the comment on the same line, of each in `:root { … }` outside of any at-rule, in order.
pub(super) fn tokens(css: &str) -> Vec<(&str, &str, Option<&str>)> {
    let bare = without_comments(css);
    let mut found = Vec::new();
    let (mut depth, mut head) = (0_usize, 0);
    let mut rules: Vec<(bool, usize)> = Vec::new();
    for (at, c) in bare.char_indices() {
        match c {
            '{' => {
                rules.push((depth == 0 && bare[head..at].trim() == ":root", at + 1));
                depth += 1;
                head = at + 1;
            }
            '}' => {
                depth = depth.saturating_sub(1);
                head = at + 1;
                if let Some((true, start)) = rules.pop() {
                    declarations(css, &bare, start, at, &mut found);
                }
            }
            ';' => head = at + 1,
            _ => {}
        }
    }
    found
}

fn declarations<'c>(css: &'c str, bare: &str, start: usize, end: usize, found: &mut Vec<(&'c str, &'c str, Option<&'c str>)>) {
    let mut at = start;
    for part in bare[start..end].split_inclusive(';') {
        let next = at + part.len();
        if let Some((name, value)) = part.trim_end_matches(';').split_once(':').filter(|(name, _)| name.trim().starts_with("--")) {
            let name = &css[within(at, name)];
            let value_at = at + part.find(':').unwrap_or(0) + 1;
            let value = &css[within(value_at, value)];
            let line = css[next..].lines().next().unwrap_or_default();
            let comment = line.trim_start().strip_prefix("/*").and_then(|rest| rest.split_once("*/")).map(|(said, _)| said.trim());
            found.push((name, value, comment));
        }
        at = next;
    }
}

/// The place of a text without the blanks around it, which begins at `at`.
fn within(at: usize, text: &str) -> std::ops::Range<usize> {
    let start = at + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// The same text, as long as it was, with blanks in place of comments.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        out.push_str(&rest[..start]);
        out.extend(std::iter::repeat_n(' ', end - start));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_properties_of_the_root_are_found_with_their_values_and_comments() {
        let css = "/* `:root { --no: 1 }` */\n:root{color-scheme:light dark;--a:1px;--b: light-dark(#fff,\n  #000); /* the paper */\n\n--c:var(--a)}\n\
                   @media print{:root{--a:2px}}\np{--d:1}";
        assert_eq!(tokens(css), [("--a", "1px", None), ("--b", "light-dark(#fff,\n  #000)", Some("the paper")), ("--c", "var(--a)", None)]);
    }
}
