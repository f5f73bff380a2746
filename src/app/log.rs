//! The log file for support: what the program did, in the platform's data folder. Nothing leaves the machine.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

use super::settings::project_dirs;

/// Beyond this size the log starts again; the former one is kept once.
const LOG_BYTES_MOST: u64 = 2 * 1024 * 1024;

/// Starts the log; the filter is `RELEVE_LOG`, `info` by default. Returns the file, or nothing when no place can be written.
pub fn start() -> Option<PathBuf> {
    let folder = project_dirs()?.data_local_dir().join("log");
    let path = folder.join("releve.log");
    let file = open(&folder, &path).ok()?;
    let filter = EnvFilter::try_from_env("RELEVE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .try_init()
        .ok()?;
    Some(path)
}

fn open(folder: &Path, path: &Path) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    if fs::metadata(path).is_ok_and(|meta| meta.len() > LOG_BYTES_MOST) {
        fs::rename(path, path.with_extension("log.1"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_log_starts_again_and_the_former_one_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("releve.log");
        let long = File::create(&path).unwrap();
        long.set_len(LOG_BYTES_MOST + 1).unwrap();
        open(folder.path(), &path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().len(), 0);
        assert_eq!(
            fs::metadata(path.with_extension("log.1")).unwrap().len(),
            LOG_BYTES_MOST + 1
        );
    }
}
