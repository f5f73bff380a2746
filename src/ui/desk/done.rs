//! What finished jobs change on the desk, and what the window must be told of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use super::{Desk, Done, Kind, Opened, Read, preview};
use crate::app::jobs::Finished;
use crate::app::{Access, AppError, Session};
use crate::i18n::{Explain, Lang, Message};
use crate::market::flows::Flows;
use crate::market::gap::Gap;
use crate::market::values::Values;
use crate::ui::scene::Asked;
use crate::ui::screens::journal::data::Deed;
use crate::ui::snapshot::{Before, Names, Reasons, Snapshot};

/// A dialog that comes back sooner was never shown: the desktop has none.
const NO_DIALOG_WITHIN: Duration = Duration::from_millis(400);

/// What the window must be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A territory is open; its file, unless it is temporary.
    Opened(Option<PathBuf>),
    Good(Message),
    Bad(Message),
    /// Files were read: the import screen has something to show.
    Previewed,
    Imported,
    Picked(Asked, Vec<PathBuf>),
}

impl Desk {
    /// Takes the results that arrived since the last frame.
    pub fn poll(&mut self, lang: Lang) -> Vec<Event> {
        self.hear_tryout();
        let mut events = Vec::new();
        for finished in self.jobs.poll() {
            let place = self.started.iter().position(|(id, ..)| *id == finished.id);
            let started = place.map(|p| self.started.remove(p));
            let kind = started.map(|(_, _, kind)| kind);
            self.note_end(&finished, started.map(|(_, at, kind)| (at.elapsed(), kind)));
            match finished.result {
                Ok(done) => self.take(done, lang, &mut events),
                Err(AppError::Cancelled) if kind == Some(Kind::Solve) && self.is_solving() => {}
                // Another comparison is asked, or none any more.
                Err(AppError::Cancelled) if kind == Some(Kind::Compare) && self.is_comparing() => {}
                // Another line is shown, or other figures are.
                Err(AppError::Cancelled)
                    if matches!(
                        kind,
                        Some(
                            Kind::Shortage
                                | Kind::Outlets
                                | Kind::Official
                                | Kind::Plan
                                | Kind::Propose
                                | Kind::Understand
                                | Kind::Money
                                | Kind::Buy
                                | Kind::Skills
                        )
                    ) => {}
                // Another gap is on its way, or what explains it is.
                Err(AppError::Cancelled)
                    if kind.is_some_and(|k| matches!(k, Kind::Explain | Kind::Value | Kind::Sense))
                        && (self.is_solving() || self.is_explaining()) => {}
                Err(error) => self.failed(kind, &error, &mut events),
            }
        }
        events
    }

    /// Jobs with a place and those that failed are remembered; what was only read in passing is not.
    fn note_end(&mut self, finished: &Finished<Done>, started: Option<(Duration, Kind)>) {
        let Some((took, kind)) = started.filter(|(_, kind)| *kind != Kind::Ask) else {
            return;
        };
        let result = finished.result.as_ref().map(|_| ());
        if kind.place().is_some() || !matches!(result, Ok(()) | Err(AppError::Cancelled)) {
            self.ledger.note(finished.title.clone(), took, kind.place(), result);
        }
    }

    fn take(&mut self, done: Done, lang: Lang, events: &mut Vec<Event>) {
        match done {
            Done::Opened(session, temporary) => self.take_session(session, temporary, None, events),
            Done::OpenedVersion(session, folder, version) => {
                events.push(Event::Good(Message::new("ui-version-opened")));
                self.take_session(session, Some(folder), Some(version), events);
            }
            Done::Facts(read) => self.take_facts(*read),
            Done::Solved(gap) => self.take_gap(gap),
            Done::Explained(reasons) => self.take_reasons(reasons),
            Done::Valued(values) => self.take_values(values),
            Done::Sensed(found) => {
                let (revision, year) = (found.revision, found.year);
                self.keep(revision, year, |snapshot| snapshot.sensitivity = Some(found));
            }
            Done::Short(found) => self.take_shortage(found),
            Done::Outlets(lines) => self.take_outlets(lines),
            Done::Effects(effects) => self.outlets.take_effects(effects),
            Done::Official(found) => self.take_found(*found),
            Done::Planned(outlooks) => self.take_plans(outlooks),
            Done::Skilled(book) => self.take_skills(book),
            Done::Proposed(found) => self.take_found_plan(found),
            Done::Understood(proposal, outlook) => self.take_understood(&proposal, outlook),
            Done::Ranked(known) => self.take_ranks(known),
            Done::Bought(bought) => self.take_purchase(bought),
            Done::Funded(refused) => self.take_fund_deed(refused),
            Done::PlanWritten(told) => self.take_plan_deed(told),
            Done::BoardWritten(told) => self.take_board_deed(told),
            Done::Written(told) => {
                events.extend(told.map(Event::Good));
                self.changed();
            }
            Done::Previewed(previews) => {
                self.stamp += 1;
                self.waiting = preview::waiting(&previews, self.stamp);
                self.previews = previews;
                events.push(Event::Previewed);
            }
            Done::Pasted(told, refused) => {
                // What was refused stays until it is read.
                events.push(if refused == 0 {
                    Event::Good(told)
                } else {
                    Event::Bad(told)
                });
                self.changed();
            }
            Done::Imported(message, warning) => {
                events.extend([Event::Good(message), Event::Imported]);
                events.extend(warning.map(Event::Bad));
                self.changed();
            }
            Done::Exported(paths) => {
                let paths: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
                let told = Message::new("ui-exported").with("n", paths.len());
                events.push(Event::Good(told.with("paths", paths.join("\n"))));
            }
            Done::Checked(findings) => events.push(checked(&findings, lang)),
            Done::Issues(id, lines) => self.issues = Some((id, lines)),
            Done::Deed(read) => self.deed = Some(*read),
            Done::Compared(compared) => self.compared = Some(compared),
            Done::Versions(kept) => self.kept = Some(kept),
            Done::VersionSaved(kept) => {
                self.kept = Some(kept);
                events.push(Event::Good(Message::new("ui-version-saved")));
            }
            Done::Kept => {}
            Done::Restored(path) => {
                let told = Message::new("ui-version-restored").with("path", path.display().to_string());
                events.push(Event::Good(told));
            }
            Done::Picked(asked, Some(paths), _) => events.push(Event::Picked(asked, paths)),
            Done::Picked(_, None, shown) if shown < NO_DIALOG_WITHIN => {
                events.push(Event::Bad(Message::new("ui-no-dialog")));
            }
            Done::Picked(_, None, _) => {}
        }
    }

    fn take_session(
        &mut self,
        session: Session,
        temporary: Option<TempDir>,
        version: Option<Message>,
        events: &mut Vec<Event>,
    ) {
        self.close();
        self.open = Some(Opened {
            session,
            temporary,
            version,
            changed_at: None,
        });
        events.push(Event::Opened(self.path().map(Path::to_path_buf)));
        self.load();
        self.keep_opened();
    }

    /// Something was written: facts and figures follow, the old ones stay dimmed meanwhile.
    pub(super) fn changed(&mut self) {
        self.issues = None;
        // An import keeps a version of what was before it.
        self.kept = None;
        if let Some(open) = &mut self.open {
            open.changed_at = Some(jiff::Zoned::now().strftime("%H:%M").to_string());
        }
        self.outdate();
        self.load();
    }

    fn take_facts(&mut self, read: Read) {
        let Read {
            facts,
            contours,
            appellations,
            tensions,
            indicators,
            deeds,
        } = read;
        let Some(open) = &self.open else { return };
        self.stamp += 1;
        let mut years: Vec<u16> = facts.survey.iter().map(|r| r.year).collect();
        years.extend(facts.needs.iter().map(|n| n.year));
        years.sort_unstable();
        years.dedup();
        years.reverse();
        let last = self.snapshot.take().map(|s| (s.gap, s.flows, s.before));
        let (gap, flows, before) = last.unwrap_or_default();
        self.snapshot = Some(Snapshot {
            stamp: self.stamp,
            names: Names::of(&facts),
            indicators,
            outdated: gap.is_some(),
            gap,
            flows,
            before,
            reasons: None,
            values: None,
            sensitivity: None,
            writable: open.session.state().access == Access::ReadWrite,
            lens: self.lens,
            version: open.version.clone(),
            path: self.path().map(Path::to_path_buf),
            years,
            facts,
            contours,
            appellations,
            tensions,
        });
        self.take_deeds(deeds);
        self.solve();
    }

    fn take_gap(&mut self, gap: Arc<Gap>) {
        self.no_figures = None;
        self.stamp += 1;
        let (stamp, revision, year) = (self.stamp, gap.revision, self.year);
        if let Some(snapshot) = &mut self.snapshot {
            snapshot.stamp = stamp;
            // A gap of an older revision arrives when a change came meanwhile; a newer one is on its way.
            snapshot.outdated = gap.revision != snapshot.facts.revision;
            let shown = snapshot.gap.take().filter(|old| old.revision != gap.revision);
            if let Some(shown) = shown {
                snapshot.before = Some(before(shown, gap.revision, &self.deeds));
            }
            snapshot.before.take_if(|before| before.gap.year != gap.year);
            snapshot.flows = Some(Arc::new(Flows::potential(&snapshot.facts, &gap)));
            snapshot.gap = Some(gap);
            snapshot.reasons = None;
            snapshot.values = None;
            let open = self.open.as_ref();
            snapshot.sensitivity = open.and_then(|o| o.session.kept_sensitivity(revision, year));
            if !snapshot.outdated {
                self.tried = self.tried.take().filter(|t| !t.written);
                self.explain();
            }
        }
    }

    /// The causes come first; the values of seats, which take longer, follow.
    fn take_reasons(&mut self, reasons: Arc<Reasons>) {
        let (revision, year) = (reasons.causes.revision, reasons.causes.year);
        if self.keep(revision, year, |snapshot| {
            snapshot.flows = Some(Arc::clone(&reasons.flows));
            snapshot.reasons = Some(reasons);
        }) {
            self.value();
        }
    }

    fn take_values(&mut self, values: Arc<Values>) {
        let (revision, year) = (values.revision, values.year);
        self.keep(revision, year, |snapshot| snapshot.values = Some(values));
    }

    /// Keeps what explains a gap only where it is the gap on screen; tells whether it is.
    fn keep(&mut self, revision: i64, year: u16, keep: impl FnOnce(&mut Snapshot)) -> bool {
        let Some(snapshot) = &mut self.snapshot else {
            return false;
        };
        let gap = snapshot.gap.as_ref();
        if gap.is_none_or(|gap| (gap.revision, gap.year) != (revision, year)) {
            return false;
        }
        keep(snapshot);
        self.stamp += 1;
        snapshot.stamp = self.stamp;
        true
    }

    fn is_explaining(&self) -> bool {
        self.started
            .iter()
            .any(|(_, _, kind)| matches!(kind, Kind::Explain | Kind::Value))
    }

    fn failed(&mut self, kind: Option<Kind>, error: &AppError, events: &mut Vec<Event>) {
        let message = error.message();
        match kind {
            Some(Kind::Solve) => {
                self.drop_try();
                self.no_figures = Some(message.clone());
                self.stamp += 1;
                let stamp = self.stamp;
                let mut had_figures = false;
                if let Some(snapshot) = &mut self.snapshot {
                    had_figures = snapshot.gap.take().is_some();
                    snapshot.flows = None;
                    snapshot.outdated = false;
                    snapshot.stamp = stamp;
                }
                // An empty territory has no figures yet: its screens say what to do.
                if had_figures {
                    events.push(Event::Bad(message));
                }
            }
            _ => {
                self.drop_try();
                events.push(Event::Bad(message));
            }
        }
    }

    /// « Enregistré 14:02 · révision 12 ».
    pub fn saved(&self) -> Option<Message> {
        let open = self.open.as_ref()?;
        let revision = open.session.state().revision;
        Some(match &open.changed_at {
            Some(time) => Message::new("ui-saved-at")
                .with("time", time.as_str())
                .with("revision", revision),
            None => Message::new("ui-saved").with("revision", revision),
        })
    }

    /// What undo and redo would act on.
    pub fn deeds_at_hand(&self, lang: Lang) -> (Option<String>, Option<String>) {
        let Some(open) = &self.open else { return (None, None) };
        let state = open.session.state();
        let words = |m: Option<Message>| m.map(|m| m.text(lang));
        (words(state.undo), words(state.redo))
    }
}

/// The gap shown until now, with the deed that leads from it to a revision or back.
fn before(gap: Arc<Gap>, revision: i64, deeds: &[Deed]) -> Before {
    let undone = revision < gap.revision;
    let newest = revision.max(gap.revision);
    let deed = deeds.iter().find(|deed| deed.revision == newest);
    Before {
        gap,
        deed: deed.map(|deed| deed.label.clone()),
        undone,
    }
}

/// The findings of a check, or that there are none.
fn checked(findings: &[Message], lang: Lang) -> Event {
    if findings.is_empty() {
        return Event::Good(Message::new("ui-check-sound"));
    }
    let list: Vec<String> = findings.iter().map(|f| f.text(lang)).collect();
    Event::Bad(Message::new("ui-check-findings").with("findings", list.join("\n")))
}
