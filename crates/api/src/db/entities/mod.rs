//! One file per table, columns as the migrations describe them.
//!
//! Only `repo` modules, `nameless`, `db`, `events`, `projections` and `search` name these.
#![expect(
    missing_docs,
    reason = "a column says what it is; the migrations and a line here say the rest"
)]

pub mod answer;
pub mod answer_renewal;
pub mod audit_entry;
pub mod availability;
pub mod bookmark;
pub mod comment;
pub mod community;
pub mod community_invitation;
pub mod community_link;
pub mod community_member;
pub mod community_pin;
pub mod community_removal;
pub mod community_request;
pub mod community_topic;
pub mod department;
pub mod draft;
pub mod endorsement;
pub mod event;
pub mod expertise_answer;
pub mod expertise_voice;
pub mod file;
pub mod file_post;
pub mod helpful_mark;
pub mod hidden_author;
pub mod idempotency_key;
pub mod import_event;
pub mod import_item;
pub mod import_run;
pub mod imported_badge;
pub mod letter;
pub mod member;
pub mod member_block;
pub mod member_counter;
pub mod member_follow;
pub mod member_link;
pub mod member_topic;
pub mod member_welcome;
pub mod mention;
pub mod need;
pub mod need_confirmation;
pub mod need_helper;
pub mod need_join;
pub mod need_response;
pub mod need_setting;
pub mod need_step;
pub mod notice;
pub mod notice_preference;
pub mod notice_read;
pub mod notice_setting;
pub mod notice_watch;
pub mod one_time_token;
pub mod organisation;
pub mod post;
pub mod post_act;
pub mod post_deletion;
pub mod post_flag;
pub mod post_link;
pub mod post_person;
pub mod post_topic;
pub mod projection_cursor;
pub mod question;
pub mod question_closing;
pub mod question_dismissal;
pub mod question_follow;
pub mod question_request;
pub mod question_route;
pub mod refresh_token;
pub mod revision;
pub mod routing_choice;
pub mod session;
pub mod topic;
pub mod topic_counter;
pub mod topic_follow;
pub mod topic_synonym;
pub mod unmet_search;
pub mod unmet_search_mark;
