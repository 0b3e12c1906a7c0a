//! Numbers for pages that stay when other pages come and go: from a hash of the address, in twice to four times as many places as there are pages. Not
//! done here: what is written by these numbers.

use crate::path::OutputPath;

/// The number of each page, in the order of `pages`, and how many places there are.
pub(super) fn slots<'p>(pages: impl ExactSizeIterator<Item = &'p OutputPath>) -> (Vec<u32>, u32) {
    let places = u32::try_from(pages.len().max(64) * 2).unwrap_or(1 << 31).next_power_of_two();
    let home = |page: &OutputPath| {
        let hash = blake3::hash(page.as_str().as_bytes());
        let bytes: [u8; 4] = std::array::from_fn(|n| hash.as_bytes()[n]);
        u32::from_le_bytes(bytes) & (places - 1)
    };
    let mut homes: Vec<(u32, usize)> = pages.enumerate().map(|(index, page)| (home(page), index)).collect();
    homes.sort_unstable();
    let mut slots = vec![0; homes.len()];
    let mut free = 0;
    for (home, index) in homes {
        slots[index] = free.max(home);
        free = slots[index] + 1;
    }
    (slots, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(count: usize, without: Option<usize>) -> Vec<(String, u32)> {
        let paths: Vec<OutputPath> =
            (0..count).filter(|n| Some(*n) != without).map(|n| OutputPath::new(format!("projects/p{n:05}/index.html"))).collect();
        let (slots, _) = slots(paths.iter());
        paths.iter().map(ToString::to_string).zip(slots).collect()
    }

    #[test]
    fn no_two_pages_have_one_number_and_few_change_theirs_when_one_goes() {
        let all = numbered(1000, None);
        let mut numbers: Vec<u32> = all.iter().map(|(_, slot)| *slot).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 1000);
        assert!(numbers[999] < 2048 + 100);
        for gone in [0, 500, 999] {
            let less = numbered(1000, Some(gone));
            let moved = less.iter().filter(|page| !all.contains(page)).count();
            assert!(moved < 10, "{moved} pages have another number");
        }
    }
}
