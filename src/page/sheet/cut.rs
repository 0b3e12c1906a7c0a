//! Texts and lists cut to what has room on paper. Not done here: how much that is.

/// The text with at most so many characters, the last of them `…` where something is missing; cut between words where one ends near by. A letter
/// of East Asia, which is as wide as two others, counts as two.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = text.trim();
    let (mut used, mut end) = (0, 0);
    for (at, c) in text.char_indices() {
        if used < most {
            end = at;
        }
        used += width_of(c);
    }
    if used <= most {
        return text.to_owned();
    }
    let kept = &text[..end];
    let within_word = text[end..].starts_with(char::is_alphanumeric);
    let space = || kept.char_indices().rev().take(16).find(|(_, c)| c.is_whitespace());
    let near = within_word.then(space).flatten().map_or(end, |(at, _)| at);
    format!("{}…", kept[..near].trim_end_matches(|c: char| c.is_whitespace() || ",;:–-".contains(c)))
}

fn width_of(c: char) -> usize {
    if c >= '\u{1100}' && !('\u{2000}'..='\u{20ff}').contains(&c) { 2 } else { 1 }
}

/// The first of a list as long as their texts have room together, but one at least; and how many more there are.
pub(super) fn fitting<T>(list: Vec<T>, room: usize, texts: impl Fn(&T) -> Vec<&str>) -> (Vec<T>, usize) {
    let ends = list.iter().scan(0, |used, entry| {
        *used += texts(entry).iter().flat_map(|text| text.chars()).map(width_of).sum::<usize>();
        Some(*used)
    });
    let most = ends.take_while(|end| *end <= room).count().max(1);
    first(list, most)
}

/// The first of a list, and how many more there are.
pub(super) fn first<T>(list: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = list.len().saturating_sub(most);
    (list.into_iter().take(most).collect(), more)
}

/// So many of a list around the place where things are now, that one the second of them where it can be; how many are before and after.
pub(super) fn around<T>(list: Vec<T>, now: Option<usize>, most: usize) -> (Vec<T>, usize, usize) {
    let count = list.len();
    let start = now.unwrap_or(count).saturating_sub(1).min(count.saturating_sub(most));
    let after = count.saturating_sub(start + most);
    (list.into_iter().skip(start).take(most).collect(), start, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words_and_never_longer_than_it_may_be() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("a few words, and more", 12), "a few words…");
        assert_eq!(cut("ein-sehr-langes-wort-ohne-luecke", 12), "ein-sehr-la…");
        assert_eq!(cut("äöüäöü äöü", 8), "äöüäöü…");
        assert_eq!(cut(&"x".repeat(500), 100).chars().count(), 100);
        assert_eq!([cut("全社展開の手引き", 16), cut("全社展開の手引き", 9)], ["全社展開の手引き", "全社展開…"]);
    }

    #[test]
    fn a_list_is_cut_around_what_is_now() {
        let list = || (1..=9).collect::<Vec<_>>();
        assert_eq!(around(list(), Some(4), 4), (vec![4, 5, 6, 7], 3, 2));
        assert_eq!(around(list(), Some(0), 4), (vec![1, 2, 3, 4], 0, 5));
        assert_eq!(around(list(), Some(8), 4), (vec![6, 7, 8, 9], 5, 0));
        assert_eq!(around(list(), None, 4), (vec![6, 7, 8, 9], 5, 0));
        assert_eq!(around(vec![1, 2], Some(1), 4), (vec![1, 2], 0, 0));
        assert_eq!(first(list(), 3), (vec![1, 2, 3], 6));
    }

    #[test]
    fn a_list_is_as_long_as_its_texts_have_room() {
        let list = || vec!["four", "five", "三"];
        let fits = |room| fitting(list(), room, |text| vec![text]);
        assert_eq!([fits(10), fits(9), fits(2)], [(list(), 0), (vec!["four", "five"], 1), (vec!["four"], 2)]);
    }
}
