//! Writing without one's name: where that is possible, and when so few could have written that the name can be guessed.
//!
//! The author of such a post is nobody for everybody but themselves. What they do to it has no name either, and happens on
//! a day, at no hour of it.

use crate::posts::audience::Reach;

/// With fewer people than this who could have written it a name is easily guessed.
pub const FEW: u64 = 5;

/// What the organisation and the place allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The organisation lets people write without their name.
    pub organisation: bool,
    /// The community does; where there is none, nobody forbids it.
    pub community: bool,
}

/// Why a name is not kept back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamelessRefusal {
    /// Nowhere here.
    #[error("the organisation does not take posts without a name")]
    Organisation,
    /// Not in this community.
    #[error("this community does not take posts without a name")]
    Community,
    /// Named people would be asked by nobody.
    #[error("named people are asked by somebody: ask everyone or a community without your name")]
    People,
}

/// Whether something can be written without a name for those who can see it.
///
/// # Errors
/// Why not.
pub const fn can_be_nameless(allowed: Allowed, reach: Reach) -> Result<(), NamelessRefusal> {
    if !allowed.organisation {
        return Err(NamelessRefusal::Organisation);
    }
    match reach {
        Reach::People => Err(NamelessRefusal::People),
        Reach::Community { .. } if !allowed.community => Err(NamelessRefusal::Community),
        Reach::Everyone | Reach::Community { .. } => Ok(()),
    }
}

/// Whether so few could have written it that the screen warns.
#[must_use]
pub const fn are_few(possible: u64) -> bool {
    possible < FEW
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const HERE: Reach = Reach::Community {
        id: Uuid::from_u128(1),
        open: false,
    };

    const fn allowed(organisation: bool, community: bool) -> Allowed {
        Allowed {
            organisation,
            community,
        }
    }

    #[test]
    fn both_have_to_allow_it() {
        assert_eq!(can_be_nameless(allowed(true, true), HERE), Ok(()));
        let closed = can_be_nameless(allowed(true, false), HERE);
        assert_eq!(closed, Err(NamelessRefusal::Community));
        for community in [true, false] {
            let nowhere = can_be_nameless(allowed(false, community), HERE);
            assert_eq!(nowhere, Err(NamelessRefusal::Organisation));
        }
    }

    #[test]
    fn a_community_says_nothing_about_what_is_for_everyone() {
        let everyone = can_be_nameless(allowed(true, false), Reach::Everyone);
        assert_eq!(everyone, Ok(()));
    }

    #[test]
    fn named_people_know_who_asks_them() {
        let people = can_be_nameless(allowed(true, true), Reach::People);
        assert_eq!(people, Err(NamelessRefusal::People));
    }

    #[test]
    fn five_are_not_few() {
        assert!(are_few(4));
        assert!(!are_few(5));
    }
}
