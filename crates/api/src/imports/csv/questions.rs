//! Questions with their answers from a table: one row for each answer. A row without a title is another answer to the
//! question above.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use tacit_contract::posts::AudienceChoice;
use tacit_domain::events::Origin;
use tacit_domain::identity::{Role, Viewer};
use tacit_domain::imports::sheet::{Field, Mapping, yes_or_no};
use tacit_domain::moderation::AuditAct;
use tacit_domain::posts::Body;
use tacit_domain::questions::{Title, Urgency};
use tacit_domain::time::Timestamp;
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use super::read::Line;
use super::{BATCH, BadRow, SheetError, Written, log, member_of};
use crate::db::entities::{post, question};
use crate::db::{self, Tx};
use crate::error::AppResult;
use crate::posts::{Act, Written as Text};
use crate::questions::accept;
use crate::questions::service::{self, NewQuestion};
use crate::state::AppState;
use crate::topics::resolve::read_names;

/// A question that is not here yet, with its answers.
#[derive(Clone, Debug)]
pub struct NewThread {
    title: Title,
    text: Text,
    topics: Vec<TopicName>,
    asker: Viewer,
    at: Timestamp,
    answers: Vec<NewAnswer>,
}

#[derive(Clone, Debug)]
struct NewAnswer {
    text: Text,
    author: Viewer,
    at: Timestamp,
    accepted: bool,
}

/// What the row above was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Nothing,
    Taken,
    Known,
    Bad,
}

struct Checking<'a> {
    mapping: &'a Mapping,
    people: HashMap<String, Viewer>,
    now: Timestamp,
    threads: Vec<NewThread>,
    known: usize,
    bad: Vec<BadRow>,
    above: Above,
}

/// Reads all rows; a question that is here already, by title and asker, is counted as known with its answers.
pub async fn check(
    state: &AppState,
    mapping: &Mapping,
    lines: &[Line],
) -> Result<(Vec<NewThread>, usize, Vec<BadRow>), SheetError> {
    let db = state.db.reader();
    let mut checking = Checking {
        mapping,
        people: people(db, mapping, lines).await?,
        now: state.clock.now(),
        threads: Vec::new(),
        known: 0,
        bad: Vec::new(),
        above: Above::Nothing,
    };
    for line in lines {
        if let Err(row) = checking.line(db, line).await? {
            checking.bad.push(row);
        }
    }
    Ok((checking.threads, checking.known, checking.bad))
}

/// Everybody the table names and who has an account.
async fn people(
    db: &impl ConnectionTrait,
    mapping: &Mapping,
    lines: &[Line],
) -> AppResult<HashMap<String, Viewer>> {
    let mut people = HashMap::new();
    for field in [Field::AskedBy, Field::AnsweredBy] {
        for line in lines {
            let address = line.get(mapping, field);
            if address.is_empty() || people.contains_key(address) {
                continue;
            }
            if let Some(member) = member_of(db, address).await? {
                let viewer = Viewer {
                    member_id: member.id,
                    role: Role::Member,
                };
                people.insert(address.to_owned(), viewer);
            }
        }
    }
    Ok(people)
}

impl Checking<'_> {
    async fn line(
        &mut self,
        db: &impl ConnectionTrait,
        line: &Line,
    ) -> AppResult<Result<(), BadRow>> {
        if line.get(self.mapping, Field::Title).is_empty() {
            return Ok(self.further_answer(line));
        }
        self.above = Above::Bad;
        let mut thread = match self.thread(line) {
            Ok(thread) => thread,
            Err(row) => return Ok(Err(row)),
        };
        let same = self.threads.last().is_some_and(|last| {
            last.title.as_str() == thread.title.as_str()
                && last.asker.member_id == thread.asker.member_id
        });
        if same {
            self.above = Above::Taken;
            return Ok(self.further_answer(line));
        }
        if is_here(db, &thread).await? {
            self.above = Above::Known;
            self.known += 1;
            return Ok(Ok(()));
        }
        match self.answer(line, thread.at) {
            Ok(answer) => thread.answers.extend(answer),
            Err(row) => return Ok(Err(row)),
        }
        self.threads.push(thread);
        self.above = Above::Taken;
        Ok(Ok(()))
    }

    fn further_answer(&mut self, line: &Line) -> Result<(), BadRow> {
        match self.above {
            Above::Known => {
                self.known += 1;
                return Ok(());
            }
            Above::Nothing => {
                return Err(BadRow::new(
                    line.number,
                    Field::Title,
                    "there is no question above",
                ));
            }
            Above::Bad => {
                let problem = "the question above cannot be taken";
                return Err(BadRow::new(line.number, Field::Title, problem));
            }
            Above::Taken => {}
        }
        let asked_at = self.threads.last().map_or(self.now, |thread| thread.at);
        let Some(answer) = self.answer(line, asked_at)? else {
            return Err(BadRow::new(line.number, Field::Answer, "must not be empty"));
        };
        let Some(thread) = self.threads.last_mut() else {
            return Ok(());
        };
        if answer.accepted && thread.answers.iter().any(|other| other.accepted) {
            let problem = "another answer is accepted already";
            return Err(BadRow::new(line.number, Field::Accepted, problem));
        }
        thread.answers.push(answer);
        Ok(())
    }

    fn thread(&self, line: &Line) -> Result<NewThread, BadRow> {
        let cell = |field| line.get(self.mapping, field);
        let wrong =
            |field, problem: &dyn ToString| BadRow::new(line.number, field, problem.to_string());
        let title = Title::parse(cell(Field::Title)).map_err(|e| wrong(Field::Title, &e))?;
        let body = Body::parse(cell(Field::Body)).map_err(|e| wrong(Field::Body, &e))?;
        let names: Vec<String> = cell(Field::Topics)
            .split(';')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let topics = read_names(&names).map_err(|_| {
            wrong(
                Field::Topics,
                &"must name one to five topics, separated by semicolons",
            )
        })?;
        Ok(NewThread {
            text: Text::new(Some(title.as_str()), body.as_str(), None),
            title,
            topics,
            asker: self.person(line, Field::AskedBy)?,
            at: self.time(line, Field::AskedAt)?.unwrap_or(self.now),
            answers: Vec::new(),
        })
    }

    /// The answer of a row, if it has one.
    fn answer(&self, line: &Line, asked_at: Timestamp) -> Result<Option<NewAnswer>, BadRow> {
        let cell = |field| line.get(self.mapping, field);
        let wrong =
            |field, problem: &dyn ToString| BadRow::new(line.number, field, problem.to_string());
        let accepted = yes_or_no(cell(Field::Accepted))
            .ok_or_else(|| wrong(Field::Accepted, &"must be yes or no"))?;
        if cell(Field::Answer).is_empty() {
            let said = accepted || !cell(Field::AnsweredBy).is_empty();
            return match said {
                true => Err(wrong(Field::Answer, &"must not be empty")),
                false => Ok(None),
            };
        }
        let body = Body::parse_filled(cell(Field::Answer)).map_err(|e| wrong(Field::Answer, &e))?;
        let at = self.time(line, Field::AnsweredAt)?.unwrap_or(asked_at);
        if at < asked_at {
            return Err(wrong(
                Field::AnsweredAt,
                &"is before the question was asked",
            ));
        }
        Ok(Some(NewAnswer {
            text: Text::new(None, body.as_str(), None),
            author: self.person(line, Field::AnsweredBy)?,
            at,
            accepted,
        }))
    }

    fn person(&self, line: &Line, field: Field) -> Result<Viewer, BadRow> {
        let address = line.get(self.mapping, field);
        let found = self.people.get(address).copied();
        found.ok_or_else(|| BadRow::new(line.number, field, "no member has this address"))
    }

    fn time(&self, line: &Line, field: Field) -> Result<Option<Timestamp>, BadRow> {
        let cell = line.get(self.mapping, field);
        if cell.is_empty() {
            return Ok(None);
        }
        match read_time(cell) {
            None => {
                let form = "must be a time such as 2024-03-01 09:30, in UTC";
                Err(BadRow::new(line.number, field, form))
            }
            Some(at) if at > self.now => Err(BadRow::new(line.number, field, "is in the future")),
            at => Ok(at),
        }
    }
}

/// `2024-03-01`, `2024-03-01 09:30`, or whatever RFC 3339 allows.
fn read_time(cell: &str) -> Option<Timestamp> {
    let text = cell.replace(' ', "T");
    let with = [
        text.clone(),
        format!("{text}:00Z"),
        format!("{text}Z"),
        format!("{text}T00:00:00Z"),
    ];
    with.iter().find_map(|text| text.parse().ok())
}

async fn is_here(db: &impl ConnectionTrait, thread: &NewThread) -> AppResult<bool> {
    let titled: Vec<Uuid> = question::Entity::find()
        .select_only()
        .column(question::Column::PostId)
        .filter(question::Column::Title.eq(thread.title.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    let by_asker = post::Entity::find()
        .filter(post::Column::Id.is_in(titled))
        .filter(post::Column::AuthorId.eq(thread.asker.member_id));
    Ok(by_asker.count(db).await? > 0)
}

/// Writes them, each question with its answers in one transaction.
pub async fn write(
    state: &AppState,
    file: &str,
    all: Vec<NewThread>,
) -> Result<Written, SheetError> {
    let mut written = Written::default();
    for (number, batch) in all.chunks(BATCH).enumerate() {
        let (app, file, threads) = (state.clone(), file.to_owned(), batch.to_vec());
        db::write_patiently(&state.db, move |tx| {
            let (app, file, threads) = (app.clone(), file.clone(), threads.clone());
            Box::pin(async move {
                if number == 0 {
                    log(&app, tx, AuditAct::QuestionsImported, &file).await?;
                }
                for thread in &threads {
                    insert(&app, tx, thread).await?;
                }
                Ok(())
            })
        })
        .await
        .map_err(|cause| SheetError::Stopped { written, cause })?;
        written.questions += batch.len();
        written.answers += batch
            .iter()
            .map(|thread| thread.answers.len())
            .sum::<usize>();
    }
    Ok(written)
}

async fn insert(state: &AppState, tx: &Tx, thread: &NewThread) -> AppResult<()> {
    let act = |viewer, at| Act {
        at,
        origin: Origin::Import,
        ..Act::live(state, viewer)
    };
    let new = NewQuestion {
        title: thread.title.clone(),
        text: thread.text.clone(),
        topics: thread.topics.clone(),
        urgency: Urgency::Normal,
        wished: None,
        audience: AudienceChoice::default(),
        nameless: false,
    };
    let id = service::ask(tx, &act(thread.asker, thread.at), &new).await?;
    for answer in &thread.answers {
        let by = act(answer.author, answer.at);
        let answer_id = service::answer(tx, &by, id, &answer.text).await?;
        if answer.accepted {
            let accepting = act(thread.asker, answer.at);
            accept::accept(tx, &accepting, id, answer_id, None).await?;
        }
    }
    Ok(())
}
