//! A book's own theme: which pieces of the built-in one it may replace, how one is taken out, and whether the original has changed since. Not done
//! here: compiling a theme, or finding what is wrong with it ([`crate::render`]).

pub mod eject;
pub mod piece;
mod stamp;
pub mod state;
#[cfg(test)]
mod tests;
mod tokens;
