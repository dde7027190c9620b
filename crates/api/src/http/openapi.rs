//! What the published document says besides the operations: who we are, how to sign in, the groups of operations.

use tacit_contract::communities::CommunityView;
use tacit_contract::identity::MemberSort;
use tacit_contract::imports::{PostMark, SheetKind};
use tacit_contract::moderation::{AuditAct, FlagFilter};
use tacit_contract::needs::NeedSort;
use tacit_contract::problem::MEDIA_TYPE;
use tacit_contract::questions::{QuestionFilter, QuestionSort};
use tacit_contract::topics::TopicSort;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, Content, InfoBuilder, License, OpenApi, OpenApiBuilder, Ref, RefOr,
    ResponseBuilder, Server,
};

/// The groups in the order of the document.
const TAGS: &[(&str, &str)] = &[
    ("Sign-in", "Registering, signing in, staying signed in"),
    ("Me", "One's own profile, password and sessions"),
    ("Members", "People and what they contributed"),
    (
        "Expertise",
        "Who knows what, why it is thought so, and whom to ask",
    ),
    ("Topics", "What questions are about, and who follows it"),
    ("Questions", "Asking, and finding what was asked"),
    ("Answers", "Answering and accepting"),
    ("Posts", "What questions, answers and comments share"),
    (
        "Moderation",
        "Closing, deleting, flags and renewal: keeping what was written in order",
    ),
    (
        "Drafts",
        "What one is still writing; for nobody else, whatever their role",
    ),
    (
        "Communities",
        "Places of people who share a practice, a role or a pain point",
    ),
    ("Files", "Pictures in posts"),
    ("Notices", "What one is told of, and how"),
    ("Search", "One search over everything"),
    ("Organisation", "Settings of the organisation"),
    ("Administration", "What admins do"),
    ("Server", "The server itself"),
];

const DESCRIPTION: &str = "Tacit is where people at work learn from each other. Refusals and failures are \
    `application/problem+json` with a stable `code`. Lists give `next_cursor` and a `Link`. What can be edited has a version \
    that `If-Match` takes. A POST with an `Idempotency-Key` can be sent again.";

/// Answers that every operation of the API can give, whatever it does: status, name, description.
const COMMON: [(&str, &str, &str); 2] = [
    (
        "500",
        "Failed",
        "A failure of the server (`internal`); its log knows more under the request id",
    ),
    (
        "503",
        "NotAvailable",
        "The server is starting or stopping, the database cannot be used, or there is too much to do (`unavailable`); `Retry-After` says in how many seconds to try again. Whether a write was done tells a repetition with the same Idempotency-Key",
    ),
];

/// Adds to every operation of the API what no handler has to name.
pub fn add_common_answers(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    for (_, name, description) in COMMON {
        let content = Content::builder().schema(Some(Ref::from_schema_name("Problem")));
        let response = ResponseBuilder::new()
            .description(description)
            .content(MEDIA_TYPE, content.build())
            .build();
        components
            .responses
            .insert(name.to_owned(), response.into());
    }
    let operations = document
        .paths
        .paths
        .iter_mut()
        .filter(|(path, _)| path.starts_with("/api/"));
    for (_, item) in operations {
        let methods = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.patch,
        ];
        for operation in methods.into_iter().flatten() {
            for (status, name, _) in COMMON {
                let answers = &mut operation.responses.responses;
                answers
                    .entry(status.to_owned())
                    .or_insert_with(|| RefOr::Ref(Ref::from_response_name(name)));
            }
        }
    }
}

/// The document before the operations are collected.
#[must_use]
pub fn base() -> OpenApi {
    let bearer = SecurityScheme::Http(
        Http::builder()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some(
                "The access token of signing in; good for ten minutes.",
            ))
            .build(),
    );
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        "__Host-tacit_refresh",
        "The refresh token; set by signing in. Over plain http it is called `tacit_refresh`.",
    )));
    let tags = TAGS.iter().map(|(name, description)| {
        utoipa::openapi::tag::TagBuilder::new()
            .name(*name)
            .description(Some(*description))
            .build()
    });
    let info = InfoBuilder::new()
        .title("Tacit")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(
            License::builder()
                .name("Apache-2.0")
                .identifier(Some("Apache-2.0"))
                .build(),
        ))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .tags(Some(tags))
        .components(Some(
            ComponentsBuilder::new()
                .security_scheme("bearer", bearer)
                .security_scheme("refresh_cookie", cookie)
                // Enumerations that occur in queries and paths only: those of bodies are collected with their operations.
                .schema_from::<CommunityView>()
                .schema_from::<MemberSort>()
                .schema_from::<TopicSort>()
                .schema_from::<QuestionSort>()
                .schema_from::<NeedSort>()
                .schema_from::<QuestionFilter>()
                .schema_from::<FlagFilter>()
                .schema_from::<AuditAct>()
                .schema_from::<SheetKind>()
                .schema_from::<PostMark>()
                .build(),
        ))
        .build()
}
