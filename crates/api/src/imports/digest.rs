//! Short fingerprints of what an import wrote, to tell the next time who changed what.

use sha2::{Digest as _, Sha256};

/// The fingerprint of these parts, in their order.
pub fn digest<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // The length first, so that no two lists of parts read the same.
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn parts_are_told_apart() {
        assert_eq!(digest(["a", "b"]), digest(["a", "b"]));
        assert_ne!(digest(["a", "b"]), digest(["ab", ""]));
        assert_ne!(digest(["a"]), digest(["a", ""]));
        assert_eq!(digest(["a"]).len(), 32);
    }
}
