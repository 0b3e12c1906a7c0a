//! Times what a kept reader and pipeline need after an edit of one file: each step, the page that is looked at, the whole site. The book is copied
//! first and only the copy is edited. Not done here: making a book (`book.py`), asserting anything.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark reads files and clocks, and prints")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rollbook::calendar::parse_date;
use rollbook::path::{OutputPath, SourcePath, output_path};
use rollbook::pipeline::{Follow, Pipeline};
use rollbook::source::read::Reader;

/// So often each edit is made; the medians are printed.
const ROUNDS: usize = 15;

/// Milliseconds by step, in order of their first mention.
#[derive(Default)]
struct Times {
    steps: Vec<&'static str>,
    by_step: BTreeMap<&'static str, Vec<f64>>,
}

impl Times {
    fn add(&mut self, step: &'static str, milliseconds: f64) {
        if !self.steps.contains(&step) {
            self.steps.push(step);
        }
        self.by_step.entry(step).or_default().push(milliseconds);
    }

    fn median(&self, step: &str) -> Option<f64> {
        let mut times = self.by_step.get(step)?.clone();
        times.sort_by(f64::total_cmp);
        Some(times[times.len() / 2])
    }
}

/// One reading and building of the book, with somebody looking at `page`.
fn build(root: &Path, reader: &mut Reader, pipeline: &mut Pipeline, page: &OutputPath, times: &mut Times) {
    let start = Instant::now();
    let since = |from: Instant| from.elapsed().as_secs_f64() * 1000.0;
    let sources = reader.read(root);
    times.add("read", since(start));
    let mut last = Instant::now();
    let mut steps = Vec::new();
    let mut seen = None;
    let built = {
        let wanted = || vec![page.clone()];
        let mut first = |_: &OutputPath, _: &Arc<[u8]>| seen = Some(since(start));
        let mut follow = Follow { wanted: &wanted, first: &mut first, stale: &|| false };
        let as_of = parse_date("2026-03-01").unwrap();
        let mut observe = |step: rollbook::pipeline::Step| {
            steps.push((step.words().0, since(last)));
            last = Instant::now();
        };
        pipeline.follow(&sources, as_of, None, &mut follow, &mut observe).unwrap()
    };
    steps.push(("rest", since(last)));
    let whole = since(start);
    assert!(!built.has_errors(), "{:?}", built.diagnostics.first());
    steps.into_iter().for_each(|(step, time)| times.add(step, time));
    // A page that is as it was is not shown again.
    times.add("FIRST PAGE", seen.unwrap_or(whole));
    times.add("WHOLE SITE", whole);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The first file of a project's stage.
fn project_stage(root: &Path) -> Option<PathBuf> {
    let sorted = |folder: PathBuf| {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        Some(paths)
    };
    let folders = sorted(root.join("content/projects"))?.into_iter().filter(|path| path.is_dir());
    folders.filter_map(sorted).flatten().find(|path| !path.ends_with("index.md"))
}

fn measure(book: &Path) {
    let copied = tempfile::tempdir().unwrap();
    let root = copied.path();
    copy(book, root);
    let Some(file) = project_stage(root) else { return println!("{}: no project has a page of a stage", book.display()) };
    let text = fs::read_to_string(&file).unwrap();
    let inside = file.strip_prefix(root.join("content")).unwrap().to_string_lossy().replace('\\', "/");
    let page = output_path(&inside);
    // A file that is that new is read again, for it may have been written twice within a tick of the clock.
    std::thread::sleep(Duration::from_secs(3));
    let (mut reader, mut pipeline) = (Reader::default(), Pipeline::default());
    let mut columns = [("cold", Times::default()), ("nothing", Times::default()), ("body", Times::default()), ("tick", Times::default())];
    build(root, &mut reader, &mut pipeline, &page, &mut columns[0].1);
    for round in 0..ROUNDS {
        build(root, &mut reader, &mut pipeline, &page, &mut columns[1].1);
        // After a tick the front matter is another one; what is timed next is an edit of the body alone.
        fs::write(&file, &text).unwrap();
        build(root, &mut reader, &mut pipeline, &page, &mut Times::default());
        fs::write(&file, format!("{text}\nEdit {round}.\n")).unwrap();
        build(root, &mut reader, &mut pipeline, &page, &mut columns[2].1);
        let (from, to) = if round % 2 == 0 { ("item-0: ", "item-0: doing # ") } else { ("item-0: ", "item-0: done # ") };
        fs::write(&file, text.replacen(from, to, 1)).unwrap();
        build(root, &mut reader, &mut pipeline, &page, &mut columns[3].1);
    }
    println!("{} ({}), medians of {ROUNDS} in ms", book.display(), SourcePath::new(inside));
    print!("{:12}", "");
    columns.iter().for_each(|(name, _)| print!("{name:>10}"));
    println!();
    for step in &columns[0].1.steps {
        print!("{step:12}");
        columns.iter().for_each(|(_, times)| print!("{:>10.1}", times.median(step).unwrap_or(f64::NAN)));
        println!();
    }
}

fn main() {
    // Cargo adds flags of its own.
    let books: Vec<PathBuf> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    if books.is_empty() {
        println!("usage: cargo bench --bench warm -- BOOK...   (see benches/README.md)");
    }
    books.iter().for_each(|book| measure(book));
}
