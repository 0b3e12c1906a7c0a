//! Manifests from elsewhere. Tests only.

use super::*;

#[test]
fn a_manifest_that_names_what_is_not_ours_is_refused_and_removes_nothing() {
    for path in ["/etc/passwd", "../victim.txt", "a/../../victim.txt", ".", "", manifest::NAME, ".rollbook-lock", ".git/HEAD", "a\\u0000b"]
    {
        let place = Place::with_site();
        fs::write(place.path("victim.txt"), "alive").unwrap();
        place.put(manifest::NAME, &format!("{{\"schema\": 1, \"files\": [\"index.html\", \"{path}\"]}}"));
        let error = place.assert_refused(&[]);
        assert!(error.contains("which rollbook never writes"), "{path}: {error}");
        assert!(place.path("victim.txt").exists());
    }
}

#[test]
fn a_damaged_manifest_is_refused() {
    let whole = Place::with_site().manifest();
    let damaged = ["", "{}", "[]", "null", &whole[..whole.len() / 2], "{\"schema\": 1}", "{\"schema\": 1, \"files\": [1]}", "\u{0}\u{0}"];
    for text in damaged.into_iter().chain(["{\"schema\": 1, \"files\": [], \"x\": 1}", "{\"schema\": -1, \"files\": []}"]) {
        let place = Place::with_site();
        place.put(manifest::NAME, text);
        let error = place.assert_refused(&[]);
        assert!(error.contains("it is damaged"), "{text:?}: {error}");
        assert_eq!(place.check(&place.output()).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_manifest_of_another_format_is_refused_by_its_number() {
    for place in with_site() {
        place.put(manifest::NAME, "{\"schema\": 2, \"files\": {\"new\": \"shape\"}}");
        let error = place.assert_refused(&[]);
        assert!(error.contains("has format 2, and this rollbook knows format 1"), "{error}");
        place.put(manifest::NAME, "{\"schema\": 0, \"files\": []}");
        assert!(place.assert_refused(&[]).contains("schema is 0"));
    }
}

#[test]
fn a_folder_in_the_place_of_the_manifest_is_refused() {
    for place in empty() {
        fs::create_dir_all(place.in_output(manifest::NAME)).unwrap();
        assert!(place.assert_refused(SMALL).contains("it is not a regular file"));
    }
}
