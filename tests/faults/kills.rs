//! A kill at any instant leaves the old site or the new one.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::{BUILD, Place, Tree, announce, differing, said, tree};

/// How many builds are killed.
const KILLS: u32 = 50;

/// Files of others in the output: at its root, in a folder of its own, in one of ours.
const FOREIGN: &[(&str, &str)] = &[("out/CNAME", "example.org"), ("out/.well-known/security.txt", "a"), ("out/pages/p1/note.txt", "mine")];

/// The site without the files of others.
fn ours(tree: &Tree) -> Tree {
    let is_foreign = |path: &str| FOREIGN.iter().any(|(foreign, _)| foreign.strip_prefix("out/") == Some(path)) || path == ".well-known/";
    // A folder that a build has left empty is no part of a site.
    tree.iter().filter(|(path, _)| !is_foreign(path) && !path.ends_with('/')).map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

#[test]
fn a_kill_at_any_instant_leaves_the_old_site_or_the_new_one_and_the_next_build_tidies_up() {
    let place = Place::new("first");
    let first = ours(&place.built());
    place.say("second");
    let start = Instant::now();
    let second = ours(&place.built());
    let whole = start.elapsed();
    assert!(!differing(&first, &second).is_empty());
    for (path, text) in FOREIGN.iter().filter(|(path, _)| path.starts_with("out/")) {
        place.write(path, text);
    }
    let (mut old, mut new) = (0, 0);
    // Instants spread over the whole of a build by the golden ratio, more of them towards its end, where it publishes.
    for kill in 0..KILLS {
        let (word, before, after) = if kill % 2 == 0 { ("first", &second, &first) } else { ("second", &first, &second) };
        place.say(word);
        let share = (f64::from(kill) * 0.618_033_988_75).fract().powf(0.25);
        let mut child = place.command(BUILD).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let wait = whole.mul_f64(share * 1.1);
        thread::sleep(wait);
        child.kill().unwrap();
        child.wait().unwrap();
        let found = ours(&tree(&place.path("out")));
        let is = |site: &Tree| differing(&found, site).is_empty();
        assert!(
            is(before) || is(after),
            "killed after {wait:?} of {whole:?}: neither the old nor the new: {:?}",
            differing(&found, before)
        );
        (old, new) = (old + u32::from(is(before)), new + u32::from(is(after)));
        // Every other kill is followed by a further one, so that a leftover of two is met as well.
        if kill % 3 > 0 || kill + 1 == KILLS {
            let next = place.build();
            assert!(next.status.success(), "killed after {wait:?}: {}", said(&next));
            assert!(differing(&ours(&tree(&place.path("out"))), after).is_empty(), "killed after {wait:?}");
            assert_eq!(place.left_over(), Vec::<String>::new(), "killed after {wait:?}");
        } else {
            place.say(if word == "first" { "second" } else { "first" });
            let next = place.build();
            assert!(next.status.success(), "killed after {wait:?}: {}", said(&next));
            place.say(word);
            assert!(place.build().status.success());
        }
        for (path, text) in FOREIGN.iter().filter(|(path, _)| path.starts_with("out/")) {
            assert_eq!(fs::read_to_string(place.path(path)).unwrap_or_default(), *text, "{path}, killed after {wait:?}");
        }
    }
    announce(&format!("{old} kills left the old site, {new} the new one"));
    assert!(old > 0 && new > 0, "kills came on one side only");
}

#[test]
fn a_kill_of_the_first_build_leaves_nothing_that_the_next_one_stumbles_over() {
    for share in [0.3, 0.6, 0.8, 0.9, 0.95] {
        let place = Place::new("first");
        let start = Instant::now();
        let expected = place.built();
        let whole = start.elapsed();
        fs::remove_dir_all(place.path("out")).unwrap();
        let mut child = place.command(BUILD).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole.mul_f64(share).max(Duration::from_millis(1)));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = tree(&place.path("out"));
        assert!(found.is_empty() || differing(&found, &expected).is_empty(), "a part of a site: {:?}", found.keys().take(5));
        assert!(differing(&place.built(), &expected).is_empty());
        assert_eq!(place.left_over(), Vec::<String>::new());
    }
}
