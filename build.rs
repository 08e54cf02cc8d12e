//! Makes of what ships with the program what it needs of it when it runs.

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use pulldown_cmark::{Event, Options, Parser};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let pack = |name: &str, bytes: &[u8]| fs::write(out.join(format!("{name}.deflate")), packed(bytes)?);
    for name in ["guide.nl", "guide.en"] {
        let events = guide(&String::from_utf8(data(&format!("{name}.md"))?)?)?;
        pack(name, events.as_bytes())?;
    }
    form(&out)?;
    pack("licences", &data("licences.txt")?)?;
    if cfg!(feature = "charts") {
        pack("regular", &data("letters/regular.ttf")?)?;
        pack("bold", &data("letters/bold.ttf")?)?;
    }
    Ok(())
}

/// A file that ships with the program.
fn data(name: &str) -> io::Result<Vec<u8>> {
    println!("cargo::rerun-if-changed=data/{name}");
    fs::read(format!("data/{name}"))
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
    let events: Vec<Event> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    serde_json::to_string(&events)
}

/// Small: few evenings need it.
fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    packed.finish()
}
