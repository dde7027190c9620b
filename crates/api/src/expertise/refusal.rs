//! How refusals about expertise become problems.

use tacit_contract::problem::ProblemCode;
use tacit_domain::expertise::ExpertiseRefusal;

use crate::error::AppError;

impl From<ExpertiseRefusal> for AppError {
    fn from(refusal: ExpertiseRefusal) -> Self {
        let code = match refusal {
            ExpertiseRefusal::Oneself => ProblemCode::Forbidden,
            ExpertiseRefusal::OncePerDay | ExpertiseRefusal::NotActive => ProblemCode::WrongState,
        };
        Self::new(code).detail(refusal.to_string())
    }
}
