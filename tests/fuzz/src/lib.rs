//! What the targets share: meetings made from bytes, and what has to hold for everything that is shown.

mod meeting;
mod shown;

pub use meeting::{Meeting, in_plain_words};
pub use shown::{assert_fits, assert_pages, assert_rows, assert_shown};
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Whether a character has no shape of its own, or acts on the text around it.
///
/// Written down from Unicode instead of asking the program: the controls (`Cc`), the line and paragraph separators, and
/// `Default_Ignorable_Code_Point`, which holds the bidi controls; without the variation selectors, which choose the shape
/// of the letter before them, and without the zero width joiner, which has a rule of its own. Hieroglyph controls, signs that
/// are blank and what is no character at all are hidden too.
pub fn is_hidden(c: char) -> bool {
    let variation_selector = matches!(c, '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}');
    let ignorable = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    let no_character = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    let hieroglyphs = matches!(c, '\u{13430}'..='\u{1343F}');
    let blank = matches!(c, '\u{2800}' | '\u{13441}'..='\u{13442}' | '\u{16FE4}' | '\u{1D159}');
    c.is_control()
        || no_character
        || hieroglyphs
        || blank
        || matches!(c, '\u{2028}' | '\u{2029}')
        || ignorable && !variation_selector
}

/// Asserts that a text does nothing to what shows it; `also` are characters that are right there, such as line feeds.
pub fn assert_safe(shown: &str, also: &str) {
    // A joiner belongs between two signs: not at an edge, and not beside a letter, a digit or an accent. Letters in a circle
    // are signs, though Unicode counts them as letters too. And behind a virama, Unicode's class 9, where it is spelling.
    let encircled = |c: char| matches!(c, '\u{2460}'..='\u{24FF}' | '\u{1F100}'..='\u{1F1FF}');
    let sign = |c: char| {
        let letter = c.is_alphanumeric() && !encircled(c) || is_combining_mark(c) && c != '\u{FE0F}';
        c > '\u{A8}' && !letter
    };
    let sign = |c: Option<char>| c.is_some_and(sign);
    let mut before = None;
    let mut chars = shown.chars().peekable();
    while let Some(c) = chars.next() {
        let spells = before.is_some_and(|before| canonical_combining_class(before) == 9);
        assert!(
            !is_hidden(c) || also.contains(c) || c == '\u{200C}' && spells,
            "U+{:04X} is in {shown:?}",
            u32::from(c)
        );
        let joins = spells || sign(before) && sign(chars.peek().copied());
        assert!(c != '\u{200D}' || joins, "a joiner outside emoji is in {shown:?}");
        before = Some(c);
    }
}

/// Columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
