//! The migrations run in both directions, and every entity reads the table it names.

use sea_orm::{EntityTrait, QuerySelect};
use sea_orm_migration::MigratorTrait;
use tacit_api::db::entities as e;
use tacit_migrations::Migrator;

/// Selects nothing from each entity: a column that does not exist is an error all the same.
macro_rules! read_each {
    ($conn:expr, $($entity:ident),+ $(,)?) => {$(
        let rows = e::$entity::Entity::find().limit(0).all($conn).await;
        assert!(rows.is_ok(), "{}: {:?}", stringify!($entity), rows.err());
    )+};
}

on_each_database! {
    async fn migrations_run_up_and_down_and_up(db: TestDatabase) {
        let raw = sea_orm::Database::connect(format!("{}{}", db.url(), if db.is_postgres() { "" } else { "?mode=rwc" }))
            .await
            .unwrap();
        Migrator::up(&raw, None).await.unwrap();
        Migrator::down(&raw, None).await.unwrap();
        Migrator::up(&raw, None).await.unwrap();
        raw.close().await.unwrap();
    }

    async fn every_entity_reads_its_table(db: TestDatabase) {
        let db = db.connect().await;
        read_each!(
            db.reader(), answer, answer_renewal, audit_entry, availability, comment, community, community_invitation, community_link,
            community_member, community_pin, community_removal, community_request, community_topic,
            department, draft, endorsement, event, expertise_answer, expertise_voice, file, file_post, helpful_mark,
            hidden_author,
            idempotency_key, import_event, import_item, import_run, imported_badge, member, member_block, member_counter,
            member_link, member_topic, member_welcome, one_time_token, organisation, post, post_act, post_deletion, post_flag,
            post_link, post_person, post_topic, projection_cursor, question, question_closing,
            question_dismissal, question_request, question_route, refresh_token, revision, routing_choice, session,
            topic, topic_counter, topic_follow, topic_synonym, unmet_search, unmet_search_mark,
        );
    }
}
