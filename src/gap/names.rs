//! What the groups are called: each by the shortest name that tells it from the others.

use std::collections::HashMap;

use crate::profile::{Profile, same_team, team_key};

/// A name for each profile: its group, else its team; where there are several teams the group with its team; where that is
/// another's too with its day and at last its file.
pub(super) fn distinct(profiles: &[(&Profile, String)]) -> Vec<String> {
    let longer = profiles.iter().map(|(profile, file)| {
        let own = profile.group.as_ref().unwrap_or(&profile.team).clone();
        let with_team = match &profile.group {
            Some(group) => format!("{group}, {}", profile.team),
            None => own.clone(),
        };
        let with_day = format!("{with_team}, {}", profile.date);
        let with_file = format!("{with_day}, {file}");
        [own, with_team, with_day, with_file]
    });
    let longer: Vec<[String; 4]> = longer.collect();
    let several = profiles
        .windows(2)
        .any(|pair| !same_team(&pair[0].0.team, &pair[1].0.team));
    let mut lengths = vec![usize::from(several); profiles.len()];
    for length in 1..4 {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let keys = longer
            .iter()
            .zip(&lengths)
            .map(|(names, &length): (_, &usize)| team_key(&names[length]));
        let keys: Vec<String> = keys.collect();
        for key in &keys {
            *counts.entry(key.clone()).or_default() += 1;
        }
        for (own, key) in lengths.iter_mut().zip(&keys) {
            if counts[key] > 1 {
                *own = length;
            }
        }
    }
    longer
        .into_iter()
        .zip(lengths)
        .map(|(names, length)| names[length].clone())
        .collect()
}
