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
use winresource::WindowsResource;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let pack = |name: &str, bytes: &[u8]| fs::write(out.join(format!("{name}.deflate")), packed(bytes)?);
    for name in ["guide.nl", "guide.en"] {
        let events = guide(&String::from_utf8(data(&format!("{name}.md"))?)?)?;
        pack(name, events.as_bytes())?;
    }
    form(&out)?;
    for_windows(&out)?;
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

/// Puts in the program what Windows shows of it, and asks it for long names and UTF-8.
fn for_windows(out: &Path) -> Result<(), Box<dyn Error>> {
    if env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    for name in ["ips.ico", "ips.manifest"] {
        println!("cargo::rerun-if-changed=data/windows/{name}");
    }
    let resources = out.join("ips.rc");
    fs::write(&resources, resources_of(&env::var("CARGO_PKG_VERSION")?))?;
    // The library's own text has its fields in another order each time.
    let compiled = WindowsResource::new()
        .set_resource_file(&resources.to_string_lossy())
        .compile_for("ips");
    if let Err(error) = compiled {
        println!("cargo::warning=ips.exe gets no icon and no version: {error}");
    }
    // The linker writes the time in it, and then no two builds are the same.
    if env::var("CARGO_CFG_TARGET_ENV")? == "gnu" {
        println!("cargo::rustc-link-arg-bin=ips=-Wl,--no-insert-timestamp");
    }
    Ok(())
}

/// What the resource compiler reads. 1 is the one icon, and 24 says that it is a manifest.
fn resources_of(version: &str) -> String {
    let numbers = version.replace('.', ",");
    format!(
        r#"#pragma code_page(65001)
1 ICON "data/windows/ips.ico"
1 24 "data/windows/ips.manifest"
1 VERSIONINFO
FILEVERSION {numbers},0
PRODUCTVERSION {numbers},0
FILEOS 0x40004
FILETYPE 1
{{
  BLOCK "StringFileInfo"
  {{
    BLOCK "040904b0"
    {{
      VALUE "CompanyName", "The ips contributors"
      VALUE "FileDescription", "ips: see how a team works together"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "ips"
      VALUE "LegalCopyright", "2026 The ips contributors. MIT or Apache-2.0"
      VALUE "OriginalFilename", "ips.exe"
      VALUE "ProductName", "ips"
      VALUE "ProductVersion", "{version}"
    }}
  }}
  BLOCK "VarFileInfo"
  {{
    VALUE "Translation", 0x409, 0x4b0
  }}
}}
"#
    )
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
