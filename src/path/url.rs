//! How one page links to another, and what of an address is percent-encoded. Not done here: the paths themselves.

use std::fmt::Write as _;

use super::OutputPath;

/// The address of `to` as written on page `from`, percent-encoded for an `href`; a page's own address is its file name.
pub fn relative_url(from: &OutputPath, to: &OutputPath, fragment: Option<&str>) -> String {
    const UP: &str = "../";
    let (above, below) = way(from.as_str(), to.as_str());
    let mut url = String::with_capacity(above * UP.len() + below.len() + fragment.map_or(0, |fragment| 1 + fragment.len()));
    for _ in 0..above {
        url.push_str(UP);
    }
    percent_encode_path(below, &mut url);
    if let Some(fragment) = fragment {
        url.push('#');
        percent_encode(fragment, &mut url);
    }
    url
}

/// The way from the folder of one path to another path: so many folders up, then down.
pub(super) fn way<'t>(from: &str, to: &'t str) -> (usize, &'t str) {
    let is_slash = |byte: &u8| *byte == b'/';
    let (from, alike) = (from.as_bytes(), alike(from.as_bytes(), to.as_bytes()));
    let shared = from[..alike].iter().rposition(is_slash).map_or(0, |slash| slash + 1);
    (from[shared..].iter().filter(|byte| is_slash(byte)).count(), &to[shared..])
}

/// How many bytes two paths begin with alike; eight at a time, for most of a site lies in the same few folders.
fn alike(one: &[u8], other: &[u8]) -> usize {
    let whole = (one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0)).take_while(|(a, b)| a == b).count() * 8;
    whole + one[whole..].iter().zip(&other[whole..]).take_while(|(a, b)| a == b).count()
}

/// Encodes everything but the characters that RFC 3986 section 3.3 allows in a path segment and that mean nothing in HTML.
pub(crate) fn percent_encode(part: &str, out: &mut String) {
    encode(part, &PLAIN, out);
}

/// The same for each segment of a path.
pub(crate) fn percent_encode_path(path: &str, out: &mut String) {
    encode(path, &PLAIN_IN_PATH, out);
}

/// The bytes that stay as they are, in a table, for every byte of every address is looked up.
const PLAIN: [bool; 256] = plain();
/// The same in a whole path.
const PLAIN_IN_PATH: [bool; 256] = {
    let mut kept = plain();
    kept[b'/' as usize] = true;
    kept
};

const fn plain() -> [bool; 256] {
    let (mut kept, mut byte) = ([false; 256], 0);
    while byte < kept.len() {
        kept[byte] = is_plain(byte as u8);
        byte += 1;
    }
    kept
}

const fn is_plain(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'(' | b')' | b'*' | b'+' | b',' | b'=' | b'@')
}

/// Encodes the bytes that are not `kept`. Only ASCII is ever kept, so that runs of either kind are whole characters.
fn encode(text: &str, kept: &[bool; 256], out: &mut String) {
    // Nearly always, and quicker found out without asking after each byte.
    if text.bytes().fold(true, |all, byte| all & kept[usize::from(byte)]) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(start) = rest.bytes().position(|byte| !kept[usize::from(byte)]) {
        let end = start + rest[start..].bytes().position(|byte| kept[usize::from(byte)]).unwrap_or(rest.len() - start);
        out.push_str(&rest[..start]);
        for byte in rest[start..end].bytes() {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
}

/// Undoes percent-encoding in an author's link; bytes that are not UTF-8 afterwards leave the link as it was.
pub fn percent_decode(text: &str) -> String {
    let mut parts = text.as_bytes().split(|byte| *byte == b'%');
    let mut out = Vec::with_capacity(text.len());
    out.extend_from_slice(parts.next().unwrap_or_default());
    for part in parts {
        let digit = |at: usize| char::from(*part.get(at)?).to_digit(16);
        match digit(0).zip(digit(1)).and_then(|(high, low)| u8::try_from(16 * high + low).ok()) {
            Some(byte) => {
                out.push(byte);
                out.extend_from_slice(&part[2..]);
            }
            None => {
                out.push(b'%');
                out.extend_from_slice(part);
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn url(from: &str, to: &str) -> String {
        relative_url(&OutputPath::new(from), &OutputPath::new(to), None)
    }

    #[test]
    fn links_are_relative_and_written_out() {
        assert_eq!(url("index.html", "stages/poc/index.html"), "stages/poc/index.html");
        assert_eq!(url("stages/poc/index.html", "stages/pilot/index.html"), "../pilot/index.html");
        assert_eq!(url("stages/poc/index.html", "index.html"), "../../index.html");
        assert_eq!(url("stages/poc/index.html", "stages/poc/index.html"), "index.html");
        assert_eq!(url("a.html", "b c/\"x\".png"), "b%20c/%22x%22.png");
    }

    #[test]
    fn folders_that_begin_alike_are_not_one() {
        assert_eq!(url("stages/poc/index.html", "stages/poc-2/index.html"), "../poc-2/index.html");
        assert_eq!(url("a/\u{e9}/x.html", "a/\u{e8}/x.html"), "../%C3%A8/x.html");
        assert_eq!(url("a/b", "a/b/c"), "b/c");
        assert_eq!(url("a/b/c", "a/b"), "../b");
    }

    #[test]
    fn a_fragment_is_encoded_as_one_segment() {
        let (from, to) = (OutputPath::new("a.html"), OutputPath::new("b.html"));
        assert_eq!(relative_url(&from, &to, Some("50 % / é")), "b.html#50%20%25%20%2F%20%C3%A9");
    }

    #[test]
    fn a_percent_sign_that_encodes_nothing_stays() {
        let cases = [("a%20b", "a b"), ("100%", "100%"), ("%2", "%2"), ("%+1", "%+1"), ("%zz%41", "%zzA"), ("%%41", "%A"), ("%C3%A9", "é")];
        for (link, meant) in cases {
            assert_eq!(percent_decode(link), meant, "{link}");
        }
        assert_eq!(percent_decode("%FF.html"), "%FF.html");
    }

    /// What [`relative_url`] is, part by part.
    fn by_parts(from: &str, to: &str) -> String {
        let (mut from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
        from.pop();
        let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
        let up = from[shared..].iter().map(|_| "..".to_owned());
        let down = to[shared..].iter().map(|part| {
            let byte = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
            part.bytes().map(byte).collect()
        });
        up.chain(down).collect::<Vec<String>>().join("/")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_way_is_the_same_part_by_part(from in "[abé ]{0,2}(/[abé ]{0,2}){0,3}", to in "[abé ]{0,2}(/[abé ]{0,2}){0,3}") {
            prop_assert_eq!(url(&from, &to), by_parts(&from, &to));
        }

        #[test]
        fn what_is_encoded_is_plain_and_decodes_to_itself(text in ".{0,20}") {
            let mut encoded = String::new();
            percent_encode(&text, &mut encoded);
            prop_assert!(encoded.bytes().all(|byte| byte == b'%' || is_plain(byte)), "{}", encoded);
            prop_assert_eq!(percent_decode(&encoded), text);
        }
    }
}
