//! The cookie that carries the refresh token, and who may send it.
//!
//! Over https it is `__Host-tacit_refresh`: Secure, for this host only, `Path=/` as that prefix asks. Over plain http,
//! which browsers take on loopback and a LAN has to live with, it is `tacit_refresh` for the sign-in operations only.
//! Always HttpOnly and `SameSite=Strict`: only scripts of the same site send it, and never a page that links here.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use url::{Host, Url};

/// How the refresh cookie looks on this server, and which origins may use it.
#[derive(Clone, Debug)]
pub struct CookieRule {
    secure: bool,
    path: String,
    origins: Vec<String>,
}

impl CookieRule {
    /// From the public URL and the further origins that serve the app.
    #[must_use]
    pub fn new(public_url: &Url, allowed_origins: &[String]) -> Self {
        let secure = public_url.scheme() == "https";
        let below = public_url.path().trim_end_matches('/');
        let own = public_url.origin().ascii_serialization();
        let others = allowed_origins
            .iter()
            .map(|o| o.trim_end_matches('/').to_ascii_lowercase());
        Self {
            secure,
            path: if secure {
                "/".to_owned()
            } else {
                format!("{below}/api/v1/auth")
            },
            origins: std::iter::once(own).chain(others).collect(),
        }
    }

    /// Whether the cookie crosses a network in the clear: plain http to somewhere that is not this machine.
    #[must_use]
    pub fn is_exposed(public_url: &Url) -> bool {
        let loopback = match public_url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        public_url.scheme() != "https" && !loopback
    }

    /// The name of the cookie.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        if self.secure {
            "__Host-tacit_refresh"
        } else {
            "tacit_refresh"
        }
    }

    /// The cookie with a token, for so many seconds.
    #[must_use]
    pub fn with(&self, token: String, seconds: i64) -> Cookie<'static> {
        Cookie::build(self.name(), token)
            .path(self.path.clone())
            .secure(self.secure)
            .http_only(true)
            .same_site(SameSite::Strict)
            .max_age(Duration::seconds(seconds))
            .finish()
    }

    /// The cookie that takes the token away.
    #[must_use]
    pub fn cleared(&self) -> Cookie<'static> {
        self.with(String::new(), 0)
    }

    /// Whether a request may use or set the cookie. Browsers say where a request comes from; what says nothing is no
    /// browser, and carries no cookie somebody else could ride on.
    #[must_use]
    pub fn allows(&self, origin: Option<&str>, fetch_site: Option<&str>) -> bool {
        match (origin, fetch_site) {
            (Some(origin), _) => self
                .origins
                .iter()
                .any(|own| own.eq_ignore_ascii_case(origin)),
            (None, Some(site)) => matches!(site, "same-origin" | "none"),
            (None, None) => true,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn rule(url: &str) -> CookieRule {
        CookieRule::new(
            &Url::parse(url).unwrap(),
            &["https://app.almvik.example/".into()],
        )
    }

    #[test]
    fn https_gets_the_host_prefix() {
        let cookie = rule("https://tacit.almvik.example")
            .with("abc".into(), 60)
            .to_string();
        assert_eq!(
            cookie,
            "__Host-tacit_refresh=abc; HttpOnly; SameSite=Strict; Secure; Path=/; Max-Age=60"
        );
    }

    #[test]
    fn plain_http_gets_a_plain_cookie_for_sign_in_only() {
        let cookie = rule("http://127.0.0.1:8080")
            .with("abc".into(), 60)
            .to_string();
        assert_eq!(
            cookie,
            "tacit_refresh=abc; HttpOnly; SameSite=Strict; Path=/api/v1/auth; Max-Age=60"
        );
        assert!(
            rule("http://box/tacit/")
                .cleared()
                .to_string()
                .contains("Path=/tacit/api/v1/auth; Max-Age=0")
        );
    }

    #[test]
    fn only_the_own_and_named_origins_may() {
        let rule = rule("https://tacit.almvik.example/");
        assert!(rule.allows(Some("https://tacit.almvik.example"), None));
        assert!(rule.allows(Some("https://app.almvik.example"), Some("same-site")));
        assert!(rule.allows(None, None) && rule.allows(None, Some("same-origin")));
        for foreign in [
            "https://evil.example",
            "http://tacit.almvik.example",
            "null",
            "https://tacit.almvik.example.evil",
        ] {
            assert!(!rule.allows(Some(foreign), None), "{foreign}");
        }
        assert!(!rule.allows(None, Some("cross-site")) && !rule.allows(None, Some("same-site")));
    }

    #[test]
    fn plain_http_is_exposed_beyond_this_machine() {
        let exposed = |url: &str| CookieRule::is_exposed(&Url::parse(url).unwrap());
        assert!(exposed("http://192.168.1.7:8080") && exposed("http://tacit.lan"));
        assert!(!exposed("http://127.0.0.1:8080") && !exposed("http://localhost"));
        assert!(!exposed("http://[::1]:1") && !exposed("https://tacit.lan"));
    }
}
