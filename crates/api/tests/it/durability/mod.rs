//! Nothing that was acknowledged is lost: copies, faults, and ends that nobody announced.

mod backup;
mod faults;
mod kill;
mod proxy;
mod stop;
mod writers;
