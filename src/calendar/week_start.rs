//! On which day a week begins where a language is spoken. Not done here: which weekdays are worked, and the numbers of weeks, which are those
//! of ISO 8601 everywhere.

use super::weekdays::Weekday;

/// Regions whose weeks do not begin on a Monday, by `weekData/firstDay` of Unicode CLDR, release 48; Monday is its value for the world (001).
const REGIONS: [(Weekday, &[&str]); 3] = [
    (Weekday::Friday, &["MV"]),
    (Weekday::Saturday, &["AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"]),
    (
        Weekday::Sunday,
        &[
            "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK", "HN", "ID", "IL", "IN", "IS",
            "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ", "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PT", "PY",
            "SA", "SG", "SV", "TH", "TT", "TW", "UM", "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
        ],
    ),
];

/// Languages that are spoken almost only where weeks begin on that day: the regions that CLDR takes to be meant by the language alone
/// (`likelySubtags`), where no other large one disagrees. English and Arabic are spoken in too many to tell.
const LANGUAGES: [(Weekday, &[&str]); 3] = [
    (Weekday::Friday, &["dv"]),
    (Weekday::Saturday, &["fa"]),
    (
        Weekday::Sunday,
        &[
            "am", "bn", "dz", "fil", "gu", "he", "hi", "id", "is", "ja", "km", "kn", "ko", "lo", "ml", "mr", "mt", "my", "ne", "pa", "pt",
            "ta", "te", "th", "ur",
        ],
    ),
];

/// The first day of the week for a language tag (BCP 47): that of its region, else that of the language where it is spoken almost only in
/// regions that agree, else Monday (ISO 8601).
pub fn week_start(language: &str) -> Weekday {
    let mut subtags = language.split('-');
    let spoken = subtags.next().unwrap_or_default().to_ascii_lowercase();
    // A single letter begins an extension, in which nothing is a region any more.
    let is_region = |subtag: &&str| subtag.len() == 2 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let region = subtags.take_while(|subtag| subtag.len() > 1).find(is_region).map(str::to_ascii_uppercase);
    let named = |table: &[(Weekday, &[&str])], name: &str| table.iter().find(|(_, names)| names.contains(&name)).map(|(day, _)| *day);
    let found = match &region {
        Some(region) => named(&REGIONS, region),
        None => named(&LANGUAGES, &spoken),
    };
    found.unwrap_or(Weekday::Monday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_decides_then_a_language_of_one_region_then_iso_8601() {
        let cases = [
            (Weekday::Monday, "en de de-AT en-GB en-AE fr zh zh-Hans-CN es ar vi ta-LK en-Latn xx not-a-language-en"),
            (Weekday::Sunday, "en-US fr-CA es-MX pt-BR pt hi he-IL he ja ko zh-Hant-TW ar-SA EN-us"),
            (Weekday::Saturday, "fa fa-IR ar-EG ar-DZ"),
            (Weekday::Friday, "dv dv-MV"),
            (Weekday::Monday, "en-x-us de-u-co-us"),
        ];
        for (day, tags) in cases {
            for tag in tags.split(' ') {
                assert_eq!(week_start(tag), day, "{tag}");
            }
        }
    }

    #[test]
    fn each_region_and_language_is_listed_once() {
        let mut all: Vec<&str> = REGIONS.iter().chain(&LANGUAGES).flat_map(|(_, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!((all.len(), count), (71 + 27, 71 + 27));
    }
}
