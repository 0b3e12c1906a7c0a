//! The tree that lies beside an output and waits for its turn: made of links, brought up to date, looked through. Not done here: the exchange.
//!
//! Its files are the inodes of the output's, so nothing in it is ever written to: a file that differs is removed and made anew. Where the list of its
//! files changes, a manifest that names the old and the new comes first, so that a kill leaves a tree of which everything is known.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::diff::{Change, diff, is_same};
use super::lock::{Identity, Lock};
use super::manifest::{self, Manifest};
use super::output::look;
use super::retire::{self, Retired};
use super::staging::{self, Linked, Staging};
use super::{PublishError, exchange, names, steps};
use crate::memo::in_parallel;
use crate::path::{OutputPath, folder_of};
use crate::render::Site;

/// One of two trees that take turns.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Identity,
    pub(super) site: Site,
    /// False from the exchange on: somebody may have changed it while it was the output.
    is_looked_through: bool,
    /// When the folders were changed that were looked at and hold nothing that is not known.
    looked_at: HashMap<String, SystemTime>,
}

/// A folder that was changed so recently that a later change could bear the same time is looked at again.
const GRAIN: Duration = Duration::from_millis(20);

/// Where the spare of an output is. An output always has something beside it: one that has not is never exchanged.
pub(super) fn place(output: &Path) -> PathBuf {
    names::beside(output).unwrap_or_else(|| output.join(names::INSIDE))
}

/// Makes the spare of an output that holds `site`. `None` where the output can't be exchanged for it.
pub(super) fn make(output: &Path, site: &Site, lock: &Lock) -> Result<Option<Tree>, PublishError> {
    retire::recover(output)?;
    if !lock.moves_along() || exchange::is_mounted(output) || exchange::may_change(output).is_err() {
        return Ok(None);
    }
    let staging = Staging::make(place(output))?;
    if !exchange::is_made_alike(staging.root(), output).map_err(PublishError::io("look at", output))? {
        return Ok(None);
    }
    let mut paths: Vec<&str> = site.files.keys().map(OutputPath::as_str).collect();
    paths.push(manifest::NAME);
    let links = in_parallel(&paths, |path| staging.link(path, &names::on_disk(output, path)));
    if links.into_iter().collect::<Result<Vec<_>, _>>()?.contains(&Linked::Impossible) {
        return Ok(None);
    }
    staging.complete()?;
    let tree = staging.release();
    let root = fs::symlink_metadata(&tree).map_err(PublishError::io("look at", &tree))?;
    // Nobody has seen it yet.
    Ok(Some(Tree { is_looked_through: true, ..Tree::new(Identity::of(&root), site.clone()) }))
}

/// Puts a file in the place of its old self in the output; until then it lies in the spare.
pub(super) fn replace(output: &Path, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
    let (temporary, target) = (place(output).join(names::temporary(manifest::NAME)), names::on_disk(output, path));
    staging::write_new(&temporary, bytes)?;
    steps::step()?;
    fs::rename(&temporary, &target).map_err(PublishError::io("replace", target))
}

impl Tree {
    /// A tree that holds `site`, of whose folders nothing is known.
    pub(super) fn new(root: Identity, site: Site) -> Self {
        Self { root, site, is_looked_through: false, looked_at: HashMap::new() }
    }

    /// Brings the spare to what `site` says. What the output has, where `live` is, is linked; the rest is written.
    pub(super) fn become_like(&mut self, site: &Site, live: &Site, output: &Path) -> Result<(), PublishError> {
        let tree = place(output);
        if !exchange::is_made_alike(&tree, output).map_err(PublishError::io("look at", output))? {
            return Err(PublishError::NotOurTree { path: tree });
        }
        let old = std::mem::take(&mut self.site);
        let changes = diff(&old, site);
        let is_other_list = changes.iter().any(|(_, change)| !matches!(change, Change::Changed(_)));
        if is_other_list {
            Manifest::of_both(Some(&list(&old)), &list(site)).save(&tree)?;
        }
        for (path, change) in &changes {
            steps::step()?;
            for folder in names::folders(path.as_str()) {
                self.looked_at.remove(folder);
            }
            if !matches!(change, Change::Added(_)) {
                remove(&tree, path.as_str())?;
            }
        }
        for (path, change) in &changes {
            steps::step()?;
            let (Change::Added(bytes) | Change::Changed(bytes)) = change else { continue };
            let target = names::on_disk(&tree, path.as_str());
            make_folders(&tree, path.as_str())?;
            if !live.files.get(*path).is_some_and(|live| is_same(live, bytes)) {
                staging::write_new(&target, bytes)?;
            } else if staging::link_or_copy(&names::on_disk(output, path.as_str()), &target)? == Linked::Impossible {
                return Err(PublishError::NotOurTree { path: tree });
            }
        }
        if is_other_list {
            list(site).save(&tree)?;
        }
        self.site = site.clone();
        self.is_looked_through = false;
        Ok(())
    }

    /// Looks for what others put into folders of the tree while it was the output, and moves it across. Gives what was moved, and whether the tree
    /// is whole: a page that they removed or replaced is not the one that `live`, the output, has.
    pub(super) fn look_through(&mut self, live: &Site, output: &Path) -> Result<(Vec<PathBuf>, bool), PublishError> {
        if std::mem::replace(&mut self.is_looked_through, true) {
            return Ok((Vec::new(), true));
        }
        let tree = place(output);
        let now = SystemTime::now();
        let folders: BTreeSet<&str> = self.site.files.keys().flat_map(|path| names::folders(path.as_str())).collect();
        let mut is_whole = self.is_whole("", live, output);
        let mut news = Vec::new();
        for folder in folders {
            let Some(there) = look(&names::on_disk(&tree, folder))?.filter(fs::Metadata::is_dir) else {
                is_whole = false;
                continue;
            };
            let changed = there.modified().unwrap_or(now);
            if self.looked_at.get(folder) != Some(&changed) {
                news.push((folder, changed));
            }
        }
        if news.is_empty() {
            return Ok((Vec::new(), is_whole));
        }
        let mut retired = Retired::new(&tree, output, self.site.files.keys().map(OutputPath::as_str));
        let mut looked_at = Vec::new();
        for (folder, changed) in news {
            let moved = retired.moved.len();
            retired.foreign_of(Path::new(folder))?;
            is_whole &= self.is_whole(folder, live, output);
            if retired.moved.len() == moved && now.duration_since(changed).is_ok_and(|age| age > GRAIN) {
                looked_at.push((folder.to_owned(), changed));
            }
        }
        let is_whole = is_whole && retired.stuck.is_empty();
        let moved = std::mem::take(&mut retired.moved);
        self.looked_at.extend(looked_at);
        Ok((moved, is_whole))
    }

    /// Whether the files right in a folder are those that the output has, as far as both sites have the same.
    fn is_whole(&self, folder: &str, live: &Site, output: &Path) -> bool {
        let tree = place(output);
        let inode = |root: &Path, path: &str| fs::symlink_metadata(names::on_disk(root, path)).ok().map(|there| Identity::of(&there));
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let files = self.site.files.range(OutputPath::new(start.as_str())..);
        files.take_while(|(path, _)| path.as_str().starts_with(&start)).filter(|(path, _)| folder_of(path.as_str()) == folder).all(
            |(path, bytes)| {
                let here = inode(&tree, path.as_str());
                let is_shared = live.files.get(path).is_some_and(|live| is_same(live, bytes));
                here.is_some() && (!is_shared || here == inode(output, path.as_str()))
            },
        )
    }
}

fn list(site: &Site) -> Manifest {
    Manifest::of(site.files.keys().map(OutputPath::as_str))
}

/// Removes a file, and its folders where they are empty then.
fn remove(tree: &Path, path: &str) -> Result<(), PublishError> {
    let full = names::on_disk(tree, path);
    fs::remove_file(&full).map_err(PublishError::io("remove", &full))?;
    let mut folder = folder_of(path);
    while !folder.is_empty() && fs::remove_dir(names::on_disk(tree, folder)).is_ok() {
        folder = folder_of(folder);
    }
    Ok(())
}

fn make_folders(tree: &Path, path: &str) -> Result<(), PublishError> {
    for folder in names::folders(path) {
        let folder = names::on_disk(tree, folder);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(PublishError::io("create the folder", folder)(error)),
            _ => {}
        }
    }
    Ok(())
}
