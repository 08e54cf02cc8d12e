//! Text from files and people: made safe to show, compared, cut and wrapped.

mod sanitiser;
mod screens;
mod unseen;
mod wrap;

pub use sanitiser::{depends_on_neighbours, masked, safe, visible, visible_lines};
pub use screens::{first_screen, height};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
pub use unseen::is_unsafe;
pub use wrap::{wrap, wrap_hanging, wrap_lines};

/// The longest slug in bytes: with date, number and ending a file name stays under 80.
const SLUG_BYTES: usize = 50;

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
