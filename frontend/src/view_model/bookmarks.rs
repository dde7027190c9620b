//! Which bookmarks are listed.

use tacit_contract::bookmarks::ListBookmarksQuery;

use super::address;

/// What is chosen on the list of bookmarks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BookmarksView {
    /// Words of note or title.
    pub q: Option<String>,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl BookmarksView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            q: address::text(get("q")),
            cursor: address::text(get("cursor")),
        }
    }

    /// The start of the list with these words.
    pub fn of(words: String) -> Self {
        Self {
            q: Some(words),
            cursor: None,
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let (q, cursor) = (self.q.as_deref(), self.cursor.as_deref());
        address::address("/bookmarks", &[("q", q), ("cursor", cursor)])
    }

    /// The address of the same list at another place.
    pub fn at(&self, cursor: Option<String>) -> String {
        let q = self.q.clone();
        Self { q, cursor }.address()
    }

    /// The question to the server.
    pub fn query(&self) -> ListBookmarksQuery {
        ListBookmarksQuery {
            q: self.q.clone(),
            cursor: self.cursor.clone(),
            limit: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_the_words() {
        let chosen = BookmarksView::of("stock sheet".to_owned());
        assert_eq!(chosen.address(), "/bookmarks?q=stock%20sheet");
        assert_eq!(
            chosen.at(Some("x".to_owned())),
            "/bookmarks?q=stock%20sheet&cursor=x"
        );
        assert_eq!(BookmarksView::read(|_| None), BookmarksView::default());
    }
}
