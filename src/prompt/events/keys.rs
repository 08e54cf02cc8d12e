//! Which key a piece of what a terminal sends is, if it is one: as terminals have always told it, as xterm does with
//! modifiers, and as kitty's protocol does.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::sequences::Piece;

/// What a piece means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Key(KeyEvent),
    PasteBegins,
    PasteEnds,
}

/// What a piece means; nothing where it is no key.
pub(super) fn meaning(piece: Piece) -> Option<Meaning> {
    let key = match piece {
        Piece::Char(c) => character(c)?,
        Piece::Escape => press(KeyCode::Esc, KeyModifiers::NONE),
        Piece::Alt(c) => {
            let key = character(c)?;
            press(key.code, key.modifiers | KeyModifiers::ALT)
        }
        Piece::Ss3 { end, modified } => press(letter(end)?, alt(modified)),
        Piece::Csi { parameters, end, alt } => return csi(&parameters, end, alt),
    };
    Some(Meaning::Key(key))
}

/// Ctrl-C, however it is told.
pub(super) fn is_ctrl_c(key: KeyEvent) -> bool {
    matches!(key.code, KeyCode::Char('c' | 'C'))
        && key.kind != KeyEventKind::Release
        && key.modifiers.contains(KeyModifiers::CONTROL)
        && !key.modifiers.contains(KeyModifiers::ALT)
}

fn press(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

fn alt(alt: bool) -> KeyModifiers {
    if alt { KeyModifiers::ALT } else { KeyModifiers::NONE }
}

fn character(c: char) -> Option<KeyEvent> {
    let control = |c| Some(press(KeyCode::Char(c), KeyModifiers::CONTROL));
    let code = match c {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x7f' => KeyCode::Backspace,
        '\0' => return control(' '),
        '\x01'..='\x1a' => return control(char::from(b'a' - 1 + u8::try_from(c).ok()?)),
        '\x1c'..='\x1f' => return control(char::from(b'4' - 0x1c + u8::try_from(c).ok()?)),
        // In place of bytes that are no text.
        char::REPLACEMENT_CHARACTER => return None,
        c => KeyCode::Char(c),
    };
    Some(press(code, KeyModifiers::NONE))
}

/// The keys that are told by a letter.
fn letter(end: char) -> Option<KeyCode> {
    Some(match end {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'M' => KeyCode::Enter,
        'P'..='S' => KeyCode::F(u8::try_from(end).ok()? - b'P' + 1),
        _ => return None,
    })
}

fn csi(parameters: &str, end: char, with_alt: bool) -> Option<Meaning> {
    let fields: Vec<Vec<Option<u32>>> = fields(parameters)?;
    let field = |field: usize, part: usize| fields.get(field)?.get(part).copied().flatten();
    let first = field(0, 0);
    let bits = field(1, 0).unwrap_or(1).checked_sub(1)?;
    let mut modifiers = modifiers(bits) | alt(with_alt);
    // With Ctrl held a key of another script is the one that stands in its place on a Latin keyboard.
    let latin = field(0, 2).filter(|_| modifiers.contains(KeyModifiers::CONTROL) && first > Some(0x7f));
    let code = match end {
        '~' => match first? {
            200 if fields.len() == 1 => return Some(Meaning::PasteBegins),
            201 if fields.len() == 1 => return Some(Meaning::PasteEnds),
            // As xterm tells keys that have no sequence of their own.
            27 => unicode(field(2, 0)?)?,
            number => numbered(number)?,
        },
        'u' => unicode(latin.or(first)?)?,
        // `CSI 5;12R` is where the cursor is.
        'A'..='D' | 'F' | 'H' | 'P' | 'Q' | 'S' if first.is_none_or(|first| first == 1) => letter(end)?,
        'Z' => KeyCode::BackTab,
        _ => return None,
    };
    let shifted = field(0, 1).and_then(char::from_u32).map(KeyCode::Char);
    let code = match (code, shifted) {
        (KeyCode::Char(_), Some(shifted))
            if end == 'u' && latin.is_none() && modifiers.contains(KeyModifiers::SHIFT) =>
        {
            modifiers.remove(KeyModifiers::SHIFT);
            shifted
        }
        (code, _) => code,
    };
    let kind = match field(1, 1) {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => KeyEventKind::Release,
        None | Some(1) => KeyEventKind::Press,
        Some(_) => return None,
    };
    Some(Meaning::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// Numbers in parts, `:` between them, in fields, `;` between those; nothing where anything else stands among them.
fn fields(parameters: &str) -> Option<Vec<Vec<Option<u32>>>> {
    let number = |text: &str| match text {
        "" => Some(None),
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Some),
        _ => None,
    };
    let parts = |field: &str| field.split(':').map(number).collect();
    parameters.split(';').map(parts).collect()
}

fn modifiers(bits: u32) -> KeyModifiers {
    let each = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = (0..).zip(each).filter(|(bit, _)| bits >> bit & 1 == 1);
    held.fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier)
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // Which of them makes no difference.
        11..=34 => KeyCode::F(u8::try_from(number).ok()?),
        _ => return None,
    })
}

/// A key by its character. Those without one have a number of kitty's; what has no meaning here is told as a key all the
/// same, since it isn't the one before.
fn unicode(number: u32) -> Option<KeyCode> {
    Some(match number {
        13 | 57_414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        9 => KeyCode::Tab,
        8 | 127 => KeyCode::Backspace,
        57_399..=57_408 => KeyCode::Char(char::from_digit(number - 57_399, 10)?),
        57_409..=57_416 => KeyCode::Char("./*-+ =,".chars().nth(usize::try_from(number - 57_409).ok()?)?),
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_426 => KeyCode::Delete,
        0xe000..=0xf8ff => KeyCode::Null,
        number => KeyCode::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}
