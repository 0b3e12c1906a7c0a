//! What a guardrail says of its measurements on a day (domain section 3). Not done here: what follows from that for the wave.

use super::WrittenWave;
use crate::calendar::Date;
use crate::document::front::{Guardrail, Measurement};
use crate::locale::{Locale, Value};

/// What a guardrail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The latest measurement holds.
    Pass,
    /// It holds the target and not the stricter bound.
    Warn,
    /// It does not hold.
    Fail,
    /// There are too few measurements since the wave started to say; never a pass.
    Inconclusive,
}

impl Verdict {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
            Verdict::Inconclusive => "inconclusive",
        }
    }
}

/// A guardrail with its measurements since the wave started.
#[derive(Debug)]
pub struct GuardrailStatus<'a> {
    /// The guardrail.
    pub guardrail: &'a Guardrail,
    /// What it says.
    pub verdict: Verdict,
    /// The measurements since the wave started, by date; of two on one day the one written later comes later.
    pub measured: Vec<&'a Measurement>,
}

impl<'a> GuardrailStatus<'a> {
    /// The measurement that counts.
    pub fn latest(&self) -> Option<&'a Measurement> {
        self.measured.last().copied()
    }

    /// The bound that the latest measurement does not hold. `None` unless it fails or warns.
    pub fn shortfall(&self) -> Option<Shortfall<'a>> {
        let (front, latest) = (self.guardrail, self.latest()?);
        let bound = match self.verdict {
            Verdict::Fail => front.target,
            Verdict::Warn => front.warn.as_ref()?.value,
            Verdict::Pass | Verdict::Inconclusive => return None,
        };
        Some(Shortfall { guardrail: front, latest, bound })
    }

    /// What is missing: "Errors has 1 of 2 measurements". `None` unless it is inconclusive.
    pub fn silence(&self, locale: &Locale) -> Option<String> {
        if self.verdict != Verdict::Inconclusive {
            return None;
        }
        let (metric, least) = (self.guardrail.metric.as_str(), self.guardrail.min_samples.max(1));
        Some(match self.measured.len() {
            0 => locale.with("need-guardrail-unmeasured", &[("metric", metric.into()), ("least", least.into())]),
            samples => {
                let values = [("metric", metric.into()), ("samples", samples.into()), ("least", least.into())];
                locale.with("need-guardrail-too-few", &values)
            }
        })
    }
}

/// A measurement that does not hold a bound: "Errors is 7 % on 9 June 2026, not ≤ 5 %".
#[derive(Debug, Clone, Copy)]
pub struct Shortfall<'a> {
    guardrail: &'a Guardrail,
    latest: &'a Measurement,
    bound: f64,
}

impl<'a> Shortfall<'a> {
    /// What a message says of it: `metric`, `value`, `date` and `bound`.
    pub fn values(self, locale: &Locale) -> [(&'static str, Value<'a>); 4] {
        let Shortfall { guardrail, latest, bound } = self;
        [
            ("metric", guardrail.metric.as_str().into()),
            ("value", guardrail.with_unit(locale.number(latest.value)).into()),
            ("date", locale.date(latest.date.value).into()),
            ("bound", guardrail.bound(locale.number(bound)).into()),
        ]
    }
}

/// Domain section 3: the latest measurement since the wave's start counts; fewer than `min_samples` say nothing. What is dated after `on` is
/// not known on that day.
pub fn judge<'a>(guardrail: &'a Guardrail, written: Option<WrittenWave<'a>>, started: Option<Date>, on: Date) -> GuardrailStatus<'a> {
    let counts = |entry: &&'a Measurement| {
        let day = entry.date.value;
        entry.guardrail.value == guardrail.id.value && day <= on && started.is_some_and(|started| day >= started)
    };
    let mut measured: Vec<&'a Measurement> =
        written.map(|wave| wave.state.measurements.iter().filter(counts).collect()).unwrap_or_default();
    measured.sort_by_key(|entry| entry.date.value);
    let verdict = match measured.last() {
        Some(latest) if measured.len() as i64 >= guardrail.min_samples => verdict(guardrail, latest.value),
        _ => Verdict::Inconclusive,
    };
    GuardrailStatus { guardrail, verdict, measured }
}

/// What a guardrail says of one value; never inconclusive.
pub fn verdict(guardrail: &Guardrail, value: f64) -> Verdict {
    match &guardrail.warn {
        _ if !guardrail.holds(value, guardrail.target) => Verdict::Fail,
        Some(warn) if !guardrail.holds(value, warn.value) => Verdict::Warn,
        _ => Verdict::Pass,
    }
}
