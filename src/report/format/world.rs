//! The closed world the page layout sees: two fonts, one template, one document. No file, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("../../../assets/report/report.typ");
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Bold.ttf");

/// What does not change from one report to the next.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, BOLD]
        .into_iter()
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// One report to lay out.
pub struct ReportWorld {
    template: Source,
    data: FileId,
    payload: Bytes,
}

impl ReportWorld {
    /// Nothing where the two fixed paths are refused, which they are not.
    pub fn new(payload: Vec<u8>) -> Option<Self> {
        let file = |path: &str| {
            let path = VirtualPath::new(path).ok()?;
            Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
        };
        Some(Self {
            template: Source::new(file("/report.typ")?, TEMPLATE.to_owned()),
            data: file("/report.json")?,
            payload: Bytes::new(payload),
        })
    }
}

/// A text with what the fonts cannot draw replaced: an accessible PDF may not hold a missing glyph.
pub fn printable(text: &str) -> String {
    let drawn = |c: char| {
        SHARED
            .fonts
            .iter()
            .all(|font| font.info().coverage.contains(u32::from(c)))
    };
    text.chars()
        .map(|c| match c {
            c if c.is_whitespace() && c.is_control() => ' ',
            c if drawn(c) => c,
            _ => '?',
        })
        .collect()
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            Ok(self.payload.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_draw_french_and_the_signs_of_the_report() {
        let signs = "éèêçœŒÆ«»–—…’€№\u{202f}\u{a0}−×÷±≤≥≈→↗↘•✓βΣ½²†";
        assert_eq!(printable(signs), signs);
        assert_eq!(printable("Lens\u{7}\n漢😀"), "Lens? ??");
    }
}
