//! Communities: who sees one, who comes in, who writes.

mod ask;
mod end;
mod invite;
mod join;
mod link;
mod members;
mod notices;
mod pulse;
mod settings;
mod writing;

use tacit_client::Client;
use tacit_contract::communities::{
    CommunityDetail, CommunityView, CreateCommunity, JoinRule, ListCommunitiesQuery, Visibility,
};
use uuid::Uuid;

/// A community that can be founded.
pub fn community(name: &str, visibility: Visibility, join_rule: JoinRule) -> CreateCommunity {
    CreateCommunity {
        name: name.to_owned(),
        purpose: "For everybody who talks to customers.".to_owned(),
        visibility,
        join_rule,
        // A hidden one makes no topics, and there are none at the start.
        topics: match visibility {
            Visibility::Hidden => Vec::new(),
            Visibility::Open | Visibility::OnRequest => vec!["Customer calls".to_owned()],
        },
        charter: Default::default(),
        language: None,
    }
}

/// Founds one.
pub async fn found(
    person: &Client,
    visibility: Visibility,
    join_rule: JoinRule,
) -> CommunityDetail {
    let new = community("Calls that go wrong", visibility, join_rule);
    person.create_community(&new).await.unwrap()
}

/// The ids in a view.
pub async fn ids(person: &Client, view: CommunityView) -> Vec<Uuid> {
    let query = ListCommunitiesQuery {
        view: Some(view),
        ..Default::default()
    };
    let page = person.list_communities(&query).await.unwrap();
    page.items
        .into_iter()
        .map(|item| item.community.id)
        .collect()
}
