//! Operations of communities.

mod join;
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
        .service(join::leave_community);
}
