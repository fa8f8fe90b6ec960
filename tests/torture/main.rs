//! What can befall a program and its disk, as often as chance brings it about: killed, without power, on a disk that is full or fails,
//! beside a second start, on damaged files, with hostile content, and for a long while.
//!
//! `cargo xtask test` runs the short versions, `cargo xtask torture` the long ones, which print their figures. What is drawn by chance
//! is drawn from a seed that is printed; `RAPPEL_SEED` draws it again.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(target_os = "linux")]
mod alarms;
mod backups;
mod damage;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
mod killed;
#[cfg(target_os = "linux")]
mod power;
mod size;
#[cfg(target_os = "linux")]
mod soak;
mod start;
mod twice;
