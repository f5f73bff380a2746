//! The frame around every screen: navigation, top bar, status line, search, notices, keys.

pub mod finder;
pub mod keys;
pub mod nav;
pub mod notices;
pub mod saver;
pub mod status;
pub mod title;
pub mod top;
