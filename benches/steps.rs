//! Times the hot steps one by one, on the book of this repository: `cargo bench --bench steps`, and after a change once more, which says what
//! is faster and what slower. Not done here: whole processes and large books (`compare.py`), edits of a kept book (`warm.rs`).
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark reads files")]
#![allow(missing_docs, reason = "criterion makes a public function")]

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rollbook::calendar::{Date, parse_date};
use rollbook::document::{highlight::highlight, markdown, parse};
use rollbook::path::SourcePath;
use rollbook::pipeline::Pipeline;
use rollbook::publish::{How, ProtectedFolders, publish};
use rollbook::source::read::{Reader, read};

fn book() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn as_of() -> Date {
    parse_date("2026-06-01").unwrap()
}

/// A stage with a long checklist, and a long page of prose, tables and code.
fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for file in ["content/stages/05-scale.md", "content/guide/building.md"] {
        let text = std::fs::read_to_string(book().join(file)).unwrap();
        let path = SourcePath::new(file.to_owned());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(file, |bencher| bencher.iter(|| parse("content", &path, black_box(&text), markdown::Options::default())));
    }
    group.finish();
}

/// All pieces of code of one language from which generated books are made.
fn blocks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("highlight");
    for section in include_str!("snippets.txt").trim_start_matches("== ").split("\n== ") {
        let (language, code) = section.split_once('\n').unwrap();
        let code = code.replace("--\n", "\n");
        group.throughput(Throughput::Bytes(code.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(language), &code, |bencher, code| bencher.iter(|| highlight(language, code)));
    }
    group.finish();
}

fn builds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.sample_size(10);
    group.bench_function("read the folder", |bencher| bencher.iter(|| read(book())));
    let mut reader = Reader::default();
    reader.read(book());
    group.bench_function("read the folder again", |bencher| bencher.iter(|| reader.read(book())));
    let sources = read(book());
    group.bench_function("new pipeline", |bencher| bencher.iter(|| Pipeline::default().build(&sources, as_of(), None, &mut |_| {})));
    let mut kept = Pipeline::default();
    let built = kept.build(&sources, as_of(), None, &mut |_| {});
    group.bench_function("kept pipeline, nothing new", |bencher| bencher.iter(|| kept.build(&sources, as_of(), None, &mut |_| {})));
    let folder = tempfile::tempdir().unwrap();
    let (content, theme) = (book().join("content"), book().join("themes"));
    let protected = ProtectedFolders { book: book(), content: &content, theme: &theme };
    let output = folder.path().join("site");
    publish(&built.site, &output, &protected, How::default()).unwrap();
    group.bench_function("publish, nothing new", |bencher| {
        bencher.iter(|| publish(&built.site, &output, &protected, How::default()).unwrap());
    });
    group.finish();
}

criterion_group!(steps, documents, blocks, builds);
criterion_main!(steps);
