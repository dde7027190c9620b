//! Skills vocabularies: who may, what becomes of each term, and that importing again changes nothing.

use sea_orm::{EntityTrait, QueryOrder};
use tacit_api::db::entities::{event, topic, topic_synonym};
use tacit_contract::imports::{ImportVocabularyQuery, TermFate, VocabularyPlan};
use tacit_contract::problem::ProblemCode;

use crate::support::app::TestApp;
use crate::support::builders::{question, refused};
use crate::support::process::tacit;
use crate::support::roles::Person;

const SKILLS: &str = "conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description\n\
    SkillGroup,http://data.europa.eu/esco/skill/g,,Programming,,released,\n\
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,knowledge,Haskell,\"Haskell techniques\nGHC\",released,A language\n\
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,knowledge,sql,Structured query language,released,\n\
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/3,knowledge,Draft,,draft,\n";
const PLACES: &str = "conceptType,conceptUri,broaderType,broaderUri\n\
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,SkillGroup,http://data.europa.eu/esco/skill/g\n\
    SkillGroup,http://data.europa.eu/esco/skill/g,SkillGroup,http://data.europa.eu/esco/skill/1\n\
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,SkillGroup,http://data.europa.eu/esco/skill/nowhere\n";

fn create(create: bool) -> ImportVocabularyQuery {
    ImportVocabularyQuery {
        create: Some(create),
    }
}

async fn import(admin: &Person, table: &str) -> VocabularyPlan {
    let bytes = table.as_bytes().to_vec();
    admin.import_vocabulary(&create(true), bytes).await.unwrap()
}

fn counts(plan: &VocabularyPlan) -> [u64; 5] {
    [
        plan.new,
        plan.mapped,
        plan.known,
        plan.placed,
        plan.left_out,
    ]
}

/// All that an import can change.
async fn everything(app: &TestApp) -> String {
    let db = app.state().db.reader();
    let topics = topic::Entity::find()
        .order_by_asc(topic::Column::Id)
        .all(db);
    let names = topic_synonym::Entity::find().order_by_asc(topic_synonym::Column::Slug);
    let events = event::Entity::find()
        .order_by_asc(event::Column::Id)
        .all(db);
    let ids: Vec<_> = events
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.id)
        .collect();
    format!(
        "{:?} {:?} {ids:?}",
        topics.await.unwrap(),
        names.all(db).await.unwrap()
    )
}

on_each_database! {
    async fn terms_become_topics_or_are_found_to_be_some_and_again_changes_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, noor) = (app.admin().await, app.member().await);
        noor.ask_question(&question("How do I join two tables that disagree?", &["SQL"])).await.unwrap();
        let before = everything(&app).await;
        let preview = admin.preview_vocabulary(&create(true), SKILLS.as_bytes().to_vec()).await.unwrap();
        assert_eq!(counts(&preview), [2, 1, 0, 0, 1]);
        assert_eq!((preview.site.as_str(), preview.license.as_str()), ("esco.ec.europa.eu", "CC BY 4.0"));
        let draft = preview.items.last().unwrap();
        assert_eq!((draft.fate, draft.problem.as_deref()), (TermFate::LeftOut, Some("it is not released")));
        assert_eq!(everything(&app).await, before);

        let only = admin.preview_vocabulary(&create(false), SKILLS.as_bytes().to_vec()).await.unwrap();
        assert_eq!(counts(&only), [0, 1, 0, 0, 3]);

        import(&admin, SKILLS).await;
        let sql = noor.get_topic("structured-query-language").await.unwrap();
        assert_eq!((sql.topic.slug.as_str(), sql.topic.name.as_str()), ("sql", "SQL"));
        let source = sql.source.unwrap();
        assert_eq!((source.url.as_str(), source.license.as_str()), ("http://data.europa.eu/esco/skill/2", "CC BY 4.0"));
        let haskell = noor.get_topic("ghc").await.unwrap();
        assert_eq!((haskell.topic.name.as_str(), haskell.synonyms.len()), ("Haskell", 2));
        assert_eq!(haskell.parent, None);

        assert_eq!(counts(&import(&admin, PLACES).await), [0, 0, 0, 1, 2]);
        let haskell = noor.get_topic("haskell").await.unwrap();
        assert_eq!(haskell.parent.unwrap().name, "Programming");

        let after = everything(&app).await;
        assert_eq!(counts(&import(&admin, SKILLS).await), [0, 0, 3, 0, 1]);
        assert_eq!(counts(&import(&admin, PLACES).await), [0, 0, 1, 0, 2]);
        assert_eq!(everything(&app).await, after);
        app.stop().await;
    }

    async fn the_command_line_shows_first_and_writes_when_told_to(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        noor.ask_question(&question("How do I join two tables that disagree?", &["SQL"])).await.unwrap();
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("skills_en.csv");
        std::fs::write(&path, SKILLS).unwrap();
        let import = |more: &'static [&'static str]| {
            let (db, path) = (db.clone(), path.clone());
            async move {
                let words = [&["import", "vocabulary", path.to_str().unwrap()][..], more].concat();
                tacit(&db, db.directory(), &words).await
            }
        };
        let before = everything(&app).await;
        for (more, last) in [(&["--dry-run"][..], "this was a dry run"), (&[][..], "Add --yes to write")] {
            let (done, said) = import(more).await;
            assert!(done && said.contains("4 rows: 2 become topics, 1 are topics that are here"), "{said}");
            assert!(said.contains("CC BY 4.0") && said.contains("line 6, Draft: it is not released"), "{said}");
            assert!(said.trim_end().ends_with(&format!("{last}.")), "{said}");
            assert_eq!(everything(&app).await, before);
        }
        let (done, said) = import(&["--yes", "--no-new"]).await;
        assert!(done && said.contains("0 become topics, 1 are topics that are here"), "{said}");
        assert_eq!(refused(noor.get_topic("haskell").await), ProblemCode::NotFound);
        let (done, said) = import(&["--yes"]).await;
        assert!(done && said.trim_end().ends_with("Done."), "{said}");
        assert_eq!(noor.get_topic("ghc").await.unwrap().topic.name, "Haskell");
        let after = everything(&app).await;
        let (done, said) = import(&["--yes"]).await;
        assert!(done && said.contains("0 become topics, 0 are topics that are here, 0 get a place, 3 were imported before"), "{said}");
        assert_eq!(everything(&app).await, after);
        std::fs::write(&path, "name,age\nNoor,40\n").unwrap();
        let (done, said) = import(&["--yes"]).await;
        assert!(!done && said.starts_with("Nothing was imported: "), "{said}");
        let (done, said) = tacit(&db, db.directory(), &["import", "vocabulary", "nowhere.csv", "--yes"]).await;
        assert!(!done && said.starts_with("nowhere.csv: "), "{said}");
        assert_eq!(everything(&app).await, after);
        app.stop().await;
    }

    async fn an_outline_of_onet_keeps_its_order(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let table = "Element ID\tElement Name\tDescription\n2\tWorker Requirements\tx\n2.A\tBasic Skills\tx\n2.A.1\tReading Comprehension\tx\n";
        assert_eq!(counts(&import(&admin, table).await), [3, 0, 0, 0, 0]);
        let reading = admin.get_topic("reading-comprehension").await.unwrap();
        assert_eq!(reading.parent.unwrap().slug, "basic-skills");
        assert_eq!(reading.source.unwrap().id, "2.A.1");
        assert_eq!(counts(&import(&admin, table).await), [0, 0, 3, 0, 0]);
        app.stop().await;
    }

    async fn admins_alone_may_and_what_is_no_table_is_refused_with_the_reason(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, lead) = (app.admin().await, app.lead().await);
        let table = || SKILLS.as_bytes().to_vec();
        assert_eq!(refused(lead.import_vocabulary(&create(true), table()).await), ProblemCode::Forbidden);
        assert_eq!(refused(lead.preview_vocabulary(&create(true), table()).await), ProblemCode::Forbidden);
        let before = everything(&app).await;
        for wrong in ["", "name,age\nNoor,40\n", "conceptUri,preferredLabel\n", "conceptUri,conceptUri,preferredLabel\n"] {
            let error = admin.import_vocabulary(&create(true), wrong.as_bytes().to_vec()).await.unwrap_err();
            let problem = error.problem().unwrap();
            assert_eq!(problem.code, ProblemCode::ValidationFailed, "{wrong}");
            assert!(!problem.errors[0].detail.is_empty());
        }
        let error = admin.import_vocabulary(&create(true), vec![0xFF; 300]).await.unwrap_err();
        assert_eq!(error.code(), Some(ProblemCode::ValidationFailed));
        assert_eq!(everything(&app).await, before);
        app.stop().await;
    }

    async fn labels_that_cannot_be_topics_and_names_that_are_taken_are_left_out(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let long = "x".repeat(61);
        let table = format!(
            "conceptUri,preferredLabel,altLabels\nhttp://x/1,{long},\nhttp://x/2,Vans,cars|lorries\nhttp://x/3,vans,\nhttp://x/4,Cars,\nhttp://x/5,<script>alert(1)</script>,\n"
        );
        let plan = import(&admin, &table).await;
        assert_eq!(counts(&plan), [3, 0, 0, 0, 2]);
        // A label comes before what another term is also called.
        assert_eq!(admin.get_topic("cars").await.unwrap().topic.name, "Cars");
        assert_eq!(admin.get_topic("vans").await.unwrap().synonyms, ["lorries"]);
        app.stop().await;
    }
}
