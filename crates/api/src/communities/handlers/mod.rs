//! Operations of communities.

mod ask;
mod invite;
mod join;
mod link;
mod page;

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
        .service(link::join_by_community_link);
}
