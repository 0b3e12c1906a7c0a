//! Dates and times of an iCalendar file (RFC 5545, sections 3.3.4 and 3.3.5), of which the day counts. Not done here: time zones; a holiday is
//! on the day that its author wrote.

use crate::calendar::{Date, day_meant, read_date};

/// A day, and whether it is meant from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day.
    pub(super) day: Date,
    /// True without a time, and at midnight.
    pub(super) from_midnight: bool,
    /// True for a time in UTC, which is on another day elsewhere.
    moment: bool,
}

/// Reads the day of a holiday. The error is what is wrong and how to mend it.
pub(super) fn read_day(text: &str) -> Result<Stamp, (String, String)> {
    let stamp = read(text)?;
    if stamp.moment {
        let help = format!("write the day alone: `;VALUE=DATE:{}`", stamp.day.to_string().replace('-', ""));
        return Err((format!("`{}` is a time in UTC, which is another day elsewhere", text.trim()), help));
    }
    Ok(stamp)
}

/// Reads `20261225`, `20261225T090000` and `20261225T000000Z`, whatever day that is elsewhere.
pub(super) fn read(text: &str) -> Result<Stamp, (String, String)> {
    let text = text.trim();
    let fault = || {
        let help = match day_meant(text) {
            Some(day) => format!("write it as `{}`", day.to_string().replace('-', "")),
            None => "a day is written `YYYYMMDD`, such as `20261225`".to_owned(),
        };
        (format!("`{text}` is not a day"), help)
    };
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let (day, time) = text.split_once(['T', 't']).map_or((text, None), |(day, time)| (day, Some(time)));
    if !digits(day, 8) {
        return Err(fault());
    }
    let day = read_date(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])).map_err(|error| (error.message, error.help))?;
    let Some(time) = time else { return Ok(Stamp { day, from_midnight: true, moment: false }) };
    let clock = time.strip_suffix(['Z', 'z']);
    let from_midnight = clock.unwrap_or(time) == "000000";
    if !digits(clock.unwrap_or(time), 6) {
        return Err(fault());
    }
    Ok(Stamp { day, from_midnight, moment: clock.is_some() && !from_midnight })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_day_counts_whatever_time_is_written() {
        let christmas = |from_midnight| Ok(Stamp { day: date(2026, 12, 25), from_midnight, moment: false });
        assert_eq!(read_day("20261225"), christmas(true));
        assert_eq!((read_day("20261225T000000"), read_day("20261225T000000Z")), (christmas(true), christmas(true)));
        assert_eq!(read_day("20261225T090000"), christmas(false));
        assert_eq!(read("20261225T090000Z").map(|stamp| stamp.day), Ok(date(2026, 12, 25)));
    }

    #[test]
    fn what_is_no_day_says_how_to_write_one() {
        let said = |text: &str| read_day(text).map_err(|(message, help)| format!("{message}; {help}"));
        let cases = [
            ("2026-12-25", "`2026-12-25` is not a day; write it as `20261225`"),
            ("Christmas", "`Christmas` is not a day; a day is written `YYYYMMDD`, such as `20261225`"),
            ("20260230", "there is no day 2026-02-30; 2026-02 has 28 days"),
            ("20261225T9", "`20261225T9` is not a day; write it as `20261225`"),
            (
                "20261224T230000Z",
                "`20261224T230000Z` is a time in UTC, which is another day elsewhere; write the day alone: `;VALUE=DATE:20261224`",
            ),
            ("", "`` is not a day; a day is written `YYYYMMDD`, such as `20261225`"),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), Err(expected.to_owned()), "{text}");
        }
    }
}
