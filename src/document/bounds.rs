//! Bounds of a guardrail that contradict each other. Not done here: comparing them with measurements.

use super::front::Guardrail;
use crate::diagnostic::{Code, Diagnostic};
use crate::path::SourcePath;

/// A bound that warns is stricter than the target: else no value can hold the one and not the other.
pub(super) fn warns_never(path: &SourcePath, guardrail: &Guardrail) -> Option<Diagnostic> {
    let (warn, target) = (guardrail.warn.as_ref()?, guardrail.target);
    if warn.value != target && guardrail.holds(warn.value, target) {
        return None;
    }
    let message =
        format!("`{}` can never warn: {} is no stricter than the target {} {target}", guardrail.id.value, warn.value, guardrail.op);
    let stricter = if guardrail.op.starts_with('<') { "below" } else { "above" };
    let help = format!("write a bound {stricter} {target}, or leave `warn` out");
    Some(Diagnostic::new(Code::BadValue, path, warn.span, message).help(help))
}
