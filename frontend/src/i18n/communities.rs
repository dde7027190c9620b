//! Words of communities, and of whom a question is for.

use tacit_contract::communities::{CommunityRole, JoinRule, Visibility};

super::words! {
    communities_title: "Communities", "Gemenskaper";
    communities_lede: "People who share a practice, a role or a pain point, and a place of their own to ask.",
        "Människor som delar ett arbetssätt, en roll eller ett bekymmer, och en egen plats att fråga på.";
    communities_which: "Which communities", "Vilka gemenskaper";
    communities_mine: "Mine", "Mina";
    communities_discover: "To discover", "Att upptäcka";
    communities_pending: "Waiting", "Väntar";
    communities_search: "Find a community", "Hitta en gemenskap";
    communities_found: "Found a community", "Grunda en gemenskap";
    communities_none_mine: "You belong to no community yet", "Du är inte med i någon gemenskap ännu";
    communities_none_mine_more: "See which there are, and join one where people do what you do.",
        "Se vilka som finns, och gå med där folk gör det du gör.";
    communities_none_discover: "There is nothing more to discover", "Det finns inget mer att upptäcka";
    communities_none_discover_more: "Is one missing? Found it: two people are enough to begin.", "Saknas någon? Grunda den: två personer räcker för att börja.";
    communities_none_pending: "Nothing waits", "Inget väntar";
    communities_none_pending_more: "Invitations to you and what you asked to join stand here.", "Här står inbjudningar till dig och det du har bett att få gå med i.";
    communities_none_match: "No community fits these words", "Ingen gemenskap passar de orden";
    communities_members[n]: "1 member", "{n} members"; "1 medlem", "{n} medlemmar";
    communities_active: "last asked", "senaste frågan";
    community_invited: "You are invited", "Du är inbjuden";
    community_asked: "You have asked", "Du har frågat";
    community_archived: "Archived", "Arkiverad";
    community_kind(who: &str, how: &str): "Community, {who}. {how}.", "Gemenskap, {who}. {how}.";
    community_about: "About this community", "Om gemenskapen";
    community_sections: "In this community", "I gemenskapen";
    community_people: "Members", "Medlemmar";
    community_ask: "Ask here", "Fråga här";
    community_join: "Join", "Gå med";
    community_joined(name: &str): "You are a member of {name}.", "Du är medlem i {name}.";
    community_leave: "Leave", "Lämna";
    community_leave_title(name: &str): "Leave {name}?", "Lämna {name}?";
    community_leave_what: "What you wrote stays with your name. What is for members only you no longer see, from this moment on.",
        "Det du har skrivit står kvar med ditt namn. Det som bara är för medlemmar ser du inte längre, från och med nu.";
    community_left(name: &str): "You have left {name}.", "Du har lämnat {name}.";
    community_owner_stays: "You answer for it, so you cannot leave before you hand it over.", "Du ansvarar för den och kan därför inte lämna innan du har lämnat över.";
    community_members_only: "What is written here is for its members", "Det som skrivs här är för medlemmarna";
    community_archived_more: "It can be read, not written in.", "Den går att läsa, inte att skriva i.";
    community_by_invitation: "One becomes a member by invitation. Ask somebody who looks after it.", "Man blir medlem genom inbjudan. Fråga någon som sköter den.";
    community_on_request: "One asks to become a member. Somebody who looks after it decides.", "Man ber om att få bli medlem. Någon som sköter den avgör.";
    community_charter: "What it is about", "Vad den är till för";
    community_for: "Who it is for", "För vem den är";
    community_get: "What one gets", "Vad man får";
    community_give: "What one gives", "Vad man ger";
    community_rules: "House rules", "Husregler";
    community_looked_after: "Looked after by", "Sköts av";
    community_find_member: "Find a member", "Hitta en medlem";
    community_no_member: "Nobody of that name belongs to it", "Ingen med det namnet är med";
    community_since: "since", "sedan";
    community_name: "What is it called?", "Vad heter den?";
    community_purpose: "What is it for?", "Vad är den till för?";
    community_purpose_hint: "One or two sentences. They stand in the list, so that people find it.", "En eller två meningar. De står i listan, så att folk hittar den.";
    community_topics_hint: "Up to ten. Who looks for one of them finds the community.", "Upp till tio. Den som söker ett av dem hittar gemenskapen.";
    community_who_sees: "Who sees it?", "Vem ser den?";
    community_who_joins: "How does one become a member?", "Hur blir man medlem?";
    community_found_act: "Found it", "Grunda den";
    community_found_done: "It is there. Ask something in it, so that it begins.", "Nu finns den. Fråga något i den, så kommer den igång.";
    community_open: "open to everyone", "öppen för alla";
    community_open_label: "Everyone", "Alla";
    community_open_more: "Everyone here reads it and finds it in search. Members write.", "Alla här läser den och hittar den i sökningen. Medlemmar skriver.";
    community_known: "for members", "för medlemmar";
    community_known_label: "Members, and others see that it is there", "Medlemmar, och andra ser att den finns";
    community_known_more: "Everyone sees its name, purpose and size. Only members read what is written.", "Alla ser namn, syfte och storlek. Bara medlemmar läser det som skrivs.";
    community_hidden: "hidden", "dold";
    community_hidden_label: "Members only", "Bara medlemmar";
    community_hidden_more: "For others it does not exist, not even by name. It is joined by invitation, and its topics are ones that exist.",
        "För andra finns den inte, inte ens till namnet. Man kommer in genom inbjudan, och ämnena är sådana som finns.";
    community_free: "Anyone joins", "Vem som helst går med";
    community_free_more: "One press, and one is a member.", "Ett tryck, så är man medlem.";
    community_request: "One asks to join", "Man ber om att få gå med";
    community_request_more: "With a few words. You or a facilitator decide.", "Med några ord. Du eller en samtalsledare avgör.";
    community_invitation: "By invitation", "Genom inbjudan";
    community_invitation_more: "You and the facilitators invite people.", "Du och samtalsledarna bjuder in.";
    role_facilitator: "Facilitator", "Samtalsledare";
    role_owner: "Owner", "Ägare";
    audience_everyone: "Everyone here", "Alla här";
    audience_everyone_more: "So that the next person finds the answer.", "Så att nästa person hittar svaret.";
    audience_community: "A community", "En gemenskap";
    audience_community_more: "It stands on its page, and people who share your practice are asked.", "Den står på dess sida, och folk som gör det du gör får frågan.";
    audience_people: "Named people", "Namngivna personer";
    audience_people_more: "You and up to ten people. Nobody else finds it, and it counts nowhere.", "Du och upp till tio personer. Ingen annan hittar den, och den räknas ingenstans.";
    audience_which: "Which community?", "Vilken gemenskap?";
    audience_sees_open(name: &str): "Everyone here can read it; the members of {name} answer.", "Alla här kan läsa den, medlemmarna i {name} svarar.";
    audience_sees_members(name: &str, members: &str): "Only those who belong to {name} see it ({members}).", "Bara de som är med i {name} ser den ({members}).";
    audience_whom: "Whom do you ask?", "Vem frågar du?";
    audience_whom_hint: "They are asked at once and see who else is. Choose topics that exist.", "De får frågan direkt och ser vilka fler som får den. Välj ämnen som finns.";
    audience_not_now: "They can read it, but are not asked.", "Frågan går att läsa, men ställs inte till den personen.";
    audience_nobody: "Nobody of them can be asked now. Name somebody else as well.", "Ingen av dem går att fråga nu. Nämn någon mer.";
    audience_others: "Likely to know, and free:", "Vet troligen, och har tid:";
    audience_people_count[n]: "1 person", "{n} people"; "1 person", "{n} personer";
    audience_in: "in", "i";
    audience_of: "asked of", "ställd till";
}

impl super::Lang {
    /// Who sees a community: beside its name, as a choice, and what that means.
    pub fn visibility(self, who: Visibility) -> [&'static str; 3] {
        match who {
            Visibility::Open => [
                self.community_open(),
                self.community_open_label(),
                self.community_open_more(),
            ],
            Visibility::OnRequest => [
                self.community_known(),
                self.community_known_label(),
                self.community_known_more(),
            ],
            Visibility::Hidden => [
                self.community_hidden(),
                self.community_hidden_label(),
                self.community_hidden_more(),
            ],
        }
    }

    /// How one becomes a member, and what that means.
    pub fn join_rule(self, how: JoinRule) -> [&'static str; 2] {
        match how {
            JoinRule::Free => [self.community_free(), self.community_free_more()],
            JoinRule::OnRequest => [self.community_request(), self.community_request_more()],
            JoinRule::ByInvitation => [
                self.community_invitation(),
                self.community_invitation_more(),
            ],
        }
    }

    /// What somebody is in a community.
    pub fn community_role(self, role: CommunityRole) -> &'static str {
        match role {
            CommunityRole::Member => self.role_member(),
            CommunityRole::Facilitator => self.role_facilitator(),
            CommunityRole::Owner => self.role_owner(),
        }
    }
}
