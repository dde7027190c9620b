//! The log of acts of office: which of it, and the words of each act.

use tacit_contract::moderation::{AuditAct, ListAuditEntriesQuery};

use super::address;
use crate::i18n::Lang;

/// What is chosen on the log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuditView {
    /// Only this act.
    pub act: Option<AuditAct>,
    /// Handle of who did it.
    pub actor: Option<String>,
    /// Handle of whom it concerns.
    pub member: Option<String>,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl AuditView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            act: address::value(get("act")),
            actor: address::text(get("by")),
            member: address::text(get("to")),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let act = self.act.as_ref().and_then(address::any_word);
        address::address(
            "/admin/audit",
            &[
                ("act", act.as_deref()),
                ("by", self.actor.as_deref()),
                ("to", self.member.as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self) -> ListAuditEntriesQuery {
        ListAuditEntriesQuery {
            act: self.act,
            actor: self.actor.clone(),
            member: self.member.clone(),
            cursor: self.cursor.clone(),
            ..ListAuditEntriesQuery::default()
        }
    }
}

/// An act in words.
pub fn act_words(t: Lang, act: AuditAct) -> &'static str {
    match act {
        AuditAct::QuestionClosed => t.act_question_closed(),
        AuditAct::QuestionReopened => t.act_question_reopened(),
        AuditAct::PostEdited => t.act_post_edited(),
        AuditAct::PostDeleted => t.act_post_deleted(),
        AuditAct::PostRestored => t.act_post_restored(),
        AuditAct::AnswerAccepted => t.act_answer_accepted(),
        AuditAct::AcceptanceWithdrawn => t.act_acceptance_withdrawn(),
        AuditAct::NeedMoved => t.act_need_moved(),
        AuditAct::FlagsResolved => t.act_flags_resolved(),
        AuditAct::TopicEdited => t.act_topic_edited(),
        AuditAct::TopicMerged => t.act_topic_merged(),
        AuditAct::TopicDeleted => t.act_topic_deleted(),
        AuditAct::MemberRoleChanged => t.act_member_role_changed(),
        AuditAct::MemberDepartmentChanged => t.act_member_department_changed(),
        AuditAct::MemberDeactivated => t.act_member_deactivated(),
        AuditAct::MemberReactivated => t.act_member_reactivated(),
        AuditAct::MemberLinked => t.act_member_linked(),
        AuditAct::MemberInvited => t.act_member_invited(),
        AuditAct::InvitationRevoked => t.act_invitation_revoked(),
        AuditAct::DepartmentCreated => t.act_department_created(),
        AuditAct::DepartmentEdited => t.act_department_edited(),
        AuditAct::OrganisationEdited => t.act_organisation_edited(),
        AuditAct::LogoChanged => t.act_logo_changed(),
        AuditAct::SiteImported => t.act_site_imported(),
        AuditAct::MembersImported => t.act_members_imported(),
        AuditAct::QuestionsImported => t.act_questions_imported(),
        AuditAct::AdminCreated => t.act_admin_created(),
    }
}

/// Who did what nobody signed in did: the server's operator what only the command line does, else somebody unknown.
pub fn nobody_signed_in(t: Lang, act: AuditAct) -> &'static str {
    match act {
        AuditAct::SiteImported
        | AuditAct::MembersImported
        | AuditAct::QuestionsImported
        | AuditAct::AdminCreated => t.admin_audit_operator(),
        _ => t.ui_unknown_author(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_its_address() {
        let view = AuditView::read(|name| match name {
            "act" => Some("post_deleted".to_owned()),
            "by" => Some(" noor ".to_owned()),
            _ => None,
        });
        assert_eq!(view.address(), "/admin/audit?act=post_deleted&by=noor");
        assert_eq!(view.query().act, Some(AuditAct::PostDeleted));
        assert_eq!(AuditView::default().address(), "/admin/audit");
    }
}
