//! Days as people say them: "10 Jul, in 39 days". Not done here: which day.

use rollbook::calendar::{Date, parse_date, short_month_name};
use rollbook::playbook::words::away;

/// "10 Jul", with the year where it is not that of as_of.
pub(crate) fn day(date: Date, as_of: Date) -> String {
    let month = short_month_name(date);
    if date.year() == as_of.year() { format!("{} {month}", date.day()) } else { format!("{} {month} {}", date.day(), date.year()) }
}

/// "10 Jul, in 39 days".
pub(crate) fn day_away(date: Date, as_of: Date) -> String {
    format!("{}, {}", day(date, as_of), away(as_of, date))
}

/// "2026-04-05 to 2026-07-04", "from 2026-06-05, open" or "unscheduled", from a start and an exclusive end as status.json has them.
pub(crate) fn window(start: Option<&str>, end: Option<&str>) -> String {
    let last = end.and_then(parse_date).and_then(|end| end.yesterday().ok());
    match (start, last) {
        (None, _) => "unscheduled".to_owned(),
        (Some(start), None) => format!("from {start}, open"),
        (Some(start), Some(last)) => format!("{start} to {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_with_its_distance() {
        let said = |date: &str| day_away(parse_date(date).unwrap(), parse_date("2026-06-01").unwrap());
        assert_eq!(said("2026-07-10"), "10 Jul, in 39 days");
        assert_eq!(said("2026-06-01"), "1 Jun, today");
        assert_eq!(said("2026-05-31"), "31 May, 1 day ago");
        assert_eq!(said("2027-01-08"), "8 Jan 2027, in 221 days");
    }

    #[test]
    fn a_window_says_its_last_day() {
        assert_eq!(window(Some("2026-04-05"), Some("2026-07-05")), "2026-04-05 to 2026-07-04");
        assert_eq!(window(Some("2026-06-05"), None), "from 2026-06-05, open");
        assert_eq!(window(None, None), "unscheduled");
    }
}
