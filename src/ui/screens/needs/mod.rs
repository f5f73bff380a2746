//! Needs: what the survey and employers tell, side by side, and the need that is matched.

pub mod data;
pub mod view;
