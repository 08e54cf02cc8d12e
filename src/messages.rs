//! Every sentence a person reads, in Dutch and English.
//!
//! A message is a method of [`Lang`](crate::lang::Lang). The macros below demand both languages, so a missing translation does not
//! compile. Dutch is B1: short, active, everyday words; a message says what happened, then what to do.

mod agenda;
mod agreements;
mod assess;
mod below;
mod card;
mod disks;
mod errors;
mod explain;
mod files;
mod filling_in;
mod forms;
mod gap;
mod help;
mod manual;
mod menu;
mod merging;
#[cfg(feature = "office")]
mod office;
mod overview;
mod plain;
mod questions;
mod report;
mod sheets;
mod sources;
mod tidy;
mod trend;

/// Defines messages with their arguments, each in both languages.
macro_rules! messages {
    ($( $name:ident ( $($arg:ident : $ty:ty),* $(,)? ) { nl: $nl:literal, en: $en:literal $(,)? } )*) => {
        impl $crate::lang::Lang {
            $(
                #[doc = concat!("`", $nl, "`")]
                pub fn $name(self, $($arg: $ty),*) -> String {
                    match self {
                        Self::Nl => format!($nl),
                        Self::En => format!($en),
                    }
                }
            )*
        }
    };
}

/// Defines messages about a number, with a form for one and a form for any other number.
macro_rules! counted {
    ($( $name:ident($n:ident) { nl: $nl_one:literal / $nl:literal, en: $en_one:literal / $en:literal $(,)? } )*) => {
        impl $crate::lang::Lang {
            $(
                #[doc = concat!("`", $nl, "`")]
                pub fn $name(self, $n: usize) -> String {
                    match (self, $n) {
                        (Self::Nl, 1) => $nl_one.to_owned(),
                        (Self::En, 1) => $en_one.to_owned(),
                        (Self::Nl, _) => format!($nl),
                        (Self::En, _) => format!($en),
                    }
                }
            )*
        }
    };
}

pub(crate) use {counted, messages};
