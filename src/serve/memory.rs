//! The site in memory as a file system, so that a well-kept file server answers with it: ranges, conditions, types. Not done here: any rule of HTTP.

use std::future::{Ready, ready};
use std::io::{self, Cursor, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs;

use super::{Shared, inject};
use crate::path::OutputPath;

/// Gives the files of the last good site, pages made live.
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    shared: Arc<Shared>,
}

/// What is known of a file or folder.
#[derive(Debug, Clone)]
pub(crate) struct About {
    length: Option<u64>,
    changed: SystemTime,
}

/// An open file.
#[derive(Debug)]
pub(crate) struct Open {
    about: About,
    bytes: Cursor<Arc<[u8]>>,
}

impl Memory {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    fn file(&self, path: &Path) -> io::Result<Open> {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let output = OutputPath::new(inside(path));
        let snapshot = self.shared.state.read();
        let entry = snapshot.files.get(&output).ok_or_else(missing)?;
        let (bytes, changed) = if output.as_str().ends_with(".html") {
            // A page says which styles and scripts it was sent with.
            (
                inject::live(&entry.bytes, &output.root(), &output, entry.version(), &snapshot, self.shared.token()),
                snapshot.assets_changed.map_or(entry.changed, |assets| assets.max(entry.changed)),
            )
        } else {
            (Arc::clone(&entry.bytes), entry.changed)
        };
        Ok(Open { about: About { length: Some(bytes.len() as u64), changed }, bytes: Cursor::new(bytes) })
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        self.file(path).map(|file| file.about).or_else(|missing| {
            let folder = inside(path);
            let first = OutputPath::new(if folder.is_empty() { folder } else { format!("{folder}/") });
            let snapshot = self.shared.state.read();
            let inside = snapshot.files.range(first.clone()..).next().filter(|(path, _)| path.as_str().starts_with(first.as_str()));
            inside.map(|(_, entry)| About { length: None, changed: entry.changed }).ok_or(missing)
        })
    }
}

/// A path of the file server, which has made sure that it does not climb, inside the site.
fn inside(path: &Path) -> String {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

impl fs::Backend for Memory {
    type File = Open;
    type Metadata = About;
    type OpenFuture = Ready<io::Result<Open>>;
    type MetadataFuture = Ready<io::Result<About>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        ready(self.file(&path))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        ready(self.about(&path))
    }
}

impl fs::Metadata for About {
    fn is_dir(&self) -> bool {
        self.length.is_none()
    }

    fn modified(&self) -> io::Result<SystemTime> {
        Ok(self.changed)
    }

    fn len(&self) -> u64 {
        self.length.unwrap_or_default()
    }
}

impl fs::File for Open {
    type Metadata = About;
    type MetadataFuture<'a> = Ready<io::Result<About>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(self.about.clone()))
    }
}

impl AsyncRead for Open {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.bytes).poll_read(cx, buf)
    }
}

impl AsyncSeek for Open {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.bytes).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.bytes).poll_complete(cx)
    }
}
