//! What the catalogue's tests are made of. Not done here: the tests.

pub(crate) mod block;
pub(crate) mod book;
pub(crate) mod page;
