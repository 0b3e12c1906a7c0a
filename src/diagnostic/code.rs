//! The closed set of finding codes, with their default severity and, from `codes/<code>.md`, what users read about them. Not done here: finding
//! anything, or laying out the text.

use serde::{Deserialize, Serialize};

use super::Severity;

/// The headings in the documentation of every code, in order.
pub const SECTIONS: [&str; 3] = ["Why it matters", "Example", "How to fix it"];

macro_rules! codes {
    ($($severity:ident by_date $by_date:literal { $($variant:ident = $name:literal),* $(,)? })*) => {
        /// The rule behind a finding. Its name is what `[checks]`, `allow` and every printer use.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(
                #[doc = include_str!(concat!("codes/", $name, ".md"))]
                #[serde(rename = $name)]
                $variant,
            )*)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$($(Code::$variant),*),*];

            /// The name that users see and type.
            pub fn name(self) -> &'static str {
                match self { $($(Code::$variant => $name),*),* }
            }

            /// What users read about it, in Markdown: a sentence that says what it is, then the sections [`SECTIONS`]. An example is a whole book
            /// as [`crate::source::Sources::from_fixture`] reads it; a book in the last section holds the files of it that change.
            pub fn documentation(self) -> &'static str {
                match self { $($(Code::$variant => include_str!(concat!("codes/", $name, ".md"))),*),* }
            }

            /// What it is without any configuration.
            pub fn severity(self) -> Severity {
                match self { $($(Code::$variant => Severity::$severity),*),* }
            }

            /// True when it can appear or vanish because a day has passed, without an edit.
            pub fn by_date(self) -> bool {
                match self { $($(Code::$variant => $by_date),*),* }
            }
        }
    };
}

codes! {
    Error by_date false {
        FrontMatterSyntax = "front-matter-syntax",
        MergeConflict = "merge-conflict",
        UnknownKey = "unknown-key",
        DuplicateKey = "duplicate-key",
        BadValue = "bad-value",
        BadDate = "bad-date",
        BadWindow = "bad-window",
        DuplicateId = "duplicate-id",
        UnknownRef = "unknown-ref",
        StateIncomplete = "state-incomplete",
        NaNotAllowed = "na-not-allowed",
        DependencyCycle = "dependency-cycle",
        DependencyLaterStage = "dependency-later-stage",
        WaveNotIncreasing = "wave-not-increasing",
        WaveLastNot100 = "wave-last-not-100",
        StateInPlaybook = "state-in-playbook",
        OrphanItemState = "orphan-item-state",
        MarkdownSyntax = "markdown-syntax",
        BrokenLink = "broken-link",
        BrokenAnchor = "broken-anchor",
        UnsafeLink = "unsafe-link",
        OutputCollision = "output-collision",
        NameTooLong = "name-too-long",
        Template = "template",
        LocaleSyntax = "locale-syntax",
        UnreadableFile = "unreadable-file",
    }
    Warning by_date false {
        WindowOverlap = "window-overlap",
        WindowGap = "window-gap",
        EmptyStage = "empty-stage",
        NoMustItem = "no-must-item",
        CauseUnguarded = "cause-unguarded",
        CauseTransitionMismatch = "cause-transition-mismatch",
        PracticeUnused = "practice-unused",
        GateDecidedWithOpenMusts = "gate-decided-with-open-musts",
        WavePromotedWithoutPass = "wave-promoted-without-pass",
        WaveAhead = "wave-ahead",
        WaveNotStarted = "wave-not-started",
        WaveNoRollback = "wave-no-rollback",
        WaveInFreeze = "wave-in-freeze",
        WaveOnDayOff = "wave-on-day-off",
        NoStart = "no-start",
        UnknownLanguage = "unknown-language",
        MissingWord = "missing-word",
        UnknownWord = "unknown-word",
        UnusedComponent = "unused-component",
        MisnamedFile = "misnamed-file",
        UnportableName = "unportable-name",
        UnusedAllow = "unused-allow",
        ExternalLink = "external-link",
    }
    Warning by_date true {
        WaiverExpired = "waiver-expired",
        EvidenceMissing = "evidence-missing",
        EvidenceExpired = "evidence-expired",
        DatedInFuture = "dated-in-future",
        GateSkipped = "gate-skipped",
        StatusContradiction = "status-contradiction",
    }
}

impl Code {
    /// What it is, in one sentence: the first line of its documentation.
    pub fn summary(self) -> &'static str {
        self.documentation().lines().next().unwrap_or_default()
    }

    /// True when `[checks]` and `allow` may change it: what is an error by nature would publish something broken.
    pub fn is_configurable(self) -> bool {
        self.severity() == Severity::Warning
    }

    /// The code with that name.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}
