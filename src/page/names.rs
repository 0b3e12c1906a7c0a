//! Names of the site that can't be written, that Windows refuses, or that macOS and Windows take for one. Not done here: two files at the very same place
//! ([`super::places`]).

use std::collections::BTreeMap;

use super::is_reserved;
use super::places::Claim;
use crate::diagnostic::{Code, Diagnostic};
use crate::path::portable::{LONGEST_NAME, folded, unportable};
use crate::path::{OutputPath, folder_of};

/// What is wrong with the names of these places, each name once, and of two that are one elsewhere both. `is_there` tells of a path that the build makes
/// itself.
pub(super) fn check(claims: &BTreeMap<OutputPath, Claim>, is_there: impl Fn(&str) -> bool, diagnostics: &mut Vec<Diagnostic>) {
    let mut odd: BTreeMap<String, BTreeMap<&str, (&str, &Claim)>> = BTreeMap::new();
    let mut last = "";
    for (output, claim) in claims {
        // In their order, what a path shares with the one before was looked at with that.
        for (path, name) in names(output.as_str()).skip_while(|(path, _)| is_at_or_above(path, last)) {
            diagnostics.extend(fault(name, claim));
            let same = folded(path);
            if same != path {
                odd.entry(same.into_owned()).or_default().insert(name, (path, claim));
            }
        }
        last = output.as_str();
    }
    let is_kept = |path: &str| is_reserved(&OutputPath::new(path));
    for (same, mut named) in odd {
        let own = same.rsplit('/').next().unwrap_or_default();
        let plain = claims.get_key_value(&OutputPath::new(same.as_str()));
        let below = || claims.range(OutputPath::new(format!("{same}/"))..).next().filter(|(path, _)| is_at_or_above(&same, path.as_str()));
        match plain.or_else(below) {
            Some((_, claim)) => drop(named.insert(own, (&same, claim))),
            None if is_kept(&same) && !is_kept(folder_of(&same)) => {
                diagnostics.extend(named.values().map(|(path, claim)| one_elsewhere(path, claim, &same, "the build itself")));
                continue;
            }
            None if is_there(&same) => {
                let others = named.iter().filter(|(name, _)| **name != own);
                diagnostics.extend(others.map(|(_, (path, claim))| one_elsewhere(path, claim, &same, "the build itself")));
                continue;
            }
            None => {}
        }
        for (name, (path, claim)) in &named {
            let other = named.iter().find(|(other, _)| *other != name);
            diagnostics.extend(other.map(|(_, (other, from))| one_elsewhere(path, claim, other, &format!("`{}`", from.source))));
        }
    }
}

/// The same for places beside the pages that follow from the same names: `con.md` is told once, though Windows refuses its feed too.
pub(super) fn check_beside(beside: impl Iterator<Item = (OutputPath, Claim)>, diagnostics: &mut Vec<Diagnostic>) {
    for (output, claim) in beside {
        let Some(found) = names(output.as_str()).last().and_then(|(_, name)| fault(name, &claim)) else { continue };
        let is_told =
            |other: &Diagnostic| (other.code, &other.place.path, other.place.span) == (found.code, &found.place.path, found.place.span);
        if !diagnostics.iter().any(is_told) {
            diagnostics.push(found);
        }
    }
}

/// The names of a path from the outermost folder on, each with the path up to it.
fn names(path: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.map(|end| (&path[..end], path[..end].rsplit('/').next().unwrap_or_default()))
}

/// True when `path` is the other one or a folder that holds it.
fn is_at_or_above(path: &str, other: &str) -> bool {
    other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is wrong with a name by itself.
fn fault(name: &str, claim: &Claim) -> Option<Diagnostic> {
    if name.len() > LONGEST_NAME {
        let message = format!("this would be published under a name of {} bytes", name.len());
        return Some(claim.finding(Code::NameTooLong, message).help(format!("a name has at most {LONGEST_NAME}")));
    }
    let reason = unportable(name)?;
    Some(claim.finding(Code::UnportableName, format!("Windows can't have `{}`: {reason}", shown(name))).help("give it another name"))
}

fn one_elsewhere(path: &str, claim: &Claim, other: &str, from: &str) -> Diagnostic {
    // Only macOS takes two ways of writing an accent for one.
    let systems = if path.to_lowercase() == other.to_lowercase() { "macOS and Windows" } else { "macOS" };
    let message = format!("`{}` and `{}`, from {}, are one name on {systems}", shown(path), shown(other), shown(from));
    claim.finding(Code::UnportableName, message).help("give one of them another name")
}

/// A name as a sentence can hold it.
fn shown(name: &str) -> String {
    name.replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    /// What is said of files at these places, where the build itself has `calendar/index.html`.
    fn said(places: &[&str]) -> Vec<String> {
        let claim = |place: &&str| (OutputPath::new(*place), Claim { source: SourcePath::new(format!("content/{place}")), span: None });
        let mut found = Vec::new();
        check(&places.iter().map(claim).collect(), |path| ["calendar", "calendar/index.html"].contains(&path), &mut found);
        found.into_iter().map(|finding| format!("{}: {}", finding.place.path, finding.message)).collect()
    }

    #[test]
    fn two_names_that_are_one_elsewhere_are_both_told_with_the_other_and_a_folder_once() {
        assert_eq!(
            said(&["Guide/a.png", "Guide/b.png", "guide/a.png", "guide/c.png"]),
            [
                "content/Guide/a.png: `Guide` and `guide`, from `content/guide/a.png`, are one name on macOS and Windows",
                "content/guide/a.png: `guide` and `Guide`, from `content/Guide/a.png`, are one name on macOS and Windows",
            ]
        );
        assert_eq!(
            said(&["caf\u{e9}.png", "cafe\u{301}.png"]),
            [
                "content/cafe\u{301}.png: `cafe\u{301}.png` and `caf\u{e9}.png`, from `content/caf\u{e9}.png`, are one name on macOS",
                "content/caf\u{e9}.png: `caf\u{e9}.png` and `cafe\u{301}.png`, from `content/cafe\u{301}.png`, are one name on macOS",
            ]
        );
        assert_eq!(said(&["A.png", "a-b.png", "b/A.png", "c/a.png"]), Vec::<String>::new());
    }

    #[test]
    fn a_name_that_is_the_builds_own_elsewhere_is_told_once() {
        let own = |place: &str, path: &str, same: &str| {
            format!("content/{place}: `{path}` and `{same}`, from the build itself, are one name on macOS and Windows")
        };
        assert_eq!(said(&["Assets/a.css", "Assets/b.css"]), [own("Assets/a.css", "Assets", "assets")]);
        assert_eq!(said(&["Calendar/index.html"]), [own("Calendar/index.html", "Calendar", "calendar")]);
        assert_eq!(said(&["STATUS.json", "Status.json"]).len(), 2);
    }

    #[test]
    fn a_name_too_long_is_told_by_itself() {
        let long = "\u{e9}".repeat(127);
        assert_eq!(said(&[&format!("{long}/a.png")]), [format!("content/{long}/a.png: this would be published under a name of 254 bytes")]);
        assert_eq!(said(&[&"a".repeat(LONGEST_NAME)]), Vec::<String>::new());
    }
}
