//! Wraps text at words, as wide as a terminal shows it.

use textwrap::{
    WordSeparator,
    core::Fragment,
    wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar as _;

use super::width;

/// A word or a piece of one, with the space after it.
///
/// Measured as a whole: [`textwrap`] would add up its characters, and an emoji is wider or narrower than its parts.
#[derive(Debug)]
struct Piece<'t> {
    text: &'t str,
    space: &'t str,
}

impl Fragment for Piece<'_> {
    fn width(&self) -> f64 {
        columns_of(width(self.text))
    }

    fn whitespace_width(&self) -> f64 {
        columns_of(width(self.space))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Wraps at words; a word wider than the line is cut. Never gives zero lines.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    lines(text, ["", ""], columns, |line| cut_words(line, columns))
}

/// Wraps at words behind a margin, further lines `deeper` than the first.
pub fn wrap_hanging(text: &str, margin: usize, deeper: usize, columns: usize) -> Vec<String> {
    let (first, rest) = (" ".repeat(margin), " ".repeat(margin + deeper));
    let columns = columns.max(margin + deeper + 10);
    lines(text, [&first, &rest], columns, |line| {
        cut_words(line, columns - margin - deeper)
    })
}

/// Wraps each line of a text at words, where there is a width to wrap at. A longer word, such as a path, stays whole.
pub fn wrap_lines(text: &str, columns: Option<usize>) -> String {
    let Some(columns) = columns else {
        return text.to_owned();
    };
    let whole_words = |line| words(line).collect();
    lines(text, ["", ""], columns.max(1), whole_words).join("\n")
}

/// Each line of a text in lines that fit, behind the indent of the first and that of the rest.
fn lines<'t>(
    text: &'t str,
    indents: [&str; 2],
    columns: usize,
    pieces: impl Fn(&'t str) -> Vec<Piece<'t>>,
) -> Vec<String> {
    let room = indents.map(|indent| columns_of(columns - width(indent)));
    // A line that is too wide costs more than any ragged edge; by default one column too many is cheaper than another line.
    let penalties = Penalties {
        overflow_penalty: 1_000_000,
        ..Penalties::new()
    };
    let mut lines = Vec::new();
    for line in text.lines() {
        let line = line.trim_end_matches(' ');
        let room = if lines.is_empty() { room } else { [room[1]; 2] };
        // Most lines fit, and have nothing to be weighed.
        let wrapped = if columns_of(width(line)) <= room[0] {
            vec![line.to_owned()]
        } else {
            let pieces = pieces(line);
            let wrapped =
                wrap_optimal_fit(&pieces, &room, &penalties).unwrap_or_else(|_| wrap_first_fit(&pieces, &room));
            wrapped.into_iter().map(joined).collect()
        };
        for words in wrapped {
            let indent = indents[usize::from(!lines.is_empty())];
            lines.push(format!("{indent}{words}"));
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A line's pieces with the space between them, and none after the last.
fn joined(pieces: &[Piece<'_>]) -> String {
    let Some((last, rest)) = pieces.split_last() else {
        return String::new();
    };
    let rest = rest.iter().flat_map(|piece| [piece.text, piece.space]);
    rest.chain([last.text]).collect()
}

/// What stands between spaces.
fn words(line: &str) -> impl Iterator<Item = Piece<'_>> {
    WordSeparator::AsciiSpace.find_words(line).map(|word| Piece {
        text: word.word,
        space: word.whitespace,
    })
}

/// Where a line may also end inside a word that fits: after a dash or slash between letters, and beside an emoji or another
/// sign of two columns, which stands by itself. Not after a hyphen: `Ctrl-C` stays whole.
fn breaks(word: &str) -> impl Iterator<Item = usize> {
    let solid = |sign: &str| width(sign) == 2 || sign.chars().all(char::is_alphanumeric);
    let signs = word.grapheme_indices(true);
    signs
        .clone()
        .zip(signs.skip(1))
        .filter_map(move |((at, before), (end, after))| {
            let joins = matches!(before, "–" | "—" | "/")
                && word[..at].ends_with(char::is_alphanumeric)
                && after.starts_with(char::is_alphabetic);
            let beside_wide = (width(before) == 2 || width(after) == 2) && solid(before) && solid(after);
            (joins || beside_wide).then_some(end)
        })
}

/// The words of a line in the pieces that it may break into.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for Piece { text, space } in words(line) {
        let mut start = 0;
        for end in breaks(text) {
            pieces.push(Piece {
                text: &text[start..end],
                space: "",
            });
            start = end;
        }
        pieces.push(Piece {
            text: &text[start..],
            space,
        });
    }
    pieces
}

/// The pieces of a line; those that don't fit in so many columns are cut: after a hyphen or slash, else after a letter, and
/// inside a letter or an emoji only if that alone is too wide.
fn cut_words(line: &str, columns: usize) -> Vec<Piece<'_>> {
    let mut cut = Vec::new();
    for Piece { mut text, space } in pieces(line) {
        while width(text) > columns {
            let after_sign = text.match_indices(['-', '/']).map(|(at, sign)| at + sign.len());
            let end = last_fitting(text, columns, std::iter::once(0).chain(after_sign))
                .or_else(|| last_fitting(text, columns, text.grapheme_indices(true).map(|(at, _)| at)))
                .or_else(|| last_fitting(text, columns, char_starts(text)))
                .or_else(|| text.char_indices().nth(1).map(|(at, _)| at));
            let Some(end) = end else { break };
            let (head, tail) = text.split_at(end);
            cut.push(Piece { text: head, space: "" });
            text = tail;
        }
        cut.push(Piece { text, space });
    }
    cut
}

/// Where a text may be cut inside a letter: not before what has no width, which would make the letter before it another one.
fn char_starts(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .filter(|&(at, c)| at == 0 || c.width() != Some(0))
        .map(|(at, _)| at)
}

/// The last of these offsets up to which a text fits in so many columns.
fn last_fitting(text: &str, columns: usize, offsets: impl Iterator<Item = usize>) -> Option<usize> {
    offsets.skip(1).take_while(|&end| width(&text[..end]) <= columns).last()
}

fn columns_of(columns: usize) -> f64 {
    f64::from(u32::try_from(columns).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_whole_and_words_wrap_around_it() {
        let text = "Bewaard in /een/heel/lange/map/profiel.toml en klaar";
        assert_eq!(
            wrap_lines(text, Some(20)),
            "Bewaard in\n/een/heel/lange/map/profiel.toml\nen klaar"
        );
        assert_eq!(wrap_lines(text, None), text);
    }

    #[test]
    fn a_line_ends_after_a_slash_or_dash_and_beside_an_emoji_and_nowhere_else_in_a_word_that_fits() {
        assert_eq!(
            wrap("samen met ouders/verzorgers", 17),
            ["samen met ouders/", "verzorgers"]
        );
        assert_eq!(wrap("samen met school–zorg", 17), ["samen met school–", "zorg"]);
        assert_eq!(
            wrap("tussen onderwijs-zorgteams en jeugd", 20),
            ["tussen", "onderwijs-zorgteams", "en jeugd"]
        );
        assert_eq!(wrap("ja hoor goed👍👍👍", 13), ["ja hoor goed", "👍👍👍"]);
        assert_eq!(wrap("heel goed👍🏽👩\u{200D}👧!", 11), ["heel goed👍🏽", "👩\u{200D}👧!"]);
        for whole in [
            "2026-11-21",
            "--force",
            "-1,5",
            "1/2",
            "3.5",
            "IB'er",
            "https://nl",
            "(of)",
        ] {
            assert_eq!(wrap(&format!("en dan nu {whole}"), 10)[1..], [whole], "{whole}");
        }
        // Unlike a space, a no-break space keeps its neighbours together.
        assert_eq!(wrap("acht of 10\u{A0}%", 10), ["acht of", "10\u{A0}%"]);
    }

    #[test]
    fn emoji_are_as_wide_as_they_are_shown_and_stay_whole() {
        let hearts = "❤\u{FE0F}".repeat(12);
        assert_eq!(
            wrap(&hearts, 10),
            ["❤\u{FE0F}".repeat(5), "❤\u{FE0F}".repeat(5), "❤\u{FE0F}".repeat(2)]
        );
        let families = "👩\u{200D}👧".repeat(3);
        assert_eq!(
            wrap(&families, 5),
            ["👩\u{200D}👧".repeat(2), "👩\u{200D}👧".to_owned()]
        );
        assert_eq!(
            wrap(&"\u{1112}".repeat(3), 4),
            ["\u{1112}".repeat(2), "\u{1112}".to_owned()]
        );
        assert_eq!(wrap_hanging("een woord", 2, 1, 9), ["  een woord"]);
        assert_eq!(wrap("onderwijs-zorg-jeugd", 16), ["onderwijs-zorg-", "jeugd"]);
        assert_eq!(wrap("", 9), [""]);
        assert_eq!(wrap(&format!(" {}", "n".repeat(50)), 49)[1], "n".repeat(49));
    }

    /// A sign of Arabic and the heart behind it are one letter to Unicode, of three columns.
    #[test]
    fn a_letter_that_is_too_wide_is_cut_where_no_part_gets_wider() {
        assert_eq!(wrap("\u{601}❤\u{FE0F}", 2), ["\u{601}", "❤\u{FE0F}"]);
        let wide = "\u{601}".repeat(20) + "❤\u{FE0F}";
        assert!(wrap(&wide, 10).iter().all(|line| width(line) <= 10));
    }
}
