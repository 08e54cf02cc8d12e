//! An answer as someone types it in a mail: `4`, `4 - eerder wel`, `eerder wel`, `?`, `weet niet`, `n.v.t.`.

use unicode_normalization::UnicodeNormalization as _;

use crate::{questionnaire::Scale, tally::Answer};

/// What stands for don't know, and for not applicable, as [`words`] has it without spaces.
const DONT_KNOW: [&str; 6] = [
    "weetniet",
    "weetikniet",
    "ikweethetniet",
    "geenidee",
    "dontknow",
    "idontknow",
];
const NOT_APPLICABLE: [&str; 4] = ["nvt", "nietvantoepassing", "na", "notapplicable"];

/// The one answer that a text can be; nothing where it can be several, or none.
pub(super) fn answer(typed: &str, scale: &Scale, labels: &[Option<String>]) -> Option<Answer> {
    let typed = typed.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '"' | '*' | '_'));
    match typed {
        _ if !typed.is_empty() && typed.chars().all(|c| c == '?') => return Some(Answer::DontKnow),
        "-" | "–" | "—" | "−" => return Some(Answer::NotApplicable),
        _ => {}
    }
    let typed = words(typed)?;
    let points = (1..).zip(scale.numbers()).zip(labels).filter(|((_, number), label)| {
        let number = number.to_string();
        let label = label.as_deref().and_then(words);
        let label = label.as_deref();
        let together = |first: &str, last: &str| typed == format!("{first} {last}");
        typed == number
            || label.is_some_and(|label| typed == label || together(&number, label) || together(label, &number))
    });
    let points = points.map(|((point, _), _)| Answer::Point(point));
    let joined = typed.replace(' ', "");
    let others = [
        (&DONT_KNOW[..], Answer::DontKnow),
        (&NOT_APPLICABLE[..], Answer::NotApplicable),
    ];
    let others = others.into_iter().filter(|(words, _)| words.contains(&joined.as_str()));
    let mut all = points.chain(others.map(|(_, answer)| answer));
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// The words and numbers of a text in small letters, a space between them; nothing where another sign could mean something:
/// `4+` is no 4, and neither is `-4` or `4?`.
fn words(text: &str) -> Option<String> {
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    if text.starts_with(['-', '–', '—', '−']) {
        return None;
    }
    let mut words = String::new();
    for c in text.chars() {
        match c {
            '\'' | '’' | '‘' => {}
            _ if c.is_alphanumeric() => words.push(c),
            '-' | '–' | '—' | '−' | ':' | '=' | '.' | ',' | ';' | '(' | ')' | '/' | '"' | '“' | '”' | '„' | '!'
            | '*' | '_' => {
                words.push(' ');
            }
            _ if c.is_whitespace() => words.push(' '),
            _ => return None,
        }
    }
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
