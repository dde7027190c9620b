//! The operations of expertise: extract, call the service, map the answer.

mod endorse;
mod me;
mod members;
mod suggest;
mod topics;
mod welcome;

use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the operations.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(me::list_my_topics)
        .service(me::set_my_topic)
        .service(me::get_my_availability)
        .service(me::set_my_availability)
        .service(welcome::get_my_welcome)
        .service(welcome::end_my_welcome);
    config
        .service(members::get_member_expertise)
        .service(members::get_member_expertise_viewer)
        .service(members::get_member_activity)
        .service(members::explain_expertise)
        .service(endorse::endorse_member)
        .service(endorse::withdraw_endorsement)
        .service(topics::list_topic_people)
        .service(suggest::suggest_experts);
}
