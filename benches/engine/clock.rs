//! Wall and processor time, peak memory, medians and percentiles.

use std::time::Instant;

/// What a piece of work took, milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    pub wall: f64,
    /// Processor time of the calling thread; the wall time where the system does not tell.
    pub cpu: f64,
}

pub fn time<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (start, before) = (Instant::now(), thread_ms());
    let result = work();
    let wall = start.elapsed().as_secs_f64() * 1e3;
    let cpu = before.zip(thread_ms()).map_or(wall, |(before, after)| after - before);
    (result, Took { wall, cpu })
}

/// First word of the scheduler's account of the main thread: nanoseconds on a processor.
fn thread_ms() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let spent: f64 = text.split_ascii_whitespace().next()?.parse().ok()?;
    Some(spent / 1e6)
}

/// Processor time of the whole process, all threads, in steps of 10 ms.
pub fn process_ms() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = text.rsplit(')').next()?;
    let mut words = after_name.split_ascii_whitespace().skip(11);
    let user: f64 = words.next()?.parse().ok()?;
    let system: f64 = words.next()?.parse().ok()?;
    Some((user + system) * 10.0)
}

/// Forgets the peak so far, where the system can.
pub fn reset_peak() {
    // Without this the peak is that of the whole run, which the table then shows: nothing to handle.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Largest resident memory since the last reset, MB.
pub fn peak_mb() -> Option<f64> {
    memory_mb("VmHWM:")
}

/// A figure of the system's account of memory, MB: `VmRSS:` is what is resident now.
pub fn memory_mb(name: &str) -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    let kib: f64 = line.split_ascii_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

/// The value below which that share of the values lies.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let rank = (share * values.len() as f64).ceil() as usize;
    values[rank.clamp(1, values.len()) - 1]
}

/// Milliseconds with a precision that fits their size.
pub fn ms(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0} ms"),
        v if v >= 1.0 => format!("{v:.1} ms"),
        v => format!("{v:.3} ms"),
    }
}
