//! The operations of members, sessions and the organisation: extract, call the service, map the answer.

mod admin;
mod departments;
mod invitations;
mod me;
mod members;
mod organisation;
mod reset;
mod sign_in;

use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config
        .service(sign_in::get_sign_in_options)
        .service(sign_in::register)
        .service(sign_in::confirm_address)
        .service(sign_in::sign_in)
        .service(reset::request_password_reset)
        .service(reset::reset_password)
        .service(sign_in::refresh_session)
        .service(sign_in::sign_out);
    config
        .service(me::get_me)
        .service(me::update_me)
        .service(me::change_password)
        .service(me::list_sessions)
        .service(me::end_session)
        .service(me::end_all_sessions);
    config
        .service(members::list_members)
        .service(members::get_member)
        .service(departments::list_departments)
        .service(departments::create_department)
        .service(departments::update_department);
    config
        .service(organisation::get_organisation)
        .service(organisation::update_organisation)
        .service(organisation::get_logo)
        .service(organisation::put_logo)
        .service(organisation::delete_logo);
    config
        .service(admin::list_all_members)
        .service(admin::update_member)
        .service(admin::link_member)
        .service(invitations::preview_invitations)
        .service(invitations::invite_people)
        .service(invitations::list_invitations)
        .service(invitations::create_invitation)
        .service(invitations::revoke_invitation);
}
