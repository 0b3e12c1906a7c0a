//! The fenced blocks and the sections of a Markdown text. Not done here: anything else of Markdown.

/// A fenced block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block<'t> {
    /// The fence: three backticks or more.
    pub(crate) fence: &'t str,
    /// What stands behind the opening fence.
    pub(crate) words: &'t str,
    /// The lines between the fences, each with its end.
    pub(crate) body: &'t str,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Piece<'t> {
    /// A line outside of any block, with its end.
    Line(&'t str),
    /// A block.
    Block(Block<'t>),
}

/// The text as lines and blocks, each with where it begins. A block that is never closed is a fault of the documentation.
pub(crate) fn pieces(text: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(line) = text[at..].split_inclusive('\n').next() {
        let (start, fence) = (at, &line[..line.len() - line.trim_start_matches('`').len()]);
        at += line.len();
        if fence.len() < 3 {
            pieces.push((start, Piece::Line(line)));
            continue;
        }
        let rest = &text[at..];
        let end = rest.split_inclusive('\n').position(|line| line.trim_end() == fence).unwrap();
        let body = rest.split_inclusive('\n').take(end).map(str::len).sum::<usize>();
        pieces.push((start, Piece::Block(Block { fence, words: line[fence.len()..].trim(), body: &rest[..body] })));
        at += body + rest[body..].split_inclusive('\n').next().map_or(0, str::len);
    }
    pieces
}

/// The blocks of a text, in order.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    pieces(text)
        .into_iter()
        .filter_map(|(_, piece)| match piece {
            Piece::Block(block) => Some(block),
            Piece::Line(_) => None,
        })
        .collect()
}

/// The sections of a text, each with its heading as it is written, such as `## Example`.
pub(crate) fn sections(text: &str) -> Vec<(&str, &str)> {
    let headings: Vec<(usize, &str)> = pieces(text)
        .into_iter()
        .filter_map(|(at, piece)| match piece {
            Piece::Line(line) if line.starts_with('#') => Some((at, line)),
            _ => None,
        })
        .collect();
    let ends = headings.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    headings.iter().zip(ends).map(|((at, heading), end)| (heading.trim_end(), &text[at + heading.len()..end])).collect()
}
