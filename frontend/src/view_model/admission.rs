//! Whether one may register here, as far as the page can know: the server decides.

use tacit_contract::organisation::{Registration, SignInOptions};

/// What the registration page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// The form.
    Form,
    /// How to get an invitation.
    Closed,
}

/// What to show to somebody with or without a link.
pub fn admission(options: &SignInOptions, has_link: bool) -> Admission {
    match options.registration {
        Registration::Invitation if !has_link => Admission::Closed,
        Registration::Open | Registration::Domains | Registration::Invitation => Admission::Form,
    }
}

/// The name of the organisation, once somebody has given it one: until then it is called as the product.
pub fn named(organisation: &str) -> Option<&str> {
    Some(organisation).filter(|name| *name != "Tacit")
}

/// Domains as they stand at the end of an address: `@almvik.example, @almvik.se`.
pub fn domains(domains: &[String]) -> String {
    domains
        .iter()
        .map(|domain| format!("@{domain}"))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use tacit_contract::identity::Locale;
    use tacit_contract::organisation::{Registration, SignInOptions};

    use super::{Admission, admission, domains, named};

    fn options(registration: Registration) -> SignInOptions {
        SignInOptions {
            organisation: "Almvik Works".to_owned(),
            logo_url: None,
            default_language: Locale::En,
            registration,
            allowed_domains: Vec::new(),
        }
    }

    #[test]
    fn a_link_opens_a_closed_door() {
        assert_eq!(
            admission(&options(Registration::Invitation), false),
            Admission::Closed
        );
        assert_eq!(
            admission(&options(Registration::Invitation), true),
            Admission::Form
        );
        assert_eq!(
            admission(&options(Registration::Open), false),
            Admission::Form
        );
        assert_eq!(
            admission(&options(Registration::Domains), false),
            Admission::Form
        );
    }

    #[test]
    fn an_organisation_without_a_name_is_not_called_tacit() {
        assert_eq!(named("Almvik Works"), Some("Almvik Works"));
        assert_eq!(named("Tacit"), None);
    }

    #[test]
    fn domains_look_like_the_end_of_an_address() {
        assert_eq!(
            domains(&["a.example".to_owned(), "b.example".to_owned()]),
            "@a.example, @b.example"
        );
    }
}
