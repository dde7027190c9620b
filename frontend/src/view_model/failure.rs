//! What a failed call means to a person.

use tacit_client::ClientError;

use crate::i18n::Lang;

/// Which kind of page a failure becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The server could not be reached.
    Offline,
    /// There is no such thing, or it may not be seen.
    Missing,
    /// It is there, but the act is not allowed.
    Forbidden,
    /// Anything else.
    Other,
}

/// The kind of a failure.
pub fn kind(error: &ClientError) -> FailureKind {
    match (error, error.status()) {
        (ClientError::Network(_), _) => FailureKind::Offline,
        (_, Some(404)) => FailureKind::Missing,
        (_, Some(403)) => FailureKind::Forbidden,
        _ => FailureKind::Other,
    }
}

/// What has happened, as a heading.
pub fn title(t: Lang, error: &ClientError) -> &'static str {
    match kind(error) {
        FailureKind::Offline => t.ui_offline_title(),
        FailureKind::Missing => t.ui_missing_title(),
        FailureKind::Forbidden => t.ui_forbidden_title(),
        FailureKind::Other => t.ui_error_title(),
    }
}

/// A sentence for a person.
pub fn sentence(t: Lang, error: &ClientError) -> String {
    match error {
        ClientError::Network(_) => t.ui_offline_more().to_owned(),
        ClientError::Problem(problem) => t.problem(problem.code).to_owned(),
        ClientError::Unexpected { .. } | ClientError::Address(_) => {
            t.problem_unexpected().to_owned()
        }
    }
}

/// What to tell whoever looks into it.
pub fn request_id(error: &ClientError) -> Option<String> {
    error
        .problem()
        .and_then(|problem| problem.request_id.clone())
}

/// What is wrong with the field of a JSON pointer, such as `/title`; also when the fault is inside it (`/topics/2`).
pub fn field(t: Lang, error: &ClientError, pointer: &str) -> Option<String> {
    let fault = error.problem()?.errors.iter().find(|fault| {
        fault
            .pointer
            .strip_prefix(pointer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })?;
    Some(t.field_problem(fault.code).to_owned())
}

#[cfg(test)]
mod tests {
    use tacit_client::ClientError;
    use tacit_contract::problem::{FieldCode, FieldError, Problem, ProblemCode};

    use super::{FailureKind, field, kind, sentence};
    use crate::i18n::Lang;

    fn problem(code: ProblemCode) -> ClientError {
        ClientError::Problem(Box::new(Problem::new(code)))
    }

    #[test]
    fn a_failure_becomes_the_page_that_helps() {
        assert_eq!(
            kind(&ClientError::Network(String::new())),
            FailureKind::Offline
        );
        assert_eq!(kind(&problem(ProblemCode::NotFound)), FailureKind::Missing);
        assert_eq!(
            kind(&problem(ProblemCode::Forbidden)),
            FailureKind::Forbidden
        );
        assert_eq!(kind(&problem(ProblemCode::Internal)), FailureKind::Other);
    }

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        for code in ProblemCode::ALL {
            let (en, sv) = (
                sentence(Lang::En, &problem(*code)),
                sentence(Lang::Sv, &problem(*code)),
            );
            assert!(
                en.ends_with('.') && sv.ends_with('.') && en != sv,
                "{code:?}"
            );
        }
    }

    #[test]
    fn a_fault_inside_a_field_stands_below_the_field() {
        let mut problem = Problem::new(ProblemCode::ValidationFailed);
        problem.errors.push(FieldError {
            pointer: "/topics/2".to_owned(),
            code: FieldCode::TooLong,
            detail: String::new(),
        });
        let error = ClientError::Problem(Box::new(problem));
        assert!(field(Lang::En, &error, "/topics").is_some());
        assert!(field(Lang::En, &error, "/topic").is_none());
        assert!(field(Lang::En, &error, "/title").is_none());
    }
}
