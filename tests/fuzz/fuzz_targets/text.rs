//! Bytes as a text that someone typed: made safe, compared, cut, wrapped, made a file name, counted as answers.
#![no_main]

use ips::{
    fraction::parse_decimal,
    tally::{MAX_PARTICIPANTS, Mode, Numbers, Tally},
    text::{folded, shorten, slug, visible, visible_lines, wrap, wrap_hanging, wrap_lines},
    toml_file::parse_date,
};
use ips_fuzz::{assert_safe, is_hidden, width};
use libfuzzer_sys::fuzz_target;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

fuzz_target!(|input: (u8, u8, &str)| {
    let (first, second, text) = input;
    sanitised(text);
    file_name(text);
    fold(text);
    laid_out(&visible(text), usize::from(first));
    counted(text, u32::from(first), u32::from(second));
    let _ = (parse_date(text), parse_decimal(text));
});

fn sanitised(text: &str) {
    let shown = visible(text);
    assert_safe(&shown, "");
    assert_eq!(visible(&shown), shown, "made safe twice: {text:?}");
    let nothing_to_hide = !text
        .chars()
        .any(|c| is_hidden(c) || c == '\u{200D}' || is_combining_mark(c));
    assert!(!nothing_to_hide || shown == text, "{text:?} became {shown:?}");
    let lines = visible_lines(text);
    for line in &lines {
        assert_safe(line, "");
    }
    for line in lines.first().into_iter().chain(lines.last()) {
        assert!(!line.trim().is_empty(), "{text:?}");
    }
}

fn file_name(text: &str) {
    let slug = slug(text);
    // `-2026-11-21-99.draft.toml` still has to fit in the 80 bytes of a file name.
    assert!(!slug.is_empty() && slug.len() <= 55, "{slug:?}");
    assert!(
        slug.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
        "{slug:?}"
    );
    assert!(
        !slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"),
        "{slug:?}"
    );
    let device = |name: &str| {
        slug.strip_prefix(name)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    let reserved = matches!(slug.as_str(), "con" | "prn" | "aux" | "nul") || device("com") || device("lpt");
    assert!(!reserved, "{slug:?}");
    assert_eq!(ips::text::slug(&slug), slug, "a slug of a slug");
}

fn fold(text: &str) {
    let composed: String = text.nfc().collect();
    let decomposed: String = text.nfd().collect();
    let fold = folded(text);
    assert_eq!(folded(&composed), fold);
    assert_eq!(folded(&decomposed), fold);
    assert_eq!(folded(&fold), fold);
    assert_eq!(slug(&composed), slug(&decomposed));
}

fn laid_out(shown: &str, columns: usize) {
    // The widest single letters, as the three-em dash, take three columns.
    let columns = columns.max(3);
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let lines = wrap(shown, columns);
    assert!(!lines.is_empty());
    assert_eq!(letters(&lines.concat()), letters(shown), "wrapping lost something");
    for line in &lines {
        assert!(
            width(line) <= columns,
            "{} columns, not {columns}: {line:?}",
            width(line)
        );
    }
    let (margin, deeper) = (columns % 7, columns % 5);
    let columns_there = columns.max(margin + deeper + 10);
    let lines = wrap_hanging(shown, margin, deeper, columns);
    assert_eq!(letters(&lines.concat()), letters(shown), "wrapping lost something");
    for line in lines {
        assert!(
            width(&line) <= columns_there,
            "{} columns, not {columns_there}: {line:?}",
            width(&line)
        );
        assert!(
            line.trim().is_empty() || line.starts_with(&" ".repeat(margin)),
            "{line:?}"
        );
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&wrap_lines(shown, Some(columns))), words(shown), "a word was cut");
    assert_eq!(wrap_lines(shown, None), shown);
    let short = shorten(shown, columns);
    assert!(
        width(&short) <= columns,
        "{} columns, not {columns}: {short:?}",
        width(&short)
    );
    assert!(
        short == shown || shown.starts_with(short.trim_end_matches('…')),
        "{short:?}"
    );
}

fn counted(text: &str, points: u32, participants: u32) {
    let first = u32::from(participants % 2 == 0);
    let numbers = Numbers::from(first..=first + 1 + points % (10 - first));
    let points = numbers.points();
    let participants = 1 + participants % MAX_PARTICIPANTS;
    if let Ok(tally) = Tally::parse(text, Mode::Tally, participants, numbers) {
        assert!(
            (1..=participants).contains(&tally.voters()),
            "{tally:?} of {participants}"
        );
        assert_eq!(tally.votes.len(), points);
    }
    if let Ok(tally) = Tally::parse(text, Mode::Joint, participants, numbers) {
        assert_eq!(tally.voters(), 1);
        assert!(tally.single().is_some());
        assert_eq!(tally.votes.len(), points);
    }
}
