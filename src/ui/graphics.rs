//! What the window is drawn with, and what is tried when that fails: a broken driver, a remote desktop, a virtual machine.

use std::env;
use std::process::Command;

use super::WindowError;

/// Says which graphics this process was started with; absent, the machine's own.
const VARIABLE: &str = "RELEVE_GRAPHICS";
const SOFTWARE: &str = "software";
/// What sends Mesa to a driver other than the one that always works.
const MISLEADING: [&str; 3] = ["LIBGL_ALWAYS_INDIRECT", "GALLIUM_DRIVER", "MESA_LOADER_DRIVER_OVERRIDE"];

/// The window once more in a process of its own, drawn by the processor: within one process the window system can be entered only once.
///
/// # Errors
/// `failed` where there is nothing else to try, or where that failed too.
pub fn once_more(failed: WindowError) -> Result<(), WindowError> {
    let tried_already = env::var_os(VARIABLE).is_some();
    if !cfg!(target_os = "linux") || tried_already {
        return Err(failed);
    }
    let Ok(program) = env::current_exe() else {
        return Err(failed);
    };
    tracing::warn!(%failed, "drawing by the processor instead");
    let mut again = Command::new(program);
    again.args(env::args_os().skip(1));
    again.env(VARIABLE, SOFTWARE).env("LIBGL_ALWAYS_SOFTWARE", "1");
    for name in MISLEADING {
        again.env_remove(name);
    }
    match again.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(failed),
    }
}

/// True in a process that was started because the first could not draw: its failure is told by the first.
pub fn is_second_try() -> bool {
    env::var_os(VARIABLE).is_some_and(|tried| tried == SOFTWARE)
}
