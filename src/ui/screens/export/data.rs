//! Where exports go.

use std::path::{Path, PathBuf};

/// The folder proposed first: beside the territory file, else the home folder.
pub fn first_folder(territory: Option<&Path>) -> PathBuf {
    let beside = territory.and_then(Path::parent).map(Path::to_path_buf);
    beside.or_else(std::env::home_dir).unwrap_or_else(|| PathBuf::from("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_go_beside_the_file() {
        assert_eq!(first_folder(Some(Path::new("/t/a.releve"))), PathBuf::from("/t"));
    }
}
