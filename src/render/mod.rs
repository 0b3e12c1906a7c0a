//! A view and a theme → bytes. Not done here: what the view says.

#[cfg(test)]
mod contract;
mod functions;
mod grouping;
mod inline;
pub mod parts;
mod site;
mod theme;

pub use site::Site;
pub use theme::{BUILT_IN, Fingerprint, TEMPLATES, Theme, assets};
