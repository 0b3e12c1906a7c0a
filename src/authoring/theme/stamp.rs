//! The line that tells from which original a piece was taken: version, name and fingerprint. Not done here: comparing them ([`super::state`]).

use super::piece::Piece;

/// What such a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The version of rollbook that wrote it.
    pub(super) version: String,
    /// The original, [`Piece::origin`].
    pub(super) origin: String,
    /// Its fingerprint then, [`Piece::hash`].
    pub(super) hash: String,
    /// The line, counted from 1.
    pub(super) line: usize,
}

/// The line for a piece in a file of that name, with its end; `None` where no comment can stand at the top.
pub(super) fn write(file: &str, piece: &Piece) -> Option<String> {
    let said = format!("rollbook {} {} {}", env!("CARGO_PKG_VERSION"), piece.origin(), piece.hash());
    let ending = file.rsplit('.').next()?;
    Some(match ending {
        "html" => format!("{{#- {said} -#}}\n"),
        "css" | "js" => format!("/* {said} */\n"),
        "ftl" => format!("# {said}\n"),
        "svg" if !piece.text().starts_with("<?") => format!("<!-- {said} -->\n"),
        _ => return None,
    })
}

/// All such lines of a text.
pub(super) fn read(text: &str) -> Vec<Stamp> {
    let stamp = |(index, line): (usize, &str)| {
        let mut words = line.split_whitespace().skip_while(|word| *word != "rollbook").skip(1);
        let (version, origin, hash) = (words.next()?, words.next()?, words.next()?);
        let sound = origin.starts_with(crate::render::BUILT_IN) && hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then(|| Stamp { version: version.to_owned(), origin: origin.to_owned(), hash: hash.to_owned(), line: index + 1 })
    };
    text.lines().enumerate().filter_map(stamp).collect()
}
