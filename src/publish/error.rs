//! Why a site was not published, in words that say how to mend it. Not done here: finding out.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use super::manifest;
use crate::path::Overlap;

/// Why a site was not published. But for [`PublishError::Io`], and [`PublishError::SetAside`] which comes after it, nothing has been changed when one
/// of these is returned.
#[derive(Debug)]
pub enum PublishError {
    /// Publishing there could replace or remove the book itself.
    HarmsSources {
        /// The output folder, resolved.
        output: PathBuf,
        /// How the two lie to each other.
        overlap: Overlap,
        /// The folder to protect, in words: "the book's content folder".
        what: &'static str,
        /// The folder to protect, resolved.
        folder: PathBuf,
    },
    /// The output, or a folder on the way to it, is not a folder.
    NotAFolder {
        /// What is there instead of a folder.
        path: PathBuf,
    },
    /// The output holds files, and no manifest says that rollbook wrote any of them.
    NotOurs {
        /// The output folder.
        output: PathBuf,
        /// One of the files, by name.
        found: String,
    },
    /// The manifest is damaged, or names what rollbook never writes.
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The manifest is of a later rollbook.
    NewerManifest {
        /// The manifest.
        path: PathBuf,
        /// The number of its format.
        schema: u64,
    },
    /// Another process publishes to the same folder.
    Busy {
        /// The output folder.
        output: PathBuf,
    },
    /// A file of the site has a name that rollbook never writes.
    BadName {
        /// The file, relative to the site.
        path: String,
    },
    /// Two files of the site cannot both be there.
    FileAndFolder {
        /// What would have to be a file and a folder at once, relative to the site.
        path: String,
        /// A file that needs the folder.
        inside: String,
    },
    /// A file of the site has the name of the compressed copy of another.
    Twice {
        /// The file, relative to the site.
        path: String,
    },
    /// Files that rollbook did not write stand where it would write.
    InTheWay {
        /// The output folder.
        output: PathBuf,
        /// All of them, by path.
        obstacles: Vec<InTheWay>,
    },
    /// Where the new site is made stands something that rollbook did not make.
    NotOurTree {
        /// What stands there.
        path: PathBuf,
    },
    /// The output folder went away, or another took its place, while the site was being made.
    Gone {
        /// The output folder.
        output: PathBuf,
    },
    /// The site is published. What others put into the old one meanwhile found its place taken, and is kept elsewhere.
    SetAside {
        /// The output folder.
        output: PathBuf,
        /// Where it is kept.
        folder: PathBuf,
    },
    /// The system refused.
    Io {
        /// What was tried: "write", "remove", …
        action: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// Something in the output folder that keeps a file from being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTheWay {
    /// Where it is, relative to the output folder.
    pub path: String,
    /// What it is.
    pub obstacle: Obstacle,
}

/// What can stand in the way of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// A file that the manifest does not name.
    ForeignFile,
    /// A symlink, which could lead out of the output.
    Symlink,
    /// A folder with content of others, where a file belongs.
    Folder,
    /// A file that the manifest does not name, where a folder belongs.
    NotAFolder,
}

impl PublishError {
    pub(super) fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { action, path, cause }
    }
}

impl Error for PublishError {}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HarmsSources { output, overlap, what, folder } => write!(
                f,
                "the output folder `{}` {overlap} {what} `{}`: publishing there could replace or remove sources. \
                 Choose a folder that holds nothing else, such as `site` in the book's root",
                output.display(),
                folder.display()
            ),
            Self::NotAFolder { path } => write!(
                f,
                "the output must be a folder, but `{}` is a file, or a symlink that leads nowhere. Choose another output, or move that away",
                path.display()
            ),
            Self::NotOurs { output, found } => write!(
                f,
                "the output folder `{}` holds `{}`, and no `{}` that says which files rollbook wrote: nothing in it may be replaced. \
                 Choose an empty or a missing folder, or empty this one yourself",
                output.display(),
                found.escape_debug(),
                manifest::NAME
            ),
            Self::BadManifest { path, why } => write!(
                f,
                "`{}` should list the files that rollbook wrote, but {why}. \
                 Put back an unharmed copy, or empty the output folder yourself, and build again",
                path.display()
            ),
            Self::NewerManifest { path, schema } => write!(
                f,
                "`{}` has format {schema}, and this rollbook knows format {}. Use the later rollbook that wrote it, or another output folder",
                path.display(),
                manifest::SCHEMA
            ),
            Self::Busy { output } => write!(
                f,
                "another rollbook is publishing to `{}` right now. Wait until it is done and build again, or choose another output folder",
                output.display()
            ),
            Self::BadName { path } => write!(
                f,
                "the site has a file `{}`, which cannot be published: no part of a path may be empty, `.`, `..` or `.git`, \
                 start with `.rollbook-`, or hold characters that this system forbids. Rename its source",
                path.escape_debug()
            ),
            Self::FileAndFolder { path, inside } => write!(
                f,
                "the site has a file `{}` and also `{}`, which needs a folder of that name. Rename the source of one of them",
                path.escape_debug(),
                inside.escape_debug()
            ),
            Self::Twice { path } => write!(
                f,
                "the site has a file `{}` of its own, and the compressed copy of another file would have that name. \
                 Rename its source, or build without compressed copies",
                path.escape_debug()
            ),
            Self::InTheWay { output, obstacles } => {
                writeln!(f, "nothing was published to `{}`, because this stands where rollbook would write:", output.display())?;
                for InTheWay { path, obstacle } in obstacles {
                    writeln!(f, "  `{}`: {obstacle}", path.escape_debug())?;
                }
                f.write_str("Move or remove it, or rename the sources of the pages that belong there")
            }
            Self::NotOurTree { path } => write!(
                f,
                "rollbook makes a new site in `{}`, and what is there is not of its making. Move or remove it, and build again",
                path.display()
            ),
            Self::Gone { output } => write!(
                f,
                "the output folder `{}` was moved or removed while the site was being made, so nothing was published. Build again",
                output.display()
            ),
            Self::SetAside { output, folder } => write!(
                f,
                "the site is published to `{}`, but files of others appeared in its place while that was done. They are kept in `{}`: \
                 look at them, and remove that folder",
                output.display(),
                folder.display()
            ),
            Self::Io { action, path, cause } => {
                write!(
                    f,
                    "could not {action} `{}`: {cause}. {}, and build again: that finishes what was begun",
                    path.display(),
                    mend(cause)
                )
            }
        }
    }
}

fn mend(cause: &io::Error) -> &'static str {
    match cause.kind() {
        io::ErrorKind::PermissionDenied => "Give this user the right to do so",
        io::ErrorKind::ReadOnlyFilesystem => "Make the file system writable, or choose another output folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "Make room",
        io::ErrorKind::InvalidFilename => "Give the source a shorter name",
        io::ErrorKind::AlreadyExists => "Move that away",
        _ => "Mend that",
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ForeignFile => "not a file that rollbook wrote",
            Self::Symlink => "a symlink, which rollbook does not follow",
            Self::Folder => "a folder that rollbook did not make alone, where a file belongs",
            Self::NotAFolder => "a file that rollbook did not write, where a folder belongs",
        })
    }
}
