//! Runs the transcripts in `tests/cli`, which are also the documentation of the commands.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

#[test]
fn the_transcripts_hold() {
    let cases = trycmd::TestCases::new();
    cases.case("tests/cli/*.md").env("NO_COLOR", "1").env("RAYON_NUM_THREADS", "2");
    if cfg!(not(feature = "external")) {
        cases.skip("tests/cli/external.md");
    }
    // The manual names every command.
    if cfg!(not(feature = "serve")) {
        cases.skip("tests/cli/manual.md");
    }
}
