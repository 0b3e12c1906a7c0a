//! Sites that are refused, and what stands in their way. Tests only.

use super::*;

#[test]
fn an_output_with_files_and_no_manifest_is_refused() {
    for place in empty() {
        place.put("thesis.odt", "years of work");
        place.put("zz.txt", "");
        let error = place.assert_refused(SMALL);
        assert!(error.contains("holds `thesis.odt`") && error.contains("Choose an empty or a missing folder"), "{error}");
        assert_eq!(place.check(&place.output()).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_foreign_file_where_a_page_belongs_is_refused_and_all_of_them_are_listed() {
    for place in with_site() {
        place.put("new.html", "mine");
        place.put("more/index.html", "mine too");
        place.put("asset", "a file");
        place.put("page.html/note.txt", "in a folder");
        place.put("bystander.txt", "not in the way");
        let error =
            place.assert_refused(&[("new.html", ""), ("more/index.html", ""), ("asset/x.css", ""), ("asset/y.css", ""), ("page.html", "")]);
        for line in [
            "\n  `asset`: a file that rollbook did not write, where a folder belongs\n",
            "\n  `more/index.html`: not a file that rollbook wrote\n",
            "\n  `new.html`: not a file that rollbook wrote\n",
            "\n  `page.html`: a folder that rollbook did not make alone, where a file belongs\n",
        ] {
            assert!(error.contains(line), "{error}");
        }
        assert_eq!(error.lines().count(), 6, "{error}");
    }
}

#[test]
fn a_foreign_file_is_refused_even_if_it_has_the_right_bytes() {
    for place in with_site() {
        place.put("new.html", "same");
        place.assert_refused(&[("new.html", "same")]);
    }
}

#[test]
fn a_folder_of_ours_with_a_foreign_file_or_folder_in_it_does_not_give_way_to_a_page() {
    for place in with_site() {
        fs::create_dir(place.in_output("stages/poc/mine")).unwrap();
        place.assert_refused(&[("stages", "a page")]);
        fs::remove_dir(place.in_output("stages/poc/mine")).unwrap();
        place.put("stages/note.txt", "mine");
        place.assert_refused(&[("stages", "a page")]);
    }
}

#[test]
fn an_empty_foreign_folder_does_not_give_way_to_a_page() {
    for place in with_site() {
        fs::create_dir(place.in_output("new.html")).unwrap();
        place.assert_refused(&[("new.html", "")]);
    }
}

#[test]
fn an_output_that_is_a_file_or_lies_in_one_is_refused() {
    for place in empty() {
        fs::write(place.output(), "a file").unwrap();
        for output in [place.output(), place.output().join("a"), place.output().join("a/b")] {
            let error = place.publish_to(&output, SMALL).unwrap_err();
            assert!(matches!(&error, PublishError::NotAFolder { path } if path.ends_with("out")), "{error}");
        }
        assert_eq!(fs::read_to_string(place.output()).unwrap(), "a file");
    }
}

#[test]
fn a_site_with_a_path_that_leaves_the_output_or_is_ours_to_keep_is_refused() {
    for place in empty() {
        let reserved = [manifest::NAME, "a/.rollbook-x", ".ROLLBOOK-lock", ".git/config", "a/.Git/x"];
        for path in ["", "/etc/x", "../x", "a/../../x", "a/./b", "a//b", "a/", "a\0b"].into_iter().chain(reserved) {
            let error = place.publish(&[(path, "")]).unwrap_err();
            assert!(matches!(error, PublishError::BadName { .. }), "{path:?}: {error}");
        }
        assert!(!place.output().exists());
    }
}

#[test]
fn a_site_in_which_a_path_is_a_file_and_a_folder_is_refused() {
    for place in empty() {
        let error = place.publish(&[("a", ""), ("a-b", ""), ("a/b/c", "")]).unwrap_err();
        assert!(matches!(&error, PublishError::FileAndFolder { path, inside } if path == "a" && inside == "a/b/c"), "{error}");
        assert!(!place.output().exists());
    }
}
