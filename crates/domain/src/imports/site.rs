//! Which site a dump is of, and the addresses its posts have there.

/// Sites of the network with a domain of their own.
const OWN_DOMAIN: &[(&str, &str)] = &[
    ("askubuntu", "askubuntu.com"),
    ("mathoverflow", "mathoverflow.net"),
    ("serverfault", "serverfault.com"),
    ("stackapps", "stackapps.com"),
    ("stackoverflow", "stackoverflow.com"),
    ("superuser", "superuser.com"),
];

/// A site by its host name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    host: String,
}

/// A text that names no site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no site; say which one, such as beer.stackexchange.com")]
pub struct NotASite(pub String);

impl Site {
    /// Reads a host name, with or without `https://` before and a slash after it.
    ///
    /// # Errors
    /// Not a host name with a dot in it.
    pub fn parse(raw: &str) -> Result<Self, NotASite> {
        let text = raw.trim().to_ascii_lowercase();
        let text = text.strip_prefix("https://").unwrap_or(&text);
        let host = text.strip_prefix("http://").unwrap_or(text);
        let host = host.trim_end_matches('/');
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if !host.contains('.') || host.len() > 100 || !host.split('.').all(label) {
            return Err(NotASite(raw.to_owned()));
        }
        Ok(Self {
            host: host.to_owned(),
        })
    }

    /// The site a dump is named after: `beer.stackexchange.com.7z`, `beer-2020.7z`, `conlang-meta`.
    ///
    /// # Errors
    /// The name is no name of a site.
    pub fn of_dump(file_name: &str) -> Result<Self, NotASite> {
        let stem = file_name.strip_suffix(".7z").unwrap_or(file_name);
        if stem.contains('.') {
            return Self::parse(stem);
        }
        let mut name = stem;
        while let Some((before, date)) = name.rsplit_once('-') {
            let numeric = date.bytes().all(|b| b.is_ascii_digit());
            if !numeric || !matches!(date.len(), 2 | 4) {
                break;
            }
            name = before;
        }
        let (name, meta) = match name.strip_suffix("-meta") {
            Some(name) => (name, "meta."),
            None => (name, ""),
        };
        let own = OWN_DOMAIN.iter().find(|(known, _)| *known == name);
        match own {
            Some((_, host)) => Self::parse(&format!("{meta}{host}")),
            None => Self::parse(&format!("{name}.{meta}stackexchange.com")),
        }
        .map_err(|_| NotASite(file_name.to_owned()))
    }

    /// The host name.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// What handles of its people begin with: `beer`, `conlang-meta`.
    #[must_use]
    pub fn short(&self) -> String {
        let name = self.host.strip_suffix(".com").unwrap_or(&self.host);
        let name = name.strip_suffix(".stackexchange").unwrap_or(name);
        let short: String = name.replace('.', "-").chars().take(16).collect();
        short.trim_end_matches('-').to_owned()
    }

    /// The address of a question.
    #[must_use]
    pub fn question(&self, id: i64) -> String {
        format!("https://{}/q/{id}", self.host)
    }

    /// The address of an answer.
    #[must_use]
    pub fn answer(&self, id: i64) -> String {
        format!("https://{}/a/{id}", self.host)
    }

    /// The address of a comment.
    #[must_use]
    pub fn comment(&self, id: i64) -> String {
        format!("https://{}/posts/comments/{id}", self.host)
    }

    /// The address of a person.
    #[must_use]
    pub fn person(&self, id: i64) -> String {
        format!("https://{}/users/{id}", self.host)
    }

    /// The address of what is said about a tag; letters that mean something in an address are escaped.
    #[must_use]
    pub fn tag(&self, tag: &str) -> String {
        let mut escaped = String::with_capacity(tag.len());
        for byte in tag.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    escaped.push(char::from(byte));
                }
                _ => escaped.push_str(&format!("%{byte:02X}")),
            }
        }
        format!("https://{}/tags/{escaped}/info", self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(name: &str) -> String {
        Site::of_dump(name).map_or_else(|error| error.to_string(), |site| site.host)
    }

    #[test]
    fn the_name_of_a_dump_tells_its_site() {
        assert_eq!(host("beer-2020.7z"), "beer.stackexchange.com");
        assert_eq!(host("devops-2020-05-31.7z"), "devops.stackexchange.com");
        assert_eq!(host("conlang-meta"), "conlang.meta.stackexchange.com");
        assert_eq!(host("beer.stackexchange.com.7z"), "beer.stackexchange.com");
        assert_eq!(host("superuser.7z"), "superuser.com");
        assert_eq!(host("stackoverflow-meta"), "meta.stackoverflow.com");
        for nameless in ["", ".", "..", "my dump", "-"] {
            assert!(Site::of_dump(nameless).is_err(), "{nameless}");
        }
    }

    #[test]
    fn a_site_is_named_with_or_without_its_scheme() {
        for raw in ["https://Beer.stackexchange.com/", "beer.stackexchange.com"] {
            let site = Site::parse(raw).map(|site| site.host);
            assert_eq!(site.as_deref(), Ok("beer.stackexchange.com"));
        }
        for raw in ["beer", "a..b", "a b.c", "https://", "a/b.c"] {
            assert!(Site::parse(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn addresses_and_handles_come_from_the_host() {
        let site = Site::of_dump("conlang-meta");
        assert_eq!(site.map(|s| s.short()).as_deref(), Ok("conlang-meta"));
        let tag = Site::of_dump("beer").map(|s| s.tag("c++"));
        assert_eq!(
            tag.as_deref(),
            Ok("https://beer.stackexchange.com/tags/c%2B%2B/info")
        );
    }
}
