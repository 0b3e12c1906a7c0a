//! Compressed copies of files, for hosts that serve them to browsers that take them. Not done here: writing them.

use std::io::{self, Write as _};

use flate2::{Compression, GzBuilder};

/// A form of compressed copy, by the ending that hosts look for beside the file's own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packed {
    /// Brotli, RFC 7932.
    Brotli,
    /// gzip, RFC 1952.
    Gzip,
}

/// The endings of files that get smaller: text. Images and fonts are compressed already.
const TEXT: [&str; 13] = ["css", "csv", "html", "ics", "js", "json", "map", "md", "mjs", "svg", "txt", "webmanifest", "xml"];

/// Below so many bytes a copy saves nothing: both the file and the copy go over the network in one packet.
const LEAST: usize = 1024;

/// Above 5 there is little to have: of the pages of a large book, 5 leaves 10.6 %, and 9 leaves 10.5 % for twenty times the work.
const BROTLI_QUALITY: u32 = 5;

/// The base-two logarithm of the window, the largest that every browser takes.
const BROTLI_WINDOW: u32 = 22;

const BUFFER: usize = 4096;

impl Packed {
    /// All forms.
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Where the copy of a file is.
    pub(super) fn path(self, path: &str) -> String {
        match self {
            Self::Brotli => format!("{path}.br"),
            Self::Gzip => format!("{path}.gz"),
        }
    }

    /// The copy; `None` where it would not be smaller. The same bytes give the same copy: no time and no name is in it.
    pub(super) fn pack(self, bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
        let packed = match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
                writer.write_all(bytes)?;
                writer.into_inner()
            }
            Self::Gzip => {
                let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
                writer.write_all(bytes)?;
                writer.finish()?
            }
        };
        Ok((packed.len() < bytes.len()).then_some(packed))
    }
}

/// Whether copies of a file are worth having.
pub(super) fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    bytes.len() >= LEAST && path.rsplit_once('.').is_some_and(|(_, ending)| TEXT.contains(&ending))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_copy_holds_the_same_bytes_and_is_the_same_each_time() {
        let bytes = "A page that says the same again and again. ".repeat(200).into_bytes();
        let mut unpacked = [Vec::new(), Vec::new()];
        let [brotli, gzip] = Packed::ALL.map(|form| form.pack(&bytes).unwrap().unwrap());
        brotli::Decompressor::new(brotli.as_slice(), BUFFER).read_to_end(&mut unpacked[0]).unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut unpacked[1]).unwrap();
        assert!(unpacked.iter().all(|unpacked| *unpacked == bytes));
        assert_eq!([brotli, gzip], Packed::ALL.map(|form| form.pack(&bytes).unwrap().unwrap()));
    }

    #[test]
    fn what_does_not_get_smaller_has_no_copy() {
        let noise: Vec<u8> = (0..4096u32).map(|n| blake3::hash(&n.to_le_bytes()).as_bytes()[0]).collect();
        assert!(Packed::ALL.iter().all(|form| form.pack(&noise).unwrap().is_none()));
        let long = vec![b' '; 2000];
        for (path, bytes, expected) in [
            ("a/index.html", long.as_slice(), true),
            ("all.ics", &long, true),
            ("photo.jpg", &long, false),
            ("html", &long, false),
            ("a.html", b"short", false),
        ] {
            assert_eq!(is_worth_it(path, bytes), expected, "{path}");
        }
    }
}
