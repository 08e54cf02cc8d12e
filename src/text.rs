//! Text from files and people: made safe to show, compared, cut and wrapped.

mod screens;
mod wrap;

use std::borrow::Cow;

pub use screens::{first_screen, height};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
pub use wrap::{wrap, wrap_hanging, wrap_lines};

/// Combining marks that one letter keeps; more only serve to overwrite the lines around it.
const MARKS_PER_LETTER: usize = 4;

/// The longest slug in bytes: with date, number and ending a file name stays under 80.
const SLUG_BYTES: usize = 50;

/// Whether a character could act on a terminal or hide text: C0, DEL, C1, the bidi and invisible ones, and those that are
/// no character at all, which not every file format can hold.
///
/// Tab and line feed are among them; the zero width joiner is not, since [`visible`] looks at its neighbours.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// The one sanitiser: turns control, bidi and invisible characters into visible marks, on one line.
///
/// Line breaks become `↵`, tabs a space, other C0 characters their control picture, the rest `‹U+202E›`.
/// Joiners inside emoji stay, and so do four combining marks a letter; names in any script are left as they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| c.is_ascii_graphic() || c == ' ';
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    let mut last = None;
    while let Some(c) = chars.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('↵'),
            '\t' => shown.push(' '),
            '\u{00}'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7F}' => shown.push('␡'),
            '\u{200D}' if joins_emoji(last, chars.peek().copied()) => shown.push(c),
            '\u{200D}' => push_code(&mut shown, c),
            _ if is_unsafe(c) => push_code(&mut shown, c),
            // What isn't shown has no joiner after it either.
            _ if marks > MARKS_PER_LETTER => continue,
            _ => shown.push(c),
        }
        last = Some(c);
    }
    Cow::Owned(shown)
}

/// A text of a file as it is shown, in every report and every question: made safe by [`visible`], without the white space
/// around it, such as the line break before the closing quotes of a longer text.
pub fn safe(text: &str) -> String {
    visible(text.trim()).into_owned()
}

/// The lines of a text that may have several, each made safe by [`visible`], without blank ones.
pub fn visible_lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| visible(line).into_owned())
        .collect()
}

fn push_code(shown: &mut String, c: char) {
    use std::fmt::Write as _;
    let _ = write!(shown, "‹U+{:04X}›", u32::from(c));
}

fn joins_emoji(before: Option<char>, after: Option<char>) -> bool {
    let emoji = |c: char| matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{3030}' | '\u{A9}' | '\u{AE}');
    before.is_some_and(emoji) && after.is_some_and(emoji)
}

/// Folds what people can't see apart: NFC, and every run of white space as one space.
pub fn folded(text: &str) -> String {
    let nfc: String = text.nfc().collect();
    nfc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A file name part: ASCII letters, digits and hyphens, never empty, never a name that Windows reserves.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.nfd().filter(|&c| !is_combining_mark(c)) {
        let plain: &str = match c {
            'ß' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ø' | 'Ø' => "o",
            '\'' | '’' => "",
            c if c.is_ascii_alphanumeric() => {
                slug.push(c.to_ascii_lowercase());
                continue;
            }
            _ => "-",
        };
        if plain != "-" || !slug.is_empty() && !slug.ends_with('-') {
            slug.push_str(plain);
        }
    }
    slug.truncate(SLUG_BYTES);
    let slug = slug.trim_matches('-');
    let reserved = matches!(slug, "con" | "prn" | "aux" | "nul")
        || slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt"));
    match slug {
        "" => "team".to_owned(),
        _ if reserved => format!("team-{slug}"),
        _ => slug.to_owned(),
    }
}

/// Columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Shortens a title to fit: at its colon if that is enough, else after a word, with `…`.
pub fn shorten(title: &str, columns: usize) -> String {
    if width(title) <= columns {
        return title.to_owned();
    }
    if let Some((head, _)) = title.split_once(':')
        && width(head) <= columns
        && !head.is_empty()
    {
        return head.to_owned();
    }
    let mut short = String::new();
    for word in title.split_word_bounds() {
        if width(&short) + width(word) + 1 > columns {
            break;
        }
        short.push_str(word);
    }
    if short.trim_end().is_empty() {
        short = title
            .graphemes(true)
            .scan(0, |used, grapheme| {
                *used += width(grapheme);
                (*used < columns).then_some(grapheme)
            })
            .collect();
    }
    let short = without_dangling_word(short.trim_end());
    format!("{}…", short.trim_end_matches([',', ';', ':', '.', '-']))
}

/// Without a last little word ("op", "de") that would point at what was cut off.
fn without_dangling_word(short: &str) -> &str {
    match short.rsplit_once(' ') {
        Some((rest, last)) if last.chars().count() <= 3 => without_dangling_word(rest.trim_end()),
        _ => short,
    }
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
    }

    #[test]
    fn names_and_emoji_stay_as_they_are() {
        for name in ["Zoë & Çağla", "IB'er", "команда", "فريق", "👩‍👩‍👧‍👦 team", "é (e\u{301})"]
        {
            assert_eq!(visible(name), name);
        }
        assert_eq!(visible("a\u{200D}b"), "a‹U+200D›b");
    }

    #[test]
    fn a_tower_of_combining_marks_is_cut() {
        let tower = format!("a{}", "\u{301}".repeat(200));
        assert_eq!(visible(&tower).chars().count(), 1 + MARKS_PER_LETTER);
        let joined = format!("😀{}\u{FE0F}\u{200D}😀", "\u{301}".repeat(MARKS_PER_LETTER));
        assert!(visible(&joined).contains("‹U+200D›"), "{joined:?}");
    }

    #[test]
    fn a_slug_is_a_safe_file_name() {
        assert_eq!(slug("IPS-groep Noord"), "ips-groep-noord");
        assert_eq!(slug("Zoë's  Straße / 3"), "zoes-strasse-3");
        assert_eq!(slug("../../x"), "x");
        assert_eq!(slug("CON"), "team-con");
        assert_eq!(slug("lpt1"), "team-lpt1");
        assert_eq!(slug("команда"), "team");
        assert_eq!(slug("e\u{301}"), slug("é"));
    }

    #[test]
    fn a_title_is_shortened_at_a_colon_or_a_word() {
        assert_eq!(shorten("Lerende cyclus: zicht op de vooruitgang", 35), "Lerende cyclus");
        assert_eq!(
            shorten("Gedeelde visie en urgentie onderwijs-zorg-jeugd", 34),
            "Gedeelde visie en urgentie…"
        );
        assert_eq!(
            shorten("Regie op de samenwerking op alle niveaus", 32),
            "Regie op de samenwerking…"
        );
        assert_eq!(shorten("kort", 10), "kort");
        assert_eq!(shorten("Langwoordzonderspaties", 6), "Langw…");
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_ever_shown(text in "\\PC*|[\\x00-\\x1f\\u{80}-\\u{9f}\\u{200b}-\\u{206f}a-z ]*|.*") {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(is_unsafe), "{shown:?}");
            prop_assert_eq!(visible(&shown), shown.clone());
        }

        #[test]
        fn a_slug_never_leaves_its_folder(name in ".*") {
            let slug = slug(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= SLUG_BYTES + 5);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }

        #[test]
        fn a_shortened_title_fits(title in "\\PC{0,60}", columns in 2usize..60) {
            prop_assert!(width(&shorten(&title, columns)) <= columns.max(width(&title).min(columns)));
        }
    }
}
