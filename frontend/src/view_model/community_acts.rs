//! What one may do with another member of a community, by the roles of both.

use tacit_contract::communities::CommunityRole;

/// Something done with another member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberAct {
    /// They look after the community too.
    Appoint,
    /// They look after it no more.
    Dismiss,
    /// They answer for it from now on.
    HandOver,
    /// They belong to it no more.
    Remove,
}

impl MemberAct {
    /// The role it gives; removing gives none.
    pub const fn role(self) -> Option<CommunityRole> {
        match self {
            Self::Appoint => Some(CommunityRole::Facilitator),
            Self::Dismiss => Some(CommunityRole::Member),
            Self::HandOver => Some(CommunityRole::Owner),
            Self::Remove => None,
        }
    }
}

/// What somebody of the role `mine` may do with another of the role `theirs`; nothing with oneself.
pub fn acts(mine: Option<CommunityRole>, theirs: CommunityRole, oneself: bool) -> Vec<MemberAct> {
    let Some(mine) = mine.filter(|_| !oneself) else {
        return Vec::new();
    };
    let gives = mine.may_give_roles();
    let possible = [
        (MemberAct::Appoint, gives && theirs == CommunityRole::Member),
        (
            MemberAct::Dismiss,
            gives && theirs == CommunityRole::Facilitator,
        ),
        (MemberAct::HandOver, gives),
        (MemberAct::Remove, mine.may_remove(theirs)),
    ];
    let possible = possible.into_iter().filter(|(_, may)| *may);
    possible.map(|(act, _)| act).collect()
}

#[cfg(test)]
mod tests {
    use tacit_contract::communities::CommunityRole::{Facilitator, Member, Owner};

    use super::MemberAct::{Appoint, Dismiss, HandOver, Remove};
    use super::acts;

    #[test]
    fn roles_are_given_by_the_owner_and_members_removed_by_facilitators() {
        assert_eq!(
            acts(Some(Owner), Member, false),
            [Appoint, HandOver, Remove]
        );
        assert_eq!(
            acts(Some(Owner), Facilitator, false),
            [Dismiss, HandOver, Remove]
        );
        assert_eq!(acts(Some(Facilitator), Member, false), [Remove]);
        assert_eq!(acts(Some(Facilitator), Facilitator, false), []);
        assert_eq!(acts(Some(Facilitator), Owner, false), []);
        assert_eq!(acts(Some(Member), Member, false), []);
        assert_eq!(acts(None, Member, false), []);
    }

    #[test]
    fn nobody_does_anything_with_themselves() {
        assert_eq!(acts(Some(Owner), Owner, true), []);
        assert_eq!(acts(Some(Facilitator), Facilitator, true), []);
    }
}
