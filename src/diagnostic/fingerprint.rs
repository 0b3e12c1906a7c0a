//! A name for each finding that stays the same while its file is edited elsewhere, by which hosts tell an old finding from a new one. Not done
//! here: printing.

use std::collections::HashMap;

use super::position::Located;

/// 32 hexadecimal digits for each finding, all different: a hash of code, path and message, not of the place. Equal findings of one file are told
/// apart by their order.
pub(super) fn fingerprints(findings: &[Located<'_>]) -> Vec<String> {
    let mut seen: HashMap<blake3::Hash, u64> = HashMap::new();
    let fingerprint = |found: &Located<'_>| {
        let diagnostic = found.diagnostic;
        let words = [diagnostic.code.name(), diagnostic.place.path.as_str(), &diagnostic.message].join("\0");
        let same = blake3::hash(words.as_bytes());
        let number = seen.entry(same).or_insert(0);
        *number += 1;
        let hash = if *number == 1 { same } else { blake3::hash(format!("{words}\0{number}").as_bytes()) };
        hash.to_hex()[..32].to_owned()
    };
    findings.iter().map(fingerprint).collect()
}
