//! Tests of the cache: whole folders, damaged ones, many at once. Not done here: whole builds, in `tests/cache.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::code::LIMIT;
use super::*;
use crate::document::fragment::BlockName;
use crate::page::KnownCode as _;
use pack::Pack;

const EDITION: Edition = [7; 32];

/// A block of that number and its HTML.
fn block(number: u32) -> (BlockName, Arc<str>) {
    (*blake3::hash(&number.to_le_bytes()).as_bytes(), Arc::from(format!("<span class=\"k\">{number}</span>").repeat(3)))
}

fn blocks(numbers: impl IntoIterator<Item = u32>) -> Vec<(BlockName, Arc<str>)> {
    numbers.into_iter().map(block).collect()
}

fn cache(folder: &Path) -> Cache {
    Cache::limited(folder, EDITION, LIMIT)
}

/// Which of the first so many blocks it knows; what it knows is right.
fn known(cache: &Cache, many: u32) -> BTreeSet<u32> {
    let is_known = |number: &u32| {
        let (name, html) = block(*number);
        let recalled = cache.html(&name);
        assert!(recalled.as_ref().is_none_or(|recalled| *recalled == html), "block {number} is another");
        recalled.is_some()
    };
    (0..many).filter(is_known).collect()
}

/// The files of the folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("code")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Says that a file was used last so many days ago.
fn age(path: &Path, days: u64) {
    let used = SystemTime::now() - Duration::from_secs(days * 86_400);
    fs::File::options().write(true).open(path).unwrap().set_modified(used).unwrap();
}

#[test]
fn what_one_run_has_kept_the_next_one_knows_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(known(&cache(folder.path()), 5), BTreeSet::new());
    assert_eq!(cache(folder.path()).keep(blocks([3, 1, 2, 1])).unwrap(), 3);
    assert_eq!(known(&cache(folder.path()), 5), [1, 2, 3].into());
    let other = Cache::limited(folder.path(), [8; 32], LIMIT);
    assert_eq!(known(&other, 5), BTreeSet::new(), "what another version has made");
    other.keep(blocks([4])).unwrap();
    assert_eq!(known(&cache(folder.path()), 5), [1, 2, 3].into());
}

#[test]
fn a_run_knows_what_it_has_kept_itself() {
    let folder = tempfile::tempdir().unwrap();
    let cache = cache(folder.path());
    cache.keep(blocks([1])).unwrap();
    cache.keep(blocks([2])).unwrap();
    assert_eq!(known(&cache, 5), [1, 2].into());
}

#[test]
fn nothing_is_made_where_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let cache = cache(folder.path());
    assert_eq!((known(&cache, 3), cache.keep(Vec::new()).unwrap()), (BTreeSet::new(), 0));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn builds_that_make_the_same_make_one_pack() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..9)).unwrap();
    cache(folder.path()).keep(blocks((0..9).rev())).unwrap();
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn a_pack_that_is_damaged_at_any_byte_gives_nothing_wrong_and_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..3)).unwrap();
    let path = files(folder.path()).remove(0);
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x20;
        for bytes in [&damaged[..], &whole[..at]] {
            fs::write(&path, bytes).unwrap();
            let first = cache(folder.path());
            let lost: Vec<u32> = (0..3).filter(|number| !known(&first, 3).contains(number)).collect();
            assert!(!lost.is_empty(), "byte {at}");
            let all = lost.len() == 3;
            first.keep(blocks(lost)).unwrap();
            assert!(!all || known(&cache(folder.path()), 3).len() == 3, "byte {at}: what was damaged is in the way of what is whole");
            // A pack with a fault is not believed again, whatever else is in it.
            let second = cache(folder.path());
            let lost: Vec<u32> = (0..3).filter(|number| !known(&second, 3).contains(number)).collect();
            second.keep(blocks(lost)).unwrap();
            assert_eq!(known(&cache(folder.path()), 3), [0, 1, 2].into(), "byte {at}");
            files(folder.path()).iter().for_each(|file| fs::remove_file(file).unwrap());
        }
    }
}

#[test]
fn a_pack_cut_short_while_it_is_read_is_as_if_it_were_not_there() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..3)).unwrap();
    let cache = cache(folder.path());
    assert_eq!(known(&cache, 1), [0].into());
    fs::File::options().write(true).open(files(folder.path()).remove(0)).unwrap().set_len(0).unwrap();
    assert_eq!(known(&cache, 3), BTreeSet::new());
    cache.keep(blocks([1])).unwrap();
    assert_eq!(known(&cache, 3), [1].into());
    assert_eq!(files(folder.path()).len(), 1);
}

/// A file in which all checksums are right and the index says what it pleases.
fn forged(index: &[(BlockName, u32)], data: usize, count: u32) -> Vec<u8> {
    let index: Vec<u8> = index.iter().flat_map(|(name, length)| name.iter().copied().chain(length.to_le_bytes()).chain([0; 16])).collect();
    let head = [&b"rb-code1"[..], &EDITION].concat();
    let checksum = blake3::hash(&[&head[..], &index].concat());
    [&head[..], &vec![b'x'; data], &index, checksum.as_bytes(), &count.to_le_bytes()].concat()
}

#[test]
fn an_index_that_lies_is_refused_and_its_file_removed() {
    let (a, b) = ([1; 32], [2; 32]);
    let lies = [
        ("more data than there is", forged(&[(a, u32::MAX)], 10, 1)),
        ("less data than there is", forged(&[(a, 3)], 10, 1)),
        ("lengths beyond all bounds", forged(&[(a, u32::MAX), (b, u32::MAX)], 10, 2)),
        ("more entries than there are", forged(&[(a, 10)], 10, u32::MAX)),
        ("fewer entries than there are", forged(&[(a, 5), (b, 5)], 10, 1)),
        ("one name twice", forged(&[(a, 5), (a, 5)], 10, 2)),
        ("names in no order", forged(&[(b, 5), (a, 5)], 10, 2)),
    ];
    for (lie, bytes) in lies {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("code")).unwrap();
        let path = folder.path().join("code").join(format!("{}0.pack", pack::prefix(&EDITION)));
        fs::write(&path, bytes).unwrap();
        let cache = cache(folder.path());
        assert!(cache.html(&a).is_none() && cache.html(&b).is_none(), "{lie}");
        cache.keep(blocks([1])).unwrap();
        assert!(!path.exists(), "{lie}");
    }
}

#[test]
fn what_is_no_pack_is_left_alone_unless_a_killed_build_left_it() {
    let folder = tempfile::tempdir().unwrap();
    let code = folder.path().join("code");
    fs::create_dir_all(code.join(format!("{}1.pack", pack::prefix(&EDITION)))).unwrap();
    let [foreign, fresh, left] = ["notes.txt", "new-a", "new-b"].map(|name| code.join(name));
    for path in [&foreign, &fresh, &left] {
        fs::write(path, "x").unwrap();
    }
    age(&foreign, 900);
    age(&left, 2);
    let cache = cache(folder.path());
    assert_eq!(known(&cache, 1), BTreeSet::new());
    cache.keep(blocks([0])).unwrap();
    assert!(foreign.exists() && fresh.exists() && !left.exists());
    assert_eq!(files(folder.path()).len(), 4);
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_symlink_is_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let code = folder.path().join("code");
    fs::create_dir(&code).unwrap();
    let name = |n: u32| code.join(format!("{}{n}.pack", pack::prefix(&EDITION)));
    assert!(std::process::Command::new("mkfifo").arg(name(1)).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", name(2)).unwrap();
    std::os::unix::fs::symlink(&code, name(3)).unwrap();
    assert_eq!(known(&cache(folder.path()), 1), BTreeSet::new());
}

#[test]
fn many_small_packs_become_one_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..40 {
        cache(folder.path()).keep(blocks([n, n + 1])).unwrap();
        assert!(files(folder.path()).len() <= 17, "{n}");
    }
    assert_eq!(known(&cache(folder.path()), 50), (0..41).collect());
}

#[test]
fn one_process_that_keeps_again_and_again_has_few_packs_too() {
    let folder = tempfile::tempdir().unwrap();
    let cache = cache(folder.path());
    for n in 0..40 {
        cache.keep(blocks([n])).unwrap();
        assert!(files(folder.path()).len() <= 17, "{n}");
    }
    assert_eq!(known(&cache, 50), (0..40).collect());
}

#[test]
fn a_pack_that_has_all_that_others_have_outlives_their_merging() {
    let folder = tempfile::tempdir().unwrap();
    let cache = cache(folder.path());
    cache.keep(blocks(0..20)).unwrap();
    for n in 0..16 {
        cache.keep(blocks([n])).unwrap();
    }
    assert_eq!(files(folder.path()).len(), 1);
    assert_eq!(known(&self::cache(folder.path()), 30), (0..20).collect());
}

#[test]
fn what_was_not_used_for_the_longest_time_goes_first() {
    let folder = tempfile::tempdir().unwrap();
    // Room for three packs of ten blocks.
    let size = {
        cache(folder.path()).keep(blocks(0..10)).unwrap();
        fs::metadata(files(folder.path()).remove(0)).unwrap().len()
    };
    let limited = || Cache::limited(folder.path(), EDITION, size * 3 + size / 2);
    for (n, days) in [(0, 30), (1, 20), (2, 10)] {
        let before: BTreeSet<PathBuf> = files(folder.path()).into_iter().collect();
        limited().keep(blocks(n * 10..n * 10 + 10)).unwrap();
        let new = files(folder.path()).into_iter().find(|file| !before.contains(file)).unwrap_or_else(|| before.first().unwrap().clone());
        age(&new, days);
    }
    // The oldest is used again, and something new comes.
    let cache = limited();
    assert!(cache.html(&block(0).0).is_some());
    cache.keep(blocks(30..40)).unwrap();
    assert_eq!(known(&self::cache(folder.path()), 50), (0..10).chain(20..40).collect());
}

#[test]
fn a_book_that_does_not_fit_keeps_what_does_and_does_not_push_itself_out() {
    let folder = tempfile::tempdir().unwrap();
    let limit = 4096;
    let build = || {
        let cache = Cache::limited(folder.path(), EDITION, limit);
        let known = known(&cache, 100);
        cache.keep(blocks((0..100).filter(|number| !known.contains(number)))).unwrap();
        known
    };
    assert_eq!(build(), BTreeSet::new());
    let first = build();
    assert!(first.len() > 10);
    for _ in 0..5 {
        assert!(build().is_superset(&first));
        let bytes: u64 = files(folder.path()).iter().map(|file| fs::metadata(file).unwrap().len()).sum();
        assert!(bytes <= limit, "{bytes}");
    }
}

#[test]
fn a_time_that_is_still_to_come_makes_no_pack_last_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..10)).unwrap();
    let path = files(folder.path()).remove(0);
    let size = fs::metadata(&path).unwrap().len();
    let later = SystemTime::now() + Duration::from_secs(900 * 86_400);
    fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
    Cache::limited(folder.path(), EDITION, size + size / 2).keep(blocks(10..20)).unwrap();
    assert_eq!(known(&cache(folder.path()), 30), (10..20).collect());
}

#[test]
fn so_many_packs_that_a_process_could_not_open_them_all_become_few() {
    let folder = tempfile::tempdir().unwrap();
    let code = folder.path().join("code");
    fs::create_dir(&code).unwrap();
    for n in 0..200 {
        Pack::write(&code, &EDITION, blocks([n]).into_iter().map(|(name, html)| (name, Arc::<[u8]>::from(html)))).unwrap();
    }
    for n in 0..5 {
        cache(folder.path()).keep(blocks([300 + n])).unwrap();
    }
    assert!(files(folder.path()).len() <= 17);
    assert_eq!(known(&cache(folder.path()), 200), (0..200).collect());
}

#[test]
fn a_file_larger_than_all_may_be_is_not_read_and_goes() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..3)).unwrap();
    let huge = folder.path().join("code").join(format!("{}f.pack", pack::prefix(&EDITION)));
    // All of it a hole: it takes no room on the disk.
    fs::File::create(&huge).unwrap().set_len(1 << 40).unwrap();
    let cache = cache(folder.path());
    assert_eq!(known(&cache, 3), [0, 1, 2].into());
    cache.keep(blocks([9])).unwrap();
    assert!(!huge.exists());
    assert_eq!(known(&self::cache(folder.path()), 3), [0, 1, 2].into());
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("code"), "a file").unwrap();
    let cache = cache(folder.path());
    assert_eq!(known(&cache, 3), BTreeSet::new());
    let kept = cache.keep(blocks([1]));
    assert!(words(&kept).starts_with("new code blocks can't be kept: "), "{kept:?}");
}

#[test]
fn runs_at_once_neither_harm_each_other_nor_lose_what_they_agree_on() {
    let folder = tempfile::tempdir().unwrap();
    cache(folder.path()).keep(blocks(0..10)).unwrap();
    std::thread::scope(|scope| {
        for run in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                for n in 0..30 {
                    let cache = cache(folder);
                    known(&cache, 200);
                    // What another one merges away in between is an error of nobody.
                    cache.keep(blocks([100 + run * 50 + n, 0])).unwrap();
                }
            });
        }
    });
    let cache = cache(folder.path());
    cache.keep(blocks([5])).unwrap();
    assert!(known(&cache, 300).contains(&0));
    assert!(files(folder.path()).iter().all(|file| file.extension().is_some_and(|ending| ending == "pack")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_fail_or_say_what_was_not_kept(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0_usize..300, at in 0_usize..300) {
        let folder = tempfile::tempdir().unwrap();
        cache(folder.path()).keep(blocks(0..2)).unwrap();
        let path = files(folder.path()).remove(0);
        let whole = fs::read(&path).unwrap();
        let (head, tail) = (&whole[..at.min(whole.len())], &whole[cut.min(whole.len())..]);
        fs::write(&path, [head, &bytes, tail].concat()).unwrap();
        let cache = cache(folder.path());
        known(&cache, 3);
        prop_assert!(cache.keep(blocks([2])).is_ok());
        prop_assert!(known(&self::cache(folder.path()), 3).contains(&2));
    }
}

#[test]
fn of_files_that_are_too_much_the_newest_stay() {
    let folder = tempfile::tempdir().unwrap();
    let now = SystemTime::now();
    for age in 0..5_u64 {
        let path = folder.path().join(format!("{age}.last"));
        fs::write(&path, [0; 10]).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(now - Duration::from_secs(age * 60)).unwrap();
    }
    fs::write(folder.path().join("other"), [0; 100]).unwrap();
    tidy::keep_newest(folder.path(), "last", 35);
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["0.last", "1.last", "2.last", "other"]);
}
