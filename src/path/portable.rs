//! Names that not every system takes, and those that some take for one. Not done here: which names a site has.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The longest name, in bytes: the file systems in use take 255 (Linux: `NAME_MAX` of limits.h), of which a compressed file needs `.gz` behind its own.
pub const LONGEST_NAME: usize = 255 - ".gz".len();

/// Names of devices on Windows, in any case and with any ending (Microsoft, "Naming Files, Paths, and Namespaces"); `COM` and `LPT` have a digit behind them.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const PORTS: [&str; 2] = ["com", "lpt"];

/// Why Windows has no file or folder of that name, as a sentence about it; `None` when it can have one. Other systems in use refuse no name that this
/// allows.
pub fn unportable(name: &str) -> Option<String> {
    if let Some(c) = name.chars().find(|c| c.is_ascii_control() || "<>:\"\\|?*".contains(*c)) {
        return Some(match c {
            '\n' | '\r' => "it has a line break in it".to_owned(),
            c if c.is_ascii_control() => "it has a control character in it".to_owned(),
            c => format!("it has `{c}` in it"),
        });
    }
    if name.ends_with(['.', ' ']) {
        return Some(format!("it ends with a {}", if name.ends_with('.') { "dot" } else { "blank" }));
    }
    is_device(name).then(|| "it is the name of a device there".to_owned())
}

/// True for a name that means a device on Windows, whatever its ending.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ');
    let is = |known: &str| stem.eq_ignore_ascii_case(known);
    let is_port = |port: &&str| {
        let digit = stem.get(..port.len()).filter(|start| start.eq_ignore_ascii_case(port)).map(|_| &stem[port.len()..]);
        digit.is_some_and(|digit| matches!(digit, "¹" | "²" | "³") || (digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit()))
    };
    DEVICES.into_iter().any(is) || PORTS.iter().any(is_port)
}

/// The one of all paths that are one file where neither the case of letters nor how an accent is written makes a difference, as on macOS; on Windows
/// it is the case alone.
pub fn folded(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(path.nfd().flat_map(char::to_lowercase).nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_has_not_are_told_with_the_reason() {
        let cases = [
            ("a:b", "it has `:` in it"),
            ("what?.png", "it has `?` in it"),
            ("a\\b", "it has `\\` in it"),
            ("<a>", "it has `<` in it"),
            ("new\nline", "it has a line break in it"),
            ("a\u{1}", "it has a control character in it"),
            ("etc.", "it ends with a dot"),
            ("a ", "it ends with a blank"),
            ("con", "it is the name of a device there"),
            ("CON.png", "it is the name of a device there"),
            ("aux .tar.gz", "it is the name of a device there"),
            ("Com1", "it is the name of a device there"),
            ("lpt².txt", "it is the name of a device there"),
        ];
        for (name, reason) in cases {
            assert_eq!(unportable(name).as_deref(), Some(reason), "{name:?}");
        }
        for name in ["console", "com", "com10", "a con", ".con", "a.con", "é日本", "a b", "a'b#%&", "\u{80}", "COM\u{e9}", "index.html"]
        {
            assert_eq!(unportable(name), None, "{name:?}");
        }
    }

    #[test]
    fn paths_that_are_one_file_elsewhere_fold_to_one() {
        let equal = [
            ("Guide/A.png", "guide/a.png"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("\u{c9}", "e\u{301}"),
            ("\u{212b}", "\u{e5}"),
            ("\u{130}", "i\u{307}"),
        ];
        for (one, other) in equal {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [("a", "b"), ("e", "\u{e9}"), ("a-b", "a_b"), ("ss", "ß")] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
        assert!(matches!(folded("guide/a.png"), Cow::Borrowed(_)));
    }

    proptest::proptest! {
        #[test]
        fn what_is_folded_stays_so(path in "\\PC{0,12}") {
            let once = folded(&path);
            proptest::prop_assert_eq!(&folded(&once), &once);
        }
    }
}
