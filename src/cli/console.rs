//! Where words and data go: data to stdout, words to stderr, a progress line only on a terminal.

use std::io::{self, BufWriter, IsTerminal, Stderr, Stdout, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::error::CliError;
use crate::domain::progress::Progress;
use crate::i18n::{Explain, Lang, Message};

/// The two streams of the process and the language spoken on them.
#[derive(Debug)]
pub struct Console {
    lang: Lang,
    out: BufWriter<Stdout>,
    err: Stderr,
}

impl Console {
    /// The console of this process.
    pub fn of_process(lang: Lang) -> Self {
        Self {
            lang,
            out: BufWriter::new(io::stdout()),
            err: io::stderr(),
        }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Data, as is.
    pub fn print(&mut self, data: &str) -> Result<(), CliError> {
        Ok(self.out.write_all(data.as_bytes())?)
    }

    /// One line of data.
    pub fn line(&mut self, data: &str) -> Result<(), CliError> {
        self.print(data)?;
        self.print("\n")
    }

    /// One sentence of data.
    pub fn say(&mut self, message: &Message) -> Result<(), CliError> {
        let text = message.text(self.lang);
        self.line(&text)
    }

    /// Words about the data. A closed stderr is nobody listening.
    pub fn tell(&mut self, message: &Message) {
        let _ = writeln!(self.err, "{}", message.text(self.lang));
    }

    /// An error, in the words of its room.
    pub fn tell_error(&mut self, error: &CliError) {
        self.tell(&error.message());
    }

    pub fn flush(&mut self) -> Result<(), CliError> {
        Ok(self.out.flush()?)
    }

    /// A listener for a long job: a line on a terminal, and Ctrl+C as its cancel.
    pub fn progress(&self, title: &Message) -> TerminalProgress {
        TerminalProgress {
            title: title.text(self.lang),
            visible: self.err.is_terminal(),
            started: Instant::now(),
            next_ms: AtomicU64::new(FIRST_MS),
            drawn: AtomicBool::new(false),
            cancelled: interruption(),
        }
    }
}

/// Short jobs draw nothing.
const FIRST_MS: u64 = 300;
const EVERY_MS: u64 = 100;

/// Draws « title 43 % » on one line of the terminal, at most ten times a second, and wipes it at the end.
#[derive(Debug)]
pub struct TerminalProgress {
    title: String,
    visible: bool,
    started: Instant,
    next_ms: AtomicU64,
    drawn: AtomicBool,
    cancelled: Arc<AtomicBool>,
}

impl Progress for TerminalProgress {
    fn report(&self, done: u64, total: u64) {
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        if !self.visible || now < self.next_ms.load(Ordering::Relaxed) {
            return;
        }
        self.next_ms.store(now + EVERY_MS, Ordering::Relaxed);
        self.drawn.store(true, Ordering::Relaxed);
        let percent = (done.min(total) * 100).checked_div(total).unwrap_or(0);
        let _ = write!(io::stderr(), "\r{} {percent:>3}\u{a0}% ", self.title);
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        if self.drawn.load(Ordering::Relaxed) {
            let blank = " ".repeat(self.title.chars().count() + 8);
            let _ = write!(io::stderr(), "\r{blank}\r");
        }
    }
}

/// Set by Ctrl+C from the first long job on; without a handler the system ends the process, which loses nothing either.
fn interruption() -> Arc<AtomicBool> {
    static INTERRUPTED: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    let flag = INTERRUPTED.get_or_init(|| {
        let flag = Arc::new(AtomicBool::new(false));
        let raised = Arc::clone(&flag);
        if let Err(error) = ctrlc::set_handler(move || raised.store(true, Ordering::Relaxed)) {
            tracing::warn!(%error, "no handler for Ctrl+C");
        }
        flag
    });
    Arc::clone(flag)
}
