//! Where to go after signing in: only ever a place in this app.

/// The address of the sign-in page that leads back to `here` afterwards.
pub fn sign_in(here: &str) -> String {
    if here == "/" {
        "/sign-in".to_owned()
    } else {
        format!("/sign-in?next={}", encode(here))
    }
}

/// The place a `next` names, if it is one of this app: `//elsewhere` and `https:` are not.
pub fn after_sign_in(next: Option<&str>) -> String {
    next.filter(|next| {
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r', '\t'])
    })
    .unwrap_or("/")
    .to_owned()
}

/// Percent-encodes a value for a query.
pub fn encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{after_sign_in, encode, sign_in};

    #[test]
    fn one_comes_back_to_where_one_was() {
        assert_eq!(sign_in("/"), "/sign-in");
        assert_eq!(
            sign_in("/questions?state=solved"),
            "/sign-in?next=%2Fquestions%3Fstate%3Dsolved"
        );
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        assert_eq!(after_sign_in(Some("/ask")), "/ask");
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "",
        ] {
            assert_eq!(after_sign_in(Some(bad)), "/");
        }
        assert_eq!(after_sign_in(None), "/");
    }

    #[test]
    fn letters_of_all_alphabets_are_encoded() {
        assert_eq!(encode("räka 1"), "r%C3%A4ka%201");
    }
}
