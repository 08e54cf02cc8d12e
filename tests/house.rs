//! The map of the rooms in `src/lib.rs`, held against the code: each room takes only from rooms that stand before it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The rooms in the order of the map, from the ground up.
fn map() -> Vec<String> {
    let lib = include_str!("../src/lib.rs");
    let rooms = lib
        .lines()
        .filter_map(|line| line.strip_prefix("//! - [`")?.split_once('`'));
    rooms.map(|(room, _)| room.to_owned()).collect()
}

/// The source files below a folder, with their text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            found.push((path, text));
        }
    }
    found
}

/// The room that a file below `src` belongs to.
fn room_of(file: &Path) -> String {
    let file = file.with_extension("");
    let first = file.components().next().expect("a name");
    first.as_os_str().to_str().expect("a plain name").to_owned()
}

/// The rooms that a source text takes from; neither comments nor its tests count.
fn taken_from(text: &str) -> Vec<String> {
    let code: String = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().trim())
        .collect();
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let paths = match rest.strip_prefix('{') {
            Some(group) => outermost(group),
            None => vec![rest],
        };
        let name = |path: &str| -> String { path.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect() };
        rooms.extend(
            paths
                .into_iter()
                .map(|path| name(path.trim()))
                .filter(|name| !name.is_empty()),
        );
    }
    rooms
}

/// The parts of `a::{b, c}, d}` that commas outside any inner brace set apart.
fn outermost(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..place]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    parts
}

#[test]
fn the_map_names_every_room_once() {
    let lib = include_str!("../src/lib.rs");
    let modules = lib.lines().filter_map(|line| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    let mut modules: Vec<&str> = modules.collect();
    let mut map = map();
    modules.sort_unstable();
    map.sort_unstable();
    assert_eq!(map, modules);
}

#[test]
fn a_room_takes_only_from_rooms_before_it() {
    let map = map();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (path, text) in sources(&src) {
        let file = path.strip_prefix(&src).expect("below src");
        let Some(floor) = map.iter().position(|room| *room == room_of(file)) else {
            continue;
        };
        if file.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        for other in taken_from(&text) {
            let known = map.iter().position(|room| *room == other);
            if known.is_some_and(|other| other > floor) {
                wrong.push(format!("{} takes from {other}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_file_takes_is_read_from_groups_and_paths_alike() {
    let text = "use crate::{\n    fault::{Fault, io::{a, b}},\n    lang::Lang,\n}; // crate::page\nfn f() { crate::text::safe() }";
    assert_eq!(taken_from(text), ["fault", "lang", "text"]);
}
