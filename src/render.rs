//! The forms that a report can take; a file a format.

pub mod csv;
#[cfg(feature = "office")]
pub mod excel;
pub mod html;
pub mod json;
pub mod markdown;
pub mod terminal;
#[cfg(feature = "office")]
pub mod word;
