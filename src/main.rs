//! The program: a thin door to the command line, which opens the window where there is one.

use std::process::ExitCode;

fn main() -> ExitCode {
    releve::cli::main()
}
