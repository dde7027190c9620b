//! From rows to what goes over the wire.

use tacit_contract::identity::{AdminMember, Locale, Me, MemberRef, MemberStatus, Role, Session};
use tacit_contract::organisation::{
    Department, DepartmentRef, Invitation, Organisation, Registration, SignInOptions,
};
use tacit_contract::posts::Source;
use tacit_contract::time::from_micros;
use tacit_domain::identity as domain;
use tacit_domain::words::UnknownWord;
use uuid::Uuid;

use crate::db::entities::{department, member, one_time_token, organisation, session};

/// Where the logo is, below the public URL.
const LOGO_PATH: &str = "/api/v1/organisation/logo";

/// A person where they are only named.
#[must_use]
pub fn member_ref(row: &member::Model) -> MemberRef {
    MemberRef {
        id: row.id,
        handle: row.handle.clone(),
        display_name: row.display_name.clone(),
        job_title: row.job_title.clone(),
        unclaimed: row.status == domain::MemberStatus::Unclaimed.as_str(),
    }
}

/// One's own account.
///
/// # Errors
/// When the row holds a word that is none.
pub fn me(row: member::Model, department: Option<DepartmentRef>) -> Result<Me, UnknownWord> {
    Ok(Me {
        id: row.id,
        role: role(&row.role)?,
        locale: locale(&row.locale)?,
        languages: split_list(&row.languages),
        created_at: from_micros(row.created_at),
        email: row.email.unwrap_or_default(),
        handle: row.handle,
        display_name: row.display_name,
        job_title: row.job_title,
        department,
        place: row.place,
        bio: row.bio,
        time_zone: row.time_zone,
        version: row.version,
    })
}

/// A member as an admin sees them.
///
/// # Errors
/// When the row holds a word that is none.
pub fn admin_member(
    row: &member::Model,
    department: Option<DepartmentRef>,
) -> Result<AdminMember, UnknownWord> {
    Ok(AdminMember {
        member: member_ref(row),
        email: row.email.clone(),
        role: role(&row.role)?,
        status: status(&row.status)?,
        department,
        created_at: from_micros(row.created_at),
    })
}

/// A session; `current` is the one asking.
#[must_use]
pub fn session(row: session::Model, current: Uuid) -> Session {
    Session {
        id: row.id,
        device: row.device,
        created_at: from_micros(row.created_at),
        last_used_at: from_micros(row.last_used_at),
        current: row.id == current,
    }
}

/// A department with the number of its active members.
#[must_use]
pub fn department(row: department::Model, members: i64) -> Department {
    Department {
        id: row.id,
        name: row.name,
        position: row.position,
        archived: row.archived_at.is_some(),
        members,
    }
}

/// The organisation.
///
/// # Errors
/// When the row holds a word that is none.
pub fn organisation(row: organisation::Model) -> Result<Organisation, UnknownWord> {
    Ok(Organisation {
        logo_url: logo_url(&row),
        default_language: locale(&row.default_language)?,
        registration: registration(&row.registration)?,
        allowed_domains: split_list(&row.allowed_domains),
        nameless_allowed: row.nameless_allowed,
        name: row.name,
        version: row.version,
    })
}

/// What a person who is not signed in may know of the organisation.
///
/// # Errors
/// When the row holds a word that is none.
pub fn sign_in_options(row: organisation::Model) -> Result<SignInOptions, UnknownWord> {
    let registration = registration(&row.registration)?;
    let allowed_domains = match registration {
        Registration::Domains => split_list(&row.allowed_domains),
        Registration::Open | Registration::Invitation => Vec::new(),
    };
    Ok(SignInOptions {
        logo_url: logo_url(&row),
        default_language: locale(&row.default_language)?,
        organisation: row.name,
        registration,
        allowed_domains,
    })
}

/// An invitation, without its link.
///
/// # Errors
/// When the row holds a word that is none.
pub fn invitation(row: one_time_token::Model) -> Result<Invitation, UnknownWord> {
    Ok(Invitation {
        id: row.id,
        role: role(row.role.as_deref().unwrap_or_default())?,
        email: row.email.unwrap_or_default(),
        created_at: from_micros(row.created_at),
        expires_at: from_micros(row.expires_at),
        used_at: row.used_at.map(from_micros),
    })
}

/// Where an imported person comes from.
#[must_use]
pub fn source(row: &member::Model) -> Option<Source> {
    Some(Source {
        site: row.source_site.clone()?,
        id: row.source_id.clone()?,
        url: row.source_url.clone()?,
        license: row.source_license.clone()?,
        author: None,
        wiki: false,
        gone: false,
    })
}

/// A role of a row.
///
/// # Errors
/// When the word is none.
pub fn role(word: &str) -> Result<Role, UnknownWord> {
    word.parse::<domain::Role>().map(Role::from)
}

/// A status of a row.
///
/// # Errors
/// When the word is none.
pub fn status(word: &str) -> Result<MemberStatus, UnknownWord> {
    word.parse::<domain::MemberStatus>().map(MemberStatus::from)
}

fn locale(word: &str) -> Result<Locale, UnknownWord> {
    word.parse::<domain::Locale>().map(Locale::from)
}

fn registration(word: &str) -> Result<Registration, UnknownWord> {
    word.parse::<domain::Registration>().map(Registration::from)
}

fn logo_url(row: &organisation::Model) -> Option<String> {
    row.logo
        .as_ref()
        .map(|_| format!("{LOGO_PATH}?v={}", row.version))
}

/// A list that is stored with commas.
#[must_use]
pub fn split_list(text: &str) -> Vec<String> {
    text.split(',')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
