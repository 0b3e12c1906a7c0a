//! Names the program by what it is made of, so that what one edition keeps between runs is not taken for another's. Not done here: anything that changes
//! what is built.
#![expect(clippy::disallowed_methods, reason = "this reads the program's own sources, not a book")]

use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for place in ["Cargo.lock", "Cargo.toml", "src", "themes"] {
        println!("cargo::rerun-if-changed={place}");
        find(Path::new(place), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        hasher.write(&fs::read(file)?);
        hasher.write_u8(0xff);
    }
    println!("cargo::rustc-env=ROLLBOOK_EDITION={}-{:016x}", env!("CARGO_PKG_VERSION"), hasher.finish());
    Ok(())
}

fn find(place: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if place.is_dir() {
        for entry in fs::read_dir(place)? {
            find(&entry?.path(), files)?;
        }
    } else if place.is_file() {
        files.push(place.to_owned());
    }
    Ok(())
}
