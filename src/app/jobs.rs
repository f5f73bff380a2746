//! Named worker threads: long work off the screen's thread, with progress, cancel and a mailbox of results.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{AppError, crash};
use crate::domain::progress::Progress;
use crate::i18n::Message;

/// Progress wakes the screen at most this often.
const WAKE_EVERY: Duration = Duration::from_millis(100);
/// A cancelled job that has not answered by then is left to end alone; its result is dropped.
const CANCEL_PATIENCE: Duration = Duration::from_millis(150);

/// The long jobs of one window; `T` is what any of them yields.
///
/// [`Jobs::poll`] is called once per frame; `wake` asks for a frame when something moved.
pub struct Jobs<T> {
    next: u64,
    running: Vec<Running>,
    sender: Sender<Delivery<T>>,
    receiver: Receiver<Delivery<T>>,
    wake: Wake,
}

/// Names a job for the life of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(u64);

/// What the status line shows of a job.
#[derive(Debug, Clone, PartialEq)]
pub struct JobStatus {
    pub id: JobId,
    pub title: Message,
    pub done: u64,
    /// 0 while the size of the work is unknown.
    pub total: u64,
    pub cancelling: bool,
}

/// A job that ended.
#[derive(Debug)]
pub struct Finished<T> {
    pub id: JobId,
    pub title: Message,
    pub result: Result<T, AppError>,
}

/// The [`Progress`] a job reports to; also usable outside [`Jobs`], for a terminal.
pub struct JobProgress {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    started: Instant,
    last_wake_ms: AtomicU64,
    wake: Wake,
}

type Wake = Arc<dyn Fn() + Send + Sync>;
type Delivery<T> = (JobId, Result<T, AppError>);

struct Running {
    id: JobId,
    title: Message,
    progress: Arc<JobProgress>,
    cancelled_at: Option<Instant>,
}

impl<T: Send + 'static> Jobs<T> {
    /// No job yet. `wake` is called from worker threads, at most ten times a second per job and once at its end.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Self {
            next: 0,
            running: Vec::new(),
            sender,
            receiver,
            wake: Arc::new(wake),
        }
    }

    /// Starts `work` on a thread named `name`; a panic inside becomes [`AppError::Panicked`].
    pub fn start<F>(&mut self, name: &'static str, title: Message, work: F) -> JobId
    where
        F: FnOnce(&JobProgress) -> Result<T, AppError> + Send + 'static,
    {
        crash::note(name);
        let id = JobId(self.next);
        self.next += 1;
        let progress = Arc::new(JobProgress::new(Arc::clone(&self.wake)));
        self.running.push(Running {
            id,
            title,
            progress: Arc::clone(&progress),
            cancelled_at: None,
        });
        let sender = self.sender.clone();
        let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let result = guarded(name, || work(&progress));
            // The window may be gone; then nobody waits for the result.
            let _ = sender.send((id, result));
            (progress.wake)();
        });
        if let Err(error) = spawned {
            let _ = self.sender.send((
                id,
                Err(AppError::NoThread {
                    reason: error.to_string(),
                }),
            ));
        }
        id
    }

    /// Asks a job to stop. [`Jobs::poll`] tells its end within 200 ms, whatever the job does.
    pub fn cancel(&mut self, id: JobId) {
        if let Some(job) = self.running.iter_mut().find(|job| job.id == id) {
            job.progress.cancel();
            job.cancelled_at.get_or_insert_with(Instant::now);
            wake_after(CANCEL_PATIENCE, &self.wake);
        }
    }

    /// Asks every job to stop: the window closes or opens another territory.
    pub fn cancel_all(&mut self) {
        let ids: Vec<_> = self.running.iter().map(|job| job.id).collect();
        for id in ids {
            self.cancel(id);
        }
    }

    /// The jobs that ended since the last call, in order of arrival.
    pub fn poll(&mut self) -> Vec<Finished<T>> {
        let mut finished = Vec::new();
        while let Ok((id, result)) = self.receiver.try_recv() {
            // Absent: it was given up after a cancel.
            if let Some(job) = self.take(id) {
                finished.push(Finished {
                    id,
                    title: job.title,
                    result,
                });
            }
        }
        let given_up: Vec<_> = self
            .running
            .iter()
            .filter(|job| job.is_overdue())
            .map(|job| job.id)
            .collect();
        for id in given_up {
            if let Some(job) = self.take(id) {
                finished.push(Finished {
                    id,
                    title: job.title,
                    result: Err(AppError::Cancelled),
                });
            }
        }
        finished
    }

    /// The jobs under way, oldest first.
    pub fn running(&self) -> Vec<JobStatus> {
        self.running.iter().map(Running::status).collect()
    }

    /// True while a job is under way.
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }

    fn take(&mut self, id: JobId) -> Option<Running> {
        let index = self.running.iter().position(|job| job.id == id)?;
        Some(self.running.remove(index))
    }
}

impl<T> fmt::Debug for Jobs<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs")
            .field("running", &self.running.len())
            .finish_non_exhaustive()
    }
}

impl Running {
    fn is_overdue(&self) -> bool {
        self.cancelled_at.is_some_and(|at| at.elapsed() >= CANCEL_PATIENCE)
    }

    fn status(&self) -> JobStatus {
        JobStatus {
            id: self.id,
            title: self.title.clone(),
            done: self.progress.done.load(Ordering::Relaxed),
            total: self.progress.total.load(Ordering::Relaxed),
            cancelling: self.cancelled_at.is_some(),
        }
    }
}

impl JobProgress {
    /// A listener that calls `wake` at most ten times a second.
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self {
            done: AtomicU64::new(0),
            total: AtomicU64::new(0),
            cancelled: AtomicBool::new(false),
            started: Instant::now(),
            last_wake_ms: AtomicU64::new(0),
            wake,
        }
    }

    /// Makes [`Progress::is_cancelled`] true from now on.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Steps done and steps in all, as last reported.
    pub fn steps(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

impl Progress for JobProgress {
    fn report(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let last = self.last_wake_ms.load(Ordering::Relaxed);
        let due = u128::from(now.saturating_sub(last)) >= WAKE_EVERY.as_millis();
        let won = || {
            self.last_wake_ms
                .compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        };
        if due && won() {
            (self.wake)();
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for JobProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JobProgress").field(&self.steps()).finish()
    }
}

/// Turns a panic of a worker thread into an error.
pub(super) fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T, AppError>) -> Result<T, AppError> {
    // What the work shared stays consistent: locks survive poisoning, transactions roll back when dropped.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        let reason = payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned())
            .unwrap_or_default();
        tracing::error!(job = name, reason, "a job panicked");
        Err(AppError::Panicked { reason })
    })
}

/// One more frame once the patience is over, so that the end of a stubborn job is told.
fn wake_after(delay: Duration, wake: &Wake) {
    let wake = Arc::clone(wake);
    let timer = move || {
        thread::sleep(delay);
        wake();
    };
    if thread::Builder::new()
        .name("cancel-timer".to_owned())
        .spawn(timer)
        .is_err()
    {
        tracing::warn!("no thread for the cancel timer; the next frame tells the end");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait_for<T: Send + 'static>(jobs: &mut Jobs<T>) -> (Vec<Finished<T>>, Duration) {
        let start = Instant::now();
        loop {
            let finished = jobs.poll();
            if !finished.is_empty() || start.elapsed() > Duration::from_secs(5) {
                return (finished, start.elapsed());
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn title() -> Message {
        Message::new("app-name")
    }

    #[test]
    fn a_result_arrives_in_the_mailbox() {
        let mut jobs = Jobs::new(|| {});
        let id = jobs.start("adder", title(), |_| Ok(thread::current().name().map(str::to_owned)));
        assert!(jobs.is_busy());
        let (finished, _) = wait_for(&mut jobs);
        assert_eq!(finished[0].id, id);
        assert_eq!(finished[0].result.as_ref().unwrap().as_deref(), Some("adder"));
        assert!(!jobs.is_busy());
    }

    #[test]
    fn a_panic_becomes_an_error() {
        let mut jobs: Jobs<()> = Jobs::new(|| {});
        jobs.start("faulty", title(), |_| panic!("seat {} is broken", 12));
        let (finished, _) = wait_for(&mut jobs);
        assert!(matches!(&finished[0].result, Err(AppError::Panicked { reason }) if reason == "seat 12 is broken"));
    }

    #[test]
    fn cancel_answers_within_200_ms_even_when_the_job_does_not_listen() {
        for listens in [true, false] {
            let mut jobs: Jobs<()> = Jobs::new(|| {});
            let id = jobs.start("slow", title(), move |progress| {
                let start = Instant::now();
                while start.elapsed() < Duration::from_secs(1) {
                    if listens && progress.is_cancelled() {
                        return Err(AppError::Cancelled);
                    }
                    thread::sleep(Duration::from_millis(2));
                }
                Ok(())
            });
            jobs.cancel(id);
            let (finished, elapsed) = wait_for(&mut jobs);
            assert!(matches!(finished[0].result, Err(AppError::Cancelled)));
            assert!(elapsed < Duration::from_millis(200), "{elapsed:?}");
        }
    }

    #[test]
    fn progress_wakes_the_screen_at_most_ten_times_a_second() {
        let wakes = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&wakes);
        let progress = JobProgress::new(Arc::new(move || {
            counter.fetch_add(1, Ordering::Relaxed);
        }));
        let start = Instant::now();
        while start.elapsed() < Duration::from_millis(450) {
            progress.report(1, 2);
        }
        let count = wakes.load(Ordering::Relaxed);
        assert!((1..=4).contains(&count), "{count}");
        assert_eq!(progress.steps(), (1, 2));
    }
}
