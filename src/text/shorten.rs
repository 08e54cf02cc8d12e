//! Titles made shorter: one alone, or several that stay different from each other.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::width;

/// Shortens a title to fit: at its colon if that is enough, else after a word, with `…`.
pub fn shorten(title: &str, columns: usize) -> String {
    if width(title) <= columns {
        return title.to_owned();
    }
    match head(title) {
        Some(head) if width(head) <= columns => head.to_owned(),
        _ => cut(title, columns),
    }
}

/// Shortens titles that are seen together, such as those of a questionnaire's elements: where two would become the same, each
/// begins with `…` where they part, and where that doesn't tell them apart all have their number in front. From five columns
/// on, up to 999 different titles stay different.
pub fn shorten_all<S: AsRef<str>>(titles: &[S], columns: usize) -> Vec<String> {
    let titles: Vec<&str> = titles.iter().map(AsRef::as_ref).collect();
    let mut short: Vec<String> = titles
        .iter()
        .map(|title| match head(title) {
            // A beginning that others have too would seem to stand for all of them.
            Some(head) if titles.iter().any(|other| other != title && other.starts_with(head)) => {
                fitting(title, columns)
            }
            _ => shorten(title, columns),
        })
        .collect();
    // Those that part in the same way as others may part from each other further on.
    for step in [Parting::Word, Parting::Word, Parting::Letter] {
        for alike in alike(&titles, &short) {
            let parted = parted(&alike, step);
            for (title, rest) in alike.iter().zip(parted) {
                let rest = fitting(&format!("…{rest}"), columns);
                let places = titles.iter().enumerate().filter(|(_, other)| *other == title);
                places.for_each(|(index, _)| short[index].clone_from(&rest));
            }
        }
    }
    if !alike(&titles, &short).is_empty() {
        short = (1..)
            .zip(&titles)
            .map(|(number, title)| numbered(number, title, columns))
            .collect();
    }
    short
}

/// Where titles that begin alike part.
#[derive(Clone, Copy)]
enum Parting {
    /// At the beginning of the word that differs.
    Word,
    /// At the letter.
    Letter,
}

/// What stands before a colon.
fn head(title: &str) -> Option<&str> {
    let (head, _) = title.split_once(':')?;
    (!head.is_empty()).then_some(head)
}

/// The different titles that became one, for each that several became.
fn alike<'t>(titles: &[&'t str], short: &[String]) -> Vec<Vec<&'t str>> {
    let mut of_short: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (title, short) in titles.iter().zip(short) {
        let same = of_short.entry(short).or_default();
        if !same.contains(title) {
            same.push(title);
        }
    }
    of_short.into_values().filter(|same| same.len() > 1).collect()
}

/// What is left of titles from where they part; of one that is the beginning of the others its last word.
fn parted<'t>(titles: &[&'t str], parting: Parting) -> Vec<&'t str> {
    let first = titles[0];
    let common = titles
        .iter()
        .map(|title| common_letters(first, title))
        .min()
        .unwrap_or(0);
    let longest = titles.iter().max_by_key(|title| title.len()).unwrap_or(&first);
    let from = match parting {
        Parting::Letter => common,
        Parting::Word => words(longest)
            .find(|&(at, word)| at + word.len() > common)
            .map_or(common, |(at, _)| at),
    };
    let rest = |title: &&'t str| match title.get(from..).unwrap_or_default().trim_start() {
        "" => words(title).last().map_or(*title, |(at, _)| &title[at..]),
        rest => rest,
    };
    titles.iter().map(rest).collect()
}

/// How many bytes two texts have in common at their beginning, in whole letters.
fn common_letters(one: &str, other: &str) -> usize {
    let same = one
        .graphemes(true)
        .zip(other.graphemes(true))
        .take_while(|(a, b)| a == b);
    same.map(|(letter, _)| letter.len()).sum()
}

/// The words of a title with their places.
fn words(title: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = title.split_word_bound_indices();
    words.filter(|(_, word)| word.starts_with(char::is_alphanumeric))
}

fn fitting(title: &str, columns: usize) -> String {
    if width(title) <= columns {
        title.to_owned()
    } else {
        cut(title, columns)
    }
}

fn numbered(number: usize, title: &str, columns: usize) -> String {
    let number = number.to_string();
    match columns.saturating_sub(width(&number) + 1) {
        0 | 1 => number,
        room => format!("{number} {}", fitting(title, room)),
    }
}

/// Cuts a title that is too wide after a word, else after a letter, with `…`.
fn cut(title: &str, columns: usize) -> String {
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
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

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

    /// Titles, columns, and what becomes of them.
    const APART: [(&[&str], usize, &[&str]); 10] = [
        // One that begins as no other is shortened as if it were alone.
        (
            &["Lerende cyclus: zicht op de vooruitgang", "Kort"],
            35,
            &["Lerende cyclus", "Kort"],
        ),
        // No colon where another begins alike, also where that one fits.
        (
            &["Bestuur: plan en meten", "Bestuur: beleid en naleven"],
            22,
            &["Bestuur: plan en meten", "Bestuur: beleid…"],
        ),
        (
            &[
                "Bestuur: strategie en meten",
                "Bestuur: beleid en naleven",
                "Ontwerp: dreigingen in beeld",
            ],
            20,
            &["Bestuur: strategie…", "Bestuur: beleid…", "Ontwerp"],
        ),
        // Where the beginning is all that fits, the rest is shown.
        (
            &["Bestuur: strategie en meten", "Bestuur: beleid en naleven"],
            14,
            &["…strategie…", "…beleid…"],
        ),
        // Only in the middle.
        (
            &[
                "Samenwerken met ouders in de wijk",
                "Samenwerken met scholen in de wijk",
            ],
            20,
            &["…ouders in de wijk", "…scholen in de wijk"],
        ),
        // One that is the beginning of the other.
        (
            &["Afspraken in het team", "Afspraken in het team en daarbuiten"],
            16,
            &["…team", "…en daarbuiten"],
        ),
        // Within a word.
        (
            &["Samenwerkingsafspraken", "Samenwerkingsafspraak"],
            12,
            &["…ken", "…ak"],
        ),
        // Two that part early and two that part late.
        (
            &[
                "Wij leren samen van fouten",
                "Wij leren samen van successen",
                "Wij leren vaak van elkaar",
            ],
            12,
            &["…fouten", "…successen", "…vaak…"],
        ),
        // Those that part in one word and part again within a later one: never cut within it where a word tells them apart.
        (
            &[
                "Wij leren samen van ouders",
                "Wij leren samen van oudsten",
                "Wij leren vaak van elkaar",
            ],
            12,
            &["…ouders", "…oudsten", "…vaak…"],
        ),
        // The same title twice stays the same.
        (&["Een lange titel", "Een lange titel"], 8, &["Een…", "Een…"]),
    ];

    #[test]
    fn titles_that_begin_alike_are_told_apart() {
        for (titles, columns, expected) in APART {
            assert_eq!(shorten_all(titles, columns), expected);
        }
    }

    fn check(titles: &BTreeSet<String>, columns: usize) -> Result<(), TestCaseError> {
        let titles: Vec<&String> = titles.iter().collect();
        let short = shorten_all(&titles, columns);
        let different: BTreeSet<&String> = short.iter().collect();
        prop_assert_eq!(
            different.len(),
            titles.len(),
            "{:?} in {} columns: {:?}",
            titles,
            columns,
            short
        );
        for (short, title) in short.iter().zip(titles) {
            prop_assert!(width(short) <= columns, "{} in {} columns", short, columns);
            prop_assert!(width(title) > columns || short == title || short.starts_with(|c: char| c.is_ascii_digit()));
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn a_shortened_title_fits(title in "\\PC{0,60}", columns in 2usize..60) {
            prop_assert!(width(&shorten(&title, columns)) <= columns.max(width(&title).min(columns)));
        }

        /// Few different words, so that many begin or end alike.
        #[test]
        fn different_titles_stay_different(
            titles in prop::collection::btree_set("(bestuur: |wij )?(samen |met |de ouder ){0,4}(plan|plannen|…|2)", 1..16),
            columns in 5usize..40,
        ) {
            check(&titles, columns)?;
        }

        #[test]
        fn different_titles_of_any_letters_stay_different(
            titles in prop::collection::btree_set("\\PC{0,12}", 1..8),
            columns in 5usize..20,
        ) {
            check(&titles, columns)?;
        }
    }
}
