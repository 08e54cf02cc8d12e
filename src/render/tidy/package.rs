//! What describes the rows to other programs: a Data Package with a Table Schema, as Frictionless has them (version 1, which
//! readers of version 2 take too).

use serde::Serialize;
use serde_json::json;

use super::{Column, Kind, columns};
use crate::{lang::Lang, text::slug};

/// Describes the rows in a file of this name, in words of this language.
pub fn describe(file: &str, with_notes: bool, lang: Lang) -> String {
    let name = slug(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let fields: Vec<Field> = columns(with_notes).map(|column| Field::of(&column, lang)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": name,
        "title": lang.answers_title(),
        "resources": [{
            "profile": "tabular-data-resource",
            "name": name,
            "path": file,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {
                "delimiter": ",",
                "lineTerminator": "\r\n",
                "quoteChar": "\"",
                "doubleQuote": true,
                "header": true,
            },
            "schema": {
                "fields": fields,
                "missingValues": [""],
                "primaryKey": ["profile", "question"],
            },
        }],
    });
    format!("{package:#}\n")
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<u32>,
}

impl Field {
    fn of(column: &Column, lang: Lang) -> Field {
        let (words, minimum, maximum) = match column.kind {
            Kind::Text | Kind::Day | Kind::Truth => (None, None, None),
            Kind::Word(words) => (Some(words), None, None),
            Kind::Whole(lowest, highest) => (None, Some(lowest), highest),
            Kind::Number => (None, Some(0), Some(super::columns::HIGHEST)),
        };
        Field {
            name: column.name,
            kind: column.kind.word(),
            description: (column.about)(lang),
            constraints: Constraints {
                required: column.always,
                words,
                minimum,
                maximum,
            },
        }
    }
}

impl Kind {
    /// What a Table Schema calls it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Text | Kind::Word(_) => "string",
            Kind::Day => "date",
            Kind::Truth => "boolean",
            Kind::Whole(..) => "integer",
            Kind::Number => "number",
        }
    }
}
