//! Mutations of texts, the same in every run. Not done here: reading what comes out.

use std::path::Path;

/// A generator of numbers without a state outside itself (Marsaglia's xorshift, 64 bits).
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of that number.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// What means something somewhere.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "---\n", "+++\n", ": ", "- ", "  ", "\t", "\n", "\r\n", "\"", "'", "[", "]", "{", "}", "|", ">", "&a ", "*a", "!", "# ", "<!--", "-->", "[[", "]]", "`", "```\n", "~~~",
    "2026-02-30", "end-3d", "Week 3-2", "after x for 4w", "checklist:\n", "id: ", "\u{feff}", "é", "日", "\u{0}", "\u{2028}", "%00", "- [ ] ", "[^1]", "[x](", ")", "= ", "[[checklist]]\n",
];

/// All texts of the default book.
pub(crate) fn shipped_content() -> Vec<String> {
    fn walk(folder: &Path, texts: &mut Vec<String>) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, texts);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                texts.push(text);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![std::fs::read_to_string(root.join("book.toml")).unwrap()];
    walk(&root.join("content"), &mut texts);
    texts
}

/// A stretch of one of the texts, changed in a few places: bytes, pieces, parts of another text, repetitions, gaps.
pub(crate) fn mutate(texts: &[String], random: &mut Random) -> String {
    const LONGEST: usize = 3_000;
    let mut bytes = texts[random.below(texts.len())].clone().into_bytes();
    // Most of what can go wrong does so near the top.
    bytes.truncate(LONGEST + random.below(LONGEST));
    for _ in 0..1 + random.below(6) {
        let at = random.below(bytes.len() + 1);
        let length = random.below(40).min(bytes.len() - at);
        match random.below(6) {
            0 => drop(bytes.drain(at..at + length)),
            1 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
            2 => drop(bytes.splice(at..at + length, PIECES[random.below(PIECES.len())].bytes())),
            3 => {
                let other = texts[random.below(texts.len())].as_bytes();
                let from = random.below(other.len() + 1);
                let part = other[from..(from + 200).min(other.len())].to_vec();
                drop(bytes.splice(at..at, part));
            }
            4 => {
                let part = bytes[at..at + length].repeat(3);
                drop(bytes.splice(at..at, part));
            }
            _ if at < bytes.len() => bytes[at] = random.below(256) as u8,
            _ => bytes.truncate(at / 2),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
