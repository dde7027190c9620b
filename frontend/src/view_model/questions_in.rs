//! The questions of one place, a topic or a community: which of them are listed, as the address says it.

use tacit_contract::questions::{ListQuestionsQuery, QuestionFilter, QuestionSort};
use uuid::Uuid;

use super::address;
use super::communities::community_address;
use super::topics::topic_address;

/// Where questions belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A topic, by its slug.
    Topic(String),
    /// A community.
    Community(Uuid),
}

impl Place {
    /// The address of its page.
    fn address(&self) -> String {
        match self {
            Self::Topic(slug) => topic_address(slug),
            Self::Community(id) => community_address(*id),
        }
    }
}

/// What is chosen among its questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionsIn {
    /// How far they have come.
    pub state: QuestionFilter,
    /// Order.
    pub sort: QuestionSort,
    /// Where the page begins.
    pub cursor: Option<String>,
}

impl QuestionsIn {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            state: address::value(get("state")).unwrap_or_default(),
            sort: address::value(get("sort")).unwrap_or_default(),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self, place: &Place) -> String {
        address::address(
            &place.address(),
            &[
                ("state", address::word(&self.state).as_deref()),
                ("sort", address::word(&self.sort).as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self, place: &Place) -> ListQuestionsQuery {
        let (topic, community) = match place {
            Place::Topic(slug) => (Some(slug.clone()), None),
            Place::Community(id) => (None, Some(*id)),
        };
        ListQuestionsQuery {
            topic,
            community,
            state: Some(self.state),
            sort: Some(self.sort),
            cursor: self.cursor.clone(),
            ..ListQuestionsQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::questions::{QuestionFilter, QuestionSort};
    use uuid::Uuid;

    use super::{Place, QuestionsIn};

    #[test]
    fn addresses_say_what_is_chosen() {
        let view = QuestionsIn {
            state: QuestionFilter::Unanswered,
            sort: QuestionSort::Waiting,
            cursor: None,
        };
        let topic = Place::Topic("payroll".to_owned());
        assert_eq!(
            view.address(&topic),
            "/topics/payroll?state=unanswered&sort=waiting"
        );
        let query = view.query(&topic);
        assert_eq!(
            (query.topic.as_deref(), query.community),
            (Some("payroll"), None)
        );
        let community = Place::Community(Uuid::nil());
        assert_eq!(
            QuestionsIn::default().address(&community),
            "/communities/00000000-0000-0000-0000-000000000000"
        );
        let query = view.query(&community);
        assert_eq!((query.topic, query.community), (None, Some(Uuid::nil())));
    }

    #[test]
    fn addresses_are_read_back() {
        let view = QuestionsIn::read(|name| (name == "state").then(|| "solved".to_owned()));
        let solved = QuestionsIn {
            state: QuestionFilter::Solved,
            ..QuestionsIn::default()
        };
        assert_eq!(view, solved);
    }
}
