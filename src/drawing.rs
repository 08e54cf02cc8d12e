//! Pictures: the radar of one profile or two, the line charts of a trend, and a drawing as PNG.

pub mod colours;
pub mod line_chart;
#[cfg(feature = "charts")]
pub mod png;
pub mod radar;
pub mod svg;
