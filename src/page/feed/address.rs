//! Where the feeds lie in the site. Not done here: what is in them.

use crate::document::slug::slug;
use crate::path::OutputPath;
use crate::path::portable::is_device;
use crate::playbook::Project;
use crate::playbook::event::Kind;

const BOOK: &str = "calendar/all.ics";
const PROJECTS: &str = "calendar/projects";
const OWNERS: &str = "calendar/owners";
const KINDS: &str = "calendar/kinds";
/// The folder of the list of feeds.
pub(super) const LIST: &str = "calendar/feeds";

/// Of all events.
pub(super) fn book() -> OutputPath {
    OutputPath::new(BOOK)
}

/// Of a project: that of its id, then those of its former ids, to which somebody may have subscribed.
pub(in crate::page) fn project(project: &Project<'_>) -> Vec<OutputPath> {
    let former = project.document.iter().flat_map(|document| &document.common.aliases).map(|alias| alias.value.as_str());
    std::iter::once(project.id()).chain(former).map(|id| OutputPath::new(format!("{PROJECTS}/{id}.ics"))).collect()
}

/// Of an owner: the slug, and for all but one of the names that have this slug a hash of the exact name. So no two have one address, and nobody's
/// depends on who else there is. The one without a hash is written like a sentence: "Service owner" is `service-owner`, "service owner" is not. Nor is
/// "Con", for Windows has no such file.
pub(super) fn owner(name: &str) -> OutputPath {
    let slug = slug(name);
    let mut sentence = slug.replace('-', " ");
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !slug.is_empty() && name == sentence && !is_device(&slug) {
        return OutputPath::new(format!("{OWNERS}/{slug}.ics"));
    }
    let hash = &blake3::hash(name.as_bytes()).to_hex()[..10];
    let slug = if slug.is_empty() { "owner" } else { &slug };
    // No slug has a `_`, so that nobody is called like another one's hash.
    OutputPath::new(format!("{OWNERS}/{slug}_{hash}.ics"))
}

/// Of a kind of event.
pub(super) fn kind(kind: Kind) -> OutputPath {
    OutputPath::new(format!("{KINDS}/{}.ics", kind.name()))
}

/// True for a place that is a feed's, or may be one's some day, or that would make a folder of a feed or a file of their folders.
pub(in crate::page) fn is_reserved(output: &OutputPath) -> bool {
    let is_at_or_below = |place: &&str| output.as_str().strip_prefix(*place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    [BOOK, PROJECTS, OWNERS, KINDS, LIST].iter().any(is_at_or_below)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_owner_has_an_address_of_their_own() {
        let names = [
            "Service owner",
            "service owner",
            "Service Owner",
            "Service-owner",
            " Service owner",
            "Service owner!",
            "Sérvice owner",
            "IT",
            "It",
            "日本",
            "日本語",
            "",
            "-",
            "Ä",
            "a",
            "A",
        ];
        let addresses: BTreeSet<OutputPath> = names.iter().map(|name| owner(name)).collect();
        assert_eq!(addresses.len(), names.len(), "{addresses:#?}");
        let plain: Vec<&str> = addresses.iter().map(OutputPath::as_str).filter(|address| !address.contains('_')).collect();
        assert_eq!(plain, ["calendar/owners/a.ics", "calendar/owners/it.ics", "calendar/owners/service-owner.ics"]);
        assert_eq!(owner("日本").as_str(), "calendar/owners/owner_fb52b4c818.ics");
        assert!(owner("Con").as_str().starts_with("calendar/owners/con_"), "{}", owner("Con"));
        let long = owner(&"Head of everything that is ever done by anybody ".repeat(9));
        assert!(long.as_str().len() < 90, "{long}");
    }

    #[test]
    fn what_may_be_a_feed_is_reserved() {
        let reserved = |path: &str| is_reserved(&OutputPath::new(path));
        for path in [
            "calendar/all.ics",
            "calendar/all.ics/index.html",
            "calendar/owners",
            "calendar/projects/x.ics",
            "calendar/kinds/gate.ics",
            "calendar/feeds/page-2/index.html",
        ] {
            assert!(reserved(path), "{path}");
        }
        for path in ["calendar/index.html", "calendar/mine.ics", "calendar/kinds.ics", "calendar/all.ics.txt", "kinds/gate.ics"] {
            assert!(!reserved(path), "{path}");
        }
    }
}
