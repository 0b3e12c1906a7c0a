//! Markdown of our own, made readable in a terminal: bold headings, wrapped paragraphs, blocks of code as they are. Not done here: Markdown of
//! authors, which has more than headings, paragraphs and fenced blocks.

use super::text::hanging;
use super::{BOLD, styled};

/// Stands before each line of a block.
const INDENT: &str = "    ";

/// The text for lines of at most so many cells; lines of blocks are never wrapped. Ends with a line break.
pub(crate) fn render(markdown: &str, cells: usize) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        let fence = line.len() - line.trim_start_matches('`').len();
        if fence < 3 && !line.is_empty() && !line.starts_with('#') {
            paragraph.push_str(line);
            paragraph.push('\n');
            continue;
        }
        out.push_str(&hanging("", &std::mem::take(&mut paragraph), cells));
        if fence >= 3 {
            for inside in lines.by_ref().take_while(|inside| *inside != &line[..fence]) {
                let indented = format!("{INDENT}{inside}");
                out.push_str(indented.trim_end());
                out.push('\n');
            }
        } else if line.is_empty() {
            out.push('\n');
        } else {
            out.push_str(&styled(BOLD, line.trim_start_matches('#').trim()));
            out.push('\n');
        }
    }
    out.push_str(&hanging("", &paragraph, cells));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_and_blocks_are_kept() {
        let text = "One two\nthree `four` five.\n\n## A heading\n\n````book\n# a\n\n```x\n  a line that is longer than the screen\n```\n````\n\nLast.\n";
        let expected = "One two three `four`\nfive.\n\nA heading\n\n    # a\n\n    ```x\n      a line that is longer than the screen\n    ```\n\nLast.\n";
        assert_eq!(console::strip_ansi_codes(&render(text, 20)), expected);
    }
}
