//! Tests on official files: one binary, one module a subject. Without the files they fail, they are never skipped.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod imports_demand;
mod imports_supply;
mod mobility;
mod numbers;
mod plan;
mod raw_sheet;

use std::path::PathBuf;

/// An official file of `RELEVE_DATA` (default: `../shared/data` beside the project).
fn official(path: &str) -> PathBuf {
    let root = std::env::var_os("RELEVE_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let file = root.join(path);
    assert!(
        file.exists(),
        "official file missing: {} (set RELEVE_DATA)",
        file.display()
    );
    file
}
