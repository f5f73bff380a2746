//! What a person says of the outlets of programmes: heard before files and catalogue, which stay as they are.

use super::id::{FapCode, ProgrammeId};

/// An outlet: a programme and an occupation it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutletKey {
    pub programme: ProgrammeId,
    pub fap: FapCode,
}

/// The review of one outlet. An outlet without review is to be reviewed, and counts as files and catalogue say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutletReview {
    pub outlet: OutletKey,
    pub status: ReviewStatus,
    /// 1 weak … 3 sure, in place of that of the tables. It tells the reader; no figure depends on it.
    pub confidence: Option<u8>,
    /// Why: asked for where an outlet is added.
    pub note: String,
    /// User name of the system at the last change; empty when unknown.
    pub who: String,
    /// Last change, ISO 8601 with offset.
    pub at: String,
}

/// Where the review of an outlet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ReviewStatus {
    /// As files and catalogue say; nobody checked it.
    #[default]
    ToReview,
    /// As files and catalogue say, and checked.
    Checked,
    /// Left out of the matching.
    SetAside,
    /// An outlet that neither files nor catalogue know.
    Added,
}

/// A change of reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewEdit {
    Check,
    Reopen,
    /// An added outlet goes; any other is left out of the matching.
    SetAside,
    Restore,
    /// The confidence, or that of the tables again.
    Confidence(Option<u8>),
    Note(String),
}

impl ReviewStatus {
    pub const ALL: [Self; 4] = [Self::ToReview, Self::Checked, Self::SetAside, Self::Added];

    /// Stable text of the store, of files and of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ToReview => "to-review",
            Self::Checked => "checked",
            Self::SetAside => "set-aside",
            Self::Added => "added",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

impl OutletReview {
    /// An outlet nobody said anything of.
    pub fn blank(outlet: OutletKey) -> Self {
        Self {
            outlet,
            status: ReviewStatus::ToReview,
            confidence: None,
            note: String::new(),
            who: String::new(),
            at: String::new(),
        }
    }

    /// True where nothing is said.
    pub fn is_blank(&self) -> bool {
        self.status == ReviewStatus::ToReview && self.confidence.is_none() && self.note.is_empty()
    }

    /// True where both say the same, whoever said it.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.outlet, self.status, self.confidence, &self.note)
            == (&other.outlet, other.status, other.confidence, &other.note)
    }

    /// The review after an edit. What makes no sense for its status leaves it as it is.
    #[must_use]
    pub fn edited(mut self, edit: &ReviewEdit) -> Self {
        use ReviewStatus as S;
        match (edit, self.status) {
            (ReviewEdit::Check, S::ToReview) => self.status = S::Checked,
            (ReviewEdit::Reopen, S::Checked) | (ReviewEdit::Restore, S::SetAside) => self.status = S::ToReview,
            (ReviewEdit::SetAside, S::Added) => return Self::blank(self.outlet),
            (ReviewEdit::SetAside, _) => self.status = S::SetAside,
            (ReviewEdit::Confidence(confidence), _) => self.confidence = confidence.map(|c| c.clamp(1, 3)),
            (ReviewEdit::Note(note), _) => note.trim().clone_into(&mut self.note),
            (ReviewEdit::Check | ReviewEdit::Reopen | ReviewEdit::Restore, _) => {}
        }
        self
    }
}

/// The reviews of one programme, in a list sorted by outlet.
pub fn of_programme<'r>(reviews: &'r [OutletReview], programme: &ProgrammeId) -> &'r [OutletReview] {
    let start = reviews.partition_point(|review| review.outlet.programme < *programme);
    let end = reviews.partition_point(|review| review.outlet.programme <= *programme);
    &reviews[start..end]
}

/// The review of one outlet, in a list sorted by outlet.
pub fn find<'r>(reviews: &'r [OutletReview], outlet: &OutletKey) -> Option<&'r OutletReview> {
    let place = reviews.binary_search_by(|review| review.outlet.cmp(outlet)).ok()?;
    reviews.get(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank() -> OutletReview {
        OutletReview::blank(OutletKey {
            programme: "40025216".parse().unwrap(),
            fap: "D1X33".parse().unwrap(),
        })
    }

    #[test]
    fn an_edit_moves_the_status_only_where_it_makes_sense() {
        use ReviewEdit as E;
        use ReviewStatus as S;
        for (before, edit, after) in [
            (S::ToReview, E::Check, S::Checked),
            (S::Checked, E::Reopen, S::ToReview),
            (S::Checked, E::SetAside, S::SetAside),
            (S::SetAside, E::Restore, S::ToReview),
            (S::SetAside, E::Check, S::SetAside),
            (S::Added, E::Check, S::Added),
            (S::Added, E::Restore, S::Added),
            (S::Added, E::SetAside, S::ToReview),
        ] {
            let review = OutletReview {
                status: before,
                ..blank()
            };
            assert_eq!(review.edited(&edit).status, after, "{before:?} {edit:?}");
        }
    }

    #[test]
    fn a_note_or_a_confidence_alone_is_something_said() {
        assert!(blank().edited(&ReviewEdit::Note("  ".into())).is_blank());
        assert!(!blank().edited(&ReviewEdit::Note("vu".into())).is_blank());
        let rated = blank().edited(&ReviewEdit::Confidence(Some(9)));
        assert_eq!(rated.confidence, Some(3));
        assert!(rated.edited(&ReviewEdit::Confidence(None)).is_blank());
    }
}
