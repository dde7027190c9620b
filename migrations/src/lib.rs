//! The database schema of Tacit, the same on SQLite and PostgreSQL.
//!
//! Migrations import nothing else of the project: they must go on meaning the same when the entities have moved on.
//! Times are BIGINT microseconds since the Unix epoch, enums are short snake_case words, ids are UUIDs made by the server.

use sea_orm_migration::prelude::*;

mod m20261123_000001_create_identity;
mod m20261123_000002_create_topics;
mod m20261123_000003_create_posts;
mod m20261123_000004_create_log;
mod m20261124_000011_create_follows;
mod m20261124_000012_create_notices;
mod m20261124_000013_create_notice_preferences;
mod m20261124_000014_create_letters;
mod m20261124_000015_create_bookmarks_and_mentions;
mod m20261124_000021_create_drafts;
mod m20261124_000022_create_files;
mod m20261124_000031_create_moderation;
mod m20261124_000032_create_deletion;
mod m20261124_000033_create_flags;
mod m20261124_000034_create_member_link;
mod m20261124_000041_create_import_items;
mod m20261124_000042_mark_imported_posts;
mod m20261124_000043_create_imported_badges;
mod m20261124_000061_create_expertise;
mod m20261124_000062_create_expertise_evidence;
mod m20261125_000071_create_needs;
mod m20261125_000072_create_need_alerts;
mod m20261125_000081_create_routing;
mod m20261125_000082_create_welcome;
mod m20261125_000101_extend_community;
mod m20261125_000102_create_community_doors;
mod m20261125_000121_create_blocks;
mod m20261126_000131_keep_audience_of_drafts;
mod m20261130_000131_create_community_links;
mod m20261130_000132_create_community_removals;
mod m20261130_000133_create_community_pins;
mod m20261130_000141_create_hidden_author;
mod m20261130_000151_create_unmet_searches;
mod m20261130_000152_keep_forms_of_drafts;
mod table;

/// Runs the migrations in their order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_create_identity::Migration),
            Box::new(m20261123_000002_create_topics::Migration),
            Box::new(m20261123_000003_create_posts::Migration),
            Box::new(m20261123_000004_create_log::Migration),
            Box::new(m20261124_000011_create_follows::Migration),
            Box::new(m20261124_000012_create_notices::Migration),
            Box::new(m20261124_000013_create_notice_preferences::Migration),
            Box::new(m20261124_000014_create_letters::Migration),
            Box::new(m20261124_000015_create_bookmarks_and_mentions::Migration),
            Box::new(m20261124_000021_create_drafts::Migration),
            Box::new(m20261124_000022_create_files::Migration),
            Box::new(m20261124_000031_create_moderation::Migration),
            Box::new(m20261124_000032_create_deletion::Migration),
            Box::new(m20261124_000033_create_flags::Migration),
            Box::new(m20261124_000034_create_member_link::Migration),
            Box::new(m20261124_000041_create_import_items::Migration),
            Box::new(m20261124_000042_mark_imported_posts::Migration),
            Box::new(m20261124_000043_create_imported_badges::Migration),
            Box::new(m20261124_000061_create_expertise::Migration),
            Box::new(m20261124_000062_create_expertise_evidence::Migration),
            Box::new(m20261125_000071_create_needs::Migration),
            Box::new(m20261125_000072_create_need_alerts::Migration),
            Box::new(m20261125_000081_create_routing::Migration),
            Box::new(m20261125_000082_create_welcome::Migration),
            Box::new(m20261125_000101_extend_community::Migration),
            Box::new(m20261125_000102_create_community_doors::Migration),
            Box::new(m20261125_000121_create_blocks::Migration),
            Box::new(m20261126_000131_keep_audience_of_drafts::Migration),
            Box::new(m20261130_000131_create_community_links::Migration),
            Box::new(m20261130_000132_create_community_removals::Migration),
            Box::new(m20261130_000133_create_community_pins::Migration),
            Box::new(m20261130_000141_create_hidden_author::Migration),
            Box::new(m20261130_000151_create_unmet_searches::Migration),
            Box::new(m20261130_000152_keep_forms_of_drafts::Migration),
        ]
    }
}
