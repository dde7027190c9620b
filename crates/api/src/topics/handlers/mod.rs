//! Operations of topics.

mod cleanup;
mod list;
mod page;
mod write;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this room; `complete` before what would take it for a slug.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list::list_topics)
        .service(list::complete_topics)
        .service(write::create_topic)
        .service(page::get_topic)
        .service(page::get_topic_viewer)
        .service(page::list_related_topics)
        .service(write::edit_topic)
        .service(write::merge_topic)
        .service(page::follow_topic)
        .service(page::unfollow_topic)
        .service(cleanup::get_topic_cleanup)
        .service(cleanup::delete_topic);
}
