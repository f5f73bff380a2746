//! Journal: every deed, who undid what, and the two buttons.

pub mod data;
pub mod view;
