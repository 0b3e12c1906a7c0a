//! Words that findings, pages and the terminal have in common. Not done here: the sentences that they stand in.

use std::fmt::Display;

/// A number of things whose plural ends in "s": "1 day", "14 days".
pub fn count<N: Copy + Display + PartialEq + From<u8>>(n: N, thing: &str) -> String {
    let plural = if n == N::from(1) { "" } else { "s" };
    format!("{n} {thing}{plural}")
}
