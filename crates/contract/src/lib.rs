//! Tacit.
