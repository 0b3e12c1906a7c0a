//! A view and a theme → bytes. Not done here: what the view says.

#[cfg(test)]
mod contract;
mod fingerprint;
mod functions;
mod grouping;
mod inline;
pub mod parts;
mod sink;
mod site;
mod theme;

pub use fingerprint::{Fingerprint, fingerprint};
pub use sink::{Earlier, Sink};
pub use site::Site;
pub use theme::{BUILT_IN, Need, TEMPLATES, Theme, assets};
