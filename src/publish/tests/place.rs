//! Where an output may be. Tests only.

use super::*;

#[test]
fn an_output_that_is_contains_or_lies_inside_sources_is_refused() {
    let place = Place::new();
    let cases = [
        ("book", "is the book's root"),
        (".", "contains the book's root"),
        ("book/content", "is the book's content folder"),
        ("book/content/guide", "lies inside the book's content folder"),
        ("book/content/new/site", "lies inside the book's content folder"),
        ("book/themes", "is the book's themes folder"),
        ("book/themes/mine/out", "lies inside the book's themes folder"),
        ("book/.git", "is the book's repository"),
        ("book/.git/site", "lies inside the book's repository"),
        ("book/site/../content/x", "lies inside the book's content folder"),
        ("book/no/such/../../content", "is the book's content folder"),
        ("elsewhere/..", "contains the book's root"),
    ];
    for (output, words) in cases {
        let output = place.path(output);
        let error = place.check(&output).unwrap_err().to_string();
        assert!(error.contains(words), "{}: {error}", output.display());
        assert_eq!(place.publish_to(&output, SMALL).unwrap_err().to_string(), error);
    }
    assert!(place.check(Path::new("/")).unwrap_err().to_string().contains("contains the book's root"));
    assert!(!place.path("book/content/new").exists() && !place.path("book/no").exists() && !place.path("elsewhere").exists());
}

#[test]
fn an_output_that_contains_content_kept_outside_the_book_is_refused() {
    let place = Place::new();
    let (book, content) = (place.path("book"), place.path("texts/content"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &place.path("book/themes") };
    let error = check_output(&place.path("texts"), &sources).unwrap_err().to_string();
    assert!(error.contains("contains the book's content folder"), "{error}");
}

#[test]
fn an_output_inside_the_book_or_beside_it_is_fine() {
    let place = Place::new();
    for output in ["book/site", "book/contents", "book/public/site", "out", "book/content/../site2"] {
        let output = place.path(output);
        place.check(&output).unwrap();
        assert!(!output.exists(), "asking creates nothing");
        place.publish_to(&output, SMALL).unwrap();
        place.check(&output).unwrap();
    }
}

#[test]
fn an_empty_path_is_the_current_folder_for_sources_and_refused_as_output() {
    let place = Place::new();
    let here = ProtectedFolders { book: Path::new(""), content: Path::new("content"), theme: Path::new("themes") };
    assert!(matches!(check_output(Path::new("."), &here), Err(PublishError::HarmsSources { overlap: Overlap::Same, .. })));
    assert!(place.check(Path::new("")).is_err());
}
