//! Makes of what ships with the program what it needs of it when it runs.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};

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
    form(&out)?;
    #[cfg(feature = "charts")]
    for name in ["regular", "bold"] {
        let source = format!("data/letters/{name}.ttf");
        println!("cargo::rerun-if-changed={source}");
        fs::write(out.join(format!("{name}.ttf.deflate")), packed(&fs::read(source)?)?)?;
    }
    Ok(())
}

/// The style of the form that members fill in, and what the form may do: run this script and use this style, known by what is
/// in them, and nothing else.
fn form(out: &Path) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| {
        println!("cargo::rerun-if-changed=src/render/{name}");
        fs::read_to_string(format!("src/render/{name}"))
    };
    let hash = |text: &str| BASE64_STANDARD.encode(hmac_sha256::Hash::hash(text.as_bytes()));
    let style = read("page.css")? + &read("filling_in.css")?;
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(&read("filling_in.js")?),
        hash(&style)
    );
    fs::write(out.join("filling_in.css"), style)?;
    fs::write(out.join("filling_in.policy"), policy)?;
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
