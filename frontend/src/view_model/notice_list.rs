//! Which notices are listed.

use tacit_contract::notices::ListNoticesQuery;

use super::address;

/// What is chosen on the list of notices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoticesView {
    /// Only those with something new.
    pub unread: bool,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl NoticesView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            unread: get("unread").as_deref() == Some("true"),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let unread = self.unread.then_some("true");
        let cursor = self.cursor.as_deref();
        address::address("/notices", &[("unread", unread), ("cursor", cursor)])
    }

    /// The address of the same list at another place.
    pub fn at(&self, cursor: Option<String>) -> String {
        let unread = self.unread;
        Self { unread, cursor }.address()
    }

    /// The question to the server.
    pub fn query(&self) -> ListNoticesQuery {
        ListNoticesQuery {
            unread: self.unread.then_some(true),
            cursor: self.cursor.clone(),
            ..ListNoticesQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_is_chosen() {
        let chosen = NoticesView {
            unread: true,
            cursor: Some("abc".to_owned()),
        };
        assert_eq!(chosen.address(), "/notices?unread=true&cursor=abc");
        let read = NoticesView::read(|name| match name {
            "unread" => Some("true".to_owned()),
            "cursor" => Some("abc".to_owned()),
            _ => None,
        });
        assert_eq!(read, chosen);
        assert_eq!(chosen.at(None), "/notices?unread=true");
        assert_eq!(NoticesView::default().address(), "/notices");
    }
}
