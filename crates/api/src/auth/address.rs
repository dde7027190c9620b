//! Where a request comes from. A proxy is believed only when the settings name it; the nearest address that is no such
//! proxy is the caller's.

use std::net::IpAddr;

/// A range of addresses, such as `10.0.0.0/8` or `192.0.2.7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u32,
}

impl Network {
    /// Reads an address, or an address and the number of its leading bits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.trim().split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u32>().ok()?)),
            None => (text.trim(), None),
        };
        let base = address.parse::<IpAddr>().ok()?.to_canonical();
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        (bits <= most).then_some(Self { base, bits })
    }

    /// Whether an address lies in the range.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(other)) => {
                let differing = u32::from(base) ^ u32::from(other);
                differing.checked_shr(32 - self.bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(base), IpAddr::V6(other)) => {
                let differing = u128::from(base) ^ u128::from(other);
                differing.checked_shr(128 - self.bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

/// The caller's address: `peer`, or behind named proxies the last address of `X-Forwarded-For` that is none of them.
#[must_use]
pub fn caller(peer: IpAddr, forwarded_for: &[&str], proxies: &[Network]) -> IpAddr {
    let is_proxy = |address: IpAddr| proxies.iter().any(|network| network.contains(address));
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
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn ranges_contain_what_shares_their_bits() {
        let ten = Network::parse("10.0.0.0/8").unwrap();
        assert!(
            ten.contains(ip("10.200.3.4"))
                && !ten.contains(ip("11.0.0.1"))
                && !ten.contains(ip("::1"))
        );
        assert!(ten.contains(ip("::ffff:10.1.1.1")));
        assert!(
            Network::parse("0.0.0.0/0")
                .unwrap()
                .contains(ip("192.0.2.1"))
        );
        assert!(Network::parse("fd00::/8").unwrap().contains(ip("fd12::1")));
        assert!(Network::parse("10.0.0.0/33").is_none() && Network::parse("proxy").is_none());
    }

    #[test]
    fn forwarding_is_believed_from_named_proxies_only() {
        let proxies = [
            Network::parse("127.0.0.1").unwrap(),
            Network::parse("10.0.0.0/8").unwrap(),
        ];
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
