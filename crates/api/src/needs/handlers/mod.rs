//! Operations of needs.

mod demand;
mod help;
mod join;
mod page;
mod respond;
mod say;
mod steer;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(page::list_needs)
        .service(page::list_similar_needs)
        .service(demand::get_demand)
        .service(demand::get_need_alert)
        .service(demand::set_need_alert)
        .service(say::say_need)
        .service(page::get_need)
        .service(page::get_need_viewer)
        .service(say::edit_need)
        .service(join::join_need)
        .service(join::leave_need)
        .service(join::confirm_need)
        .service(join::withdraw_confirmation)
        .service(help::offer_help)
        .service(help::withdraw_help)
        .service(help::suggest_helper)
        .service(help::withdraw_suggestion)
        .service(respond::respond_to_need)
        .service(respond::remove_response)
        .service(steer::move_need)
        .service(steer::take_on_need)
        .service(steer::let_go_of_need);
}
