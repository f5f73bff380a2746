//! Reads other people's files: recognise by content, read raw, check, yield facts and issues. Nothing is written here.

pub mod issue;
