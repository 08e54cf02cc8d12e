//! An answer file that was pasted into a mail: with text around it, quoted, its quotes curled, its lines cut.

use super::reply::unquoted;
use crate::toml_file::is_toml;

/// What a form writes above its answers.
const KEYS: [&str; 5] = ["questionnaire", "version", "form", "group", "answered"];

/// The answer file that stands in a mail, each key on the line where it is there; nothing where there is none to mend.
///
/// Only one that a form wrote: it says how many answers there are, so that what gets lost is noticed, and it writes no curled
/// quotes and no `>`, so that each of them was put there by a mail program.
pub(super) fn mended(text: &str) -> Option<String> {
    let is_of_form = |line| key_of(unquoted(line)) == Some("answered");
    if is_toml(text) || !text.lines().any(is_of_form) {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    let mut is_in_text = false;
    // The lines that one entry went on for: they follow it, so that the next ones keep their numbers.
    let mut cut = 0;
    for line in text.lines() {
        let line = unquoted(line).trim_end();
        if cut > 0 || is_of_file(line) {
            push(&mut mended, line, &mut is_in_text);
        }
        if is_in_text || line.ends_with('=') {
            mended.push(' ');
            cut += 1;
        } else {
            mended.push_str(&"\n".repeat(cut + 1));
            cut = 0;
        }
    }
    Some(mended)
}

/// Whether a line begins something in an answer file; everything else in a mail is text around it.
fn is_of_file(line: &str) -> bool {
    matches!(line, "[answers]" | "[notes]") || key_of(line).is_some()
}

/// The key that a line gives a value to: a known word, or an id in quotes of any kind.
fn key_of(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    let is_id = key.starts_with(is_quote) && key.ends_with(is_quote);
    (is_id || KEYS.contains(&key)).then_some(key)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// Writes a line with straight quotes.
fn push(mended: &mut String, line: &str, is_in_text: &mut bool) {
    let mut is_escaped = false;
    for c in line.chars() {
        let quote = is_quote(c);
        *is_in_text ^= quote && !is_escaped;
        is_escaped = *is_in_text && !is_escaped && c == '\\';
        mended.push(match c {
            _ if quote => '"',
            '\u{A0}' => ' ',
            _ => c,
        });
    }
}
