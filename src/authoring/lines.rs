//! Which lines of a file a change removes and adds. Not done here: what they mean, showing them.

/// Lines that follow each other and are all replaced.
#[derive(Debug, PartialEq, Eq)]
pub struct Hunk<'t> {
    /// The first line, counted from 1 in the text after the change.
    pub line: usize,
    /// Lines that went.
    pub removed: Vec<&'t str>,
    /// Lines that came.
    pub added: Vec<&'t str>,
}

/// The runs of changed lines, in order.
pub fn hunks<'t>(before: &'t str, after: &'t str) -> Vec<Hunk<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = old.iter().zip(&new).take_while(same).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let common = common(old, new);
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    let (mut from, mut to) = (0, 0);
    // The end of both counts as common, so that what stands before it is told too.
    for (old_end, new_end) in common.into_iter().chain([(old.len(), new.len())]) {
        if from < old_end || to < new_end {
            hunks.push(Hunk { line: head + to + 1, removed: old[from..old_end].to_vec(), added: new[to..new_end].to_vec() });
        }
        (from, to) = (old_end + 1, new_end + 1);
    }
    hunks
}

/// The longest run of lines that both have in this order, as pairs of indices. An edit is small, so that the square of it is too.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut length = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            length[i][j] = if one == other { length[i + 1][j + 1] + 1 } else { length[i + 1][j].max(length[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> Vec<(usize, String, String)> {
        hunks(before, after).into_iter().map(|hunk| (hunk.line, hunk.removed.concat(), hunk.added.concat())).collect()
    }

    #[test]
    fn lines_between_two_changes_are_not_told() {
        assert_eq!(told("a\nb\nc\nd\ne\n", "a\nB\nc\nD\ne\n"), [(2, "b".into(), "B".into()), (4, "d".into(), "D".into())]);
    }

    #[test]
    fn lines_that_come_or_go_are_told_at_their_place() {
        assert_eq!(told("a\nb\n", "a\nx\ny\nb\n"), [(2, String::new(), "xy".into())]);
        assert_eq!(told("a\nx\nb\nc\n", "a\nb\n"), [(2, "x".into(), String::new()), (3, "c".into(), String::new())]);
        assert_eq!(told("", "a\n"), [(1, String::new(), "a".into())]);
        assert_eq!(told("a\n", "a\n"), []);
    }
}
