//! Addresses and language tags, as far as their form tells. Not done here: asking whether there is such a host or language.

/// Why a text is no address of the web that can stand in a page; `None` when it is one (RFC 3986 section 3, with letters of any script).
pub fn address_fault(text: &str) -> Option<&'static str> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Some("an address begins with https:// or http://");
    };
    if text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c)) {
        return Some("an address has no spaces in it, and none of < > \" { } | \\ ^ `");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    // In brackets an IPv6 address has colons of its own.
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (host, ""),
    };
    let is_named = name.split('.').all(|label| !label.is_empty()) || name.strip_suffix('.').is_some_and(|name| !name.is_empty());
    (!is_named || !port.bytes().all(|byte| byte.is_ascii_digit())).then_some("the name of a host follows https://, such as `example.com`")
}

/// Why an address can't have pages below it; `None` when it can.
pub fn base_fault(text: &str) -> Option<&'static str> {
    address_fault(text)
        .or_else(|| text.contains(['?', '#']).then_some("the addresses of the pages are added to it, so it has no `?` or `#`"))
}

/// True for a tag in the form of BCP 47 (RFC 5646 section 2.1) whose first part is a code of two or three letters, as those of all living languages are.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let is_alpha =
        |part: &str, least: usize, most: usize| (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_any = |part: &str, least: usize| (least..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let starts_with_digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    if !parts.next().is_some_and(|part| is_alpha(part, 2, 3)) {
        return false;
    }
    for _ in 0..3 {
        // A further language, such as `yue` in `zh-yue`.
        parts.next_if(|part| is_alpha(part, 3, 3));
    }
    parts.next_if(|part| is_alpha(part, 4, 4));
    parts.next_if(|part| is_alpha(part, 2, 2) || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())));
    while parts.next_if(|part| is_any(part, 5) || (part.len() == 4 && starts_with_digit(part) && is_any(part, 4))).is_some() {}
    // Extensions, such as `u-ca-buddhist`, and what is agreed in private, `x-…`.
    while let Some(singleton) = parts.next_if(|part| is_any(part, 1) && part.len() == 1) {
        let least = if singleton.eq_ignore_ascii_case("x") { 1 } else { 2 };
        if parts.next_if(|part| is_any(part, least)).is_none() {
            return false;
        }
        while parts.next_if(|part| is_any(part, least)).is_some() {}
    }
    parts.next().is_none()
}

/// The tag that was probably meant, where only its separators are wrong.
pub fn language_meant(text: &str) -> Option<String> {
    // A locale of POSIX names its encoding too: `de_AT.UTF-8`.
    let tag = text.split('.').next().unwrap_or_default().trim().replace(['_', ' '], "-");
    (tag != text && is_language(&tag)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_no_spaces() {
        let right = [
            "https://example.com",
            "http://localhost:8000/",
            "https://user@example.com/a?b=c#d",
            "https://[::1]:80/",
            "https://[::1]/",
            "https://exämple.at/x",
            "https://example.com./",
        ];
        assert_eq!(right.map(address_fault), [None; 7]);
        let wrong = [
            "",
            "example.com",
            "ftp://a",
            "https://",
            "https:///a",
            "https://?a",
            "https://:80",
            "https://exa mple.com",
            "https://a..b",
            "https://a:b/",
            "https://a/\t",
        ];
        for text in wrong {
            assert!(address_fault(text).is_some(), "{text}");
        }
        assert_eq!(
            ["https://a.example/b", "https://a.example/?b", "https://a.example/#b"].map(|text| base_fault(text).is_some()),
            [false, true, true]
        );
    }

    #[test]
    fn a_language_is_a_tag_of_bcp_47() {
        let right = [
            "en",
            "de-AT",
            "DE-at",
            "gsw",
            "zh-Hant-TW",
            "zh-yue-HK",
            "es-419",
            "sl-rozaj-biske",
            "de-CH-1901",
            "th-u-ca-buddhist",
            "en-x-a",
            "de-AT-x-1-2",
        ];
        for text in right {
            assert!(is_language(text), "{text}");
        }
        for text in ["", "e", "english", "de_AT", "de-", "-de", "de-AT-AT", "de-a", "de-x", "en-u", "1e", "de AT", "dé", "de-abcdefghi"] {
            assert!(!is_language(text), "{text}");
        }
        let meant = ["de_AT", "de_AT.UTF-8", "zh Hant", "english", "de-AT"].map(language_meant);
        assert_eq!(meant.map(Option::unwrap_or_default), ["de-AT", "de-AT", "zh-Hant", "", ""]);
    }
}
