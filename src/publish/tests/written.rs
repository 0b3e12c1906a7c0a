//! What is written, and what is not. Tests only.

use super::*;

#[test]
fn a_missing_output_folder_is_created_with_its_parents() {
    for place in empty() {
        let output = place.path("a/b/c");
        assert_eq!(place.publish_to(&output, SMALL).unwrap(), published(4, 0, 0));
        assert_eq!(fs::read_to_string(output.join("stages/poc/index.html")).unwrap(), "poc");
    }
}

#[test]
fn an_empty_output_folder_is_filled() {
    for place in empty() {
        fs::create_dir(place.output()).unwrap();
        assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
        assert_eq!(place.tree(), small_tree());
    }
}

#[test]
fn the_manifest_is_a_sorted_list_of_paths_with_the_number_of_its_format() {
    for place in empty() {
        place.publish(&[("b.html", ""), ("a/index.html", ""), ("a.html", "")]).unwrap();
        let expected = "{\n  \"schema\": 1,\n  \"files\": [\n    \"a.html\",\n    \"a/index.html\",\n    \"b.html\"\n  ]\n}\n";
        assert_eq!(place.manifest(), expected);
    }
}

#[test]
fn equal_sites_have_equal_manifests_whatever_was_there_before() {
    let (fresh, used) = (Place::with_site(), Place::new());
    used.publish(&[("old.html", "old"), ("index.html", "old")]).unwrap();
    used.publish(SMALL).unwrap();
    assert_eq!(fresh.manifest(), used.manifest());
    assert_eq!(fresh.tree(), used.tree());
}

#[test]
fn only_files_whose_bytes_differ_are_written() {
    for place in with_site() {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for path in ["404.html", "index.html", "stages/poc/index.html", manifest::NAME] {
            File::options().write(true).open(place.in_output(path)).unwrap().set_modified(long_ago).unwrap();
        }
        let changed =
            [("404.html", "lost"), ("index.html", "HOME"), ("stages/poc/index.html", "poc, longer"), ("stages/poc/plan.png", "png")];
        assert_eq!(place.publish(&changed).unwrap(), published(2, 2, 0));
        let is_old = |path: &str| fs::metadata(place.in_output(path)).unwrap().modified().unwrap() == long_ago;
        assert!(is_old("404.html"), "an unchanged file keeps its time");
        assert!(!is_old("index.html"), "same size, other bytes");
        assert!(!is_old("stages/poc/index.html"), "other size");
    }
}

#[test]
fn a_second_publish_of_the_same_site_touches_nothing() {
    for place in with_site() {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        File::options().write(true).open(place.in_output(manifest::NAME)).unwrap().set_modified(long_ago).unwrap();
        assert_eq!(place.publish(SMALL).unwrap(), published(0, 4, 0));
        assert_eq!(fs::metadata(place.in_output(manifest::NAME)).unwrap().modified().unwrap(), long_ago);
    }
}

#[test]
fn a_page_that_someone_damaged_or_removed_is_written_again() {
    for place in with_site() {
        place.put("index.html", "hacked");
        fs::remove_file(place.in_output("404.html")).unwrap();
        assert_eq!(place.publish(SMALL).unwrap(), published(2, 2, 0));
        assert_eq!(place.tree(), small_tree());
    }
}

#[test]
fn nothing_of_ours_but_the_manifest_stays_beside_the_pages() {
    for place in with_site() {
        place.publish(&[("index.html", "2"), ("new/index.html", "new")]).unwrap();
        assert_eq!(place.tree(), ["index.html = 2", "new/", "new/index.html = new"]);
    }
}

#[test]
fn names_with_spaces_quotes_and_other_scripts_are_written_and_removed() {
    for place in empty() {
        let names: Files = &[("a b/it's \"x\".html", "1"), ("прил/日本.html", "2"), ("e\u{301}.html", "3")];
        assert_eq!(place.publish(names).unwrap(), published(3, 0, 0));
        assert_eq!(place.publish(names).unwrap(), published(0, 3, 0));
        assert_eq!(place.publish(&[]).unwrap(), published(0, 0, 3));
        assert!(place.tree().is_empty());
    }
}

#[test]
fn a_name_as_long_as_the_system_takes_is_written() {
    for place in empty() {
        let long = "x".repeat(255);
        place.publish(&[(&long, "long")]).unwrap();
        assert_eq!(place.tree(), [format!("{long} = long")]);
    }
}
