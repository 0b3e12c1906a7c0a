//! Clocks, zones and environments that are unlike those of a developer.

use std::process::Command;

use super::{BUILD, Place, Tree, assert_same, said, tree};

/// Builds the same book in these surroundings.
fn built_with(place: &Place, environment: &[(&str, Option<&str>)]) -> Tree {
    let mut command = place.command(BUILD);
    for (name, value) in environment {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{environment:?}: {}", said(&output));
    tree(&place.path("out"))
}

#[test]
fn odd_surroundings_change_nothing() {
    let place = Place::new("first");
    let expected = place.built();
    for environment in [
        &[("TZ", Some(":/no/such/zone"))][..],
        &[("TZ", Some("Pacific/Kiritimati"))],
        &[("TZ", Some("\u{fffd}\u{0301}=;"))],
        &[("HOME", None), ("XDG_CACHE_HOME", None), ("ROLLBOOK_CACHE", None)],
        &[("HOME", Some("/nowhere")), ("ROLLBOOK_CACHE", None)],
        &[("LC_ALL", Some("tr_TR.UTF-8")), ("LANG", Some("xx"))],
        &[("PATH", Some("/nowhere"))],
        &[("RAYON_NUM_THREADS", Some("1"))],
        &[("RAYON_NUM_THREADS", Some("none"))],
    ] {
        assert_same(&built_with(&place, environment), &expected, &format!("{environment:?}"));
    }
}

#[test]
fn a_mask_of_077_makes_files_that_only_their_owner_reads_and_the_same_bytes() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new("first");
    let expected = place.built();
    std::fs::remove_dir_all(place.path("out")).unwrap();
    let script = format!("umask 077; exec {} {}", env!("CARGO_BIN_EXE_rollbook"), BUILD.join(" "));
    let output = Command::new("sh").args(["-c", &script]).current_dir(place.path("")).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_same(&tree(&place.path("out")), &expected, "umask 077");
    for path in ["out", "out/index.html", "out/pages/p1", "out/pages/p1/index.html"] {
        let mode = std::fs::metadata(place.path(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path} has mode {mode:o}");
    }
}

#[test]
fn days_before_1970_and_after_2100_are_days() {
    let place = Place::new("first");
    for (arguments, epoch) in [
        (&["build", "--book", "book", "-o", "out", "--as-of", "1931-02-03"][..], None),
        (&["build", "--book", "book", "-o", "out", "--as-of", "2140-02-29"], None),
        (&["build", "--book", "book", "-o", "out"], Some("0")),
        (&["build", "--book", "book", "-o", "out"], Some("5000000000")),
    ] {
        let mut command = place.command(arguments);
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?} {epoch:?}: {}", said(&output));
    }
    for epoch in ["-1e9", "soon", "99999999999999999999", ""] {
        let output = place.command(&["build", "--book", "book", "-o", "out"]).env("SOURCE_DATE_EPOCH", epoch).output().unwrap();
        assert!(!said(&output).contains("panicked"), "{epoch}: {}", said(&output));
        assert!(matches!(output.status.code(), Some(0..=2)), "{epoch}: {output:?}");
    }
}

#[test]
fn files_from_before_1970_and_after_2100_are_read() {
    let place = Place::new("first");
    let expected = place.built();
    for (file, when) in [("p1", "1931-02-03"), ("p2", "2140-01-01")] {
        let path = place.path(&format!("book/content/pages/{file}.md"));
        assert!(Command::new("touch").args(["-d", when]).arg(&path).status().unwrap().success());
        let path = place.path(&format!("out/pages/{file}/index.html"));
        assert!(Command::new("touch").args(["-d", when]).arg(&path).status().unwrap().success());
    }
    assert_same(&place.built(), &expected, "odd times");
}
