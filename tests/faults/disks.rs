//! Disks that are full or can't be written. They are made in a user namespace of their own; where the system forbids that, the tests say so and pass.

use std::fs;
use std::process::{Command, Output};

use super::{Place, announce, assert_refusal, assert_same, said, tree};

/// Runs a script in a namespace where file systems can be mounted. `$ROLLBOOK` is the program, the current folder the place. `None` where that is not
/// permitted.
fn in_namespace(place: &Place, script: &str) -> Option<Output> {
    let may = Command::new("unshare").args(["-Urm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]).output();
    if !may.as_ref().is_ok_and(|output| output.status.success()) {
        let why = may.map_or_else(|error| error.to_string(), |output| said(&output));
        announce(&format!("skipped: no user namespace with mounts here ({})", why.trim()));
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["-Urm", "sh", "-euc", script]).current_dir(place.path("")).env("NO_COLOR", "1");
    command.env("ROLLBOOK", env!("CARGO_BIN_EXE_rollbook")).env("ROLLBOOK_CACHE", place.path("cache"));
    let output = command.output().unwrap();
    Some(output)
}

/// The script mounts `disk`, on which the output is, builds the book, has it grow or change, fails to build it again, and copies what is there to `kept`.
fn assert_old_site_survives(mount: &str, hindrance: &str, output: &str, words: &str) {
    let place = Place::new("first");
    fs::create_dir(place.path("disk")).unwrap();
    place.write("big.png", vec![7; 3 << 20]);
    let script = format!(
        "{mount}
         $ROLLBOOK build --quiet --book book --as-of 2026-01-07 -o {output}
         mkdir kept; cp -a disk kept/before
         {hindrance}
         $ROLLBOOK build --book book --as-of 2026-01-07 -o {output} && status=0 || status=$?
         cp -a disk kept/after
         exit $status"
    );
    let Some(output) = in_namespace(&place, &script) else { return };
    assert_refusal(&output, words);
    assert_same(&tree(&place.path("kept/after")), &tree(&place.path("kept/before")), words);
    assert!(tree(&place.path("kept/before")).len() > 60, "there was a site");
}

/// Nothing of it would fit twice.
const SMALL: &str = "mount -t tmpfs -o size=4m tmpfs disk";
const GROW: &str = "cp big.png book/content/big.png; cp big.png book/content/bigger.png";

#[test]
fn a_full_disk_keeps_the_old_site() {
    assert_old_site_survives(SMALL, GROW, "disk/out", "No space left");
}

#[test]
fn a_full_disk_that_is_itself_the_output_keeps_the_old_site() {
    assert_old_site_survives(SMALL, GROW, "disk", "No space left");
}

#[test]
fn a_disk_without_inodes_keeps_the_old_site() {
    let grow = "for n in $(seq 400); do echo '# a' > book/content/new-$n.md; done";
    assert_old_site_survives("mount -t tmpfs -o nr_inodes=600 tmpfs disk", grow, "disk/out", "No space left");
}

#[test]
fn a_disk_that_became_read_only_keeps_the_old_site() {
    let edit = "echo '# other' > book/content/pages/p1.md; mount -o remount,ro disk";
    assert_old_site_survives("mount -t tmpfs tmpfs disk", edit, "disk/out", "Read-only file system");
}

#[test]
fn a_disk_that_became_read_only_and_is_itself_the_output_keeps_the_old_site() {
    let edit = "echo '# other' > book/content/pages/p1.md; mount -o remount,ro disk";
    assert_old_site_survives("mount -t tmpfs tmpfs disk", edit, "disk", "Read-only file system");
}

#[test]
fn an_output_that_is_a_mount_is_published_to_in_place_and_keeps_what_others_put_there() {
    let place = Place::new("first");
    fs::create_dir(place.path("disk")).unwrap();
    let script = "mount -t tmpfs tmpfs disk
         build() { $ROLLBOOK build --quiet --book book --as-of 2026-01-07 -o disk; }
         build; echo example.org > disk/CNAME
         echo '# other' > book/content/pages/p1.md; build
         build
         $ROLLBOOK build --quiet --book book --as-of 2026-01-07 -o out
         mkdir kept; cp -a disk kept/in-place; ls -A . > kept/names";
    let Some(output) = in_namespace(&place, script) else { return };
    assert!(output.status.success(), "{}", said(&output));
    let mut found = tree(&place.path("kept/in-place"));
    assert_eq!(found.remove("CNAME").as_deref(), Some(b"example.org\n".as_slice()));
    assert_same(&found, &tree(&place.path("out")), "in place and by exchange");
    let names = fs::read_to_string(place.path("kept/names")).unwrap();
    assert_eq!(names.lines().filter(|name| name.starts_with('.')).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_cache_on_a_full_disk_costs_time_and_nothing_else() {
    let place = Place::new("first");
    fs::create_dir(place.path("disk")).unwrap();
    place.write("book/content/code.md", "# Code\n\n```rust\nfn main() {\n    println!(\"a\");\n}\n```\n");
    let script = "mount -t tmpfs -o size=16k tmpfs disk; head -c 16k /dev/zero > disk/full || true
         ROLLBOOK_CACHE=$PWD/disk $ROLLBOOK build --quiet --book book --as-of 2026-01-07 -o out";
    let Some(output) = in_namespace(&place, script) else { return };
    assert!(output.status.success(), "{}", said(&output));
}
