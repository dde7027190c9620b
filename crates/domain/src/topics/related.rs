//! Which topics belong together, from use: how often questions carry both.
//!
//! The measure is the cosine: questions with both, divided by the root of the product of questions with each. It is 1 when
//! they always come together, and a topic that stands on everything is close to nothing. Below the floor chance speaks.

/// So many questions must carry both.
pub const TOGETHER_LEAST: i64 = 2;
/// So close they must be.
pub const CLOSENESS_LEAST: f64 = 0.15;

/// How close two topics are: questions with both, with the one, and with the other. None below the floor.
#[must_use]
pub fn closeness(together: i64, one: i64, other: i64) -> Option<f64> {
    if together < TOGETHER_LEAST {
        return None;
    }
    let whole = |count: i64| f64::from(i32::try_from(count).unwrap_or(i32::MAX));
    let product = whole(one) * whole(other);
    if product <= 0.0 {
        return None;
    }
    let close = whole(together) / product.sqrt();
    (close >= CLOSENESS_LEAST).then_some(close.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn together_by_rule_is_close_and_by_chance_is_not() {
        assert_eq!(closeness(4, 4, 4), Some(1.0));
        assert_eq!(closeness(1, 1, 1), None);
        assert_eq!(closeness(2, 100, 100), None);
        assert!(closeness(10, 20, 20) > closeness(10, 20, 200));
        assert_eq!(closeness(2, 0, 0), None);
    }
}
