//! The life of a session: refreshing, the grace, reuse, signing out here and everywhere.

use reqwest::{Method, Response};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::refresh_token;
use tacit_contract::identity::{ChangePassword, SignIn, SignedIn};
use tacit_contract::problem::ProblemCode;

use super::{PASSWORD, pointers, refused, signed_in, with_password};
use crate::support::app::{TestApp, header, problem_of};

/// Signs in and gives back the refresh cookie as `name=value`.
async fn cookie_of(app: &TestApp, with: &SignIn) -> String {
    let response = app
        .request(Method::POST, "/api/v1/auth/sign-in")
        .json(with)
        .send()
        .await
        .unwrap();
    new_cookie(&response)
}

fn new_cookie(response: &Response) -> String {
    assert_eq!(response.status().as_u16(), 200);
    header(response.headers(), "set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned()
}

async fn refresh(app: &TestApp, cookie: &str) -> Response {
    app.request(Method::POST, "/api/v1/auth/refresh")
        .header("cookie", cookie)
        .send()
        .await
        .unwrap()
}

/// Lets so many seconds pass for the tokens that were replaced.
async fn age_replaced(app: &TestApp, seconds: i64) {
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            let earlier = Expr::col(refresh_token::Column::ReplacedAt).sub(seconds * 1_000_000);
            refresh_token::Entity::update_many()
                .col_expr(refresh_token::Column::ReplacedAt, earlier)
                .filter(refresh_token::Column::ReplacedAt.is_not_null())
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn a_refresh_token_is_replaced_and_good_for_the_grace(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let first = cookie_of(&app, &with_password(&app, &person).await).await;
        let second = new_cookie(&refresh(&app, &first).await);
        assert_ne!(first, second);
        // Two tabs, a cut-off reload: the one just replaced leads to the same newest token.
        assert_eq!(new_cookie(&refresh(&app, &first).await), second);
        age_replaced(&app, 29).await;
        assert_eq!(new_cookie(&refresh(&app, &first).await), second);
        let third = new_cookie(&refresh(&app, &second).await);
        // Also when the chain went on meanwhile.
        assert_eq!(new_cookie(&refresh(&app, &first).await), third);
        assert_eq!(new_cookie(&refresh(&app, &second).await), third);
        app.stop().await;
    }

    async fn a_token_replaced_long_ago_ends_the_family(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let first = cookie_of(&app, &with_password(&app, &person).await).await;
        let answer = refresh(&app, &first).await;
        let second = new_cookie(&answer);
        let signed_in: SignedIn = answer.json().await.unwrap();
        age_replaced(&app, 31).await;
        let response = refresh(&app, &first).await;
        assert!(header(response.headers(), "set-cookie").contains("Max-Age=0"));
        problem_of(response, ProblemCode::SessionEnded).await;
        problem_of(refresh(&app, &second).await, ProblemCode::SessionEnded).await;
        let client = app.client();
        client.set_access_token(Some(signed_in.access_token));
        assert_eq!(refused(client.me().await), ProblemCode::Unauthenticated);
        // Another session of the same member is not touched.
        assert!(person.me().await.is_ok());
        app.stop().await;
    }

    async fn many_tabs_at_once_end_up_with_the_same_token(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let first = cookie_of(&app, &with_password(&app, &person).await).await;
        let tabs = futures::future::join_all((0..8).map(|_| refresh(&app, &first))).await;
        let cookies: Vec<String> = tabs.iter().map(new_cookie).collect();
        assert!(cookies.iter().all(|cookie| *cookie == cookies[0] && *cookie != first), "{cookies:?}");
        app.stop().await;
    }

    async fn signing_out_works_at_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (client, with) = signed_in(&app).await;
        let other = app.client();
        other.sign_in(&with).await.unwrap();
        let token = client.access_token();
        client.sign_out().await.unwrap();
        client.set_access_token(token);
        assert_eq!(refused(client.me().await), ProblemCode::Unauthenticated);
        assert_eq!(refused(client.refresh().await), ProblemCode::SessionEnded);
        assert!(other.me().await.is_ok());
        // Without any session it does no harm.
        let response = app.request(Method::POST, "/api/v1/auth/sign-out").send().await.unwrap();
        assert_eq!(response.status().as_u16(), 204);
        app.stop().await;
    }

    async fn sessions_are_listed_and_ended_one_by_one_or_all(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (client, with) = signed_in(&app).await;
        let others = [app.client(), app.client()];
        for other in &others {
            other.sign_in(&with).await.unwrap();
        }
        let sessions = client.list_sessions().await.unwrap();
        assert_eq!(sessions.iter().filter(|session| session.current).count(), 1);
        let [one, two] = &others;
        let of_one = one.list_sessions().await.unwrap().into_iter().find(|session| session.current).unwrap();
        client.end_session(of_one.id).await.unwrap();
        assert_eq!(refused(one.me().await), ProblemCode::Unauthenticated);
        assert!(two.me().await.is_ok());
        let stranger = app.member().await;
        let mine = sessions.iter().find(|session| session.current).unwrap();
        assert_eq!(refused(stranger.end_session(mine.id).await), ProblemCode::NotFound);
        client.end_other_sessions().await.unwrap();
        assert_eq!(refused(two.me().await), ProblemCode::Unauthenticated);
        assert_eq!(client.list_sessions().await.unwrap().len(), 1);
        client.end_all_sessions().await.unwrap();
        assert_eq!(refused(client.me().await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn a_new_password_ends_all_other_sessions(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (client, with) = signed_in(&app).await;
        let other = app.client();
        other.sign_in(&with).await.unwrap();
        let new = "two otters share one umbrella";
        let wrong = ChangePassword { current: "not the right password".into(), new: "short".into() };
        assert_eq!(pointers(client.change_password(&wrong).await), ["/new", "/current"]);
        client.change_password(&ChangePassword { current: PASSWORD.into(), new: new.into() }).await.unwrap();
        assert!(client.me().await.is_ok());
        assert_eq!(refused(other.me().await), ProblemCode::Unauthenticated);
        assert_eq!(refused(app.client().sign_in(&with).await), ProblemCode::InvalidCredentials);
        app.client().sign_in(&SignIn { password: new.into(), ..with }).await.unwrap();
        app.stop().await;
    }

    async fn cookies_follow_the_public_url_and_pages_of_other_sites_are_refused(db: TestDatabase) {
        let app = TestApp::start_with(&db, |s| s.public_url = Some("https://tacit.almvik.example".parse().unwrap())).await;
        let with = with_password(&app, &app.member().await).await;
        let post = |path: &str| app.request(Method::POST, path).json(&with);
        let response = post("/api/v1/auth/sign-in").header("origin", "https://tacit.almvik.example").send().await.unwrap();
        let cookie = header(response.headers(), "set-cookie").to_owned();
        for part in ["__Host-tacit_refresh=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/;"] {
            assert!(cookie.contains(part), "{cookie} lacks {part}");
        }
        let value = cookie.split(';').next().unwrap().to_owned();
        for path in ["/api/v1/auth/refresh", "/api/v1/auth/sign-out", "/api/v1/auth/sign-in", "/api/v1/auth/register"] {
            let foreign = post(path).header("cookie", &value).header("origin", "https://evil.example");
            problem_of(foreign.send().await.unwrap(), ProblemCode::ForeignOrigin).await;
            let silent = post(path).header("cookie", &value).header("sec-fetch-site", "cross-site");
            problem_of(silent.send().await.unwrap(), ProblemCode::ForeignOrigin).await;
        }
        assert_eq!(refresh(&app, &value).await.status().as_u16(), 200);
        app.stop().await;
    }
}
