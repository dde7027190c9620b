//! Addresses of mail: the name to sign in with, compared in lower case, and the domains that may register.

use super::error::TextError;

const ADDRESS: &str = "must be a mail address such as name@example.org";
const DOMAIN: &str = "must be a domain such as example.org, without @";

/// Longest address that can be delivered (RFC 5321).
const ADDRESS_MAX: usize = 254;

/// An address in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address. ASCII only: no quoted local parts, no comments, no address literals.
    ///
    /// # Errors
    /// Not of the form, or too long to deliver.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = raw.trim().to_ascii_lowercase();
        if text.len() > ADDRESS_MAX {
            return Err(TextError::TooLong(ADDRESS_MAX));
        }
        let (local, domain) = text.rsplit_once('@').ok_or(TextError::Form(ADDRESS))?;
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-.".contains(&b);
        let local_fits = (1..=64).contains(&local.len())
            && local.bytes().all(allowed)
            && local.split('.').all(|part| !part.is_empty());
        if !local_fits || MailDomain::parse(domain).is_err() {
            return Err(TextError::Form(ADDRESS));
        }
        Ok(Self(text))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// A mail domain in lower case; it stands for itself only, not for what is below it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailDomain(String);

impl MailDomain {
    /// Reads a domain of at least two labels.
    ///
    /// # Errors
    /// Not of the form.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = raw.trim().to_ascii_lowercase();
        let label = |part: &str| {
            (1..=63).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !part.starts_with('-')
                && !part.ends_with('-')
        };
        if text.len() > 253 || !text.contains('.') || !text.split('.').all(label) {
            return Err(TextError::Form(DOMAIN));
        }
        Ok(Self(text))
    }

    /// The domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_lowered_and_checked() {
        assert_eq!(
            EmailAddress::parse(" Noor@Almvik.Example ").map(|e| e.0),
            Ok("noor@almvik.example".into())
        );
        assert!(EmailAddress::parse("o'brien+tacit@mail.almvik.example").is_ok());
        for bad in [
            "",
            "noor",
            "@a.b",
            "noor@",
            "noor@b",
            "no or@a.b",
            "a..b@c.d",
            "a@b..c",
            "a@-b.c",
            "a\0@b.c",
            "a\n@b.c",
            "\"a\"@b.c",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert!(EmailAddress::parse(&format!("a@{}.com", "b.".repeat(130))).is_err());
    }

    #[test]
    fn the_domain_is_what_follows_the_last_at() {
        assert_eq!(
            EmailAddress::parse("noor@almvik.example").map(|e| e.domain().to_owned()),
            Ok("almvik.example".into())
        );
    }
}
