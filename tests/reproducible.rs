//! The same book gives the same bytes, under whatever conditions it is built: threads, folder, time zone, locale, umask, home, the order in which a disk
//! lists files, and whichever way the day is told.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use rollbook::source::default_book;

/// What may differ between two machines.
struct Conditions {
    /// Where the book lies, below a temporary folder.
    folder: &'static str,
    /// True: its files are made from the last to the first, so that a disk lists them in another order.
    backwards: bool,
    /// What a process inherits beside; an empty value takes the variable away.
    environment: &'static [(&'static str, &'static str)],
    umask: &'static str,
    /// How the day is told.
    day: &'static [&'static str],
}

/// Each path with its mode, and the bytes of a file.
type Tree = BTreeMap<PathBuf, (Option<Vec<u8>>, u32)>;

fn tree(root: &Path) -> Tree {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let mode = fs::symlink_metadata(&path).unwrap().permissions().mode() & 0o777;
            let inside = path.strip_prefix(root).unwrap().to_owned();
            if path.is_dir() {
                files.insert(inside, (None, mode));
                folders.push(path);
            } else {
                files.insert(inside, (Some(fs::read(&path).unwrap()), mode));
            }
        }
    }
    files
}

/// Builds the default book, and a page more whose name is not ASCII, as a process under those conditions.
fn built(conditions: &Conditions) -> Tree {
    let temporary = tempfile::tempdir().unwrap();
    let book = temporary.path().join(conditions.folder);
    let mut files: Vec<(String, Vec<u8>)> = default_book().into_iter().collect();
    files.push(("content/guide/\u{fc}ber uns.md".to_owned(), b"One more.\n".to_vec()));
    if conditions.backwards {
        files.reverse();
    }
    for (path, bytes) in files {
        let path = book.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let mut command = Command::new("sh");
    command.args(["-c", "umask \"$1\"; shift; exec \"$@\"", "sh", conditions.umask, env!("CARGO_BIN_EXE_rollbook"), "build"]);
    command.args(conditions.day).current_dir(&book).env_remove("SOURCE_DATE_EPOCH");
    for (name, value) in conditions.environment {
        if value.is_empty() {
            command.env_remove(name)
        } else {
            command.env(name, value)
        };
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&book.join("site"))
}

const PLAIN: Conditions = Conditions {
    folder: "book",
    backwards: false,
    environment: &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")],
    umask: "022",
    day: &["--as-of", "2026-06-01"],
};

#[test]
fn no_condition_of_a_build_leaves_a_trace_in_the_site() {
    let plain = built(&PLAIN);
    assert!(plain.len() > 100, "the default book has more files than that");
    // 2026-06-01 in UTC, where the book counts its days: its first second, and its last, at which it is another day in both of these zones.
    let others = [
        Conditions {
            folder: "a b/\u{fc}nd \u{65e5}\u{672c} '$x' (1)/book",
            backwards: true,
            environment: &[("RAYON_NUM_THREADS", "4"), ("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
            ..PLAIN
        },
        Conditions {
            backwards: true,
            environment: &[
                ("TZ", "America/Anchorage"),
                ("LANG", "pl_PL.UTF-8"),
                ("LC_ALL", ""),
                ("SOURCE_DATE_EPOCH", "1780272000"),
                ("HOME", ""),
            ],
            day: &[],
            ..PLAIN
        },
        Conditions {
            environment: &[
                ("RAYON_NUM_THREADS", "3"),
                ("TZ", ":Nowhere/Nothing"),
                ("LANG", "nonsense"),
                ("LC_ALL", ""),
                ("SOURCE_DATE_EPOCH", "1780358399"),
                ("HOME", "/nonexistent"),
                ("XDG_CACHE_HOME", ""),
                ("COLUMNS", "1"),
                ("USER", ""),
            ],
            day: &[],
            ..PLAIN
        },
    ];
    for other in others {
        let tree = built(&other);
        let differing: Vec<&PathBuf> = plain.keys().chain(tree.keys()).filter(|path| plain.get(*path) != tree.get(*path)).collect();
        assert_eq!(differing, Vec::<&PathBuf>::new(), "in {} under {:?}", other.folder, other.environment);
    }
}

#[test]
fn the_umask_alone_says_who_may_read_what_is_published() {
    let plain = built(&PLAIN);
    for umask in ["077", "002"] {
        let forbidden = u32::from_str_radix(umask, 8).unwrap();
        let tree = built(&Conditions { umask, ..PLAIN });
        assert_eq!(tree.len(), plain.len());
        for ((path, (bytes, mode)), (same, (plain, _))) in tree.iter().zip(&plain) {
            assert_eq!((path, bytes), (same, plain), "{}", path.display());
            let expected = if bytes.is_some() { 0o666 } else { 0o777 } & !forbidden;
            assert_eq!(format!("{mode:03o}"), format!("{expected:03o}"), "{} under {umask}", path.display());
        }
    }
}
