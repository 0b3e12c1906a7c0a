//! A command that runs until it is ended, with all that it says.
#![allow(dead_code, reason = "each test that includes this uses some of it")]

use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine; reached only by a failure.
const LIMIT: Duration = Duration::from_secs(60);

pub(crate) fn rollbook(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.args(arguments).current_dir(folder).env("NO_COLOR", "1").env_remove("SOURCE_DATE_EPOCH");
    command
}

pub(crate) fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(rollbook(folder.path(), &["init", "--minimal", "."]).output().unwrap().status.success());
    // How many files of a search index change is not what these tests are about.
    let config = folder.path().join("book.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text + "\n[build]\nsearch = false\n").unwrap();
    folder
}

/// The command while it runs, with all that it has said.
pub(crate) struct Running {
    pub(crate) child: Child,
    said: Arc<Mutex<String>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    pub(crate) fn start(book: &Path, arguments: &[&str]) -> Self {
        let mut child = rollbook(book, arguments).stderr(Stdio::piped()).stdout(Stdio::null()).stdin(Stdio::null()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (mut from, to) = (child.stderr.take().unwrap(), Arc::clone(&said));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = from.read(&mut buffer) {
                to.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..n]));
            }
        });
        Self { child, said }
    }

    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said this once more than `before` times, and returns how often that is.
    #[track_caller]
    pub(crate) fn says(&self, text: &str, before: usize) -> usize {
        until(|| self.said().matches(text).count() > before, || format!("it has not said `{text}`, but:\n{}", self.said()));
        self.said().matches(text).count()
    }

    /// Ends it as Ctrl-C does.
    pub(crate) fn interrupt(mut self) -> std::process::ExitStatus {
        assert!(Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

#[track_caller]
pub(crate) fn until(is_so: impl Fn() -> bool, otherwise: impl Fn() -> String) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LIMIT, "{}", otherwise());
        sleep(Duration::from_millis(10));
    }
}
