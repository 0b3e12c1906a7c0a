//! A view and a theme → bytes. Not done here: what the view says.

mod site;
mod theme;

pub use site::Site;
pub use theme::{Fingerprint, Theme, assets};
