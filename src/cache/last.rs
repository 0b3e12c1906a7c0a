//! What the last build into an output came to, for the next one: of what the site was made, what was found, and of what each of its files was made. Not
//! done here: comparing anything with it.
//!
//! One file for each output, named by where that is. What is written there by another version of this program, or damaged, is as if it were not there.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Files, tidy};
use crate::diagnostic::Diagnostic;
use crate::publish::Ledger;
use crate::render::Fingerprint;

/// So many bytes may all of them have together: the ledgers of half a million pages.
const LIMIT: u64 = 64 << 20;

/// What a build came to that published a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// What has all that it was made of.
    pub name: Fingerprint,
    /// What has all that nearly each of its pages was made of.
    pub frame: Fingerprint,
    /// What was found, each with the severity that the book sets.
    pub findings: Vec<Diagnostic>,
    /// Its files.
    pub ledger: Ledger,
}

/// What is kept of the last build into each output.
#[derive(Debug)]
pub struct Outputs {
    root: PathBuf,
    folder: PathBuf,
    edition: String,
}

impl Outputs {
    /// Below the user's folder of caches for this program.
    pub fn new(folder: &Path) -> Self {
        Self { root: folder.to_owned(), folder: folder.join("outputs"), edition: EDITION.to_owned() }
    }

    /// What is known of the output at this place, which is absolute.
    pub fn last(&self, output: &Path) -> Option<Last> {
        let bytes = fs::read(self.place(output)).ok()?;
        let (head, body) = bytes.split_at_checked(blake3::OUT_LEN)?;
        let last = serde_json::from_slice::<(String, Last)>(body).ok()?;
        (head == blake3::hash(body).as_bytes() && last.0 == self.edition).then_some(last.1)
    }

    /// Keeps what is known of an output in place of what was known before. An error costs no more than this: the next build makes it all again.
    pub fn keep(&self, output: &Path, last: &Last) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let body = serde_json::to_vec(&(&self.edition, last))?;
        let mut file = tempfile::Builder::new().prefix(tidy::TEMPORARY).tempfile_in(&self.folder)?;
        file.write_all(blake3::hash(&body).as_bytes())?;
        file.write_all(&body)?;
        file.persist(self.place(output)).map_err(|failed| failed.error)?;
        tidy::keep_newest(&self.folder, ENDING, LIMIT);
        Ok(())
    }

    /// The files of the sites that this program has made.
    pub fn files(&self) -> Files {
        Files::new(&self.root, *blake3::hash(self.edition.as_bytes()).as_bytes())
    }

    fn place(&self, output: &Path) -> PathBuf {
        let hash = blake3::hash(output.as_os_str().as_encoded_bytes()).to_hex();
        self.folder.join(format!("{}.{ENDING}", &hash[..32]))
    }
}

const ENDING: &str = "last";

/// What this program was made of, as a hash: another one may make another site of the same files.
const EDITION: &str = env!("ROLLBOOK_EDITION");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Span};
    use crate::path::SourcePath;

    fn outputs(folder: &Path, edition: &str) -> Outputs {
        Outputs { root: folder.to_owned(), folder: folder.to_owned(), edition: edition.to_owned() }
    }

    fn last() -> Last {
        let place = SourcePath::new("content/a.md");
        let finding = Diagnostic::new(Code::EmptyStage, &place, Span::new(1, 5), "a \"stage\" without items")
            .label("here")
            .help("add some")
            .related(&place, Span::new(0, 1), "first");
        Last { name: [7; 32], frame: [9; 32], findings: vec![finding], ledger: Ledger::default() }
    }

    #[test]
    fn what_is_kept_is_known_to_the_same_program_and_of_the_same_output() {
        let folder = tempfile::tempdir().unwrap();
        let here = outputs(folder.path(), "1.0");
        assert_eq!(here.last(Path::new("/site")), None);
        here.keep(Path::new("/site"), &last()).unwrap();
        assert_eq!(here.last(Path::new("/site")), Some(last()));
        assert_eq!(here.last(Path::new("/other")), None);
        assert_eq!(outputs(folder.path(), "1.1").last(Path::new("/site")), None);
        let newer = Last { name: [8; 32], ..last() };
        here.keep(Path::new("/site"), &newer).unwrap();
        assert_eq!(here.last(Path::new("/site")), Some(newer));
    }

    #[test]
    fn what_is_damaged_is_as_if_it_were_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let here = outputs(folder.path(), "1.0");
        here.keep(Path::new("/site"), &last()).unwrap();
        let path = here.place(Path::new("/site"));
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&path, damaged).unwrap();
            assert_eq!(here.last(Path::new("/site")), None, "byte {at}");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(here.last(Path::new("/site")), None, "{at} bytes");
        }
    }
}
