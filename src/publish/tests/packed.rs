//! Compressed copies. Tests only.

use super::*;

fn names(place: &Place) -> Vec<String> {
    place.tree().into_iter().map(|line| line.split(" = ").next().unwrap().to_owned()).filter(|name| !name.ends_with('/')).collect()
}

/// With compressed copies, in both ways.
fn packing() -> [Place; 2] {
    empty().map(|place| Place { how: How { precompress: true, ..place.how }, ..place })
}

#[test]
fn copies_lie_beside_large_files_of_text_and_go_when_they_are_not_asked_for() {
    let long = "again and ".repeat(200);
    let files = [("a/index.html", long.as_str()), ("a/photo.jpg", &long), ("short.html", "short"), ("status.json", &long)];
    for mut place in packing() {
        assert_eq!(place.publish(&files).unwrap(), published(8, 0, 0));
        let expected = [
            "a/index.html",
            "a/index.html.br",
            "a/index.html.gz",
            "a/photo.jpg",
            "short.html",
            "status.json",
            "status.json.br",
            "status.json.gz",
        ];
        assert_eq!(names(&place), expected);
        assert_eq!(place.publish(&files).unwrap(), published(0, 8, 0));
        place.how.precompress = false;
        assert_eq!(place.publish(&files).unwrap(), published(0, 4, 4));
        assert_eq!(names(&place), ["a/index.html", "a/photo.jpg", "short.html", "status.json"]);
    }
}

#[test]
fn a_copy_is_made_again_when_its_file_has_changed_or_somebody_removed_it() {
    let (one, two) = ("one ".repeat(500), "two ".repeat(500));
    for place in packing() {
        place.publish(&[("a.html", &one), ("b.html", &one)]).unwrap();
        let copy = || fs::read(place.in_output("a.html.gz")).unwrap();
        let first = copy();
        fs::remove_file(place.in_output("b.html.br")).unwrap();
        assert_eq!(place.publish(&[("a.html", &two), ("b.html", &one)]).unwrap(), published(4, 2, 0));
        assert_ne!(copy(), first);
        place.publish(&[("a.html", &one), ("b.html", &one)]).unwrap();
        assert_eq!(copy(), first);
    }
}

#[test]
fn a_file_of_the_site_with_the_name_of_a_copy_is_refused() {
    let long = "again and ".repeat(200);
    for place in packing() {
        let error = place.publish(&[("a.html", &long), ("a.html.gz", "mine")]).unwrap_err();
        assert!(matches!(&error, PublishError::Twice { path } if path == "a.html.gz"), "{error}");
        assert!(!place.output().exists());
    }
}
