//! A pack: one file of anything by name, written once. Not done here: which packs there are, and for how long.
//!
//! ```text
//! head   magic, edition            8 + 32 bytes
//! data   piece after piece
//! index  name, length, checksum    32 + 4 + 16 bytes for each, ascending by name, in the order of the data
//! foot   checksum, count           32 + 4 bytes; the checksum is of the head and the index
//! ```
//!
//! Numbers are little-endian, checksums are BLAKE3, that of an entry its first 16 bytes. Since places are not written but counted, no index can name one
//! outside of the data, or twice, and what is read is never more than the file holds.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Edition, Name, tidy};

const MAGIC: &[u8; 8] = b"rb-pack1";
const HEAD: u64 = 40;
const FOOT: u64 = 36;

/// The size of a pack without anything in it.
pub(super) const EMPTY: u64 = HEAD + FOOT;
/// What an entry needs beside its piece.
pub(super) const ENTRY: u64 = 52;

/// What the name of a pack ends in.
pub(super) const ENDING: &str = "pack";

type Checksum = [u8; 16];

/// A pack that was opened, its index read.
pub(super) struct Pack {
    pub(super) path: PathBuf,
    file: File,
    /// Ascending by name.
    entries: Vec<Entry>,
    /// Where the entries begin whose names have that first byte, and where all end: names are hashes, and spread evenly.
    starts: Vec<usize>,
    /// Whether it has given something out.
    pub(super) is_used: AtomicBool,
    /// Whether something in it was not what was written.
    pub(super) is_damaged: AtomicBool,
}

struct Entry {
    name: Name,
    at: u64,
    length: u32,
    checksum: Checksum,
}

/// What the name of each pack of that edition begins with.
pub(super) fn prefix(edition: &Edition) -> String {
    format!("{}-", hex(edition))
}

/// Enough to tell files apart.
fn hex(hash: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*hash).to_hex()[..16].to_owned()
}

fn checksum(bytes: &[u8]) -> Checksum {
    let mut checksum = [0; 16];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut checksum);
    checksum
}

impl Pack {
    /// Reads the index of a file of so many bytes; `None` if it is no pack of that edition, or not a whole one.
    pub(super) fn open(path: &Path, edition: &Edition, size: u64) -> io::Result<Option<Self>> {
        let file = File::open(path)?;
        let entries = read_index(&file, edition, size)?;
        Ok(entries.map(|entries| Self::new(path.to_owned(), file, entries)))
    }

    /// Writes a pack. The names ascend. It appears in the folder when it is whole, under a name that tells what is in it: two builds that make the
    /// same at the same time make one pack.
    pub(super) fn write(folder: &Path, edition: &Edition, pieces: impl IntoIterator<Item = (Name, impl AsRef<[u8]>)>) -> io::Result<Self> {
        let mut temporary = tempfile::Builder::new().prefix(tidy::TEMPORARY).tempfile_in(folder)?;
        let mut out = BufWriter::with_capacity(1 << 16, temporary.as_file_mut());
        let (mut entries, mut at) = (Vec::new(), HEAD);
        out.write_all(MAGIC)?;
        out.write_all(edition)?;
        for (name, piece) in pieces {
            let bytes = piece.as_ref();
            let Ok(length) = u32::try_from(bytes.len()) else { continue };
            out.write_all(bytes)?;
            entries.push(Entry { name, at, length, checksum: checksum(bytes) });
            at += u64::from(length);
        }
        let index: Vec<u8> = entries.iter().flat_map(Entry::bytes).collect();
        let of_all = of_index(edition, &index);
        out.write_all(&index)?;
        out.write_all(&of_all)?;
        out.write_all(&u32::try_from(entries.len()).map_err(io::Error::other)?.to_le_bytes())?;
        out.flush()?;
        drop(out);
        let path = folder.join(format!("{}{}.{ENDING}", prefix(edition), hex(&of_all)));
        let file = temporary.persist(&path).map_err(|failed| failed.error)?;
        Ok(Self::new(path, file, entries))
    }

    fn new(path: PathBuf, file: File, entries: Vec<Entry>) -> Self {
        let starts = (0..=256).map(|byte| entries.partition_point(|entry| usize::from(entry.name[0]) < byte)).collect();
        Self { path, file, entries, starts, is_used: AtomicBool::new(false), is_damaged: AtomicBool::new(false) }
    }

    /// The piece of that name, if it is there and what was written.
    pub(super) fn get(&self, name: &Name) -> Option<Vec<u8>> {
        let bytes = self.read(self.entry(name)?);
        if bytes.is_some() { &self.is_used } else { &self.is_damaged }.store(true, Ordering::Relaxed);
        bytes
    }

    /// Whether a piece of that name was written.
    pub(super) fn lists(&self, name: &Name) -> bool {
        self.entry(name).is_some()
    }

    fn entry(&self, name: &Name) -> Option<&Entry> {
        let first = usize::from(name[0]);
        let alike = &self.entries[self.starts[first]..self.starts[first + 1]];
        Some(&alike[alike.binary_search_by(|entry| entry.name.cmp(name)).ok()?])
    }

    fn read(&self, entry: &Entry) -> Option<Vec<u8>> {
        let mut bytes = vec![0; entry.length as usize];
        read_exact_at(&self.file, &mut bytes, entry.at).ok()?;
        (checksum(&bytes) == entry.checksum).then_some(bytes)
    }

    /// The names of all that is in it, ascending.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        self.entries.iter().map(|entry| entry.name)
    }

    /// Its size in bytes.
    pub(super) fn size(&self) -> u64 {
        EMPTY + self.entries.iter().map(|entry| u64::from(entry.length) + ENTRY).sum::<u64>()
    }

    /// Says by the time of the file that it is in use.
    pub(super) fn touch(&self, now: std::time::SystemTime) {
        // A folder that can't be written to does not need it.
        let _ = self.file.set_modified(now);
    }
}

impl Entry {
    fn bytes(&self) -> impl Iterator<Item = u8> {
        self.name.into_iter().chain(self.length.to_le_bytes()).chain(self.checksum)
    }
}

fn of_index(edition: &Edition, index: &[u8]) -> [u8; 32] {
    *blake3::Hasher::new().update(MAGIC).update(edition).update(index).finalize().as_bytes()
}

/// `None` for anything but what [`Pack::write`] writes for that edition, as far as the index goes.
fn read_index(file: &File, edition: &Edition, size: u64) -> io::Result<Option<Vec<Entry>>> {
    let Some(inner) = size.checked_sub(EMPTY) else { return Ok(None) };
    let (mut head, mut foot) = ([0; HEAD as usize], [0; FOOT as usize]);
    read_exact_at(file, &mut head, 0)?;
    read_exact_at(file, &mut foot, HEAD + inner)?;
    let (magic, made_by) = head.split_at(MAGIC.len());
    let [of_all @ .., a, b, c, d] = foot;
    let length = u64::from(u32::from_le_bytes([a, b, c, d])) * ENTRY;
    if magic != MAGIC || made_by != edition || length > inner {
        return Ok(None);
    }
    let data = inner - length;
    let mut index = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    read_exact_at(file, &mut index, HEAD + data)?;
    if of_index(edition, &index) != of_all {
        return Ok(None);
    }
    Ok(entries(&index).filter(|entries: &Vec<Entry>| {
        let end = entries.last().map_or(HEAD, |last| last.at + u64::from(last.length));
        end == HEAD + data && entries.is_sorted_by(|a, b| a.name < b.name)
    }))
}

fn entries(index: &[u8]) -> Option<Vec<Entry>> {
    let mut at = HEAD;
    let (entries, _) = index.as_chunks::<{ ENTRY as usize }>();
    let entry = |bytes: &[u8; ENTRY as usize]| {
        let (name, rest) = bytes.split_first_chunk::<32>()?;
        let (length, checksum) = rest.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length);
        let entry = Entry { name: *name, at, length, checksum: *checksum.first_chunk()? };
        at += u64::from(length);
        Some(entry)
    };
    entries.iter().map(entry).collect()
}

#[cfg(unix)]
fn read_exact_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, at)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut buffer: &mut [u8], mut at: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, buffer, at) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => (buffer, at) = (&mut buffer[read..], at + read as u64),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
