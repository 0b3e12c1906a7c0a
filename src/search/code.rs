//! The form of the files: one call of one function, so that a `<script src>` loads them from anywhere, a disk too; and numbers as few characters. Not done
//! here: what is told.

use std::sync::Arc;

/// Values below this take one character.
const SMALL: u32 = 64;
/// The other characters, which say that more follow.
const MORE: u32 = 27;

/// Writes a number: its last character is one of the first 64, those before it of the 27 after these. The 91 characters are those from `#` to `~` that
/// need no escape in a string.
pub(super) fn number(value: u32, out: &mut String) {
    if value >= SMALL {
        more(value / SMALL, out);
    }
    out.push(sign(value % SMALL));
}

fn more(value: u32, out: &mut String) {
    if value >= MORE {
        more(value / MORE, out);
    }
    out.push(sign(SMALL + value % MORE));
}

fn sign(value: u32) -> char {
    let code = u32::from('#') + value;
    char::from_u32(if code < u32::from('\\') { code } else { code + 1 }).unwrap_or('#')
}

/// A file that hands `value`, which is JSON, over by its name.
pub(super) fn file(name: &str, value: &str) -> Arc<[u8]> {
    Arc::from(format!("rollbookSearch(\"{name}\",{value})\n").into_bytes())
}

/// A text as JSON, which is also a string of JavaScript.
pub(super) fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    /// As `search-engine.js` reads them.
    fn read(text: &str) -> Vec<u32> {
        let (mut values, mut rest) = (Vec::new(), 0);
        for c in text.chars() {
            let code = u32::from(c) - 35 - u32::from(c > '\\');
            if code < 64 {
                values.push(rest * 64 + code);
                rest = 0;
            } else {
                rest = rest * 27 + code - 64;
            }
        }
        values
    }

    #[test]
    fn numbers_come_back_and_small_ones_take_one_character() {
        let values: Vec<u32> = (0..5000).chain([100_000, 1_000_000, u32::MAX]).collect();
        let mut text = String::new();
        values.iter().for_each(|value| super::number(*value, &mut text));
        assert_eq!(read(&text), values);
        assert!(text.chars().all(|c| ('#'..='~').contains(&c) && c != '\\'), "{text}");
        let length = |value| {
            let mut text = String::new();
            super::number(value, &mut text);
            text.len()
        };
        assert_eq!([length(0), length(63), length(64), length(1727), length(1728)], [1, 1, 2, 2, 3]);
    }
}
