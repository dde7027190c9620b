//! The `tacit` binary.
fn main() {}
