//! Free text that authors give from outside a file. Not done here: how it is written into one ([`crate::edit::literal`]).

/// Text with something in it, on one line, without the blanks around it.
///
/// # Errors
/// A sentence.
pub fn line(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.contains(['\n', '\r']) { Err("one line of text is needed here".to_owned()) } else { Ok(text.to_owned()) }
}

/// Text with something in it, without the blanks around it.
///
/// # Errors
/// A sentence.
pub fn prose(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("a sentence is needed here".to_owned()) } else { Ok(text.to_owned()) }
}
