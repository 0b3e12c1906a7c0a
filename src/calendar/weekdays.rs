//! A set of weekdays. Not done here: which are worked on ([`Workdays`](super::Workdays)).

/// A day of the week.
pub type Weekday = jiff::civil::Weekday;

const NAMES: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Some of the seven weekdays; bit 0 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WeekdaySet(u8);

impl WeekdaySet {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Monday to Friday: the default of `[calendar] workdays`.
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);
    /// Friday alone: the default of `[calendar] avoid_weekdays`.
    pub const FRIDAY: Self = Self(0b001_0000);

    /// The English name of a weekday, as it is written in a sentence: "Friday".
    pub fn name_of(day: Weekday) -> &'static str {
        match day {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        }
    }

    /// Reads the English name of a weekday, in full or its first three letters, in either case.
    pub fn parse_weekday(text: &str) -> Option<Weekday> {
        let word = text.trim().to_ascii_lowercase();
        NAMES.iter().find(|(name, _)| *name == word || (word.len() == 3 && name.starts_with(&word))).map(|(_, day)| *day)
    }

    /// Whether `day` is in it.
    pub fn contains(self, day: Weekday) -> bool {
        self.contains_offset(day.to_monday_zero_offset())
    }

    /// Whether no day is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many days are in it, 0 to 7.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The days in it, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        NAMES.into_iter().map(|(_, day)| day).filter(move |day| self.contains(*day))
    }

    /// Its days that are not in `other`.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the day so many days after a Monday is in it.
    pub(super) fn contains_offset(self, days_after_monday: i8) -> bool {
        self.0 & (1 << days_after_monday.rem_euclid(7)) != 0
    }
}

impl FromIterator<Weekday> for WeekdaySet {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | 1 << day.to_monday_zero_offset()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let set: WeekdaySet = [Weekday::Sunday, Weekday::Monday, Weekday::Monday].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Weekday::Monday, Weekday::Sunday]);
        assert_eq!((set.len(), set.is_empty(), WeekdaySet::NONE.is_empty()), (2, false, true));
        assert_eq!(WeekdaySet::MONDAY_TO_FRIDAY.without(WeekdaySet::FRIDAY).len(), 4);
        assert_eq!(WeekdaySet::FRIDAY.iter().collect::<Vec<_>>(), [Weekday::Friday]);
    }

    #[test]
    fn weekdays_are_read_in_full_or_by_three_letters() {
        assert_eq!(WeekdaySet::parse_weekday("Friday"), Some(Weekday::Friday));
        assert_eq!(WeekdaySet::parse_weekday("mon"), Some(Weekday::Monday));
        assert_eq!(["", "f", "frid", "Freitag", "thé"].map(WeekdaySet::parse_weekday), [None; 5]);
    }
}
