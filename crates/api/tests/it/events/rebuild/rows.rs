//! The rows that acts choose from and change.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use tacit_api::db::entities::{member, post, post_topic, question, topic};
use tacit_api::db::{self, Database, Tx};
use tacit_api::error::AppResult;
use uuid::Uuid;

const MEMBERS: u128 = 4;
const TOPICS: u128 = 3;

pub async fn pick<E: EntityTrait>(tx: &Tx, number: u8) -> AppResult<Option<E::Model>> {
    let mut rows = E::find().all(tx).await?;
    let index = usize::from(number).checked_rem(rows.len());
    Ok(index.map(|index| rows.swap_remove(index)))
}

pub fn member_id(number: u8) -> Uuid {
    Uuid::from_u128(100 + u128::from(number) % MEMBERS)
}

pub fn topic_id(number: u8) -> Uuid {
    Uuid::from_u128(200 + u128::from(number) % TOPICS)
}

pub async fn set_topics(tx: &Tx, post_id: Uuid, bits: u8) -> AppResult<Vec<Uuid>> {
    use sea_orm::{ColumnTrait, QueryFilter};
    post_topic::Entity::delete_many()
        .filter(post_topic::Column::PostId.eq(post_id))
        .exec(tx)
        .await?;
    let topics: Vec<Uuid> = (0..3)
        .filter(|bit| bits >> bit & 1 == 1)
        .map(topic_id)
        .collect();
    for (topic_id, position) in topics.iter().copied().zip(0..) {
        post_topic::Model {
            post_id,
            topic_id,
            position,
        }
        .into_active_model()
        .insert(tx)
        .await?;
    }
    Ok(topics)
}

pub async fn insert_post(tx: &Tx, kind: &str, audience: &str, author: u8) -> AppResult<Uuid> {
    let id = Uuid::now_v7();
    let row = post::Model {
        id,
        kind: kind.into(),
        audience: audience.into(),
        community_id: None,
        author_id: (!author.is_multiple_of(5)).then(|| member_id(author)),
        author_hidden: false,
        language: "en".into(),
        body: "text".into(),
        body_html: "<p>text</p>".into(),
        renderer_version: 1,
        helpful_imported: 0,
        helpful_count: 0,
        version: 1,
        created_at: 1,
        edited_at: None,
        deleted_at: None,
        source_author: None,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
        source_wiki: false,
        source_gone_at: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(id)
}

pub fn question_row(post_id: Uuid) -> question::Model {
    question::Model {
        post_id,
        title: "Which way round?".into(),
        urgency: "normal".into(),
        state: "open".into(),
        accepted_answer_id: None,
        accepted_by: None,
        accepted_at: None,
        closed_reason: None,
        duplicate_of_id: None,
        answer_count: 0,
        last_activity_at: 5,
    }
}

/// The members and topics that acts choose from.
pub async fn prepare(db: &Database) {
    db::write(db, |tx| {
        Box::pin(async move {
            for number in 0..4 {
                insert_member(tx, number).await?;
            }
            for number in 0..3 {
                insert_topic(tx, number).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

async fn insert_member(tx: &impl ConnectionTrait, number: u8) -> AppResult<()> {
    let row = member::Model {
        id: member_id(number),
        handle: format!("member-{number}"),
        display_name: format!("Member {number}"),
        email: None,
        password_hash: None,
        role: "member".into(),
        status: "active".into(),
        job_title: String::new(),
        department_id: None,
        place: String::new(),
        bio: String::new(),
        languages: String::new(),
        locale: "en".into(),
        time_zone: "UTC".into(),
        version: 1,
        created_at: 1,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(())
}

async fn insert_topic(tx: &impl ConnectionTrait, number: u8) -> AppResult<()> {
    let row = topic::Model {
        id: topic_id(number),
        slug: format!("topic-{number}"),
        name: format!("Topic {number}"),
        description: String::new(),
        description_html: String::new(),
        renderer_version: 1,
        parent_id: None,
        merged_into_id: None,
        created_by: None,
        version: 1,
        created_at: 1,
        source_site: None,
        source_id: None,
        source_url: None,
        source_license: None,
    };
    row.into_active_model().insert(tx).await?;
    Ok(())
}
