//! Packs the letters that are drawn in pictures of dots: they are half as large then, and few evenings need them.

#[cfg(feature = "charts")]
fn main() -> std::io::Result<()> {
    use std::{env, fs::File, io::Write as _, path::Path};

    use flate2::{Compression, write::DeflateEncoder};

    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("Cargo sets it");
    for (name, font) in [("regular", dejavu::sans::regular()), ("bold", dejavu::sans::bold())] {
        let file = File::create(Path::new(&out).join(format!("{name}.ttf.deflate")))?;
        let mut packed = DeflateEncoder::new(file, Compression::best());
        packed.write_all(font)?;
        packed.finish()?;
    }
    Ok(())
}

#[cfg(not(feature = "charts"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
