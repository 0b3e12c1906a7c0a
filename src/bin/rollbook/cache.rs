//! Where this machine keeps what another run can use. Not done here: keeping it, which is the library's.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the environment")]

use std::path::PathBuf;
use std::sync::Arc;

use rollbook::cache::{Cache, Outputs};

use crate::args::Caching;

/// The highlighted code of earlier runs, unless it is not wanted, or there is no place for it.
pub(crate) fn code(args: &Caching) -> Option<Arc<Cache>> {
    wanted(args).map(|folder| Arc::new(Cache::new(&folder)))
}

/// What the last builds came to, likewise.
pub(crate) fn outputs(args: &Caching) -> Option<Outputs> {
    wanted(args).map(|folder| Outputs::new(&folder))
}

fn wanted(args: &Caching) -> Option<PathBuf> {
    if args.no_cache { None } else { folder() }
}

/// `ROLLBOOK_CACHE`, else the user's folder for caches (XDG Base Directory Specification). A path that is not absolute counts for nothing there.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // A user without a home has no folder for caches in it: what the system's list of users says of it is not asked.
    let home = || if cfg!(windows) { std::env::home_dir() } else { folder("HOME") };
    folder("ROLLBOOK_CACHE").or_else(|| {
        let caches = folder("XDG_CACHE_HOME").filter(|path| path.is_absolute());
        let caches = caches.or_else(|| Some(home().filter(|path| path.is_absolute())?.join(".cache")));
        Some(caches?.join("rollbook"))
    })
}
