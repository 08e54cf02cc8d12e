//! Text from files and people: made safe to show, compared, cut and wrapped.

mod sanitiser;
mod screens;
mod shorten;
mod unseen;
mod wrap;

use std::borrow::Cow;

pub use sanitiser::{depends_on_neighbours, masked, safe, visible, visible_lines};
pub use screens::{first_screen, height};
pub use shorten::{shorten, shorten_all};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
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

/// A text on one line: each break in it is a space, as is the white space around that, and none is left at its ends. What has
/// no break stays as it is.
pub(crate) fn one_line<'t>(text: impl Into<Cow<'t, str>>) -> String {
    let text = text.into();
    if !text.contains(['\n', '\r']) {
        return text.into_owned();
    }
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// A file name part: ASCII letters, digits and hyphens, never empty, never a name that Windows reserves.
pub fn slug(name: &str) -> String {
    let slug = plain(name, SLUG_BYTES);
    let reserved = matches!(&*slug, "con" | "prn" | "aux" | "nul")
        || slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt"));
    match &*slug {
        "" => "team".to_owned(),
        _ if reserved => format!("team-{slug}"),
        _ => slug,
    }
}

/// The same of a part of something, with both names in it: together they are no longer, and each is there.
pub fn slug_of_part(whole: &str, part: &str) -> String {
    let or = |slug: String, other: &str| if slug.is_empty() { other.to_owned() } else { slug };
    let part = or(plain(part, SLUG_BYTES / 2), "group");
    let whole = or(plain(whole, SLUG_BYTES - 1 - part.len()), "team");
    format!("{whole}-{part}")
}

/// What of a name can stand in a file's name, at most so many bytes of it.
fn plain(name: &str, bytes: usize) -> String {
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
    slug.truncate(bytes);
    slug.trim_matches('-').to_owned()
}

/// Eight signs that are others for nearly every other text, and the same in every build (FNV-1a): to notice a mistake, not to
/// hold off someone who means harm.
pub(crate) fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

/// Columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
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
    fn a_part_stands_behind_what_it_is_of() {
        assert_eq!(
            slug_of_part("IPS-groep Noord", "Ouders & jongeren"),
            "ips-groep-noord-ouders-jongeren"
        );
        assert_eq!(slug_of_part("команда", "родители"), "team-group");
        assert_eq!(
            slug_of_part(&"noord ".repeat(20), "ouders"),
            "noord-noord-noord-noord-noord-noord-noord-n-ouders"
        );
        assert_eq!(
            slug_of_part("Noord", &"ouders ".repeat(20)),
            "noord-ouders-ouders-ouders-oude"
        );
    }

    #[test]
    fn a_break_in_a_text_is_a_space() {
        for (text, line) in [
            ("een\ntwee", "een twee"),
            ("een\r\ntwee", "een twee"),
            ("een\rtwee", "een twee"),
            ("een  \n\n \t twee", "een twee"),
            ("\r\neen\r\ntwee\r\n", "een twee"),
            (" een  twee ", " een  twee "),
            ("", ""),
        ] {
            assert_eq!(one_line(text), line, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_never_leaves_its_folder(name in ".*") {
            let slug = slug(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= SLUG_BYTES + 5);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }

        #[test]
        fn a_part_is_told_in_a_slug_that_is_no_longer(whole in ".*", part in ".*") {
            let slug = slug_of_part(&whole, &part);
            prop_assert!(slug.len() <= SLUG_BYTES);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            let known = plain(&part, SLUG_BYTES / 2);
            let ends = if known.is_empty() { "-group".to_owned() } else { format!("-{known}") };
            prop_assert!(slug.ends_with(&ends) && slug.len() > ends.len(), "{}", slug);
        }
    }
}
