//! A chart as an image: its figure, drawn with the fonts of the program and no other, at twice its size.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::super::chart::Chart;
use super::ReportError;
use super::svg;
use super::world::{BOLD, REGULAR};
use crate::i18n::Lang;

/// Points of the image for one of the drawing: sharp on paper and on a wall.
const SCALE: f32 = 2.0;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for data in [REGULAR, BOLD] {
        fonts.load_font_data(data.to_vec());
    }
    Arc::new(fonts)
});

/// The figure of a chart as PNG; equal charts give equal bytes.
///
/// # Errors
/// [`ReportError::Image`] when the drawing cannot be read back or the image written, which a test rules out.
pub fn png(lang: Lang, chart: &Chart) -> Result<Vec<u8>, ReportError> {
    let failed = |detail: String| ReportError::Image { detail };
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg::figure(lang, chart), &options).map_err(|e| failed(e.to_string()))?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(SCALE)
        .ok_or_else(|| failed("0 × 0".to_owned()))?;
    let mut image = Pixmap::new(size.width(), size.height()).ok_or_else(|| failed(format!("{size:?}")))?;
    image.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut image.as_mut());
    image.encode_png().map_err(|e| failed(e.to_string()))
}
