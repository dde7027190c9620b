//! What can be wrong with what a person says about themselves, and why an act on a member is refused.

/// Why a text was not taken. The field it belongs to is named by whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space where something is needed.
    #[error("must not be empty")]
    Empty,
    /// Fewer characters than the limit.
    #[error("must have at least {0} characters")]
    TooShort(usize),
    /// More characters than the limit.
    #[error("must have at most {0} characters")]
    TooLong(usize),
    /// Control characters, or marks that turn the direction of what stands around them.
    #[error("must not contain control characters")]
    Control,
    /// Not of the form the field asks for; the text says the form.
    #[error("{0}")]
    Form(&'static str),
    /// More entries than the limit.
    #[error("must have at most {0} entries")]
    TooMany(usize),
}

/// Why an act on a member or on the organisation is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only admins may.
    #[error("only an admin may do this")]
    AdminsOnly,
    /// The organisation would be left without an admin.
    #[error("the last active admin stays one")]
    LastAdmin,
    /// People of an import have no account to change.
    #[error("this person came with an import and has no account")]
    NoAccount,
    /// The organisation does not take this registration.
    #[error("the organisation does not take this registration")]
    RegistrationClosed,
    /// Whoever signs in is no person of an import.
    #[error("only a person of an import can be linked, once")]
    NotUnclaimed,
    /// What they wrote goes to somebody who can be asked.
    #[error("only an active member takes over what a person of an import wrote")]
    NotActive,
}
