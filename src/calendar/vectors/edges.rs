//! Leap days, the turn of the year, and the 53rd week. The days were computed by Python's dateutil and datetime. Tests only.

use super::*;

#[test]
fn starts_at_the_edges_of_months_and_years() {
    let cases = [
        ("2024-02-29", "2024-02-29..2024-03-13 2024-03-14..2024-04-10 2024-03-29..2024-05-28 2024-05-29..2024-08-28 2024-07-29.."),
        ("2023-12-31", "2023-12-31..2024-01-13 2024-01-14..2024-02-10 2024-01-31..2024-03-30 2024-03-31..2024-06-29 2024-05-31.."),
        ("2026-12-14", "2026-12-14..2026-12-27 2026-12-28..2027-01-24 2027-01-14..2027-03-13 2027-03-14..2027-06-13 2027-05-14.."),
        ("2027-12-31", "2027-12-31..2028-01-13 2028-01-14..2028-02-10 2028-01-31..2028-03-30 2028-03-31..2028-06-29 2028-05-31.."),
    ];
    for (start, days) in cases {
        let book = Fixture::new(&DEFAULT, start);
        assert_eq!(book.days().join(" "), days);
        reviews_are_the_last_workdays(&periods(&book.schedule()), &week(Vec::new()));
    }
}

#[test]
fn months_from_a_leap_day_reach_into_years_without_one() {
    let windows = [("a", "Month 12-13"), ("b", "Month 13"), ("c", "Quarter 5"), ("d", "Month 49")];
    let days = ["2025-01-29..2025-03-28", "2025-02-28..2025-03-28", "2025-02-28..2025-05-28", "2028-02-29..2028-03-28"];
    assert_eq!(Fixture::new(&windows, "2024-02-29").days(), days);
}

#[test]
fn weeks_run_on_through_the_53rd_of_a_year() {
    let windows = [("a", "Week 52"), ("b", "Week 53"), ("c", "Week 54")];
    let book = Fixture::new(&windows, "2026-01-05");
    assert_eq!(book.days(), ["2026-12-28..2027-01-03", "2027-01-04..2027-01-10", "2027-01-11..2027-01-17"]);
    let number = |day: Date| (day.iso_week_date().year(), day.iso_week_date().week());
    let numbers: Vec<_> = periods(&book.schedule()).iter().map(|week| (number(week.start), number(week.last_day().unwrap()))).collect();
    assert_eq!(numbers, [((2026, 53), (2026, 53)), ((2027, 1), (2027, 1)), ((2027, 2), (2027, 2))]);
}

#[test]
fn waves_pass_over_the_days_between_the_years() {
    let off = [date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1)].map(Holiday::from);
    let plan = plan_waves(Some(date(2026, 12, 14)), &[10; 4], &[], &week(Vec::new()).with_holidays(&off));
    let days: Vec<_> = plan.iter().flatten().map(|wave| format!("{}..{}", wave.start, wave.bake_last_day)).collect();
    assert_eq!(days, ["2026-12-14..2026-12-29", "2026-12-30..2027-01-14", "2027-01-18..2027-01-29", "2027-02-01..2027-02-12"]);
}

#[test]
fn the_last_workday_of_a_year_may_be_a_day_off() {
    let off = week(Vec::new()).with_holidays(&[Holiday::new(date(2027, 12, 31), Some("New Year's Eve"))]);
    let stage = Fixture::new(&[("a", "2027-12-01..2028-01-02")], "").schedule()[0].period().unwrap();
    assert_eq!(off.gate_review(&stage), Some(date(2027, 12, 30)));
}
