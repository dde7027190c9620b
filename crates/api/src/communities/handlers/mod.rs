//! Operations of communities.

mod ask;
mod end;
mod invite;
mod join;
mod link;
mod members;
mod page;
mod pulse;
mod settings;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(page::list_communities)
        .service(page::create_community)
        .service(page::get_community)
        .service(page::get_community_viewer)
        .service(join::list_community_members)
        .service(join::join_community)
        .service(join::leave_community)
        .service(ask::ask_to_join_community)
        .service(ask::withdraw_join_request)
        .service(ask::list_join_requests)
        .service(ask::decide_join_request)
        .service(invite::invite_to_community)
        .service(invite::list_community_invitations)
        .service(invite::revoke_community_invitation)
        .service(invite::decline_community_invitation)
        .service(link::create_community_link)
        .service(link::list_community_links)
        .service(link::revoke_community_link)
        .service(link::open_community_link)
        .service(link::join_by_community_link)
        .service(members::remove_community_member)
        .service(members::change_community_role)
        .service(settings::edit_community)
        .service(settings::get_community_settings)
        .service(end::archive_community)
        .service(end::restore_community)
        .service(end::get_community_deletion)
        .service(end::delete_community)
        .service(pulse::get_community_overview)
        .service(pulse::get_community_health)
        .service(pulse::list_community_pins)
        .service(pulse::pin_post)
        .service(pulse::unpin_post);
}
