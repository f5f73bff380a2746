//! The detail of a scenario: one of its actions, to change and to understand, or one of its years.

pub(super) mod choices;
mod draft;
mod effects;
mod effects_view;
pub(super) mod fields;
mod form;
mod help_draft;
mod help_form;
pub mod view;
mod year;
