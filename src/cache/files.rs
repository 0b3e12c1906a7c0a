//! The files of sites by the names of what they were made of, packed. So where an output is not there, as on a machine that begins with nothing but this
//! cache, its files need not be made. With them lies what is no file and takes time to make, such as a document that was read, or the words of a page.
//! Not done here: knowing which files a site has.
//!
//! They are compressed by LZ4, which takes a twentieth of the time that making them takes, and leaves about a third.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lz4_flex::block;

use super::store::Store;
use super::{Edition, Name};

/// So many bytes may all packs have together: the files of about 24,000 pages, and what was read of them; with what a search needs, 16,000.
const LIMIT: u64 = 384 << 20;

/// So many bytes may wait to be written. A pack of this size is never written again for the sake of smaller ones.
const AT_ONCE: usize = 8 << 20;

/// So many bytes are compressed at a time: there must be room for as many again, for what can't be compressed.
const PIECE: usize = 1 << 20;

/// A length is written in so many bytes.
const LENGTH: usize = 4;

/// A larger file is not kept: it would push out hundreds of pages, and is most likely a copy of one in the book.
const LARGEST: usize = 32 << 20;

/// Files of sites by what they were made of, on disk.
#[derive(Debug)]
pub struct Files {
    store: Store,
    waiting: Mutex<Waiting>,
}

/// What is not yet written.
#[derive(Debug, Default)]
struct Waiting {
    packed: Vec<(Name, Arc<[u8]>)>,
    size: usize,
    trouble: Option<io::Error>,
}

impl Files {
    /// Below the user's folder of caches for this program, for the program that `edition` tells from all others. Nothing is read, and nothing made, before
    /// it is needed.
    pub(super) fn new(folder: &Path, edition: Edition) -> Self {
        Self::limited(folder, edition, LIMIT)
    }

    fn limited(folder: &Path, edition: Edition, limit: u64) -> Self {
        Self { store: Store::new(folder.join("files"), edition, limit), waiting: Mutex::default() }
    }

    /// Whether a file of that name seems to be there.
    pub fn lists(&self, name: &Name) -> bool {
        self.store.lists(name)
    }

    /// The file that was made of what has that name, if it is there and whole.
    pub fn recall(&self, name: &Name) -> Option<Vec<u8>> {
        unpacked(&self.store.recall(name)?)
    }

    /// Keeps a file for later builds, some time before [`Files::finish`] is over. What does not fit is left out.
    pub fn keep(&self, name: &Name, bytes: &[u8]) {
        if bytes.len() > LARGEST || self.lists(name) {
            return;
        }
        let Some(packed) = packed(bytes) else { return };
        let packed: Arc<[u8]> = packed.into();
        let mut waiting = self.waiting();
        waiting.size += packed.len();
        waiting.packed.push((*name, packed));
        if waiting.size >= AT_ONCE {
            let packed = waiting.take();
            drop(waiting);
            self.write(packed);
        }
    }

    /// Writes what waits. An error costs no more than this: the next build makes all of it again.
    pub fn finish(&self) -> io::Result<()> {
        let packed = self.waiting().take();
        if self.store.is_open() {
            self.write(packed);
        }
        self.waiting().trouble.take().map_or(Ok(()), Err)
    }

    fn write(&self, packed: Vec<(Name, Arc<[u8]>)>) {
        if let Err(error) = self.store.keep(packed) {
            self.waiting().trouble.get_or_insert(error);
        }
    }

    /// A thread that panicked while it held the lock has left nothing half done.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// For each piece its length, that of what it becomes, little-endian, and that.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    for piece in bytes.chunks(PIECE) {
        let head = packed.len();
        let start = head + 2 * LENGTH;
        packed.resize(start + block::get_maximum_output_size(piece.len()), 0);
        let length = block::compress_into(piece, &mut packed[start..]).ok()?;
        for (at, number) in [(head, piece.len()), (head + LENGTH, length)] {
            packed[at..at + LENGTH].copy_from_slice(&u32::try_from(number).ok()?.to_le_bytes());
        }
        packed.truncate(start + length);
    }
    Some(packed)
}

/// `None` for anything but what [`packed`] makes.
fn unpacked(mut packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while !packed.is_empty() {
        let mut number = || {
            let (number, rest) = packed.split_first_chunk::<LENGTH>()?;
            packed = rest;
            usize::try_from(u32::from_le_bytes(*number)).ok()
        };
        let (size, length) = (number()?, number()?);
        if size > PIECE || bytes.len() + size > LARGEST {
            return None;
        }
        let (piece, rest) = packed.split_at_checked(length)?;
        let start = bytes.len();
        bytes.resize(start + size, 0);
        if block::decompress_into(piece, &mut bytes[start..]).ok()? != size {
            return None;
        }
        packed = rest;
    }
    Some(bytes)
}

impl Waiting {
    fn take(&mut self) -> Vec<(Name, Arc<[u8]>)> {
        self.size = 0;
        std::mem::take(&mut self.packed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: usize) -> Vec<u8> {
        format!("<p>This is page {number}.</p>").repeat(number + 1).into_bytes()
    }

    fn name(number: usize) -> Name {
        *blake3::hash(&number.to_le_bytes()).as_bytes()
    }

    #[test]
    fn what_was_kept_is_known_to_the_same_program_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path(), [1; 32]);
        (0..50).for_each(|number| files.keep(&name(number), &text(number)));
        assert!(!files.lists(&name(1)), "nothing is there before it is written");
        files.finish().unwrap();
        let again = Files::new(folder.path(), [1; 32]);
        for number in 0..50 {
            assert!(again.lists(&name(number)));
            assert_eq!(again.recall(&name(number)), Some(text(number)));
        }
        assert!(!again.lists(&name(50)) && again.recall(&name(50)).is_none());
        assert!(Files::new(folder.path(), [2; 32]).recall(&name(1)).is_none());
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_so_is_what_is_too_large() {
        let folder = tempfile::tempdir().unwrap();
        let noise = |number: u32| -> Vec<u8> { (0..64).flat_map(|n| *blake3::hash(&(number * 64 + n).to_le_bytes()).as_bytes()).collect() };
        let files = Files::limited(folder.path(), [1; 32], 10_000);
        (0..10).for_each(|number| files.keep(&name(number as usize), &noise(number)));
        files.keep(&name(20), &vec![0; LARGEST + 1]);
        files.finish().unwrap();
        assert_eq!((0..10).filter(|number| files.lists(&name(*number))).count(), 4);
        assert!(!files.lists(&name(20)));
    }

    #[test]
    fn a_file_of_any_size_comes_back() {
        for size in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
            let bytes: Vec<u8> = (0..size).map(|n| (n * n / 7) as u8).collect();
            assert!(unpacked(&packed(&bytes).unwrap()) == Some(bytes), "{size}");
        }
    }

    #[test]
    fn what_is_cut_short_is_not_there() {
        let whole = packed(&text(40)).unwrap();
        assert!((1..whole.len()).all(|end| unpacked(&whole[..end]).is_none()));
    }

    #[test]
    fn a_size_that_was_not_written_by_us_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path(), [1; 32]);
        let claims = u32::MAX.to_le_bytes().iter().chain(b"data").copied().collect::<Vec<u8>>();
        files.store.keep(vec![(name(0), claims.into())]).unwrap();
        assert!(files.lists(&name(0)));
        assert_eq!(files.recall(&name(0)), None);
    }
}
