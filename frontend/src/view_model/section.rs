//! Screens of several pages, one of them at a time: settings, administration, keeping order.

/// A page of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsSection {
    /// Name, title, what one can be asked about.
    Profile,
    /// What one knows and wants to know.
    Topics,
    /// When one may be asked.
    Availability,
    /// A new password.
    Password,
    /// Where one is signed in.
    Sessions,
    /// What one is told of, and how.
    Notices,
    /// Whom one has muted or blocked.
    Blocks,
    /// Language of the screens and time zone.
    Language,
    /// Light or dark.
    Theme,
}

impl SettingsSection {
    /// All pages, in their order.
    pub const ALL: [Self; 9] = [
        Self::Profile,
        Self::Topics,
        Self::Availability,
        Self::Notices,
        Self::Blocks,
        Self::Password,
        Self::Sessions,
        Self::Language,
        Self::Theme,
    ];

    /// The address.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Profile => "/settings/profile",
            Self::Topics => "/settings/topics",
            Self::Availability => "/settings/availability",
            Self::Password => "/settings/password",
            Self::Sessions => "/settings/sessions",
            Self::Notices => "/settings/notices",
            Self::Blocks => "/settings/blocks",
            Self::Language => "/settings/language",
            Self::Theme => "/settings/theme",
        }
    }

    /// The page of an address's last word; the first when there is none.
    pub fn find(word: Option<&str>) -> Option<Self> {
        find(&Self::ALL, Self::address, word)
    }
}

/// A page of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdminSection {
    /// Who is here.
    Members,
    /// Who was asked in.
    Invitations,
    /// The list of departments.
    Departments,
    /// Name, logo, who may register.
    Organisation,
    /// What was brought over from elsewhere.
    Imports,
    /// How background work is doing.
    Status,
    /// What was done in office.
    Audit,
}

impl AdminSection {
    /// All pages, in their order.
    pub const ALL: [Self; 7] = [
        Self::Members,
        Self::Invitations,
        Self::Departments,
        Self::Organisation,
        Self::Imports,
        Self::Status,
        Self::Audit,
    ];

    /// The address.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Members => "/admin/members",
            Self::Invitations => "/admin/invitations",
            Self::Departments => "/admin/departments",
            Self::Organisation => "/admin/organisation",
            Self::Imports => "/admin/imports",
            Self::Status => "/admin/status",
            Self::Audit => "/admin/audit",
        }
    }

    /// The page of an address's last word; the first when there is none.
    pub fn find(word: Option<&str>) -> Option<Self> {
        find(&Self::ALL, Self::address, word)
    }
}

/// A page of keeping order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModerationSection {
    /// What was flagged.
    Flags,
    /// What was deleted.
    Deleted,
    /// The vocabulary.
    Topics,
}

impl ModerationSection {
    /// All pages, in their order.
    pub const ALL: [Self; 3] = [Self::Flags, Self::Deleted, Self::Topics];

    /// The address.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Flags => "/moderation/flags",
            Self::Deleted => "/moderation/deleted",
            Self::Topics => "/moderation/topics",
        }
    }

    /// The page of an address's last word; the first when there is none.
    pub fn find(word: Option<&str>) -> Option<Self> {
        find(&Self::ALL, Self::address, word)
    }
}

fn find<T: Copy>(all: &[T], address: fn(T) -> &'static str, word: Option<&str>) -> Option<T> {
    match word {
        None | Some("") => all.first().copied(),
        Some(word) => all
            .iter()
            .copied()
            .find(|page| address(*page).rsplit('/').next() == Some(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::{AdminSection, SettingsSection};

    #[test]
    fn a_word_names_its_page() {
        assert_eq!(
            SettingsSection::find(Some("theme")),
            Some(SettingsSection::Theme)
        );
        assert_eq!(SettingsSection::find(None), Some(SettingsSection::Profile));
        assert_eq!(
            AdminSection::find(Some("imports")),
            Some(AdminSection::Imports)
        );
        assert_eq!(AdminSection::find(Some("settings")), None);
    }
}
