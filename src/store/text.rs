//! Reads a text file that someone may have made anywhere, with any editor.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use encoding_rs::{DecoderResult, Encoding, UTF_8, WINDOWS_1252};

use super::device;
use crate::{
    fault::{Fault, NotAFile, Place, Problem, shown_path},
    lang::{Lang, Sentence},
};

/// The largest file that is read, in bytes.
pub(super) const MAX_BYTES: u64 = 1024 * 1024;

/// The text of a file.
#[derive(Debug)]
pub(crate) struct FileText {
    /// The text, with plain line ends.
    pub(crate) text: String,
    /// Whether it was taken for Windows-1252, which has no mark to know it by. What was guessed is read, and never rewritten.
    pub(crate) is_guessed: bool,
}

/// Reads a file as text: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252. Windows line ends
/// become plain ones, also inside a text.
///
/// # Errors
/// When it can't be read, isn't an ordinary file (a pipe, a device, a folder), is larger than 1 MiB, or holds a byte that can't
/// be a part of such a text.
pub fn read_text(path: &Path) -> Result<String, Fault> {
    Ok(read_file(path)?.text)
}

/// The same, with whether it was guessed.
pub(crate) fn read_file(path: &Path) -> Result<FileText, Fault> {
    text_of(path, &read_bytes(path)?)
}

/// The same of a file that will be rewritten: one that had to be guessed is refused.
pub(crate) fn read_to_rewrite(path: &Path) -> Result<String, Fault> {
    exact_text_of(path, &read_bytes(path)?)
}

/// Reads the bytes of a file that may hold a text.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    bytes_of(path).map_err(|error| unread(path, &error))
}

/// The same, with the error as it was: one that didn't come from the system is about what the file is.
pub(super) fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    device::refuse(path)?;
    // Looked at before it is opened: opening a pipe would wait for ever.
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        return Err(io::Error::other(NotAFile));
    }
    if found.len() > MAX_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // Room for all of it and a byte more: without, it is read in a dozen pieces.
    let mut bytes = Vec::with_capacity(usize::try_from(found.len() + 1).unwrap_or_default());
    File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Why a file wasn't read.
pub(super) fn unread(path: &Path, error: &io::Error) -> Fault {
    let shown = shown_path(path);
    match error.kind() {
        io::ErrorKind::FileTooLarge => Fault::failed(|lang| lang.file_too_large(&shown)),
        io::ErrorKind::Other if error.raw_os_error().is_none() => {
            Fault::failed(|lang| lang.not_an_ordinary_file(&shown))
        }
        _ => Fault::unreadable(path, error),
    }
}

/// The text of a file that will be rewritten, from its bytes.
pub(super) fn exact_text_of(path: &Path, bytes: &[u8]) -> Result<String, Fault> {
    let found = text_of(path, bytes)?;
    if found.is_guessed {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.old_code(&shown)));
    }
    Ok(found.text)
}

/// The text that a file's bytes are.
pub(crate) fn text_of(path: &Path, bytes: &[u8]) -> Result<FileText, Fault> {
    let marked = Encoding::for_bom(bytes);
    let (encoding, mark) = marked.unwrap_or((UTF_8, 0));
    let mut decoded = decoded(encoding, &bytes[mark..]);
    let is_guessed = decoded.is_err() && marked.is_none() && !has_utf8_letter(bytes);
    if is_guessed {
        decoded = windows_1252(bytes);
    }
    let (Ok(text) | Err(text)) = &decoded;
    if text.contains('\0') || encoding == UTF_8 && bytes.contains(&0) {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.not_text(&shown)));
    }
    let text = decoded.map_err(|before| {
        let stops = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
        let what = if stops {
            Lang::stops_in_letter
        } else {
            Lang::broken_letter
        };
        Fault::in_file(vec![Problem {
            file: Some(shown_path(path)),
            place: Some(Place::after(&before)),
            more_lines: Vec::new(),
            what: Sentence::new(what),
        }])
    })?;
    // Looking for two characters takes far longer than for one.
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n")
    } else {
        text
    };
    Ok(FileText { text, is_guessed })
}

/// The bytes of a text file after a change in its text, which has the line ends of the file; in the same code and with the same
/// mark as before. The bytes are those of a text that was read.
pub(super) fn changed(bytes: &[u8], change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let (mark, rest) = bytes.split_at(mark);
    let (Ok(text) | Err(text)) = decoded(encoding, rest);
    let text = change(&text);
    let mut changed = mark.to_vec();
    match encoding.name() {
        "UTF-16LE" => changed.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
        "UTF-16BE" => changed.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
        _ => changed.extend(text.into_bytes()),
    }
    changed
}

/// Whether anything in it is a letter as UTF-8 alone writes it: then the rest is no other code, but was broken.
fn has_utf8_letter(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// The text of bytes without a mark, or what stands before the first byte that is wrong.
fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let longest = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(longest.expect("a file is no longer than memory"));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true).0 {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(..) | DecoderResult::OutputFull => Err(text),
    }
}

/// The same in Windows-1252. It has no letter for five bytes, which are decoded as control characters.
fn windows_1252(bytes: &[u8]) -> Result<String, String> {
    let mut text = decoded(WINDOWS_1252, bytes)?;
    if let Some(at) = text.find(|letter| matches!(letter, '\u{80}'..='\u{9F}')) {
        text.truncate(at);
        return Err(text);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Result<FileText, Fault> {
        text_of(Path::new("x.toml"), bytes)
    }

    /// A text in UTF-16 with its mark.
    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect()
    }

    /// What is said of bytes that are refused.
    fn refusal(bytes: &[u8]) -> String {
        read(bytes).unwrap_err().to_string()
    }

    #[test]
    fn what_windows_editors_save_is_read_and_what_is_guessed_is_told() {
        let utf16 = utf16("Zoë", u16::to_le_bytes);
        for bytes in ["Zoë".as_bytes(), b"\xEF\xBB\xBFZo\xC3\xAB", b"Zo\xEB", &utf16] {
            let found = read(bytes).unwrap();
            assert_eq!((found.text.as_str(), found.is_guessed), ("Zoë", bytes == b"Zo\xEB"));
        }
    }

    #[test]
    fn a_letter_of_another_code_is_refused_with_its_place() {
        for bytes in [
            &b"Zo\xC3\xAB\r\nCre\xEBren"[..],
            b"Zo\xC3\xAB\nCre\xEBren\xC3",
            b"\xEF\xBB\xBFZoe\nCre\xEBren",
            b"Zo\xEB\nCre\x81ren",
        ] {
            let said = refusal(bytes);
            assert!(
                said.starts_with("x.toml, line 2, column 4: A letter here"),
                "{bytes:?}: {said}"
            );
            assert!(exact_text_of(Path::new("x.toml"), bytes).is_err());
        }
    }

    #[test]
    fn half_a_letter_of_utf16_is_refused_with_its_place() {
        let whole = utf16("Zoë\n😀", u16::to_le_bytes);
        for bytes in [&whole[..whole.len() - 1], &whole[..whole.len() - 2]] {
            assert!(refusal(bytes).starts_with("x.toml, line 2, column 1: "));
        }
        let alone = [&whole[..whole.len() - 2], b"a\0"].concat();
        assert!(refusal(&alone).starts_with("x.toml, line 2, column 1: "));
    }

    #[test]
    fn a_file_that_stops_within_a_letter_is_told_apart() {
        let said = refusal(b"Zo\xC3\xAB\nZo\xC3");
        assert!(
            said.starts_with("x.toml, line 2, column 3: The file stops here"),
            "{said}"
        );
    }

    #[test]
    fn what_has_no_mark_is_no_text_where_it_holds_nothing_bytes() {
        for bytes in [&utf16("Zoë", u16::to_le_bytes)[2..], b"a\0b", b"\0\xC3\xAB\xFF"] {
            assert!(refusal(bytes).contains("not a text file"), "{bytes:?}");
        }
    }

    #[test]
    fn a_guess_is_not_rewritten() {
        let fault = exact_text_of(Path::new("x.toml"), b"Zo\xEB").unwrap_err();
        assert!(fault.to_string().contains("x.toml is saved in an old code"), "{fault}");
        assert_eq!(
            exact_text_of(Path::new("x.toml"), "Zoë".as_bytes()),
            Ok("Zoë".to_owned())
        );
    }

    proptest! {
        #[test]
        fn a_text_is_the_same_in_whichever_code(text in "([ -~\u{A0}-\u{FF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\n|\r\n){0,60}") {
            let plain = text.replace("\r\n", "\n");
            let (old, _, lossy) = WINDOWS_1252.encode(&text);
            prop_assert!(!lossy);
            let exact = [
                text.as_bytes().to_vec(),
                format!("\u{FEFF}{text}").into_bytes(),
                utf16(&text, u16::to_le_bytes),
                utf16(&text, u16::to_be_bytes),
            ];
            for bytes in exact {
                let found = read(&bytes).unwrap();
                prop_assert_eq!(&found.text, &plain);
                prop_assert!(!found.is_guessed);
            }
            // Some letters side by side are one letter in UTF-8.
            if !has_utf8_letter(&old) {
                let found = read(&old).unwrap();
                prop_assert_eq!(found.text, plain);
                prop_assert_eq!(found.is_guessed, !text.is_ascii());
            }
        }

        #[test]
        fn a_wrong_byte_is_found_where_it_is(
            text in "([a-zé😀]|\n|\r\n){0,20}",
            place in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            // Two letters of UTF-8, so that one is left.
            let mut bytes = format!("één {text}").into_bytes();
            let at = place.index(bytes.len());
            bytes[at] = byte;
            match std::str::from_utf8(&bytes) {
                _ if byte == 0 => prop_assert!(refusal(&bytes).contains("not a text file")),
                Ok(changed) => prop_assert_eq!(read(&bytes).unwrap().text, changed.replace("\r\n", "\n")),
                Err(error) => {
                    let before = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap();
                    let (line, column) = before.rsplit_once('\n').map_or((1, before), |(lines, column)| {
                        (lines.split('\n').count() + 1, column)
                    });
                    let place = format!("x.toml, line {line}, column {}: ", column.chars().count() + 1);
                    prop_assert!(refusal(&bytes).starts_with(&place));
                }
            }
        }
    }
}
