//! The size of an image, from the first bytes of its file. Not done here: showing it, or judging the rest of the file.

use imagesize::blob_size;

/// A size in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: usize,
    /// From top to bottom.
    pub height: usize,
}

/// Of a larger size than this a file is broken, or nobody's browser shows it.
const LARGEST: usize = 100_000;

/// So far into an SVG its first tag is looked for: what stands before it is a licence at most.
const HEAD: usize = 16 * 1024;

/// The size of a PNG, JPEG, GIF, WebP, BMP or SVG image. `None` for other files, for broken ones, and for an SVG that does not say.
pub fn size(name: &str, bytes: &[u8]) -> Option<Size> {
    let size = if name.to_ascii_lowercase().ends_with(".svg") {
        svg(&String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]))?
    } else {
        let size = blob_size(bytes).ok()?;
        Size { width: size.width, height: size.height }
    };
    let is_real = |length: usize| (1..=LARGEST).contains(&length);
    (is_real(size.width) && is_real(size.height)).then_some(size)
}

/// By `width` and `height` in pixels, else by the view box (SVG 2, sections 8.2 and 8.6).
fn svg(text: &str) -> Option<Size> {
    let tag = without_comments(text);
    let tag = &tag[tag.find("<svg")? + 4..];
    let tag = &tag[..tag.find('>')?];
    let pixels = |name| attribute(tag, name).and_then(|value| rounded(value.trim_end_matches("px")));
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return Some(Size { width, height });
    }
    let mut sides = attribute(tag, "viewBox")?.split([' ', ',', '\t', '\n', '\r']).filter(|side| !side.is_empty()).skip(2);
    Some(Size { width: rounded(sides.next()?)?, height: rounded(sides.next()?)? })
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        if before.trim() == name {
            return Some(value.trim());
        }
        rest = after;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number in the range of sizes that are meant")]
fn rounded(number: &str) -> Option<usize> {
    let number: f64 = number.trim().parse().ok()?;
    (number > 0.0 && number <= LARGEST as f64).then(|| (number.round() as usize).max(1))
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A PNG as far as its header.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xc8\x08\x06\0\0\0\0\0\0\0";

    fn sides(name: &str, bytes: &[u8]) -> Option<(usize, usize)> {
        size(name, bytes).map(|size| (size.width, size.height))
    }

    #[test]
    fn each_format_tells_its_size_whatever_the_file_is_called() {
        assert_eq!(sides("plan.png", PNG), Some((320, 200)));
        assert_eq!(sides("plan", PNG), Some((320, 200)));
        assert_eq!(sides("a.gif", b"GIF89a\x0a\0\x05\0\x80\0\0"), Some((10, 5)));
        let bmp = [b"BM".as_slice(), &[0; 12], &40_u32.to_le_bytes(), &7_u32.to_le_bytes(), &3_u32.to_le_bytes(), &[0; 30]].concat();
        assert_eq!(sides("a.bmp", &bmp), Some((7, 3)));
        let jpeg =
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08\0\x20\0\x40\x03\x01\x22\0\x02\x11\x01\x03\x11\x01";
        assert_eq!(sides("a.jpg", jpeg), Some((64, 32)));
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x0f\xc0\x01\0\0\0\0\0\0\0\0\0";
        assert_eq!(sides("a.webp", webp), Some((16, 8)));
    }

    #[test]
    fn a_drawing_tells_it_by_its_width_and_height_or_its_view_box() {
        let cases = [
            ("<svg width=\"40\" height='30px'></svg>", Some((40, 30))),
            ("<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<svg\n viewBox=\"0 0 12.4 7\">", Some((12, 7))),
            ("<svg width=\"100%\" viewBox='-5,-5 , 20, 0.2'>", Some((20, 1))),
            ("<svg width=\"4cm\" height=\"3cm\">", None),
            ("<svg viewBox=\"0 0 0 9\">", None),
            ("<svg viewBox=\"0 0 1e9 9\">", None),
            ("<svg stroke-width=\"3\" height=\"9\"/>", None),
            ("<svg width=\"40\" height=\"30\"", None),
            ("no drawing", None),
        ];
        for (text, expected) in cases {
            assert_eq!(sides("a.SVG", text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn a_broken_file_has_no_size() {
        for length in 0..24 {
            assert_eq!(sides("plan.png", &PNG[..length]), None, "{length} bytes");
        }
        let mut huge = PNG.to_vec();
        huge[16] = 0x7f;
        assert_eq!(sides("plan.png", &huge), None);
    }

    proptest! {
        // A case that fails is shown in full: it belongs into a test of its own, not into a file of seeds.
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_bytes_make_it_panic(start in prop::sample::select(vec![
            b"GIF89a".to_vec(), b"BM".to_vec(), b"\xff\xd8\xff\xe1".to_vec(), b"RIFF\x1a\0\0\0WEBPVP8X".to_vec(), PNG[..16].to_vec(), b"<svg width=\"".to_vec(),
        ]), rest in prop::collection::vec(any::<u8>(), 0..64)) {
            let bytes = [start, rest].concat();
            let _ = (size("a", &bytes), size("a.svg", &bytes));
        }
    }
}
