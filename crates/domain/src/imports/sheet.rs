//! Tables that an organisation has of its own: which column says what. Headings are read as people write them, in English
//! or Swedish; what cannot be told is said, not guessed.

crate::words! {
    /// What a table is of.
    pub enum SheetKind {
        /// One row for each member.
        Members = "members",
        /// One row for each answer; a question with several has several rows.
        Questions = "questions",
    }
}

crate::words! {
    /// What a column says.
    pub enum Field {
        /// Mail address to sign in with.
        Email = "email",
        /// Name others see.
        Name = "name",
        /// Short name in addresses.
        Handle = "handle",
        /// Member, lead or admin.
        Role = "role",
        /// Job title.
        JobTitle = "job_title",
        /// Name of a department that is on the list.
        Department = "department",
        /// Place.
        Place = "place",
        /// Language of the screens.
        Locale = "locale",
        /// Title of a question; empty where the row is another answer to the question above.
        Title = "title",
        /// Text of the question.
        Body = "body",
        /// Topics, separated by semicolons.
        Topics = "topics",
        /// Mail address of who asked.
        AskedBy = "asked_by",
        /// When.
        AskedAt = "asked_at",
        /// Text of the answer.
        Answer = "answer",
        /// Mail address of who answered.
        AnsweredBy = "answered_by",
        /// When.
        AnsweredAt = "answered_at",
        /// Whether the answer was accepted.
        Accepted = "accepted",
    }
}

impl SheetKind {
    /// The columns it may have, in the order of the template.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Members => &[
                Field::Email,
                Field::Name,
                Field::Handle,
                Field::Role,
                Field::JobTitle,
                Field::Department,
                Field::Place,
                Field::Locale,
            ],
            Self::Questions => &[
                Field::Title,
                Field::Body,
                Field::Topics,
                Field::AskedBy,
                Field::AskedAt,
                Field::Answer,
                Field::AnsweredBy,
                Field::AnsweredAt,
                Field::Accepted,
            ],
        }
    }

    /// The columns it must have.
    #[must_use]
    pub const fn needed(self) -> &'static [Field] {
        match self {
            Self::Members => &[Field::Email, Field::Name],
            Self::Questions => &[Field::Title, Field::Body, Field::Topics, Field::AskedBy],
        }
    }

    /// Rows that show how it is filled in, in the order of [`SheetKind::fields`].
    #[must_use]
    pub const fn examples(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Members => &[
                &[
                    "noor@example.org",
                    "Noor Haddad",
                    "noor",
                    "member",
                    "Buyer",
                    "",
                    "Malmö",
                    "sv",
                ],
                &["emil@example.org", "Emil Berg", "", "lead", "", "", "", ""],
            ],
            Self::Questions => &[
                &[
                    "How do I export the stock sheet?",
                    "The button is **grey** for me.",
                    "Stock; Spreadsheets",
                    "noor@example.org",
                    "2024-03-01 09:30",
                    "Choose a warehouse first.",
                    "emil@example.org",
                    "2024-03-01 10:05",
                    "yes",
                ],
                &[
                    "",
                    "",
                    "",
                    "",
                    "",
                    "Or ask for the right to see all of them.",
                    "emil@example.org",
                    "2024-03-02 08:00",
                    "",
                ],
            ],
        }
    }
}

impl Field {
    /// Headings that mean it, folded as [`fold`] does.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "email",
                "emailaddress",
                "mail",
                "mailaddress",
                "epost",
                "epostadress",
                "mejl",
            ],
            Self::Name => &["name", "fullname", "displayname", "namn"],
            Self::Handle => &["handle", "username", "nickname", "anvandarnamn"],
            Self::Role => &["role", "roll"],
            Self::JobTitle => &["jobtitle", "job", "position", "titel", "befattning", "yrke"],
            Self::Department => &["department", "unit", "avdelning", "enhet"],
            Self::Place => &[
                "place", "location", "city", "office", "ort", "plats", "kontor",
            ],
            Self::Locale => &["locale", "language", "sprak"],
            Self::Title => &["title", "question", "questiontitle", "fraga", "rubrik"],
            Self::Body => &[
                "body",
                "text",
                "questiontext",
                "questionbody",
                "details",
                "fragetext",
                "beskrivning",
            ],
            Self::Topics => &["topics", "topic", "tags", "tag", "amnen", "amne", "taggar"],
            Self::AskedBy => &[
                "askedby",
                "asker",
                "author",
                "fragadav",
                "fragare",
                "fragestallare",
            ],
            Self::AskedAt => &[
                "askedat",
                "asked",
                "date",
                "created",
                "createdat",
                "fragad",
                "datum",
            ],
            Self::Answer => &["answer", "answertext", "svar"],
            Self::AnsweredBy => &[
                "answeredby",
                "answerer",
                "answerauthor",
                "besvaradav",
                "svaradav",
            ],
            Self::AnsweredAt => &[
                "answeredat",
                "answered",
                "answerdate",
                "besvarad",
                "svarsdatum",
            ],
            Self::Accepted => &[
                "accepted",
                "acceptedanswer",
                "solution",
                "godtaget",
                "losning",
            ],
        }
    }
}

/// Which column says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// By column, from the left; none where the column says nothing that is known.
    pub columns: Vec<Option<Field>>,
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSheet {
    /// A column is missing.
    #[error("there is no column {0}; the headings must be in the first row")]
    Missing(Field),
    /// Two columns say the same.
    #[error("two columns say {0}")]
    Twice(Field),
}

impl Mapping {
    /// Reads the headings. What must be there is; a word that means something only in the other kind of table means
    /// nothing here.
    ///
    /// # Errors
    /// A column is missing, or there twice.
    pub fn of(kind: SheetKind, headings: &[&str]) -> Result<Self, BadSheet> {
        let mut columns = Vec::with_capacity(headings.len());
        for heading in headings {
            let folded = fold(heading);
            let mut fields = kind.fields().iter().copied();
            let field = fields.find(|field| field.headings().contains(&folded.as_str()));
            if let Some(twice) = field.filter(|_| columns.contains(&field)) {
                return Err(BadSheet::Twice(twice));
            }
            columns.push(field);
        }
        let mut needed = kind.needed().iter();
        match needed.find(|field| !columns.contains(&Some(**field))) {
            Some(missing) => Err(BadSheet::Missing(*missing)),
            None => Ok(Self { columns }),
        }
    }

    /// The place of a column.
    #[must_use]
    pub fn place(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| *column == Some(field))
    }
}

/// Small letters and digits alone, without the dots and rings of Swedish.
fn fold(heading: &str) -> String {
    let small = heading.trim().to_lowercase();
    let letters = small.chars().map(|letter| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    });
    letters
        .filter(|letter| letter.is_ascii_alphanumeric())
        .collect()
}

/// Whether a cell says yes; none where it says neither.
#[must_use]
pub fn yes_or_no(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "ja" | "j" => Some(true),
        "" | "no" | "n" | "false" | "0" | "nej" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_read_in_both_languages() {
        let mapping = Mapping::of(
            SheetKind::Members,
            &["E-post", "Namn", "Skostorlek", "Job title"],
        );
        let columns = mapping.map(|mapping| mapping.columns);
        assert_eq!(
            columns,
            Ok(vec![
                Some(Field::Email),
                Some(Field::Name),
                None,
                Some(Field::JobTitle)
            ])
        );
        let mapping = Mapping::of(
            SheetKind::Questions,
            &["Fråga", "Text", "Ämnen", "asked_by", "Svar"],
        );
        assert_eq!(
            mapping.map(|mapping| mapping.place(Field::Answer)),
            Ok(Some(4))
        );
    }

    #[test]
    fn what_is_missing_or_twice_is_said() {
        assert_eq!(
            Mapping::of(SheetKind::Members, &["Name"]),
            Err(BadSheet::Missing(Field::Email))
        );
        assert_eq!(
            Mapping::of(SheetKind::Members, &["Email", "mail", "Name"]),
            Err(BadSheet::Twice(Field::Email))
        );
    }

    #[test]
    fn templates_fit_their_own_headings() {
        for kind in SheetKind::ALL {
            let headings: Vec<&str> = kind.fields().iter().map(|field| field.as_str()).collect();
            let mapping = Mapping::of(*kind, &headings);
            let fields: Vec<_> = kind.fields().iter().map(|field| Some(*field)).collect();
            assert_eq!(mapping.map(|mapping| mapping.columns), Ok(fields));
            for row in kind.examples() {
                assert_eq!(row.len(), headings.len());
            }
        }
    }

    #[test]
    fn cells_say_yes_or_no() {
        assert_eq!(yes_or_no(" Ja "), Some(true));
        assert_eq!(yes_or_no(""), Some(false));
        assert_eq!(yes_or_no("perhaps"), None);
    }
}
