//! The headers of one-click unsubscribing (RFC 2369, RFC 8058), and that no person wrote the letter (RFC 3834).

use lettre::message::header::{Header, HeaderName, HeaderValue};

/// What is wrong with a header that was read; none is.
type Odd = Box<dyn std::error::Error + Send + Sync>;

/// Where to unsubscribe: an address in angle brackets.
#[derive(Clone, Debug)]
pub struct ListUnsubscribe(pub String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Odd> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        // As one line: a folded or encoded address would be another one.
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

/// That one POST to it is enough.
#[derive(Clone, Copy, Debug)]
pub struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Odd> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

/// That a program wrote it: nobody's absence note answers it.
#[derive(Clone, Copy, Debug)]
pub struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Odd> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
