//! The labels of a scale in a file: one for each point, or those of its ends.

use std::ops::RangeInclusive;

use super::Labels;
use crate::{lang::Lang, toml_file::Table};

/// How many points a scale can have; the most of them only from 0, so that no number is longer than `10`.
const POINTS: RangeInclusive<usize> = 2..=11;

/// Which number the lowest point of the scale in a table has, by its key `first`: 1 where it is missing.
pub(crate) fn first(table: &Table<'_>) -> Option<u32> {
    if table.has("first") {
        table.integer("first", 0..=1)
    } else {
        Some(1)
    }
}

/// The labels of a scale, as they stand under a key of a table; the key `points` says how many points it has where only the ends
/// have a label.
pub(crate) fn of_scale(table: &Table<'_>, key: &'static str, first: u32, texts: Option<Vec<String>>) -> Option<Labels> {
    let has_points = table.has("points");
    let points = if has_points {
        table.integer("points", 2..=11)? as usize
    } else {
        texts.as_ref()?.len()
    };
    if !POINTS.contains(&points) || points == *POINTS.end() && first != 0 {
        let key = if has_points { "points" } else { key };
        table.problem(key, Lang::scale_size);
        return None;
    }
    spread(table, key, points, texts?)
}

/// The labels for so many points, as they stand under a key of a table.
pub(crate) fn spread(table: &Table<'_>, key: &'static str, points: usize, texts: Vec<String>) -> Option<Labels> {
    match <[String; 2]>::try_from(texts) {
        Ok([lowest, highest]) => {
            let mut labels = vec![None; points];
            labels[0] = Some(lowest);
            labels[points - 1] = Some(highest);
            Some(labels)
        }
        Err(texts) if texts.len() == points => Some(texts.into_iter().map(Some).collect()),
        Err(_) => {
            let path = table.path_of(key);
            table.problem(key, |lang| lang.wrong_label_count(&path, points));
            None
        }
    }
}

/// The labels as they stand in a file.
pub(crate) fn in_file(labels: &Labels) -> Vec<&str> {
    labels.iter().flatten().map(String::as_str).collect()
}
