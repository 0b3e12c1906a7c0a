//! Two publishers at once. Tests only.

use super::*;

#[test]
fn a_second_publisher_is_refused_while_the_first_works_and_welcome_after_it() {
    for place in with_site() {
        let first = lock::take(&place.output()).unwrap();
        let error = place.assert_refused(&[("index.html", "2")]);
        assert!(error.contains("another rollbook is publishing to") && error.contains("Wait until it is done"), "{error}");
        drop(first);
        place.publish(&[("index.html", "2")]).unwrap();
    }
}

#[test]
fn where_a_folder_cannot_be_locked_a_file_is_and_it_is_no_foreign_file() {
    for place in empty() {
        fs::create_dir(place.output()).unwrap();
        let first = lock::take_file(&place.output()).unwrap();
        assert!(matches!(lock::take_file(&place.output()), Err(PublishError::Busy { .. })));
        drop(first);
        lock::take_file(&place.output()).unwrap();
        place.publish(SMALL).unwrap();
    }
}

#[test]
fn whoever_opened_the_folder_just_before_it_was_exchanged_does_not_hold_the_lock() {
    let place = Place::with_site();
    let old = File::open(place.output()).unwrap();
    place.publish(&[("index.html", "2"), ("x.html", "2")]).unwrap();
    old.try_lock().unwrap();
    place.publish(SMALL).unwrap();
    let first = lock::take(&place.output()).unwrap();
    assert!(first.is_some());
    fs::rename(place.output(), place.path("moved")).unwrap();
    assert!(lock::take(&place.output()).unwrap().is_none(), "nothing is there any more");
}

/// Each version of the site has the same files, each of which says which version it is of.
#[cfg(unix)]
fn version(number: usize) -> Vec<(String, String)> {
    (0..40).map(|file| (format!("{}/{file}.html", file % 5), number.to_string())).collect()
}

/// The versions of all files of the site that was there when its folder was opened, as far as they were still there.
#[cfg(unix)]
fn read_all(output: &Path) -> Vec<String> {
    use rustix::fs::{Mode, OFlags, openat};
    let Ok(folder) = File::open(output) else { return Vec::new() };
    let read = |path: &String| {
        let mut text = String::new();
        let mut file = File::from(openat(&folder, path.as_str(), OFlags::RDONLY, Mode::empty()).ok()?);
        std::io::Read::read_to_string(&mut file, &mut text).ok()?;
        Some(text)
    };
    version(0).iter().filter_map(|(path, _)| read(path)).collect()
}

#[cfg(unix)]
#[test]
fn while_two_publish_in_turn_a_reader_never_sees_a_mixture() {
    let place = Place::new();
    let publish = |number: usize| {
        let files = version(number);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        place.publish(&files)
    };
    let is_over = std::sync::atomic::AtomicUsize::new(0);
    let over = || is_over.load(std::sync::atomic::Ordering::SeqCst) == 2;
    let publisher = |first: usize| {
        for number in (first..first + 100).step_by(2) {
            while let Err(error) = publish(number) {
                assert!(matches!(error, PublishError::Busy { .. }), "{error}");
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        is_over.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    };
    std::thread::scope(|scope| {
        let publishers = [scope.spawn(|| publisher(1000)), scope.spawn(|| publisher(1001))];
        let mut whole = 0;
        while !over() || whole == 0 {
            let versions = read_all(&place.output());
            assert!(versions.windows(2).all(|pair| pair[0] == pair[1]), "{versions:?}");
            whole += usize::from(versions.len() == 40);
        }
        publishers.into_iter().for_each(|publisher| publisher.join().unwrap());
    });
    assert_eq!(place.leftovers(), Vec::<String>::new());
}
