//! What a browser sees of the app's files.

use actix_web::http::header::HeaderMap;
use actix_web::http::{StatusCode, header};
use actix_web::{App, test};

use super::{AppFiles, configure};

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("readable"))
    }
}

async fn get(path: &str, headers: &[(&str, &str)]) -> Answer {
    let directory = tempfile::tempdir().expect("a directory");
    let assets = directory.path().join("assets");
    std::fs::create_dir(&assets).expect("created");
    std::fs::write(directory.path().join("index.html"), "page").expect("written");
    std::fs::write(assets.join("a.css"), "plain").expect("written");
    std::fs::write(assets.join("a.css.br"), "small").expect("written");
    let files = AppFiles::new(Some(directory.path().to_owned()));
    let app = test::init_service(App::new().configure(configure(files))).await;
    let mut request = test::TestRequest::get().uri(path);
    for header in headers {
        request = request.insert_header(*header);
    }
    let answer = test::call_service(&app, request.to_request()).await;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = String::from_utf8_lossy(&test::read_body(answer).await).into_owned();
    Answer {
        status,
        headers,
        body,
    }
}

#[actix_web::test]
async fn any_address_of_the_app_is_its_page() {
    for path in ["/", "/questions/42", "/theme", "/../etc/passwd"] {
        let answer = get(path, &[]).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::OK, "page"),
            "{path}"
        );
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
        assert!(
            answer
                .header(header::CONTENT_SECURITY_POLICY)
                .contains("frame-ancestors 'none'")
        );
    }
}

#[actix_web::test]
async fn the_api_never_answers_with_the_page() {
    for path in ["/api/v1/nothing", "/openapi.json", "/assets/gone.js"] {
        assert_eq!(get(path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn hashed_files_stay_and_come_compressed_when_the_browser_can() {
    let plain = get("/assets/a.css", &[]).await;
    assert_eq!(
        (plain.body.as_str(), plain.header(header::CONTENT_ENCODING)),
        ("plain", "identity")
    );
    assert_eq!(
        plain.header(header::CONTENT_TYPE),
        "text/css; charset=utf-8"
    );
    let small = get("/assets/a.css", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(
        (small.body.as_str(), small.header(header::CONTENT_ENCODING)),
        ("small", "br")
    );
    assert!(small.header(header::CACHE_CONTROL).contains("immutable"));
    let refused = get("/assets/a.css", &[("accept-encoding", "br;q=0")]).await;
    assert_eq!(refused.body, "plain");
}

#[actix_web::test]
async fn what_the_browser_has_is_not_sent_again() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(directory.path().join("index.html"), "page").expect("written");
    let files = AppFiles::new(Some(directory.path().to_owned()));
    let app = test::init_service(App::new().configure(configure(files))).await;
    let first = test::call_service(&app, test::TestRequest::get().to_request()).await;
    let tag = first.headers().get(header::ETAG).expect("a tag").clone();
    let again = test::TestRequest::get().insert_header((header::IF_NONE_MATCH, tag));
    let second = test::call_service(&app, again.to_request()).await;
    assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
}
