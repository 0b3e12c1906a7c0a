//! The closed set of rules behind a status, and what a reason is. Not done here: applying them.

use serde::Serialize;

use super::Status;
use crate::diagnostic::Span;
use crate::path::SourcePath;

macro_rules! rules {
    ($($status:ident { $($rule:ident = $name:literal : $doc:literal),* $(,)? })*) => {
        /// Why a status is what it is. In the order of this list, which is that of domain section 5.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum Rule {
            $($(
                #[doc = $doc]
                #[serde(rename = $name)]
                $rule,
            )*)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$($(Rule::$rule),*),*];

            /// Its name in data.
            pub fn name(self) -> &'static str {
                match self { $($(Rule::$rule => $name),*),* }
            }

            /// The status that it leads to.
            pub fn status(self) -> Status {
                match self { $($(Rule::$rule => Status::$status),*),* }
            }
        }
    };
}

rules! {
    Killed { Killed = "killed": "The gate decided `kill`." }
    Complete { Complete = "complete": "Every must resolved, every wave promoted, the gate passed." }
    Blocked {
        MustBlocked = "must-blocked": "A must is blocked.",
        DependencyOverdue = "dependency-overdue": "A must waits for an item that is overdue.",
        GateHold = "gate-hold": "The gate decided `hold`.",
        WaveStopped = "wave-stopped": "A started wave was held or rolled back.",
        GuardrailFail = "guardrail-fail": "A guardrail fails.",
    }
    Late {
        WindowOver = "window-over": "The window is over and the stage is not complete.",
        MustOverdue = "must-overdue": "A must is past its due.",
        ConditionOverdue = "condition-overdue": "A condition of a decision is past its due.",
        WaveOverdue = "wave-overdue": "A wave should have started.",
        Reopened = "reopened": "A must of a completed stage came open again.",
    }
    AtRisk {
        Behind = "behind": "Progress is further behind the plan than the book allows.",
        NoOwner = "no-owner": "A must is due soon and has no owner.",
        Expiring = "expiring": "A waiver or needed evidence expires soon.",
        GateSkipped = "gate-skipped": "An earlier gate has no go and its window is over.",
        Exposure = "exposure": "A cause on the way out of this stage is critical.",
        GuardrailWarn = "guardrail-warn": "A guardrail warns.",
        WaveUndecided = "wave-undecided": "A wave's bake is over and nothing is decided.",
        Stale = "stale": "Nothing dated was written for too long.",
    }
    OnTrack { GateOpen = "gate-open": "All is done and the gate waits for its decision." }
}

/// One reason for a status.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    /// The rule.
    pub rule: Rule,
    /// The item, wave or cause that it is about: `stage/item`, `cause:id`; `None` when it is the stage itself.
    pub item: Option<String>,
    /// The numbers behind it, by name.
    pub numbers: Vec<(&'static str, i64)>,
    /// One sentence without a full stop.
    pub text: String,
    /// What would clear it, one sentence without a full stop.
    pub clear: String,
    /// Where it is written, if anywhere.
    pub place: Option<Place>,
}

/// A place in the sources.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// The bytes that are meant.
    pub span: Span,
}

impl Reason {
    /// A reason about a whole stage.
    pub(super) fn new(rule: Rule, text: impl Into<String>, clear: impl Into<String>) -> Self {
        Self { rule, item: None, numbers: Vec::new(), text: text.into(), clear: clear.into(), place: None }
    }

    pub(super) fn item(mut self, item: impl Into<String>) -> Self {
        self.item = Some(item.into());
        self
    }

    pub(super) fn numbers(mut self, numbers: &[(&'static str, i64)]) -> Self {
        self.numbers = numbers.to_vec();
        self
    }

    pub(super) fn place(mut self, path: &SourcePath, span: Span) -> Self {
        self.place = Some(Place { path: path.clone(), span });
        self
    }
}
