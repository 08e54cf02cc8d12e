//! The archive that a document's parts are in.

use std::io::{Cursor, Write as _};

use maud::Markup;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An archive in memory. Its parts have no date: the same profile gives the same file on any day.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    pub fn new() -> Archive {
        Archive(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// A part in XML.
    pub fn part(&mut self, name: &str, content: &Markup) {
        let text = DECLARATION.to_owned() + &content.0;
        self.add(name, text.as_bytes(), CompressionMethod::Deflated);
    }

    /// A part as it is, such as a picture that is packed already.
    pub fn stored(&mut self, name: &str, content: &[u8]) {
        self.add(name, content, CompressionMethod::Stored);
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options).expect("memory takes every part");
        self.0.write_all(bytes).expect("memory takes every part");
    }

    pub fn finished(self) -> Vec<u8> {
        self.0.finish().expect("memory takes every part").into_inner()
    }
}
