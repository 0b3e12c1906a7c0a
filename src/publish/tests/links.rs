//! Symlinks, inodes and rights. Tests only.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;

use super::*;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

#[test]
fn unchanged_files_keep_their_inode_and_changed_ones_are_replaced_whole() {
    for place in with_site() {
        let inode = |path: &str| fs::metadata(place.in_output(path)).unwrap().ino();
        let (home, lost) = (inode("index.html"), inode("404.html"));
        let mut reader = File::open(place.in_output("index.html")).unwrap();
        place.publish(&[("404.html", "lost"), ("index.html", "new")]).unwrap();
        assert_eq!(inode("404.html"), lost);
        assert_ne!(inode("index.html"), home);
        let mut seen = String::new();
        std::io::Read::read_to_string(&mut reader, &mut seen).unwrap();
        assert_eq!(seen, "home", "who had the page open reads the old one to its end");
    }
}

#[test]
fn files_and_folders_have_the_rights_that_the_umask_gives_to_any_other() {
    for place in with_site() {
        File::create(place.path("file")).unwrap();
        fs::create_dir(place.path("folder")).unwrap();
        for path in ["index.html", manifest::NAME] {
            assert_eq!(mode(&place.in_output(path)), mode(&place.path("file")), "{path}");
        }
        assert_eq!(mode(&place.in_output("stages")), mode(&place.path("folder")));
    }
}

#[test]
fn a_symlink_given_as_output_is_followed_once() {
    for place in empty() {
        fs::create_dir(place.path("real")).unwrap();
        symlink("real", place.output()).unwrap();
        place.publish(SMALL).unwrap();
        assert_eq!(fs::read_link(place.output()).unwrap(), Path::new("real"));
        assert_eq!(fs::read_to_string(place.path("real/index.html")).unwrap(), "home");
    }
}

#[test]
fn a_symlink_that_leads_to_the_sources_is_refused_as_output() {
    for place in empty() {
        symlink("book/content", place.path("link")).unwrap();
        symlink("content/guide", place.path("book/deep")).unwrap();
        for output in ["link", "link/new/site", "book/deep/../site", "link/../../out/.."] {
            let error = place.check(&place.path(output)).unwrap_err();
            assert!(matches!(error, PublishError::HarmsSources { .. }), "{output}: {error}");
        }
    }
}

#[test]
fn sources_behind_a_symlink_are_protected_where_they_really_are() {
    for place in empty() {
        fs::create_dir_all(place.path("texts/guide")).unwrap();
        fs::remove_dir_all(place.path("book/content")).unwrap();
        symlink("../texts", place.path("book/content")).unwrap();
        assert!(place.check(&place.path("texts/out")).unwrap_err().to_string().contains("lies inside the book's content folder"));
    }
}

#[test]
fn an_output_that_is_a_symlink_to_nowhere_or_to_itself_is_an_error() {
    for place in empty() {
        symlink("nowhere", place.output()).unwrap();
        let error = place.publish(SMALL).unwrap_err();
        assert!(matches!(&error, PublishError::NotAFolder { .. }), "{error}");
        symlink("loop", place.path("loop")).unwrap();
        assert!(place.publish_to(&place.path("loop"), SMALL).is_err());
        assert!(!place.path("nowhere").exists());
    }
}

#[test]
fn a_symlink_in_the_output_is_never_followed_by_writing() {
    for place in with_site() {
        fs::create_dir(place.path("victim")).unwrap();
        fs::write(place.path("victim.txt"), "alive").unwrap();
        symlink("../victim", place.in_output("assets")).unwrap();
        symlink("../victim.txt", place.in_output("new.html")).unwrap();
        symlink("nowhere", place.in_output("dangling.html")).unwrap();
        let error = place.assert_refused(&[("assets/deep/x.css", ""), ("dangling.html", ""), ("new.html", "")]);
        for path in ["assets", "dangling.html", "new.html"] {
            assert!(error.contains(&format!("`{path}`: a symlink")), "{error}");
        }
        assert_eq!(fs::read_dir(place.path("victim")).unwrap().count(), 0);
        assert_eq!(fs::read_to_string(place.path("victim.txt")).unwrap(), "alive");
    }
}

#[test]
fn a_symlink_in_the_output_is_never_followed_by_removing() {
    for place in with_site() {
        fs::create_dir_all(place.path("victim/poc")).unwrap();
        fs::write(place.path("victim/poc/index.html"), "alive").unwrap();
        fs::remove_dir_all(place.in_output("stages")).unwrap();
        symlink("../victim", place.in_output("stages")).unwrap();
        fs::remove_file(place.in_output("404.html")).unwrap();
        symlink("index.html", place.in_output("404.html")).unwrap();
        let error = place.assert_refused(&[("index.html", "home")]);
        assert!(error.contains("`404.html`: a symlink") && error.contains("`stages`: a symlink"), "{error}");
        assert_eq!(fs::read_to_string(place.path("victim/poc/index.html")).unwrap(), "alive");
    }
}

#[test]
fn a_symlink_with_the_name_of_a_temporary_file_or_of_the_lock_is_not_written_through() {
    for place in with_site() {
        fs::write(place.path("victim.txt"), "alive").unwrap();
        for name in [names::temporary("index.html"), names::temporary(manifest::NAME), lock::FILE.to_owned()] {
            symlink("../victim.txt", place.in_output(&name)).unwrap();
        }
        assert!(place.publish(&[("index.html", "2")]).is_err());
        lock::take_file(&place.output()).unwrap();
        assert_eq!(fs::read_to_string(place.path("victim.txt")).unwrap(), "alive");
    }
}

#[test]
fn a_symlink_in_the_place_of_the_manifest_is_refused() {
    for place in with_site() {
        fs::rename(place.in_output(manifest::NAME), place.path("moved.json")).unwrap();
        symlink("../moved.json", place.in_output(manifest::NAME)).unwrap();
        assert!(place.assert_refused(&[]).contains("it is not a regular file"));
    }
}

#[test]
fn what_is_neither_file_nor_folder_is_foreign() {
    for place in with_site() {
        fs::remove_file(place.in_output("index.html")).unwrap();
        let _socket = UnixListener::bind(place.in_output("index.html")).unwrap();
        let error = place.publish(SMALL).unwrap_err().to_string();
        assert!(error.contains("`index.html`: not a file that rollbook wrote"), "{error}");
    }
}

/// A folder in which nothing may be created, or `None` for root, whom rights do not stop.
fn without_rights(folder: &Path) -> Option<()> {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write = File::create(folder.join("probe")).is_ok();
    if may_write {
        fs::remove_file(folder.join("probe")).unwrap();
        eprintln!("skipped: rights do not stop this user");
    }
    (!may_write).then_some(())
}

fn with_rights(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_folder_that_may_not_be_written_to_is_an_error_and_the_old_site_stays() {
    for place in with_site() {
        let Some(()) = without_rights(&place.in_output("stages/poc")) else { return };
        let manifest = place.manifest();
        let error = place.publish(&[("index.html", "2"), ("new/a.html", "2"), ("stages/poc/index.html", "2")]).unwrap_err().to_string();
        assert!(error.contains("stages/poc") && error.contains("Give this user the right"), "{error}");
        assert_eq!(place.tree(), small_tree());
        assert_eq!(place.manifest(), manifest);
        with_rights(&place.in_output("stages/poc"));
        place.publish(&[("index.html", "2")]).unwrap();
        assert_eq!(place.tree(), ["index.html = 2"]);
    }
}

#[test]
fn an_output_that_may_not_be_written_to_is_an_error_only_if_something_changed() {
    for place in with_site() {
        let Some(()) = without_rights(&place.output()) else { return };
        assert_eq!(place.publish(SMALL).unwrap(), published(0, 4, 0));
        assert!(place.publish(&[("index.html", "2")]).is_err());
        assert_eq!(place.tree(), small_tree());
        with_rights(&place.output());
    }
}

#[test]
fn a_page_of_ours_that_may_not_be_read_is_replaced() {
    for place in with_site() {
        fs::set_permissions(place.in_output("index.html"), fs::Permissions::from_mode(0o000)).unwrap();
        place.publish(SMALL).unwrap();
        assert_eq!(fs::read_to_string(place.in_output("index.html")).unwrap(), "home");
    }
}
