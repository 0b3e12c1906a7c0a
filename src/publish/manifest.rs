//! The list, in the output folder, of the files in it that are ours: read, checked, written. Not done here: deciding what to write.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{PublishError, lock, names, output, write};

/// The files that we may replace and remove. Paths only, so that equal sites have equal manifests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    schema: u64,
    /// A run began and did not end: named files may be missing, and temporary files of any of them may be there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unfinished: bool,
    files: Arc<BTreeSet<String>>,
}

/// Where it stands, in the root of the output.
pub(super) const NAME: &str = ".rollbook-manifest.json";

/// The number of its format; a reader refuses a higher one, because it could not know what that means.
pub(super) const SCHEMA: u64 = 1;

impl Manifest {
    /// The manifest of a site that is there in full.
    pub(super) fn of<'p>(files: impl IntoIterator<Item = &'p str>) -> Self {
        Self { schema: SCHEMA, unfinished: false, files: Arc::new(files.into_iter().map(str::to_owned).collect()) }
    }

    /// The same of a site that takes the place of another one. `files` are sorted; mostly they are those of the other.
    pub(super) fn following(old: Option<&Self>, files: &[&str]) -> Self {
        let same = old.filter(|old| !old.unfinished && old.files.iter().map(String::as_str).eq(files.iter().copied()));
        same.cloned().unwrap_or_else(|| Self::of(files.iter().copied()))
    }

    /// The manifest that holds while one site takes the place of another.
    pub(super) fn of_both(old: Option<&Self>, new: &Self) -> Self {
        let old = old.into_iter().flat_map(|old| &*old.files);
        Self { schema: SCHEMA, unfinished: true, files: Arc::new(old.chain(&*new.files).cloned().collect()) }
    }

    /// The manifest in `output`, a folder. `None` when the folder is empty; a folder that holds other things and no manifest is refused.
    pub(super) fn load(output: &Path) -> Result<Option<Self>, PublishError> {
        let path = output.join(NAME);
        match output::look(&path)? {
            None => refuse_unless_empty(output).map(|()| None),
            Some(there) if there.is_file() => {
                let text = fs::read(&path).map_err(PublishError::io("read", &path))?;
                parse(&text, &path).map(Some)
            }
            Some(_) => Err(bad(&path, "it is not a regular file")),
        }
    }

    /// The manifest in a tree that lies beside an output; `None` where there is none.
    pub(super) fn of_tree(tree: &Path) -> Result<Option<Self>, PublishError> {
        if output::look(&tree.join(NAME))?.is_some() { Self::load(tree) } else { Ok(None) }
    }

    /// True when a run in place began and did not end: files of two sites may stand beside each other.
    pub(super) fn is_unfinished(&self) -> bool {
        self.unfinished
    }

    /// Puts the manifest in place, whole or not at all.
    pub(super) fn save(&self, output: &Path) -> Result<(), PublishError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| PublishError::io("write", output.join(NAME))(error.into()))?;
        text.push(b'\n');
        write::commit(write::stage_one(output, NAME, &text)?)
    }
}

/// Every path that is ours, if it exists: what the manifest names, and the temporary files that a killed run can have left.
pub(super) fn claimed(manifest: Option<&Manifest>) -> BTreeSet<String> {
    let mut claimed = BTreeSet::from([names::temporary(NAME)]);
    if let Some(manifest) = manifest {
        claimed.extend(manifest.files.iter().cloned());
        if manifest.unfinished {
            claimed.extend(manifest.files.iter().map(|path| names::temporary(path)));
        }
    }
    claimed
}

/// A manifest may come with a folder from anywhere, and names files that will be removed: it is trusted with nothing outside the output.
fn parse(text: &[u8], path: &Path) -> Result<Manifest, PublishError> {
    #[derive(Deserialize)]
    struct Format {
        schema: u64,
    }
    let not_json = |error: serde_json::Error| bad(path, format!("it is damaged ({error})"));
    let Format { schema } = serde_json::from_slice(text).map_err(not_json)?;
    if schema > SCHEMA {
        return Err(PublishError::NewerManifest { path: path.to_owned(), schema });
    }
    if schema < SCHEMA {
        return Err(bad(path, format!("its schema is {schema}, which no rollbook ever wrote")));
    }
    let manifest: Manifest = serde_json::from_slice(text).map_err(not_json)?;
    match manifest.files.iter().find(|file| !names::is_allowed(file)) {
        Some(file) => Err(bad(path, format!("it names `{}`, which rollbook never writes", file.escape_debug()))),
        None => Ok(manifest),
    }
}

/// A run that was killed before its first manifest was in place leaves a folder that still counts as empty.
fn refuse_unless_empty(output: &Path) -> Result<(), PublishError> {
    let ours = [lock::FILE.to_owned(), names::INSIDE.to_owned(), names::temporary(NAME)];
    let mut found: Option<String> = None;
    let entries = fs::read_dir(output).map_err(PublishError::io("list", output))?;
    for entry in entries {
        let name = entry.map_err(PublishError::io("list", output))?.file_name().to_string_lossy().into_owned();
        // The first by name, so that the message does not depend on the order in which the system lists a folder.
        if !ours.contains(&name) && found.as_ref().is_none_or(|first| name < *first) {
            found = Some(name);
        }
    }
    match found {
        Some(found) => Err(PublishError::NotOurs { output: output.to_owned(), found }),
        None => Ok(()),
    }
}

fn bad(path: &Path, why: impl Into<String>) -> PublishError {
    PublishError::BadManifest { path: path.to_owned(), why: why.into() }
}
