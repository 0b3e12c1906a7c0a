//! The closed set of finding codes, with their default severity. Not done here: finding anything.

use serde::Serialize;

use super::Severity;

macro_rules! codes {
    ($($severity:ident by_date $by_date:literal { $($variant:ident = $name:literal : $doc:literal),* $(,)? })*) => {
        /// The rule behind a finding. Its name is what `[checks]`, `allow` and every printer use.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum Code {
            $($(
                #[doc = $doc]
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

            /// What it is without any configuration.
            pub fn severity(self) -> Severity {
                match self { $($(Code::$variant => Severity::$severity),*),* }
            }

            /// What it is, in one sentence.
            pub fn summary(self) -> &'static str {
                match self { $($(Code::$variant => $doc),*),* }
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
        FrontMatterSyntax = "front-matter-syntax": "The front matter or `book.toml` is not valid YAML or TOML, or is not closed.",
        MergeConflict = "merge-conflict": "A conflict that git could not merge, left in the file.",
        UnknownKey = "unknown-key": "A key that this kind of file does not have.",
        DuplicateKey = "duplicate-key": "The same key twice in one place, or the same state in two files.",
        BadValue = "bad-value": "A value of the wrong type, outside its range, or missing.",
        BadDate = "bad-date": "Not a calendar date `YYYY-MM-DD`, or not a due date.",
        BadWindow = "bad-window": "A stage window that can't be read, or that waits for itself.",
        DuplicateId = "duplicate-id": "An id that is empty or already taken.",
        UnknownRef = "unknown-ref": "A reference to an id that does not exist, or that could mean two things.",
        StateIncomplete = "state-incomplete": "An item's state without a key that this state requires.",
        NaNotAllowed = "na-not-allowed": "`na` on an item that does not allow it.",
        DependencyCycle = "dependency-cycle": "Items that wait for each other.",
        DependencyLaterStage = "dependency-later-stage": "An item that waits for a later stage.",
        WaveNotIncreasing = "wave-not-increasing": "Wave percents that do not grow.",
        WaveLastNot100 = "wave-last-not-100": "A last wave that does not reach everyone.",
        StateInPlaybook = "state-in-playbook": "State in a stage file of a book that has projects.",
        OrphanItemState = "orphan-item-state": "State of an item or wave that the stage does not have.",
        BrokenLink = "broken-link": "A link to a file that does not exist.",
        BrokenAnchor = "broken-anchor": "A link to a heading or item that the page does not have.",
        UnsafeLink = "unsafe-link": "An address with a scheme that can run code.",
        OutputCollision = "output-collision": "Two sources that would be published at the same place.",
        Template = "template": "A template that can't be read or rendered.",
        UnreadableFile = "unreadable-file": "A file that can't be read, is not UTF-8, or lies outside the book.",
    }
    Warning by_date false {
        WindowOverlap = "window-overlap": "Neighbouring stages overlap, and the book warns of it.",
        WindowGap = "window-gap": "Days between neighbouring stages that belong to none.",
        EmptyStage = "empty-stage": "A stage without checklist and waves.",
        NoMustItem = "no-must-item": "A checklist whose items are all optional.",
        CauseUnguarded = "cause-unguarded": "A cause that no item guards against.",
        CauseTransitionMismatch = "cause-transition-mismatch": "A cause whose guard stands after the transition it kills.",
        PracticeUnused = "practice-unused": "A practice that no cause, stage or item uses.",
        GateDecidedWithOpenMusts = "gate-decided-with-open-musts": "A go on a gate whose musts were not all resolved.",
        WavePromotedWithoutPass = "wave-promoted-without-pass": "A wave continued over a guardrail that did not pass.",
        WaveNoRollback = "wave-no-rollback": "A wave without a way back.",
        WaveInFreeze = "wave-in-freeze": "A wave started during a freeze.",
        NoStart = "no-start": "A project without a start: its relative dates are unscheduled.",
        UnknownLanguage = "unknown-language": "A code block in a language that can't be highlighted.",
        UnusedAllow = "unused-allow": "An `allow` that silences nothing.",
        ExternalLink = "external-link": "An address outside the book that does not answer as a page should.",
    }
    Warning by_date true {
        WaiverExpired = "waiver-expired": "A waiver past its last day.",
        EvidenceMissing = "evidence-missing": "An item ticked without the evidence it requires.",
        EvidenceExpired = "evidence-expired": "An item whose evidence has expired.",
        DatedInFuture = "dated-in-future": "A record dated after as_of; it is not true yet and is left out.",
        GateSkipped = "gate-skipped": "A later stage was begun without a go on an earlier gate.",
        StatusContradiction = "status-contradiction": "An author's status that the records contradict.",
    }
}

impl Code {
    /// The code with that name.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}
