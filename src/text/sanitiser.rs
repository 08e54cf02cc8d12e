//! The one sanitiser: text from files and people, made safe to show.

use std::borrow::Cow;

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

use super::is_unsafe;

/// Combining marks that one letter keeps; more only serve to overwrite the lines around it.
const MARKS_PER_LETTER: usize = 4;

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';
const TEXT_SELECTOR: char = '\u{FE0E}';
const EMOJI_SELECTOR: char = '\u{FE0F}';
/// The key around the sign before it, as in 1️⃣.
const KEYCAP: char = '\u{20E3}';

/// Unicode's class of the sign that takes the vowel from a letter of an Indic script.
const VIRAMA: u8 = 9;

/// Whether a character is invisible itself but may change how its neighbours look, so that [`visible`] looks at those.
pub fn depends_on_neighbours(c: char) -> bool {
    matches!(c, NON_JOINER | JOINER | TEXT_SELECTOR | EMOJI_SELECTOR)
}

/// The one sanitiser: turns control, bidi, invisible and blank characters into visible marks, on one line.
///
/// Line breaks become `↵`, tabs a space, other C0 characters their control picture, the rest `‹U+202E›`. Joiners and
/// selectors inside emoji and joiners inside Indic words stay, and so do four combining marks a letter. Other names in any
/// script are left as they are, but for characters that only who looks for them would see: the non-joiner in Persian,
/// Mongolian and ideographic variants, and tags, which can hold a text of any length (the flag of Wales is made of them).
pub fn visible(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| c.is_ascii_graphic() || c == ' ';
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let (before, after) = (shown.chars().next_back(), chars.peek().copied());
        match c {
            '\r' if after == Some('\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('↵'),
            '\t' => shown.push(' '),
            '\u{00}'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7F}' => shown.push('␡'),
            _ if !stays(before, c, after) => push_code(&mut shown, c),
            _ if marks > MARKS_PER_LETTER => {}
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// A text of a file as it is shown, in every report and every question: made safe by [`visible`], without the white space
/// around it, such as the line break before the closing quotes of a longer text.
pub fn safe(text: &str) -> String {
    visible(text.trim()).into_owned()
}

/// The lines of a text that may have several, each made safe by [`visible`]. Blank lines stay, but for those at its ends.
pub fn visible_lines(text: &str) -> Vec<String> {
    text.trim()
        .lines()
        .map(|line| visible(line.trim()).into_owned())
        .collect()
}

/// A letter as people see it, in a text that is being typed: `�` for each character that isn't shown, so that the cursor
/// still counts them.
pub fn masked(grapheme: &str) -> String {
    let mut before = None;
    let mut chars = grapheme.chars().peekable();
    let mut masked = String::with_capacity(grapheme.len());
    while let Some(c) = chars.next() {
        masked.push(if stays(before, c, chars.peek().copied()) {
            c
        } else {
            '�'
        });
        before = masked.chars().next_back();
    }
    masked
}

/// Whether a character is shown as it is, between these two.
fn stays(before: Option<char>, c: char, after: Option<char>) -> bool {
    let is_before = |is: fn(char) -> bool| before.is_some_and(is);
    match c {
        // Joining after a virama is part of the spelling: Unicode's rule for names on the internet (RFC 5892, A.1 and A.2).
        NON_JOINER | JOINER if is_before(|c| canonical_combining_class(c) == VIRAMA) => true,
        NON_JOINER => false,
        JOINER => {
            let ends_emoji = |c: char| is_emoji(c) || matches!(c, EMOJI_SELECTOR | '\u{1F3FB}'..='\u{1F3FF}');
            is_before(ends_emoji) && after.is_some_and(is_emoji)
        }
        TEXT_SELECTOR | EMOJI_SELECTOR => {
            is_before(is_emoji) || after == Some(KEYCAP) && is_before(|c| matches!(c, '0'..='9' | '#' | '*'))
        }
        _ => !is_unsafe(c),
    }
}

/// Whether a character is an emoji, or can be one: a joiner between two of them makes them one sign (Unicode's GB11).
fn is_emoji(c: char) -> bool {
    let letters = |text: String| text.graphemes(true).count();
    // What joins any sign before it would be one with it without being an emoji.
    !c.is_ascii() && letters(format!("{c}{JOINER}{c}")) == 1 && letters(format!("a{c}")) == 2
}

fn push_code(shown: &mut String, c: char) {
    use std::fmt::Write as _;
    let _ = write!(shown, "‹U+{:04X}›", u32::from(c));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn control_bidi_and_invisible_characters_become_visible_marks() {
        assert_eq!(visible("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(visible("a\u{9b}31mb"), "a‹U+009B›31mb");
        assert_eq!(visible("a\rb\u{8}c\u{7f}"), "a↵b␈c␡");
        assert_eq!(
            visible("\u{202E}abc\u{2066}\u{200B}\u{FEFF}"),
            "‹U+202E›abc‹U+2066›‹U+200B›‹U+FEFF›"
        );
        assert_eq!(visible("a\r\nb\tc"), "a↵b c");
        assert_eq!(visible("\u{1D173}\u{1BCA0}"), "‹U+1D173›‹U+1BCA0›");
        assert_eq!(visible("a\u{180B}\u{FE00}\u{2800}"), "a‹U+180B›‹U+FE00›‹U+2800›");
        assert_eq!(visible("\u{1D159}字\u{E0100}"), "‹U+1D159›字‹U+E0100›");
    }

    #[test]
    fn names_and_emoji_stay_as_they_are() {
        for name in [
            "Zoë & Çağla",
            "IB'er",
            "команда",
            "فريق",
            "👩‍👩‍👧‍👦 team",
            "é (e\u{301})",
            "1️⃣ #️⃣",
            "✌️ ☺︎ ㊙️ ©️",
            "🏳️‍🌈 🏴‍☠️ ❤️‍🔥 ⛹🏽‍♀️",
            "🇳🇱🇧🇪",
            "ශ්‍රී ക്‍ नि\u{94D}\u{200C}क",
            "100\u{A0}% 北\u{3000}組",
        ] {
            assert_eq!(visible(name), name);
        }
    }

    #[test]
    fn joiners_and_selectors_stay_only_where_they_do_something() {
        assert_eq!(visible("a\u{200D}b"), "a‹U+200D›b");
        assert_eq!(visible("👩\u{200D}\u{200D}👧"), "👩‹U+200D›‹U+200D›👧");
        assert_eq!(visible("👩\u{200D}"), "👩‹U+200D›");
        assert_eq!(visible("a\u{FE0F}\u{200D}👧"), "a‹U+FE0F›‹U+200D›👧");
        assert_eq!(visible("1\u{FE0F} \u{FE0F}"), "1‹U+FE0F› ‹U+FE0F›");
        assert_eq!(visible("✌\u{FE0F}\u{FE0F}"), "✌\u{FE0F}‹U+FE0F›");
        assert_eq!(visible("a\u{200C}b ب\u{200C}ب"), "a‹U+200C›b ب‹U+200C›ب");
        assert_eq!(visible("क\u{94D}\u{200D}\u{200D}"), "क\u{94D}\u{200D}‹U+200D›");
        assert_eq!(visible("눒\u{17D2}\u{200D}"), "눒\u{17D2}\u{200D}");
        assert_eq!(visible("🏴\u{E0067}\u{E007F}"), "🏴‹U+E0067›‹U+E007F›");
    }

    #[test]
    fn a_tower_of_combining_marks_is_cut() {
        let tower = format!("a{}", "\u{301}".repeat(200));
        assert_eq!(visible(&tower).chars().count(), 1 + MARKS_PER_LETTER);
        let joined = format!("😀{}\u{FE0F}\u{200D}😀", "\u{301}".repeat(MARKS_PER_LETTER));
        assert!(visible(&joined).contains("‹U+200D›"), "{joined:?}");
    }

    #[test]
    fn what_is_typed_has_a_sign_for_each_character_that_is_not_shown() {
        assert_eq!(masked("❤️\u{200D}🔥"), "❤️\u{200D}🔥");
        assert_eq!(masked("a\u{200D}"), "a�");
        assert_eq!(masked("\u{202E}"), "�");
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_ever_shown(
            text in "\\PC*|[\\x00-\\x1f\\u{80}-\\u{9f}\\u{200b}-\\u{206f}a-z ]*|.*\
                |[1#a👩❤🏽☺क\u{94D}\u{301}\u{20E3}\u{200C}\u{200D}\u{FE0E}\u{FE0F}\u{E0067}]*"
        ) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(is_unsafe), "{shown:?}");
            prop_assert_eq!(visible(&shown), shown.clone());
        }
    }
}
