//! Skills: what is missing and where, who teaches it, the hours of establishments, and the steering of IUTs.

pub mod data;
mod local;
pub mod view;
