//! What an admin lists and sees: which members, how an invitation stands, where a department moves.

use tacit_contract::identity::{AdminListMembersQuery, MemberStatus, Role};
use tacit_contract::organisation::{Department, Invitation};
use tacit_contract::time::WireTime;
use uuid::Uuid;

use super::address;

/// What is chosen on the list of members.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MembersView {
    /// Words of name, handle or e-mail.
    pub q: Option<String>,
    /// Only this standing; everyone with an account when left out.
    pub status: Option<MemberStatus>,
    /// Only this role.
    pub role: Option<Role>,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl MembersView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            q: address::text(get("q")),
            status: address::value(get("status")),
            role: address::value(get("role")),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let status = self.status.as_ref().and_then(address::any_word);
        let role = self.role.as_ref().and_then(address::any_word);
        address::address(
            "/admin/members",
            &[
                ("q", self.q.as_deref()),
                ("status", status.as_deref()),
                ("role", role.as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self) -> AdminListMembersQuery {
        AdminListMembersQuery {
            q: self.q.clone(),
            status: self.status,
            role: self.role,
            cursor: self.cursor.clone(),
            limit: None,
        }
    }
}

/// How an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationStanding {
    /// Somebody came in with it.
    Used,
    /// It was not used in time.
    Expired,
    /// It can still be used.
    Waiting,
}

/// How an invitation stands at a moment.
pub fn standing(invitation: &Invitation, now: WireTime) -> InvitationStanding {
    if invitation.used_at.is_some() {
        InvitationStanding::Used
    } else if invitation.expires_at <= now {
        InvitationStanding::Expired
    } else {
        InvitationStanding::Waiting
    }
}

/// The places above and below a department in its list, where there are any.
pub fn neighbours(departments: &[Department], id: Uuid) -> (Option<i32>, Option<i32>) {
    let at = departments
        .iter()
        .position(|department| department.id == id);
    let place = |index: Option<usize>| {
        index
            .and_then(|index| departments.get(index))
            .map(|department| department.position)
    };
    (
        place(at.and_then(|at| at.checked_sub(1))),
        place(at.map(|at| at + 1)),
    )
}

#[cfg(test)]
mod tests {
    use tacit_contract::identity::{MemberStatus, Role};
    use tacit_contract::organisation::{Department, Invitation};
    use tacit_contract::time::from_micros;
    use uuid::Uuid;

    use super::{InvitationStanding, MembersView, neighbours, standing};

    #[test]
    fn an_address_says_which_members() {
        let view = MembersView {
            q: None,
            status: Some(MemberStatus::Deactivated),
            role: Some(Role::Lead),
            cursor: None,
        };
        assert_eq!(
            view.address(),
            "/admin/members?status=deactivated&role=lead"
        );
    }

    #[test]
    fn an_invitation_is_used_or_expires() {
        let mut invitation = Invitation {
            id: Uuid::nil(),
            email: "lova@almvik.example".to_owned(),
            role: Role::Member,
            created_at: from_micros(0),
            expires_at: from_micros(100),
            used_at: None,
        };
        assert_eq!(
            standing(&invitation, from_micros(99)),
            InvitationStanding::Waiting
        );
        assert_eq!(
            standing(&invitation, from_micros(100)),
            InvitationStanding::Expired
        );
        invitation.used_at = Some(from_micros(50));
        assert_eq!(
            standing(&invitation, from_micros(100)),
            InvitationStanding::Used
        );
    }

    #[test]
    fn a_department_moves_to_its_neighbours_place() {
        let department = |at: u128, position| Department {
            id: Uuid::from_u128(at),
            name: String::new(),
            position,
            archived: false,
            members: 0,
        };
        let list = [department(1, 0), department(2, 1)];
        assert_eq!(neighbours(&list, Uuid::from_u128(1)), (None, Some(1)));
        assert_eq!(neighbours(&list, Uuid::from_u128(2)), (Some(0), None));
    }
}
