//! Who a post is for, and moving it to others.
//!
//! A page moves as a whole: what stands under a post is for whom the post is for. Nobody loses sight of what they wrote, and
//! nothing that others said among a few becomes known to more because one of them wishes it:
//!
//! - Who wrote a page alone moves it wherever they may write.
//! - Once others wrote there it only ever opens, to everyone, and only from places where that was to be expected: a
//!   community everybody reads, or named people where one of them proposes it and the asker agrees. What was said in a
//!   closed community stays there.

use uuid::Uuid;

/// Most people a post may name.
pub const PEOPLE_MAX: usize = 10;

/// Who can see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every member.
    Everyone,
    /// The members of a community; `open` when everybody reads along.
    Community {
        /// Which.
        id: Uuid,
        /// Whether everybody reads along.
        open: bool,
    },
    /// Its author and named people.
    People,
}

impl Reach {
    /// Whether every member can see it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Everyone | Self::Community { open: true, .. })
    }
}

/// Why a post is not for whom somebody wants it to be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AudienceRefusal {
    /// Named people are some, and not a crowd.
    #[error("name 1 to {PEOPLE_MAX} people")]
    HowMany,
    /// The author sees it anyway.
    #[error("is yourself")]
    Oneself,
    /// Moving somebody else's post.
    #[error("only who wrote it may move it")]
    NotTheAuthor,
    /// Others would lose sight of what they wrote.
    #[error("others wrote there: it can only be opened to everyone")]
    OthersWrote,
    /// What others said there was said among a few.
    #[error("others wrote there, and what was said in a closed community stays there")]
    SaidInConfidence,
    /// Named people wrote there; one of them has to propose it.
    #[error("people you asked wrote there: one of them has to propose to open it")]
    NotProposed,
    /// Proposing what is no question to named people, or is one's own.
    #[error("only somebody it was asked of proposes to open a question to everyone")]
    NotAsked,
    /// A new topic where not everyone reads along: its name would tell what is spoken of.
    #[error("does not exist: where not everyone reads along, choose topics that exist")]
    NewTopic,
}

/// Whether an author may ask these people.
///
/// # Errors
/// [`AudienceRefusal::HowMany`] or [`AudienceRefusal::Oneself`].
pub fn can_name_people(author: Uuid, people: &[Uuid]) -> Result<(), AudienceRefusal> {
    if people.is_empty() || people.len() > PEOPLE_MAX {
        return Err(AudienceRefusal::HowMany);
    }
    if people.contains(&author) {
        return Err(AudienceRefusal::Oneself);
    }
    Ok(())
}

/// A wish to move a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who can see it now.
    pub from: Reach,
    /// Who is to see it.
    pub to: Reach,
    /// Whether whoever moves it wrote the post at its top.
    pub by_author: bool,
    /// Whether somebody else wrote under it.
    pub others_wrote: bool,
    /// Whether one of the named people proposed to open it.
    pub proposed: bool,
}

/// Whether a page may move.
///
/// # Errors
/// [`AudienceRefusal::NotTheAuthor`], [`AudienceRefusal::OthersWrote`], [`AudienceRefusal::SaidInConfidence`] or
/// [`AudienceRefusal::NotProposed`].
pub const fn can_move(wish: Move) -> Result<(), AudienceRefusal> {
    if !wish.by_author {
        return Err(AudienceRefusal::NotTheAuthor);
    }
    if !wish.others_wrote {
        return Ok(());
    }
    match wish.from {
        Reach::Community { open: false, .. } => Err(AudienceRefusal::SaidInConfidence),
        _ if !wish.to.is_open() => Err(AudienceRefusal::OthersWrote),
        Reach::People if !wish.proposed => Err(AudienceRefusal::NotProposed),
        Reach::People | Reach::Everyone | Reach::Community { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Reach = Reach::Community {
        id: Uuid::from_u128(1),
        open: true,
    };
    const CLOSED: Reach = Reach::Community {
        id: Uuid::from_u128(2),
        open: false,
    };
    const ALL: [Reach; 4] = [Reach::Everyone, OPEN, CLOSED, Reach::People];

    fn wish(from: Reach, to: Reach) -> Move {
        Move {
            from,
            to,
            by_author: true,
            others_wrote: true,
            proposed: false,
        }
    }

    #[test]
    fn one_to_ten_others_are_named() {
        let author = Uuid::from_u128(100);
        let people = |count| (0..count).map(Uuid::from_u128).collect::<Vec<_>>();
        assert_eq!(can_name_people(author, &people(10)), Ok(()));
        assert_eq!(can_name_people(author, &[]), Err(AudienceRefusal::HowMany));
        let crowd = can_name_people(author, &people(11));
        assert_eq!(crowd, Err(AudienceRefusal::HowMany));
        let oneself = can_name_people(author, &[author]);
        assert_eq!(oneself, Err(AudienceRefusal::Oneself));
    }

    #[test]
    fn nobody_moves_what_another_wrote() {
        for from in ALL {
            for to in ALL {
                let stranger = Move {
                    by_author: false,
                    others_wrote: false,
                    proposed: true,
                    ..wish(from, to)
                };
                assert_eq!(can_move(stranger), Err(AudienceRefusal::NotTheAuthor));
            }
        }
    }

    #[test]
    fn who_wrote_alone_moves_anywhere() {
        for from in ALL {
            for to in ALL {
                let alone = Move {
                    others_wrote: false,
                    ..wish(from, to)
                };
                assert_eq!(can_move(alone), Ok(()));
            }
        }
    }

    #[test]
    fn what_others_wrote_is_never_hidden_from_them() {
        for from in [Reach::Everyone, OPEN] {
            for to in [CLOSED, Reach::People] {
                assert_eq!(can_move(wish(from, to)), Err(AudienceRefusal::OthersWrote));
            }
            assert_eq!(can_move(wish(from, Reach::Everyone)), Ok(()));
            assert_eq!(can_move(wish(from, OPEN)), Ok(()));
        }
    }

    #[test]
    fn what_was_said_among_a_few_stays_among_them() {
        for to in ALL {
            let refused = can_move(wish(CLOSED, to));
            assert_eq!(refused, Err(AudienceRefusal::SaidInConfidence));
        }
        let unproposed = can_move(wish(Reach::People, Reach::Everyone));
        assert_eq!(unproposed, Err(AudienceRefusal::NotProposed));
        let agreed = Move {
            proposed: true,
            ..wish(Reach::People, Reach::Everyone)
        };
        assert_eq!(can_move(agreed), Ok(()));
        let narrower = Move {
            to: CLOSED,
            ..agreed
        };
        assert_eq!(can_move(narrower), Err(AudienceRefusal::OthersWrote));
    }
}
