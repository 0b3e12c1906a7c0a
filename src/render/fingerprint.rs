//! Names for what is made, out of all that it is made of. Not done here: keeping anything by them.

use std::hash::{Hash, Hasher};

/// The name of a file, or of anything else that is made: everything that its bytes depend on. The same name, the same bytes.
pub type Fingerprint = [u8; 32];

/// The name of what is made of `parts`. What `maker` says tells it from what else is made of the same.
pub fn fingerprint(maker: &[u8], parts: &impl Hash) -> Fingerprint {
    let mut gathered = Gathered(Vec::with_capacity(LIKELY));
    gathered.write(maker);
    parts.hash(&mut gathered);
    *blake3::hash(&gathered.0).as_bytes()
}

/// Few things that are named are made of more.
const LIKELY: usize = 32 << 10;

/// Gathers what `#[derive(Hash)]` visits, to be hashed at once: piece by piece takes five times as long.
struct Gathered(Vec<u8>);

/// Lengths and the numbers of variants are mostly small: a byte each. This stands before those that are not.
const LARGE: u8 = 0xff;

impl Hasher for Gathered {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn write_u8(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn write_usize(&mut self, number: usize) {
        match u8::try_from(number) {
            Ok(small) if small != LARGE => self.0.push(small),
            _ => {
                self.0.push(LARGE);
                self.0.extend_from_slice(&number.to_le_bytes());
            }
        }
    }

    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.cast_unsigned());
    }

    /// Not asked for: the bytes are what is wanted.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn different_things_have_different_names() {
        let long = "a".repeat(300);
        let texts: [&[&str]; 8] = [&[], &[""], &["", ""], &["ab"], &["a", "b"], &["b", "a"], &[&long], &[&long, ""]];
        let numbers: [&[usize]; 7] = [&[1], &[254], &[255], &[256], &[255, 1], &[1, 255], &[usize::MAX]];
        let names: HashSet<Fingerprint> = texts
            .iter()
            .map(|texts| fingerprint(b"", texts))
            .chain(numbers.iter().map(|numbers| fingerprint(b"", numbers)))
            .chain([fingerprint(b"", &(Some(1_u8), None::<u8>)), fingerprint(b"", &(None::<u8>, Some(1_u8))), fingerprint(b"a", &[""; 0])])
            .collect();
        assert_eq!(names.len(), texts.len() + numbers.len() + 3);
    }
}
