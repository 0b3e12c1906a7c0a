//! A view and a theme → bytes. Not done here: what the view says.

mod functions;
mod site;
mod theme;

pub use site::Site;
pub use theme::{Fingerprint, Theme, assets};
