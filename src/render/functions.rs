//! What templates may call beyond Tera's own filters. All of it is pure: formats what it is given and looks nothing up.

use tera::{Kwargs, State, Tera};

/// Registers every filter and function; must run before templates are added.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("percent", percent);
}

/// `{{ 30 | percent }}` → "30 %", with the narrow no-break space that typography wants there.
fn percent(value: u64, _: Kwargs, _: &State) -> String {
    format!("{value}\u{202f}%")
}
