//! Pictures: the radar of one profile or two, the line charts of a trend, the dots of groups, and a drawing as PNG.

pub(crate) mod colours;
pub mod dots;
pub mod line_chart;
#[cfg(feature = "charts")]
pub mod png;
pub mod radar;
pub mod spread;
pub(crate) mod svg;

/// Makes a drawing a picture of dots, in a build that can.
#[cfg(feature = "charts")]
pub const PNG: Option<fn(String) -> Vec<u8>> = Some(|drawing| png::of_svg(&drawing));
/// This build can't make a drawing a picture of dots.
#[cfg(not(feature = "charts"))]
pub const PNG: Option<fn(String) -> Vec<u8>> = None;

/// The characters that a drawing as a picture of dots has no letters for, each once with a space between.
#[cfg(feature = "charts")]
pub use png::undrawn;
/// This build makes no such pictures.
#[cfg(not(feature = "charts"))]
pub fn undrawn(_drawing: &str) -> String {
    String::new()
}
