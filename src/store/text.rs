//! Reads a text file that someone may have made anywhere, with any editor.

use std::{fs::File, io::Read as _, path::Path};

use crate::fault::{Fault, shown_path};

/// The largest file that is read, in bytes.
pub(super) const MAX_BYTES: u64 = 1024 * 1024;

/// Reads a file as text: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252. Windows line ends
/// become plain ones, also inside a text.
///
/// # Errors
/// When it can't be read, isn't an ordinary file (a pipe, a device, a folder), is larger than 1 MiB, or holds NUL bytes.
pub fn read_text(path: &Path) -> Result<String, Fault> {
    text_of(path, &read_bytes(path)?)
}

/// Reads the bytes of a file that may hold a text.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |error| Fault::unreadable(path, &error);
    // Looked at before it is opened: opening a pipe would wait for ever.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.not_an_ordinary_file(&shown)));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.file_too_large(&shown)));
    }
    Ok(bytes)
}

/// The text that a file's bytes are.
pub(super) fn text_of(path: &Path, bytes: &[u8]) -> Result<String, Fault> {
    let text = decode(bytes).replace("\r\n", "\n");
    if text.contains('\0') {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.not_text(&shown)));
    }
    Ok(text)
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_editors_save_is_read() {
        let utf16: Vec<u8> = "\u{FEFF}Zoë".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in ["Zoë".as_bytes(), b"\xEF\xBB\xBFZo\xC3\xAB", b"Zo\xEB", &utf16] {
            assert_eq!(decode(bytes), "Zoë");
        }
    }
}
