//! The characters that nobody sees, from Unicode's own data.

/// What acts on the text around it or shows nothing: the ranges that `PATTERN` below makes from Unicode's properties.
/// They don't change by hand: where Unicode comes with others, the test says what has to stand here.
#[rustfmt::skip]
const UNSEEN: &[(char, char)] = &[
    ('\u{0000}', '\u{001F}'), ('\u{007F}', '\u{009F}'), ('\u{00AD}', '\u{00AD}'), ('\u{034F}', '\u{034F}'),
    ('\u{061C}', '\u{061C}'), ('\u{115F}', '\u{1160}'), ('\u{17B4}', '\u{17B5}'), ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200B}'), ('\u{200E}', '\u{200F}'), ('\u{2028}', '\u{202E}'), ('\u{2060}', '\u{206F}'),
    ('\u{2800}', '\u{2800}'), ('\u{3164}', '\u{3164}'), ('\u{FDD0}', '\u{FDEF}'), ('\u{FE00}', '\u{FE0D}'),
    ('\u{FEFF}', '\u{FEFF}'), ('\u{FFA0}', '\u{FFA0}'), ('\u{FFF0}', '\u{FFFB}'), ('\u{FFFE}', '\u{FFFF}'),
    ('\u{13430}', '\u{1343F}'), ('\u{13441}', '\u{13442}'), ('\u{16FE4}', '\u{16FE4}'), ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D159}', '\u{1D159}'), ('\u{1D173}', '\u{1D17A}'), ('\u{1FFFE}', '\u{1FFFF}'), ('\u{2FFFE}', '\u{2FFFF}'),
    ('\u{3FFFE}', '\u{3FFFF}'), ('\u{4FFFE}', '\u{4FFFF}'), ('\u{5FFFE}', '\u{5FFFF}'), ('\u{6FFFE}', '\u{6FFFF}'),
    ('\u{7FFFE}', '\u{7FFFF}'), ('\u{8FFFE}', '\u{8FFFF}'), ('\u{9FFFE}', '\u{9FFFF}'), ('\u{AFFFE}', '\u{AFFFF}'),
    ('\u{BFFFE}', '\u{BFFFF}'), ('\u{CFFFE}', '\u{CFFFF}'), ('\u{DFFFE}', '\u{E0FFF}'), ('\u{EFFFE}', '\u{EFFFF}'),
    ('\u{FFFFE}', '\u{FFFFF}'), ('\u{10FFFE}', '\u{10FFFF}'),
];

/// Whether a character could act on a terminal or hide text wherever it stands: controls, the bidi, invisible and blank
/// ones, and those that are no character at all, which not every file format can hold.
///
/// Tab and line feed are among them; those of [`super::depends_on_neighbours`] are not. Spaces of any width are seen as
/// spaces.
pub fn is_unsafe(c: char) -> bool {
    let after = UNSEEN.partition_point(|&(first, _)| first <= c);
    after > 0 && c <= UNSEEN[after - 1].1
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use regex_syntax::{
        Parser,
        hir::{Class, HirKind},
    };
    use unicode_normalization::char::is_combining_mark;
    use unicode_width::UnicodeWidthChar as _;

    use super::*;
    use crate::text::depends_on_neighbours;

    /// Controls, format signs, line and paragraph separators, what may be ignored (fillers, variation selectors, tags) and
    /// what is no character; then those that no property tells and that are blank by their name: Braille pattern blank,
    /// Khitan small script filler, Egyptian hieroglyph full and half blank, musical symbol null notehead.
    /// Not the format signs that are seen, around numbers. Joiners and emoji's selectors depend on what they stand beside.
    const PATTERN: &str = r"[
        [\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}
         \x{2800}\x{16FE4}\x{13441}\x{13442}\x{1D159}]
        -- [\p{Prepended_Concatenation_Mark}\x{200C}\x{200D}\x{FE0E}\x{FE0F}]]";

    fn ranges(pattern: &str) -> Vec<(char, char)> {
        let parsed = Parser::new().parse(&format!("(?x){pattern}")).expect("a class");
        match parsed.kind() {
            HirKind::Class(Class::Unicode(class)) => class.iter().map(|range| (range.start(), range.end())).collect(),
            other => panic!("no class: {other:?}"),
        }
    }

    fn within(ranges: &[(char, char)], c: char) -> bool {
        ranges.iter().any(|&(first, last)| (first..=last).contains(&c))
    }

    #[test]
    fn the_ranges_are_those_of_unicode() {
        let known = ranges(PATTERN);
        let mut lines = String::new();
        for row in known.chunks(4) {
            let row: Vec<String> = row
                .iter()
                .map(|&(first, last)| format!("('\\u{{{:04X}}}', '\\u{{{:04X}}}'),", u32::from(first), u32::from(last)))
                .collect();
            let _ = writeln!(lines, "    {}", row.join(" "));
        }
        assert!(known == UNSEEN, "this has to stand in UNSEEN:\n{lines}");
    }

    /// The other source is what another library says of the room that a character takes on a terminal.
    #[test]
    fn every_other_character_takes_room_or_is_a_mark_on_a_letter() {
        // Parts of a Korean syllable, signs on what is behind them, and the Devanagari caret: seen, but counted with others.
        let with_others = ranges(r"[\p{gcb=V}\p{gcb=T}\p{gcb=Prepend}\x{A8FA}]");
        let unseen: Vec<char> = ('\0'..=char::MAX)
            .filter(|&c| c.width().unwrap_or_default() == 0 && !is_combining_mark(c))
            .filter(|&c| !is_unsafe(c) && !depends_on_neighbours(c) && !within(&with_others, c))
            .collect();
        assert!(unseen.is_empty(), "{unseen:X?}");
    }
}
