//! Where a request comes from. A proxy is believed only when the settings name it; the nearest address that is no such
//! proxy is the caller's.

use std::net::IpAddr;

/// The caller's address: `peer`, or behind named proxies the last address of `X-Forwarded-For` that is none of them.
#[must_use]
pub fn caller(peer: IpAddr, forwarded_for: &[&str], proxies: &[IpAddr]) -> IpAddr {
    let is_proxy = |address: IpAddr| proxies.contains(&address.to_canonical());
    if !is_proxy(peer) {
        return peer;
    }
    let mut nearest = peer;
    for hop in forwarded_for.iter().flat_map(|line| line.split(',')).rev() {
        // A hop that is no address was not written by a proxy of ours.
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            return nearest;
        };
        nearest = address;
        if !is_proxy(address) {
            break;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn forwarding_is_believed_from_named_proxies_only() {
        let proxies = [ip("127.0.0.1"), ip("10.0.0.3")];
        assert_eq!(
            caller(ip("198.51.100.9"), &["192.0.2.1"], &proxies),
            ip("198.51.100.9")
        );
        assert_eq!(caller(ip("127.0.0.1"), &[], &proxies), ip("127.0.0.1"));
        assert_eq!(
            caller(ip("127.0.0.1"), &["6.6.6.6, 192.0.2.1, 10.0.0.3"], &proxies),
            ip("192.0.2.1")
        );
        assert_eq!(
            caller(ip("127.0.0.1"), &["6.6.6.6", "192.0.2.1"], &proxies),
            ip("192.0.2.1")
        );
        assert_eq!(
            caller(ip("127.0.0.1"), &["6.6.6.6, unknown"], &proxies),
            ip("127.0.0.1")
        );
    }
}
