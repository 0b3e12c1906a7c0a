//! What outlives the process, so that the next one need not make it again: highlighted code ([`Cache`]), the files of sites ([`Files`]), and what the last
//! build into each output came to ([`Outputs`]). It is an edge. Not done here: making any of it, or saying what is worth keeping.
//!
//! Nothing is lost with the folder but time. Any number of builds may use it at once: each file in it is written whole, under another name, and renamed. What
//! can't be read or is not what was written is as if it were not there, and is removed. What stands in it goes into the site as it is: checksums find
//! accidents, and who can write there can write what they please.
#![expect(clippy::disallowed_methods, reason = "this is the edge that keeps files between builds")]

mod code;
mod files;
mod last;
mod pack;
mod store;
#[cfg(test)]
mod tests;
mod tidy;

pub use code::{Cache, words};
pub use files::Files;
pub use last::{Last, Outputs};

/// What something is kept under: a hash of all that it is made of.
type Name = [u8; 32];

/// What made it: another program may make something else of the same.
type Edition = [u8; 32];
