//! What Windows makes of `"C:\\my folder\\"`: there the last `\\` and `"` together are a letter, and what follows belongs to it too.

use std::ffi::OsString;

use crate::{fault::Fault, lang::Lang};

/// The arguments as they were typed: without the quote that got stuck at the end of one.
///
/// # Errors
/// When flags got stuck behind it too: where one ends and the next begins can't be told any more.
pub fn mended(mut arguments: Vec<OsString>) -> Result<Vec<OsString>, Fault> {
    for argument in &mut arguments {
        let Some((before, behind)) = argument.to_str().and_then(|text| text.split_once('"')) else {
            continue;
        };
        // Before a > cmd leaves a blank.
        if behind.trim_end().is_empty() {
            *argument = format!("{before}\\").into();
        } else if behind.starts_with(" -") {
            return Err(Fault::wrong_use(Lang::stuck_behind_a_folder));
        }
    }
    Ok(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_quote_that_got_stuck_is_mended() {
        for (argument, typed) in [
            (r#"C:\map met spatie""#, Some(r"C:\map met spatie\")),
            (r#"--dir=C:\map met spatie""#, Some(r"--dir=C:\map met spatie\")),
            (r#"D:""#, Some(r"D:\")),
            (r#"C:\map met spatie" "#, Some(r"C:\map met spatie\")),
            (r"C:\map\", Some(r"C:\map\")),
            (r#"De "Linde""#, Some(r#"De "Linde""#)),
            (r#"C:\map met spatie" --team Noord"#, None),
        ] {
            let typed = typed.map(|typed| vec![OsString::from(typed)]);
            assert_eq!(mended(vec![argument.into()]).ok(), typed, "{argument}");
        }
    }
}
