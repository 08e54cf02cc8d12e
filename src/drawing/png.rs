//! A drawing as a picture of dots.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock},
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Group, Node, Options, Tree, fontdb::Database},
};

use crate::{content::packed::unpacked, text::shorten};

/// How many dots one unit of the drawing gets: sharp on a projector and on paper.
const DOTS: f32 = 2.0;

/// The most that is named of what a picture can't show, in columns.
const NAMED_COLUMNS: usize = 40;

/// Which glyph a font has for all that it lacks: an empty box.
const MISSING: u32 = 0;

/// The letters, regular and bold, as `build.rs` packs them.
const PACKED: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/regular.deflate")),
    include_bytes!(concat!(env!("OUT_DIR"), "/bold.deflate")),
];

/// The fonts are the program's own, so that the picture is the same everywhere.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for packed in PACKED {
        fonts.load_font_data(unpacked(packed));
    }
    Arc::new(fonts)
});

/// A drawing of this program as a PNG.
///
/// # Panics
/// When it is no drawing of this program.
pub fn of_svg(svg: &str) -> Vec<u8> {
    let drawing = parsed(svg);
    let size = drawing
        .size()
        .to_int_size()
        .scale_by(DOTS)
        .expect("a drawing has a size");
    let mut picture = Pixmap::new(size.width(), size.height()).expect("a drawing has a size");
    resvg::render(&drawing, Transform::from_scale(DOTS, DOTS), &mut picture.as_mut());
    picture.encode_png().expect("a picture can be written to memory")
}

/// The characters that stand in the picture as an empty box, since its letters don't have them: the first of them, each once,
/// with a space between.
///
/// # Panics
/// When it is no drawing of this program.
pub fn undrawn(svg: &str) -> String {
    // Nearly every drawing: the letters have all that Latin scripts are written with.
    if svg.chars().all(|c| c <= '\u{24F}') {
        return String::new();
    }
    let mut boxes = Vec::new();
    add_boxes(parsed(svg).root(), &mut boxes);
    let mut seen = BTreeSet::new();
    boxes.retain(|text| seen.insert(text.clone()));
    shorten(&boxes.join(" "), NAMED_COLUMNS)
}

fn add_boxes(group: &Group, boxes: &mut Vec<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => add_boxes(group, boxes),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                boxes.extend(
                    glyphs
                        .filter(|glyph| glyph.id.0 == MISSING && !glyph.text.trim().is_empty())
                        .map(|glyph| glyph.text.trim().to_owned()),
                );
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

fn parsed(svg: &str) -> Tree {
    let options = Options {
        font_family: "DejaVu Sans".to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    Tree::from_str(svg, &options).expect("the program's own drawing is SVG")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::svg::{self, Anchor};

    fn undrawn_of(text: &str) -> String {
        let body = svg::text(10.0, 10.0, Anchor::Start, "title", text);
        undrawn(&svg::alone("学", "学", (400.0, 100.0), &body))
    }

    #[test]
    fn what_the_letters_lack_is_named_once_and_what_nobody_sees_drawn_is_not() {
        assert_eq!(undrawn_of("学校 Noord 学 🙂"), "学 校 🙂");
        // By ordinary letters, since few are there in bold.
        assert_eq!(undrawn_of("Noord Ж ế ≤ → Ω"), "");
        assert_eq!(undrawn_of("Noord – één ‘team’…"), "");
        let many: String = ('\u{4E00}'..'\u{4EFF}').collect();
        assert!(undrawn_of(&many).ends_with('…'));
    }

    #[test]
    fn the_letters_have_all_of_latin_with_its_accents() {
        for c in ('\u{20}'..='\u{24F}').filter(|c| !c.is_control() && *c != '\u{AD}') {
            // One from beyond, so that it is looked at.
            assert_eq!(undrawn_of(&format!("a{c}→")), "", "{c:?}");
        }
    }
}
