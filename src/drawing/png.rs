//! A drawing as a picture of dots.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// How many dots one unit of the drawing gets: sharp on a projector and on paper.
const DOTS: f32 = 2.0;

/// The fonts are the program's own, so that the picture is the same everywhere.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    fonts.load_font_data(dejavu::sans::bold().to_vec());
    Arc::new(fonts)
});

/// A drawing of this program as a PNG.
///
/// # Panics
/// When it is no drawing of this program.
pub fn of_svg(svg: &str) -> Vec<u8> {
    let options = Options {
        font_family: "DejaVu Sans".to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let drawing = Tree::from_str(svg, &options).expect("the program's own drawing is SVG");
    let size = drawing
        .size()
        .to_int_size()
        .scale_by(DOTS)
        .expect("a drawing has a size");
    let mut picture = Pixmap::new(size.width(), size.height()).expect("a drawing has a size");
    resvg::render(&drawing, Transform::from_scale(DOTS, DOTS), &mut picture.as_mut());
    picture.encode_png().expect("a picture can be written to memory")
}
