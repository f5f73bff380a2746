//! Démarche: what the territory starts from, may lose, was promised, met by surprise, does next and learned.

pub mod data;
pub mod view;
