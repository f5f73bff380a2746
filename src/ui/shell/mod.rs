//! The frame around every screen: navigation, top bar, status line, search, notices, keys.

pub mod crash;
pub mod finder;
pub mod jobs;
pub mod keys;
pub mod nav;
pub mod notices;
pub mod saver;
pub mod status;
pub mod title;
pub mod top;
