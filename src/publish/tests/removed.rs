//! What is removed, and what stays. Tests only.

use super::*;

#[test]
fn files_that_left_the_site_are_removed_with_the_folders_that_became_empty() {
    for place in with_site() {
        assert_eq!(place.publish(&[("index.html", "home")]).unwrap(), published(0, 1, 3));
        assert_eq!(place.tree(), ["index.html = home"]);
    }
}

#[test]
fn foreign_files_and_the_folders_they_are_in_are_left_alone() {
    for place in with_site() {
        place.put("CNAME", "example.org");
        place.put(".git/config", "git");
        place.put("stages/poc/notes.txt", "mine");
        fs::create_dir(place.in_output("stages/empty")).unwrap();
        assert_eq!(place.publish(&[("index.html", "2")]).unwrap(), published(1, 0, 3));
        let expected = [
            ".git/",
            ".git/config = git",
            "CNAME = example.org",
            "index.html = 2",
            "stages/",
            "stages/empty/",
            "stages/poc/",
            "stages/poc/notes.txt = mine",
        ];
        assert_eq!(place.tree(), expected);
    }
}

#[test]
fn a_site_without_files_empties_the_output_and_keeps_its_folder() {
    for place in with_site() {
        assert_eq!(place.publish(&[]).unwrap(), published(0, 0, 4));
        assert!(place.tree().is_empty() && place.output().is_dir());
        assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
    }
}

#[test]
fn a_file_that_left_the_site_and_is_gone_already_is_no_fault() {
    for place in with_site() {
        fs::remove_file(place.in_output("stages/poc/plan.png")).unwrap();
        fs::remove_file(place.in_output("stages/poc/index.html")).unwrap();
        assert_eq!(place.publish(&[("index.html", "home")]).unwrap(), published(0, 1, 1));
        assert_eq!(place.tree(), ["index.html = home"]);
    }
}

#[test]
fn what_someone_put_in_the_place_of_a_file_that_left_the_site_stays() {
    for place in with_site() {
        fs::remove_file(place.in_output("404.html")).unwrap();
        place.put("404.html/notes.txt", "mine");
        fs::remove_dir_all(place.in_output("stages")).unwrap();
        place.put("stages", "a file now");
        place.publish(&[("index.html", "home")]).unwrap();
        assert_eq!(place.tree(), ["404.html/", "404.html/notes.txt = mine", "index.html = home", "stages = a file now"]);
    }
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    for place in empty() {
        place.publish(&[("a", "file"), ("b/c/d", "deep"), ("b/e", "flat")]).unwrap();
        assert_eq!(place.publish(&[("a/x/y", "deep"), ("b", "file")]).unwrap(), published(2, 0, 3));
        assert_eq!(place.tree(), ["a/", "a/x/", "a/x/y = deep", "b = file"]);
    }
}
