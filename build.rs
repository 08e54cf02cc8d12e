//! Makes of what ships with the program what it needs of it when it runs.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for lang in ["nl", "en"] {
        let source = format!("data/guide.{lang}.md");
        println!("cargo::rerun-if-changed={source}");
        fs::write(
            out.join(format!("guide.{lang}.json")),
            guide(&fs::read_to_string(source)?)?,
        )?;
    }
    #[cfg(feature = "charts")]
    for (name, font) in [("regular", dejavu::sans::regular()), ("bold", dejavu::sans::bold())] {
        fs::write(out.join(format!("{name}.ttf.deflate")), packed(font)?)?;
    }
    Ok(())
}

/// What a guide in Markdown is made of: reading it takes a library whose tables slow down every start of the program.
fn guide(text: &str) -> serde_json::Result<String> {
    use pulldown_cmark::{Event, Options, Parser};

    let events: Vec<Event> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    serde_json::to_string(&events)
}

/// The letters that are drawn in pictures of dots: they are half as large then, and few evenings need them.
#[cfg(feature = "charts")]
fn packed(font: &[u8]) -> std::io::Result<Vec<u8>> {
    use std::io::Write as _;

    use flate2::{Compression, write::DeflateEncoder};

    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(font)?;
    packed.finish()
}
