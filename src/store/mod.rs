//! The only room that knows SQLite, and the reader of the catalogue embedded in the program.

pub mod catalogue;
mod error;

pub use error::StoreError;
