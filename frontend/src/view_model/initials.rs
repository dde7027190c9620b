//! Two letters for a face.

/// The first letters of the first and the last word of a name, in capitals: `Noor Hallström` is `NH`.
pub fn initials(name: &str) -> String {
    let mut letters = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back();
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn first_and_last_word_count() {
        assert_eq!(initials("Noor Hallström"), "NH");
        assert_eq!(initials("Elin Maria Stenhammar-Vik"), "ES");
        assert_eq!(initials("åsa"), "Å");
        assert_eq!(initials("(guest) user1234"), "GU");
        assert_eq!(initials("  "), "");
    }
}
