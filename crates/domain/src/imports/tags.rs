//! How a dump writes the tags of a question: `<a><b>` until 2023, `|a|b|` from 2024 on.

/// The tags in their order.
pub fn tags(written: &str) -> impl Iterator<Item = &str> {
    written
        .split(['<', '>', '|'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
}

/// A tag as a name: hyphens become spaces, the first letter a capital.
#[must_use]
pub fn name_of(tag: &str) -> String {
    let words = tag.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        let both = ["<node.js><c++>", "|node.js|c++|"];
        for written in both {
            assert_eq!(tags(written).collect::<Vec<_>>(), ["node.js", "c++"]);
        }
        assert_eq!(tags("").count(), 0);
        assert_eq!(name_of("amazon-web-services"), "Amazon web services");
        assert_eq!(name_of("åska"), "Åska");
    }
}
