//! Operations of keeping order: extract, call the service, map the answer.

mod audit;
mod closings;
mod deletions;
mod flags;
mod renewals;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(closings::close_question)
        .service(closings::reopen_question);
    config
        .service(deletions::delete_post)
        .service(deletions::restore_post)
        .service(deletions::get_deleted_post)
        .service(deletions::list_deleted_posts);
    config
        .service(flags::flag_post)
        .service(flags::unflag_post)
        .service(flags::resolve_flags)
        .service(flags::list_flags);
    config
        .service(renewals::list_renewals)
        .service(renewals::renew_answer);
    config.service(audit::list_audit_entries);
}
