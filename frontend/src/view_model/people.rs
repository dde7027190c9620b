//! Which people are listed, as the address says it; what a person has contributed, in words.

use tacit_contract::identity::{ListMembersQuery, MemberCounts, MemberSort};
use uuid::Uuid;

use super::address;
use crate::i18n::Lang;

/// What is chosen on the list of people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleView {
    /// Words of name, title or place.
    pub q: Option<String>,
    /// Only this department.
    pub department: Option<Uuid>,
    /// Slugs of topics they know, separated by commas.
    pub topics: Option<String>,
    /// Words of the place.
    pub place: Option<String>,
    /// Only who speaks this language.
    pub language: Option<String>,
    /// Only who can be asked now.
    pub available: bool,
    /// Order.
    pub sort: MemberSort,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl PeopleView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            q: address::text(get("q")),
            department: address::value(get("department")),
            topics: address::text(get("topics")),
            place: address::text(get("place")),
            language: address::text(get("language")),
            available: get("available").is_some_and(|word| word == "now"),
            sort: address::value(get("sort")).unwrap_or_default(),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let department = self.department.map(|id| id.to_string());
        address::address(
            "/people",
            &[
                ("q", self.q.as_deref()),
                ("department", department.as_deref()),
                ("topics", self.topics.as_deref()),
                ("place", self.place.as_deref()),
                ("language", self.language.as_deref()),
                ("available", self.available.then_some("now")),
                ("sort", address::word(&self.sort).as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self) -> ListMembersQuery {
        ListMembersQuery {
            q: self.q.clone(),
            department: self.department,
            role: None,
            topics: self.topics.clone(),
            place: self.place.clone(),
            language: self.language.clone(),
            available: self.available.then_some(true),
            sort: Some(self.sort),
            cursor: self.cursor.clone(),
            limit: None,
        }
    }

    /// Whether the list is narrowed, so that nobody on it means nobody found.
    pub const fn is_narrowed(&self) -> bool {
        self.q.is_some()
            || self.department.is_some()
            || self.topics.is_some()
            || self.place.is_some()
            || self.language.is_some()
            || self.available
    }
}

/// Title, department and place, as far as they are known, in one line.
pub fn where_they_work(job_title: &str, department: Option<&str>, place: &str) -> String {
    let parts = [job_title, department.unwrap_or_default(), place];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What somebody has contributed, in words: `Seven answers, 5 accepted. 2 questions.` Nothing when there is nothing.
pub fn contributions(t: Lang, counts: &MemberCounts) -> Option<String> {
    let (answers, accepted) = (count(counts.answers), count(counts.accepted));
    let mut said = Vec::new();
    if answers > 0 && accepted > 0 {
        said.push(t.people_answers_accepted(&t.questions_answers(answers), &t.number(accepted)));
    } else if answers > 0 {
        said.push(t.questions_answers(answers));
    }
    if counts.questions > 0 {
        said.push(t.people_questions(count(counts.questions)));
    }
    (!said.is_empty()).then(|| said.join(" · "))
}

/// The place of a time zone: `Europe/Stockholm` is `Stockholm`.
pub fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// A count of the API: never below nothing.
pub fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use tacit_contract::identity::{MemberCounts, MemberSort};
    use uuid::Uuid;

    use super::{PeopleView, city, contributions, where_they_work};
    use crate::i18n::Lang;

    #[test]
    fn an_address_says_what_is_chosen_and_is_read_back() {
        let view = PeopleView {
            q: Some("noor h".to_owned()),
            department: Some(Uuid::from_u128(7)),
            topics: Some("sql".to_owned()),
            available: true,
            sort: MemberSort::Newest,
            ..PeopleView::default()
        };
        let address = view.address();
        assert_eq!(
            address,
            "/people?q=noor%20h&department=00000000-0000-0000-0000-000000000007&topics=sql&available=now&sort=newest"
        );
        let read = PeopleView::read(|name| match name {
            "q" => Some("noor h".to_owned()),
            "department" => Some("00000000-0000-0000-0000-000000000007".to_owned()),
            "topics" => Some("sql".to_owned()),
            "available" => Some("now".to_owned()),
            "sort" => Some("newest".to_owned()),
            _ => None,
        });
        assert_eq!(read, view);
        assert_eq!(PeopleView::default().address(), "/people");
    }

    #[test]
    fn a_broken_address_is_the_usual_list() {
        let view = PeopleView::read(|_| Some("?".to_owned()));
        assert_eq!((view.department, view.sort), (None, MemberSort::Name));
    }

    #[test]
    fn what_is_not_known_leaves_no_gap() {
        assert_eq!(
            where_they_work("Buyer", None, "Västerås"),
            "Buyer, Västerås"
        );
        assert_eq!(where_they_work("", None, ""), "");
    }

    #[test]
    fn a_zone_is_told_by_its_place() {
        assert_eq!(city("America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(city("UTC"), "UTC");
    }

    #[test]
    fn contributions_are_words() {
        let counts = MemberCounts {
            questions: 1,
            answers: 7,
            accepted: 5,
            helpful: 9,
        };
        assert_eq!(
            contributions(Lang::En, &counts).as_deref(),
            Some("7 answers, 5 accepted · 1 question")
        );
        assert_eq!(contributions(Lang::Sv, &MemberCounts::default()), None);
    }
}
