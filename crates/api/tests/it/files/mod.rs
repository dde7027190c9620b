//! Pictures: taken in within bounds, seen with the post they stand in, swept when they stand nowhere.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use reqwest::{Method, StatusCode};
use sea_orm::{EntityTrait, PaginatorTrait};
use tacit_api::db::entities::file;
use tacit_api::files::{repo, sweep};
use tacit_api::state::AppState;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::files::Picture;
use tacit_contract::posts::PreviewMarkdown;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::EditQuestion;
use uuid::Uuid;

use crate::support::app::{TestApp, header, problem_of};
use crate::support::builders::{For, answer, ask, comment, refused, rewrite};
use crate::support::roles::Person;

/// A picture of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = DynamicImage::from(RgbImage::from_pixel(width, height, Rgb([20, 90, 120])));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn upload(person: &Person) -> Picture {
    person.upload_picture(png(8, 6)).await.unwrap()
}

fn shows(picture: &Picture) -> String {
    format!("Look: ![A blue field]({})", picture.address)
}

async fn sees(person: &Person, picture: &Picture) -> bool {
    match person.get_picture(picture.id).await {
        Ok((media_type, bytes)) => {
            assert_eq!(
                (media_type.as_str(), bytes.is_empty()),
                ("image/png", false)
            );
            true
        }
        Err(error) => {
            assert_eq!(error.code(), Some(ProblemCode::NotFound));
            false
        }
    }
}

/// As if it had been uploaded two days ago.
async fn age(state: &AppState, id: Uuid) {
    use sea_orm::ActiveValue::Set;
    use tacit_api::db;
    let then = state.clock.now().plus_days(-2).micros();
    db::write(&state.db, move |tx| {
        Box::pin(async move {
            let row = file::ActiveModel {
                id: Set(id),
                created_at: Set(then),
                ..Default::default()
            };
            file::Entity::update(row).exec(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn a_bucket_that_does_not_answer_is_said_and_loses_nothing(db: TestDatabase) {
        let app = TestApp::start_with(&db, |args| {
            args.files_bucket = Some("pictures".to_owned());
            // Nobody listens there.
            args.files_endpoint = Some("http://127.0.0.1:1".to_owned());
            args.files_region = Some("eu-north-1".to_owned());
            args.files_access_key = Some("key".to_owned());
            args.files_secret_key = Some("secret".to_owned());
        })
        .await;
        let noor = app.member().await;
        assert_eq!(refused(noor.upload_picture(png(8, 6)).await), ProblemCode::Unavailable);
        let rows = file::Entity::find().count(app.state().db.reader()).await.unwrap();
        assert_eq!(rows, 0);
        app.stop().await;
    }

    async fn an_upload_is_its_uploaders_until_it_stands_in_a_post(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let picture = upload(&noor).await;
        assert_eq!((picture.width, picture.height, picture.media_type.as_str()), (8, 6, "image/png"));
        assert_eq!(picture.address, format!("/files/{}?8x6", picture.id));
        assert!(sees(&noor, &picture).await);
        assert!(!sees(&hugo, &picture).await && !sees(&admin, &picture).await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, &shows(&picture)).await;
        assert!(reply.body_html.contains(&format!(r#"<img data-file="{}" alt="A blue field" width="8" height="6""#, picture.id)), "{}", reply.body_html);
        assert!(sees(&hugo, &picture).await && sees(&noor, &picture).await);
        assert_eq!(refused(app.anon().get_picture(picture.id).await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn a_picture_has_the_audience_of_its_posts(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let picture = upload(&noor).await;
        let reply = answer(&noor, id, &shows(&picture)).await.id;
        app.restrict(&[id, reply], For::Community(vec![noor.id, hugo.id])).await;
        assert!(sees(&hugo, &picture).await);
        assert!(!sees(&lova, &picture).await, "the community is not hers");
        let open = ask(&lova, "How do I print the stock sheet?").await.id;
        comment(&lova, open, &shows(&picture)).await;
        assert!(!sees(&lova, &picture).await, "naming a picture one may not see shows it to nobody");
        comment(&hugo, open, &shows(&picture)).await;
        assert!(sees(&lova, &picture).await, "who may see it may show it");
        app.delete(open).await;
        assert!(!sees(&lova, &picture).await);
        app.delete(reply).await;
        assert!(!sees(&noor, &picture).await, "what stands in deleted posts only is gone for its uploader too");
        app.stop().await;
    }

    async fn every_way_of_writing_takes_pictures(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let (asked, edited, said) = (upload(&noor).await, upload(&noor).await, upload(&noor).await);
        let mut question = crate::support::builders::question("How do I export the stock sheet?", &["vans"]);
        question.body = shows(&asked);
        let id = noor.ask_question(&question).await.unwrap().id;
        let change = EditQuestion { body: Some(shows(&edited)), ..EditQuestion::default() };
        noor.edit_question(id, 1, &change).await.unwrap();
        let remark = comment(&noor, id, "Look:").await.id;
        noor.edit_comment(remark, 1, &rewrite(&shows(&said))).await.unwrap();
        for picture in [&asked, &edited, &said] {
            assert!(sees(&hugo, picture).await, "the first one still stands in the history");
        }
        let preview = noor.preview_markdown(&PreviewMarkdown { body: shows(&said) }).await.unwrap();
        assert!(preview.html.contains("data-file"));
        app.stop().await;
    }

    async fn what_is_no_picture_is_refused(db: TestDatabase) {
        let app = TestApp::start_with(&db, |args| args.files_max_bytes = Some(2_000_000)).await;
        let noor = app.member().await;
        for other in [b"".to_vec(), b"<svg/>".to_vec(), b"%PDF-1.7 ...".to_vec()] {
            assert_eq!(refused(noor.upload_picture(other).await), ProblemCode::UnsupportedMediaType);
        }
        let whole = png(64, 64);
        let half = whole[..whole.len() / 2].to_vec();
        assert_eq!(refused(noor.upload_picture(half).await), ProblemCode::ValidationFailed);
        let error = noor.upload_picture(vec![0; 2_000_001]).await.unwrap_err();
        let problem = error.problem().unwrap();
        assert_eq!(problem.code, ProblemCode::PayloadTooLarge);
        assert!(problem.detail.as_ref().unwrap().contains("2000000"), "its own limit: {problem:?}");
        assert_eq!(refused(noor.upload_picture(vec![0; 1_999_999]).await), ProblemCode::UnsupportedMediaType);
        assert_eq!(refused(app.anon().upload_picture(png(1, 1)).await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn a_picture_is_kept_by_the_browser_for_its_reader_only(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let picture = upload(&noor).await;
        let path = format!("/api/v1/files/{}", picture.id);
        let get = |tag: Option<String>| {
            let request = app.request(Method::GET, &path).header("authorization", noor.bearer());
            let request = request.header("accept-encoding", "gzip, br");
            match tag {
                Some(tag) => request.header("if-none-match", tag),
                None => request,
            }
        };
        let answer = get(None).send().await.unwrap();
        let headers = answer.headers().clone();
        assert_eq!(header(&headers, "content-type"), "image/png");
        assert_eq!(header(&headers, "x-content-type-options"), "nosniff");
        assert_eq!(header(&headers, "cache-control"), "private, max-age=3600, immutable");
        assert!(header(&headers, "vary").contains("Authorization"));
        assert!(header(&headers, "content-security-policy").contains("sandbox"));
        assert_ne!(header(&headers, "content-encoding"), "br", "pictures are small already");
        let tag = header(&headers, "etag").to_owned();
        assert_eq!(get(Some(tag.clone())).send().await.unwrap().status(), StatusCode::NOT_MODIFIED);
        let hugo = app.member().await;
        let other = app.request(Method::GET, &path).header("authorization", hugo.bearer()).header("if-none-match", tag);
        problem_of(other.send().await.unwrap(), ProblemCode::NotFound).await;
        app.stop().await;
    }

    async fn what_stands_nowhere_is_swept_after_a_day(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, state) = (app.member().await, app.state().clone());
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let (loose, fresh) = (upload(&noor).await, upload(&noor).await);
        let (posted, drafted) = (upload(&noor).await, upload(&noor).await);
        answer(&noor, id, &shows(&posted)).await;
        let draft = SaveDraft { body: shows(&drafted), ..SaveDraft::default() };
        noor.save_draft("ask", &draft).await.unwrap();
        for picture in [&loose, &posted, &drafted] {
            age(&state, picture.id).await;
        }
        assert_eq!(sweep::sweep(&state).await.unwrap(), 1);
        assert_eq!(state.files.get(loose.id).await.unwrap(), None, "its bytes are gone too");
        assert!(!sees(&noor, &loose).await);
        for picture in [&fresh, &posted, &drafted] {
            assert!(sees(&noor, picture).await);
        }
        noor.delete_draft("ask").await.unwrap();
        assert_eq!(sweep::sweep(&state).await.unwrap(), 1);
        app.stop().await;
    }

    async fn bytes_without_a_row_are_swept_when_they_are_old(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let state = app.state().clone();
        let noor = app.member().await;
        let kept = upload(&noor).await;
        let lost = Uuid::new_v4();
        state.files.put(lost, b"half an upload".to_vec()).await.unwrap();
        assert_eq!(sweep::sweep(&state).await.unwrap(), 0, "an upload may be under way");
        let all = state.files.kept_before(i64::MAX).await.unwrap();
        assert_eq!(all.len(), 2);
        let known = repo::known(state.db.reader(), &all).await.unwrap();
        assert!(known.contains(&kept.id) && !known.contains(&lost));
        let directory = state.settings.in_data_dir("files");
        let path = directory.join(&lost.to_string()[..2]).join(lost.to_string());
        let old = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 86_400);
        std::fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
        assert_eq!(sweep::sweep(&state).await.unwrap(), 1);
        assert_eq!(state.files.get(lost).await.unwrap(), None);
        assert!(sees(&noor, &kept).await);
        app.stop().await;
    }

    async fn only_a_loose_picture_of_ones_own_is_discarded(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let (loose, posted) = (upload(&noor).await, upload(&noor).await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&noor, id, &shows(&posted)).await;
        assert_eq!(refused(hugo.delete_picture(loose.id).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.delete_picture(posted.id).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.delete_picture(posted.id).await), ProblemCode::WrongState);
        noor.delete_picture(loose.id).await.unwrap();
        assert_eq!(refused(noor.delete_picture(loose.id).await), ProblemCode::NotFound);
        assert_eq!(app.state().files.get(loose.id).await.unwrap(), None);
        app.stop().await;
    }
}
