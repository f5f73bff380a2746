//! The open territory and the work under way: the only part of the window that changes anything.

pub mod board;
mod deeds;
mod dialog;
mod done;
mod files;
pub mod funding;
pub mod ledger;
mod live;
mod official;
mod outlets;
pub mod plan;
mod preview;
pub mod propose;
mod shortage;
pub mod skills;
mod versions;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::jobs::{JobId, JobProgress, JobStatus, Jobs};
use crate::app::live::Tryout;
use crate::app::settings::Lens;
use crate::app::{AppError, Compared, NewTerritory, Preview, Session};
use crate::domain::contour::Contour;
use crate::domain::facts::Facts;
use crate::domain::id::RegionCode;
use crate::domain::occupation::Appellation;
use crate::domain::source::SourceId;
use crate::i18n::Message;
use crate::market;
use crate::market::crosswalk::{Crosswalk, Effects};
use crate::market::funding::Purchase;
use crate::market::gap::{Gap, RowKey};
use crate::market::indicators::Indicators;
use crate::market::plan::{Outlook, Proposal};
use crate::market::sensitivity::Sensitivity;
use crate::market::skills::SkillBook;
use crate::market::tension::{Classes, tensions};
use crate::market::values::Values;
use crate::ui::detail::deed;
use crate::ui::scene::{Asked, Place};
use crate::ui::screens::import::data::{IssueLine, Waiting};
use crate::ui::screens::journal::data::{Deed, Kept};
use crate::ui::snapshot::{Reasons, Snapshot};

pub use done::Event;
pub use funding::Money;
pub use live::Tried;
pub use official::OfficialRead;
pub use outlets::Outlets;
pub use plan::Plans;
pub use shortage::AskedShortage;
pub use skills::Skilled;

use ledger::{Ledger, UnderWay};

/// Work shorter than this is not shown: it would only flicker.
const SHOWN_AFTER: Duration = Duration::from_millis(300);
/// Deeds read for the journal.
const DEEDS_READ: usize = 500;
/// Shortages told as sentences with their lists.
const LARGEST_SHORTAGES: usize = 3;

/// Session, snapshot, jobs and what they brought.
pub struct Desk {
    jobs: Jobs<Done>,
    started: Vec<(JobId, Instant, Kind)>,
    open: Option<Opened>,
    pub snapshot: Option<Snapshot>,
    /// Year asked for; nothing is the newest of the survey.
    year: Option<u16>,
    lens: Lens,
    stamp: u64,
    previews: Vec<Preview>,
    pub waiting: Waiting,
    pub deeds: Vec<Deed>,
    /// What the deed whose detail is open changed.
    pub deed: Option<deed::Read>,
    /// The versions beside the file, once they were looked at.
    pub kept: Option<Kept>,
    /// What the gap was last compared to.
    pub compared: Option<Arc<Compared>>,
    /// Refused and doubtful rows of the file whose detail is open.
    pub issues: Option<(SourceId, Vec<IssueLine>)>,
    /// Why there are no figures, when the last solve failed.
    pub no_figures: Option<Message>,
    /// The assumption being dragged, and what it would change.
    pub tried: Option<Tried>,
    tryout: Option<Tryout>,
    /// Who can take the posts of the line whose detail is open.
    pub shortage: Option<AskedShortage>,
    /// The outlets of programmes, once their screen was shown.
    pub outlets: Outlets,
    /// What scenarios do, once their screen was shown.
    pub plans: Plans,
    /// What money does, once its screen was shown.
    pub money: Money,
    /// Skills, once their screen was shown.
    pub skills: Skilled,
    /// What the last deed on the board came to.
    pub boards: board::Boards,
    /// What the jobs of this session came to.
    pub ledger: Ledger,
    wake: Arc<dyn Fn() + Send + Sync>,
}

/// A session, and the temporary folder that lives as long as it.
#[derive(Debug)]
struct Opened {
    session: Session,
    temporary: Option<tempfile::TempDir>,
    /// Which version it is, where it is one.
    version: Option<Message>,
    changed_at: Option<String>,
}

/// What a finished job brings.
#[derive(Debug)]
enum Done {
    Opened(Session, Option<tempfile::TempDir>),
    OpenedVersion(Session, tempfile::TempDir, Message),
    Facts(Box<Read>),
    Solved(Arc<Gap>),
    Explained(Arc<Reasons>),
    Valued(Arc<Values>),
    Sensed(Arc<Sensitivity>),
    Short(shortage::Found),
    Outlets(Arc<Crosswalk>),
    Effects(Arc<Effects>),
    Official(Box<official::Found>),
    Planned(Arc<plan::Outlooks>),
    Skilled(Arc<SkillBook>),
    Proposed(propose::FoundPlan),
    Understood(Arc<Proposal>, Arc<Outlook>),
    Ranked(Arc<funding::Known>),
    Bought(Arc<Purchase>),
    /// A deed on money: why it was refused, if it was.
    Funded(Option<Message>),
    PlanWritten(Result<plan::Written, plan::Refused>),
    BoardWritten(Result<board::Written, market::plan::BoardRefusal>),
    Written(Option<Message>),
    /// Lines of a clipboard were written, all or some: how many were refused.
    Pasted(Message, usize),
    Previewed(Vec<Preview>),
    /// What was imported, and why no version of what was before is kept, where it could not be.
    Imported(Message, Option<Message>),
    Exported(Vec<PathBuf>),
    Checked(Vec<Message>),
    Issues(SourceId, Vec<IssueLine>),
    Deed(Box<deed::Read>),
    Versions(Kept),
    Compared(Arc<Compared>),
    VersionSaved(Kept),
    /// The file as it was opened is kept, if it had to be.
    Kept,
    Restored(PathBuf),
    Picked(Asked, Option<Vec<PathBuf>>, Duration),
}

/// What is read of a file at one revision.
#[derive(Debug)]
struct Read {
    facts: Arc<Facts>,
    contours: Arc<Vec<Contour>>,
    appellations: Arc<Vec<Appellation>>,
    tensions: Arc<BTreeMap<RowKey, Classes>>,
    indicators: Arc<Indicators>,
    deeds: Vec<Deed>,
}

/// What kind of work a job is, to tell whether one is already under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Facts,
    Solve,
    Explain,
    Value,
    Sense,
    Shortage,
    Outlets,
    Official,
    Plan,
    Propose,
    Understand,
    Money,
    Buy,
    Skills,
    Write,
    Read,
    Versions,
    Compare,
    Export,
    Ask,
}

impl Kind {
    /// Where the result of such a job is seen; nothing for what is only read in passing.
    fn place(self) -> Option<Place> {
        match self {
            Self::Open | Self::Solve | Self::Explain => Some(Place::Dashboard),
            Self::Value => Some(Place::Training),
            Self::Plan | Self::Propose => Some(Place::Plan),
            Self::Money | Self::Buy => Some(Place::Funding),
            Self::Skills => Some(Place::Skills),
            Self::Write => Some(Place::Journal),
            Self::Compare => Some(Place::Compare),
            Self::Export => Some(Place::Export),
            _ => None,
        }
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("open", &self.open).finish_non_exhaustive()
    }
}

impl Desk {
    /// Nothing open; `wake` asks the window for a frame.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        let jobs_wake = Arc::clone(&wake);
        Self {
            jobs: Jobs::new(move || jobs_wake()),
            started: Vec::new(),
            open: None,
            snapshot: None,
            year: None,
            lens: Lens::default(),
            stamp: 0,
            previews: Vec::new(),
            waiting: Waiting::default(),
            deeds: Vec::new(),
            deed: None,
            kept: None,
            compared: None,
            issues: None,
            no_figures: None,
            tried: None,
            tryout: None,
            shortage: None,
            outlets: Outlets::default(),
            plans: Plans::default(),
            money: Money::default(),
            skills: Skilled::default(),
            boards: board::Boards::default(),
            ledger: Ledger::default(),
            wake,
        }
    }

    /// True while a territory is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The file of the open territory, where it is not temporary.
    pub fn path(&self) -> Option<&Path> {
        let open = self.open.as_ref()?;
        open.temporary.is_none().then(|| open.session.path())
    }

    /// True while any work is under way.
    pub fn is_busy(&self) -> bool {
        self.jobs.is_busy() || self.is_trying()
    }

    /// True while figures are being computed or read.
    pub fn is_solving(&self) -> bool {
        self.started
            .iter()
            .any(|(_, _, kind)| matches!(kind, Kind::Solve | Kind::Facts))
    }

    /// The jobs worth showing, and how long until another becomes so.
    pub fn jobs(&self) -> (Vec<JobStatus>, Option<Duration>) {
        let old = |id: JobId| {
            self.started
                .iter()
                .find(|(i, ..)| *i == id)
                .map(|(_, at, _)| at.elapsed())
        };
        let running = self.jobs.running();
        let wait = running.iter().filter_map(|j| SHOWN_AFTER.checked_sub(old(j.id)?)).min();
        let shown = running
            .into_iter()
            .filter(|j| old(j.id).is_none_or(|age| age >= SHOWN_AFTER))
            .collect();
        (shown, wait)
    }

    /// Every job under way, oldest first, and since when.
    pub fn under_way(&self) -> Vec<UnderWay> {
        let since = |id: JobId| {
            self.started
                .iter()
                .find(|(i, ..)| *i == id)
                .map(|(_, at, _)| at.elapsed())
        };
        let jobs = self.jobs.running().into_iter();
        jobs.map(|status| UnderWay {
            since: since(status.id).unwrap_or_default(),
            status,
        })
        .collect()
    }

    /// Stops one job.
    pub fn cancel(&mut self, id: JobId) {
        self.jobs.cancel(id);
    }

    /// Stops all jobs.
    pub fn cancel_all(&mut self) {
        self.jobs.cancel_all();
    }

    /// Creates the demonstration in a temporary folder that goes with the window.
    pub fn open_demonstration(&mut self) {
        self.start(Kind::Open, "open", "ui-job-demonstration", |_| {
            let folder = tempfile::tempdir().map_err(|e| AppError::Panicked { reason: e.to_string() })?;
            let session = Session::create(
                &folder.path().join("demonstration.releve"),
                &NewTerritory::Demonstration,
            )?;
            Ok(Done::Opened(session, Some(folder)))
        });
    }

    /// Opens a file.
    pub fn open_file(&mut self, path: PathBuf) {
        self.start(Kind::Open, "open", "ui-job-open", move |_| {
            Ok(Done::Opened(Session::open(&path)?, None))
        });
    }

    /// Creates an empty territory.
    pub fn create(&mut self, path: PathBuf, name: String, regions: Vec<RegionCode>) {
        let new = NewTerritory::Regions {
            name: Some(name),
            regions,
        };
        self.start(Kind::Open, "open", "ui-job-create", move |_| {
            Ok(Done::Opened(Session::create(&path, &new)?, None))
        });
    }

    /// Closes the territory; its file is already complete on disk.
    pub fn close(&mut self) {
        self.jobs.cancel_all();
        self.open = None;
        self.snapshot = None;
        self.forget_import();
        self.deeds.clear();
        self.deed = None;
        self.kept = None;
        self.compared = None;
        self.issues = None;
        self.no_figures = None;
        self.tried = None;
        self.tryout = None;
        self.shortage = None;
        self.outlets = Outlets::default();
        self.plans = Plans::default();
        self.money = Money::default();
        self.skills = Skilled::default();
        self.year = None;
    }

    /// Shows another year.
    pub fn set_year(&mut self, year: Option<u16>) {
        self.year = year;
        self.tryout = None;
        self.plans.forget();
        self.money.forget();
        self.skills.forget();
        self.outdate();
        self.solve();
    }

    /// Shows the figures of another lens; both are known, nothing is computed again.
    pub fn set_lens(&mut self, lens: Lens) {
        self.lens = lens;
        if let Some(snapshot) = &mut self.snapshot {
            self.stamp += 1;
            snapshot.stamp = self.stamp;
            snapshot.lens = lens;
        }
    }

    /// Computes the gap again.
    pub fn recompute(&mut self) {
        self.outlets.forget();
        self.plans.forget();
        self.money.forget();
        self.skills.forget();
        self.outdate();
        self.load();
    }

    /// Checks the whole file.
    pub fn check(&mut self) {
        self.work(Kind::Read, "check", "ui-job-check", |session, _| {
            Ok(Done::Checked(session.check()?.findings))
        });
    }

    /// Reads the refused and doubtful rows of a file.
    pub fn read_issues(&mut self, id: SourceId) {
        if self.issues.as_ref().is_some_and(|(of, _)| *of == id) {
            return;
        }
        self.work(Kind::Read, "issues", "ui-job-open", move |session, _| {
            let lines = session.issues(id)?;
            Ok(Done::Issues(id, lines.into_iter().map(preview::issue).collect()))
        });
    }

    /// Asks for a path by the desktop's own dialog.
    pub fn ask(&mut self, asked: Asked, title: String) {
        if self.started.iter().any(|(_, _, kind)| *kind == Kind::Ask) {
            return;
        }
        let opened = Instant::now();
        let dialog = dialog::open(asked, title);
        self.start(Kind::Ask, "dialog", "ui-job-dialog", move |_| {
            Ok(Done::Picked(asked, dialog::wait(dialog), opened.elapsed()))
        });
    }

    /// Reads the facts again, then solves.
    fn load(&mut self) {
        self.work(Kind::Facts, "facts", "ui-job-facts", |session, _| {
            let facts = session.facts()?;
            let deeds = preview::deeds(session.journal(DEEDS_READ)?);
            Ok(Done::Facts(Box::new(Read {
                contours: session.contours(&facts)?,
                appellations: session.appellations(&facts)?,
                tensions: Arc::new(tensions(&facts, &session.tensions(&facts)?)),
                indicators: Arc::new(market::indicators(&facts)),
                facts,
                deeds,
            })))
        });
    }

    fn solve(&mut self) {
        let year = self.year;
        // What explains an older gap is of no use any more.
        for kind in [Kind::Solve, Kind::Explain, Kind::Value, Kind::Sense] {
            self.supersede(kind);
        }
        self.work(Kind::Solve, "solve", "ui-job-solve", move |session, progress| {
            Ok(Done::Solved(session.gap(year, progress)?))
        });
    }

    /// Computes why posts stay unfilled, once the gap is known.
    fn explain(&mut self) {
        let year = self.year;
        self.work(Kind::Explain, "causes", "ui-job-causes", move |session, progress| {
            let found = session.reasons(year, progress)?;
            Ok(Done::Explained(Arc::new(Reasons {
                largest: found.shortages.largest(LARGEST_SHORTAGES)?,
                causes: found.causes,
                expected: found.expected,
                flows: found.flows,
                shortages: found.shortages,
            })))
        });
    }

    /// Computes what a seat of each section is worth, once the causes are known.
    fn value(&mut self) {
        let year = self.year;
        self.work(Kind::Value, "values", "ui-job-values", move |session, progress| {
            Ok(Done::Valued(session.values(year, progress)?))
        });
    }

    /// Computes which assumption moves the gap most; asked by the user, for it solves many times.
    pub fn find_sensitivity(&mut self) {
        if self.is_sensing() {
            return;
        }
        let year = self.year;
        self.work(
            Kind::Sense,
            "sensitivity",
            "ui-job-sensitivity",
            move |session, progress| Ok(Done::Sensed(session.sensitivity(year, progress)?)),
        );
    }

    /// True while it is being computed.
    pub fn is_sensing(&self) -> bool {
        self.started.iter().any(|(_, _, kind)| *kind == Kind::Sense)
    }

    /// Only the newest request of a kind matters.
    fn supersede(&mut self, superseded: Kind) {
        for (id, _, kind) in &self.started {
            if *kind == superseded {
                self.jobs.cancel(*id);
            }
        }
    }

    fn outdate(&mut self) {
        if let Some(snapshot) = &mut self.snapshot {
            snapshot.outdated = true;
        }
    }

    fn change(
        &mut self,
        title: &'static str,
        change: impl FnOnce(&Session) -> Result<Option<Message>, AppError> + Send + 'static,
    ) {
        self.work(Kind::Write, "write", title, move |session, _| {
            Ok(Done::Written(change(session)?))
        });
    }

    fn work(
        &mut self,
        kind: Kind,
        thread: &'static str,
        title: &'static str,
        work: impl FnOnce(&Session, &JobProgress) -> Result<Done, AppError> + Send + 'static,
    ) {
        let Some(open) = &self.open else { return };
        let session = open.session.clone();
        self.start(kind, thread, title, move |progress| work(&session, progress));
    }

    fn start(
        &mut self,
        kind: Kind,
        thread: &'static str,
        title: &'static str,
        work: impl FnOnce(&JobProgress) -> Result<Done, AppError> + Send + 'static,
    ) {
        let id = self.jobs.start(thread, Message::new(title), work);
        self.started.push((id, Instant::now(), kind));
    }
}
