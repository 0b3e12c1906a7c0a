//! What stands in a message. Not done here: writing it.

use std::borrow::Cow;

/// A text or a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'v> {
    /// A text; it may choose one of the ways in which a message is said.
    Text(Cow<'v, str>),
    /// A whole number; it chooses the plural too.
    Whole(i64),
    /// Another number, written with the decimal mark of the language.
    Decimal(f64),
}

impl Value<'_> {
    /// As it is written, with that mark before the decimals.
    pub(super) fn text(&self, mark: &str) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Decimal(number) => Cow::Owned(number.to_string().replace('.', mark)),
        }
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        // A float holds each of these whole numbers, and an i64 too.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() == 0.0 && number.abs() <= EXACT { Self::Whole(number as i64) } else { Self::Decimal(number) }
    }
}

macro_rules! from_whole {
    ($($number:ty)*) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                // Nothing that is counted comes near the end.
                Self::Whole(number.try_into().unwrap_or(i64::MAX))
            }
        }
    )*};
}

from_whole!(i8 i32 u32 i64 u64 usize);
