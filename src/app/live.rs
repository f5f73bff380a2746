//! Answers while a hand drags: one thread keeps the matching warm, the newest question wins, the window never waits.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::error::AppError;
use super::jobs::guarded;
use crate::domain::facts::Facts;
use crate::domain::progress::Progress;
use crate::market::Request;
use crate::market::live::{Edit, Live, LiveFigures};

/// A hand at rest so long gets the exact figures.
const REST: Duration = Duration::from_millis(120);

/// What-ifs on the facts of one revision. Dropped, its thread stops at once.
///
/// [`Tryout::ask`] at each move, [`Tryout::poll`] at each frame; `wake` asks for a frame when an answer came.
pub struct Tryout {
    shared: Arc<Shared>,
    revision: i64,
    asked: u64,
}

/// An answer, and what was asked.
#[derive(Debug)]
pub struct Answer {
    pub edits: Vec<Edit>,
    /// True where nothing was asked since.
    pub newest: bool,
    /// First the central figures, then, once the hand rests, the same with the gap.
    pub figures: Result<LiveFigures, AppError>,
}

struct Shared {
    mailbox: Mutex<Mailbox>,
    bell: Condvar,
    wake: Box<dyn Fn() + Send + Sync>,
}

#[derive(Default)]
struct Mailbox {
    question: Option<Question>,
    /// With the number of its question.
    answer: Option<(u64, Answer)>,
    closed: bool,
}

#[derive(Clone)]
struct Question {
    number: u64,
    edits: Vec<Edit>,
}

impl Tryout {
    /// Starts the thread, which first solves the facts as they are.
    ///
    /// # Errors
    /// [`AppError::NoThread`].
    pub fn new(
        facts: Arc<Facts>,
        year: Option<u16>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, AppError> {
        let revision = facts.revision;
        let shared = Arc::new(Shared {
            mailbox: Mutex::default(),
            bell: Condvar::new(),
            wake: Box::new(wake),
        });
        let theirs = Arc::clone(&shared);
        let spawned = thread::Builder::new()
            .name("live".to_owned())
            .spawn(move || theirs.work(&facts, Request { year }));
        match spawned {
            Ok(_) => Ok(Self {
                shared,
                revision,
                asked: 0,
            }),
            Err(error) => Err(AppError::NoThread {
                reason: error.to_string(),
            }),
        }
    }

    /// Revision of the facts that are tried; at another one, a new tryout is needed.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Asks what these edits, on the facts and on no earlier edits, would give. A question not answered yet is forgotten.
    pub fn ask(&mut self, edits: Vec<Edit>) {
        self.asked += 1;
        let mut mailbox = self.shared.lock();
        mailbox.question = Some(Question {
            number: self.asked,
            edits,
        });
        self.shared.bell.notify_all();
    }

    /// The latest answer, once; while a hand moves, it may be to an earlier question.
    pub fn poll(&mut self) -> Option<Answer> {
        let (number, answer) = self.shared.lock().answer.take()?;
        Some(Answer {
            newest: number == self.asked,
            ..answer
        })
    }
}

impl Drop for Tryout {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.bell.notify_all();
    }
}

impl fmt::Debug for Tryout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { revision, asked, .. } = self;
        f.debug_struct("Tryout")
            .field("revision", revision)
            .field("asked", asked)
            .finish_non_exhaustive()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Mailbox> {
        self.mailbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers until closed: the central figure at once, every line and range when nothing else is asked for a moment.
    fn work(&self, facts: &Facts, request: Request) {
        let mut live = None;
        while let Some(question) = self.next() {
            let unheard = Newer { shared: self };
            let quick = guarded("live", || {
                let live = match &mut live {
                    Some(live) => live,
                    empty => empty.insert(Live::new(facts, request, &Closing { shared: self })?),
                };
                // Not stopped by a newer question: a hand that never rests would see no figure.
                Ok(live.try_edits(&question.edits, &Closing { shared: self })?)
            });
            if matches!(quick, Err(AppError::Panicked { .. })) {
                live = None;
            }
            let answered = quick.is_ok();
            self.deliver(&question, quick);
            if !answered || self.is_asked_within(REST) {
                continue;
            }
            let exact = guarded("live", || match &mut live {
                Some(live) => Ok(live.settle(&unheard)?),
                None => Err(AppError::Cancelled),
            });
            if !unheard.is_cancelled() {
                self.deliver(&question, exact);
            }
        }
    }

    /// Waits for a question; nothing once closed.
    fn next(&self) -> Option<Question> {
        let mut mailbox = self.lock();
        loop {
            if mailbox.closed {
                return None;
            }
            if let Some(question) = mailbox.question.take() {
                return Some(question);
            }
            mailbox = self.bell.wait(mailbox).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn is_asked_within(&self, rest: Duration) -> bool {
        let calm = |mailbox: &mut Mailbox| mailbox.question.is_none() && !mailbox.closed;
        let waited = self.bell.wait_timeout_while(self.lock(), rest, calm);
        let (mut mailbox, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !calm(&mut mailbox)
    }

    fn deliver(&self, question: &Question, figures: Result<LiveFigures, AppError>) {
        let answer = Answer {
            edits: question.edits.clone(),
            newest: true,
            figures,
        };
        self.lock().answer = Some((question.number, answer));
        (self.wake)();
    }
}

/// Stops a computation when something else is asked, or nobody listens any more.
struct Newer<'s> {
    shared: &'s Shared,
}

impl Progress for Newer<'_> {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        let mailbox = self.shared.lock();
        mailbox.closed || mailbox.question.is_some()
    }
}

/// Stops the first computation only when nobody listens any more: whatever is asked needs it.
struct Closing<'s> {
    shared: &'s Shared,
}

impl Progress for Closing<'_> {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.shared.lock().closed
    }
}
