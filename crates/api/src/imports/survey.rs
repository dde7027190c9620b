//! The first reading of a dump: every row of every file is read and its fate decided before anything is written. What is
//! broken shows here; what the second reading needs of other rows is kept, as numbers.

mod history;
mod links;
mod posts;
mod votes;

use std::collections::{BTreeMap, HashMap, HashSet};

use tacit_domain::imports::RowFate;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::dump::{Dump, DumpFile};
use super::error::ImportError;
use super::ledger::Ledger;
use super::progress::Progress;
use super::rows::{Row, Rows};
use super::stage::{Place, Texts};

pub use history::{SaidPart, Saying};
pub use posts::{PostFact, PostRole, QuestionFact};

/// What was found out.
#[derive(Debug)]
pub struct Survey {
    /// Fates of all rows.
    pub ledger: Ledger,
    /// People by their id there.
    pub people: HashMap<i64, Uuid>,
    /// Tags, in the order they came.
    pub tags: Vec<TagFact>,
    /// Their places in `tags`.
    pub tag_index: HashMap<String, usize>,
    /// Posts by their id there.
    pub posts: HashMap<i64, PostFact>,
    /// Up-votes by post and by the time (a day) they were given.
    pub helpful: HashMap<i64, BTreeMap<i64, i32>>,
    /// Whether the dump says which votes there were; else scores must do.
    pub has_votes: bool,
    /// When accepted answers were accepted.
    pub accepted_at: HashMap<i64, i64>,
    /// Newest texts as typed.
    pub typed: HashMap<i64, Place>,
    /// What posts said at each time, oldest first.
    pub history: HashMap<i64, Vec<Saying>>,
    /// Where texts lie.
    pub texts: Texts,
    /// Links to take.
    pub links: Vec<LinkFact>,
    /// Comments to take, by their id there.
    pub comments: HashMap<i64, Uuid>,
    /// The newest moment a post tells of: how old the dump is.
    pub newest: i64,
}

/// The ids here of what was imported before, by the ids there.
#[derive(Debug, Default)]
pub struct KnownIds {
    /// People.
    pub people: HashMap<i64, Uuid>,
    /// Questions.
    pub questions: HashMap<i64, Uuid>,
    /// Answers.
    pub answers: HashMap<i64, Uuid>,
    /// Comments.
    pub comments: HashMap<i64, Uuid>,
}

/// A tag.
#[derive(Debug)]
pub struct TagFact {
    /// As it is written there.
    pub tag: String,
    /// Its id there, unless it is only used and not listed.
    pub id: Option<i64>,
    /// When the first question had it.
    pub first_used_at: Option<i64>,
    /// The posts that say what it is about: one line, then more.
    pub texts: [Option<i64>; 2],
}

/// A link between two posts that are taken.
#[derive(Clone, Copy, Debug)]
pub struct LinkFact {
    /// Its id there.
    pub id: i64,
    /// From here.
    pub from: i64,
    /// To here; the original, if `duplicate`.
    pub to: i64,
    /// Whether `from` asks the same.
    pub duplicate: bool,
    /// When it was made.
    pub at: i64,
}

impl Survey {
    /// Reads the whole dump.
    ///
    /// # Errors
    /// Anything that is broken or missing in it.
    pub fn of(dump: &Dump, progress: &Progress) -> Result<Self, ImportError> {
        let mut survey = Self {
            ledger: Ledger::default(),
            people: HashMap::new(),
            tags: Vec::new(),
            tag_index: HashMap::new(),
            posts: HashMap::new(),
            helpful: HashMap::new(),
            has_votes: dump.has(DumpFile::Votes),
            accepted_at: HashMap::new(),
            typed: HashMap::new(),
            history: HashMap::new(),
            texts: Texts::create(dump.scratch())?,
            links: Vec::new(),
            comments: HashMap::new(),
            newest: 0,
        };
        progress.phase("Reading", DumpFile::ALL.iter().map(|f| dump.size(*f)).sum());
        for file in DumpFile::ALL.into_iter().filter(|file| dump.has(*file)) {
            let rows = dump.rows(file)?;
            survey.read(file, rows, progress)?;
            progress.add(dump.size(file));
        }
        progress.done();
        Ok(survey)
    }

    fn read(&mut self, file: DumpFile, rows: Rows, progress: &Progress) -> Result<(), ImportError> {
        let rows = &mut Reading { rows, progress };
        match file {
            DumpFile::Tags => self.read_tags(rows),
            DumpFile::Users => self.read_users(rows),
            DumpFile::Posts => self.read_posts(rows),
            DumpFile::Votes => self.read_votes(rows),
            DumpFile::PostHistory => self.read_history(rows),
            DumpFile::Comments => self.read_comments(rows),
            DumpFile::PostLinks => self.read_links(rows),
            DumpFile::Badges => self.read_badges(rows),
        }?;
        self.ledger.read(file, rows.rows.count());
        Ok(())
    }

    fn read_tags(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        while let Some(row) = rows.next_row()? {
            let id = row.need("Id")?;
            let tag: String = row.need("TagName")?;
            let at = self.tag(&tag);
            let Some(fact) = self.tags.get_mut(at).filter(|fact| fact.id.is_none()) else {
                self.ledger.count(DumpFile::Tags, RowFate::Repeated);
                continue;
            };
            fact.id = Some(id);
            fact.texts = [row.read("ExcerptPostId")?, row.read("WikiPostId")?];
            self.ledger.count(DumpFile::Tags, RowFate::Topic);
        }
        Ok(())
    }

    /// The place of a tag, which is made where there is none.
    fn tag(&mut self, tag: &str) -> usize {
        if let Some(at) = self.tag_index.get(tag) {
            return *at;
        }
        let at = self.tags.len();
        self.tags.push(TagFact {
            tag: tag.to_owned(),
            id: None,
            first_used_at: None,
            texts: [None, None],
        });
        self.tag_index.insert(tag.to_owned(), at);
        at
    }

    fn read_users(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        while let Some(row) = rows.next_row()? {
            let id = row.need("Id")?;
            row.created_at()?;
            let fate = if self.people.insert(id, Uuid::now_v7()).is_some() {
                RowFate::Repeated
            } else {
                RowFate::Person
            };
            self.ledger.count(DumpFile::Users, fate);
        }
        Ok(())
    }

    fn read_comments(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        while let Some(row) = rows.next_row()? {
            let id: i64 = row.need("Id")?;
            let created_at = row.created_at()?;
            let fate = self.fate_beside(row.need("PostId")?).unwrap_or_else(|| {
                if row.text("Text").is_none() {
                    return RowFate::EmptyText;
                }
                match self.comments.insert(id, id_at(created_at)) {
                    Some(_) => RowFate::Repeated,
                    None => RowFate::Comment,
                }
            });
            self.ledger.count(DumpFile::Comments, fate);
        }
        Ok(())
    }

    fn read_badges(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let id: i64 = row.need("Id")?;
            row.need::<Timestamp>("Date")?;
            row.need::<String>("Name")?;
            let person = row
                .read("UserId")?
                .filter(|id| self.people.contains_key(id));
            let fate = match person {
                None => RowFate::PersonMissing,
                Some(_) if !seen.insert(id) => RowFate::Repeated,
                Some(_) => RowFate::ForeignBadge,
            };
            self.ledger.count(DumpFile::Badges, fate);
        }
        Ok(())
    }

    /// What is here already keeps the id it has here.
    pub fn adopt(&mut self, known: &KnownIds) {
        for (id, person) in &mut self.people {
            *person = known.people.get(id).copied().unwrap_or(*person);
        }
        for (id, fact) in &mut self.posts {
            let here = match fact.role {
                PostRole::Question(_) => known.questions.get(id),
                PostRole::Answer(_) => known.answers.get(id),
                _ => None,
            };
            fact.id = here.copied().unwrap_or(fact.id);
        }
        for (id, comment) in &mut self.comments {
            *comment = known.comments.get(id).copied().unwrap_or(*comment);
        }
    }

    /// Why a row that belongs to this post is left out; nothing, when the post is a question or answer that is taken.
    fn fate_beside(&self, post: i64) -> Option<RowFate> {
        match self.posts.get(&post).map(PostFact::is_taken) {
            None => Some(RowFate::PostMissing),
            Some(false) => Some(RowFate::PostLeftOut),
            Some(true) => None,
        }
    }
}

/// The rows of a file, whose reading moves the bar.
struct Reading<'p> {
    rows: Rows,
    progress: &'p Progress,
}

impl Reading<'_> {
    fn next_row(&mut self) -> Result<Option<Row>, ImportError> {
        let row = self.rows.next_row()?;
        if self.rows.count().is_multiple_of(512) {
            self.progress.within(self.rows.position());
        }
        Ok(row)
    }
}

/// An id whose time is the time of the original, so that ids sort as things happened.
fn id_at(micros: i64) -> Uuid {
    let micros = u64::try_from(micros).unwrap_or_default();
    let nanos = u32::try_from(micros % 1_000_000).unwrap_or_default() * 1_000;
    Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        micros / 1_000_000,
        nanos,
    ))
}
