//! `OpenDocument` looks as Word and Excel do: the same page and the same sheets in both, held against each other. What is in
//! Word and Excel is held against the rules in `office.rs`.

use std::collections::BTreeMap;

use ips::{
    content::guide::guide,
    lang::Lang,
    page::Page,
    render::{Contents, excel, odf, word},
};
use roxmltree::{Document, Node};

use crate::{agenda, common::parts, office};

fn file(bytes: &[u8], name: &str) -> String {
    let (_, content) = parts::files(bytes)
        .into_iter()
        .find(|(file, _)| file == name)
        .expect(name);
    String::from_utf8(content).unwrap()
}

/// What a document is called in one of its parts.
fn title(bytes: &[u8], part: &str) -> String {
    let part = file(bytes, part);
    let part = Document::parse(&part).unwrap();
    let title = all(part.root(), "title").find_map(|title| title.text());
    title.unwrap_or_default().to_owned()
}

fn all<'a, 'x: 'a>(node: Node<'a, 'x>, name: &'a str) -> impl Iterator<Item = Node<'a, 'x>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// An attribute by its name without a prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value())
}

/// What an element of Word's has in one below it.
fn word_has<'a>(node: Node<'a, '_>, path: &[&str]) -> Option<&'a str> {
    let found = path.iter().try_fold(node, |node, name| {
        node.children().find(|child| child.tag_name().name() == *name)
    });
    found.map(|found| attribute(found, "val").unwrap_or_default())
}

/// The styles of an `OpenDocument` file: the properties of each by its name, and its parent's name as `parent`.
fn styles(documents: &[&Document]) -> BTreeMap<String, BTreeMap<String, String>> {
    let all_styles = documents.iter().flat_map(|document| all(document.root(), "style"));
    let named = all_styles.filter_map(|style| {
        let below = style.descendants().filter(|node| *node != style);
        let mut has: BTreeMap<String, String> = below
            .flat_map(|node| node.attributes())
            .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()))
            .collect();
        has.extend(attribute(style, "parent-style-name").map(|parent| ("parent".to_owned(), parent.to_owned())));
        has.extend(attribute(style, "data-style-name").map(|data| ("data".to_owned(), data.to_owned())));
        Some((attribute(style, "name")?.to_owned(), has))
    });
    named.collect()
}

/// A piece of a paragraph: its words, whether they are bold, and the language that they are in, where that is told.
type Piece = (String, bool, Option<String>);

fn put(pieces: &mut Vec<Piece>, words: &str, bold: bool, lang: Option<&str>) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some((before, was_bold, was_in)) if *was_bold == bold && was_in.as_deref() == lang => before.push_str(words),
        _ => pieces.push((words.to_owned(), bold, lang.map(str::to_owned))),
    }
}

/// A paragraph: its style, whether it stays on the page of what follows, where it stands in its cell, and its pieces.
#[derive(Debug, PartialEq)]
struct Paragraph {
    kept: bool,
    side: String,
    pieces: Vec<Piece>,
}

fn of_word(document: &Document) -> Vec<(String, Paragraph)> {
    let paragraphs = all(document.root(), "p").map(|paragraph| {
        let mut pieces = Vec::new();
        for run in all(paragraph, "r") {
            let lang = word_has(run, &["rPr", "lang"]).map(|lang| &lang[..2]);
            let bold = word_has(run, &["rPr", "b"]).is_some();
            for node in run.children() {
                let words = match node.tag_name().name() {
                    "t" => node.text().unwrap_or_default(),
                    "tab" => "\t",
                    "br" => "\n",
                    _ => "",
                };
                put(&mut pieces, words, bold, lang);
            }
        }
        let side = word_has(paragraph, &["pPr", "jc"]).unwrap_or_default();
        let style = word_has(paragraph, &["pPr", "pStyle"]).expect("a style").to_owned();
        (
            style,
            Paragraph {
                // A row below the head can't be kept with the next one in a text.
                kept: word_has(paragraph, &["pPr", "keepNext"]).is_some() && !is_below_head(paragraph),
                side: side.replace("right", "end"),
                pieces,
            },
        )
    });
    // Between two tables Word wants an empty one; one with a picture has no words.
    paragraphs
        .filter(|(_, paragraph)| !paragraph.pieces.is_empty())
        .collect()
}

/// Whether a paragraph of Word's is in the first row below the head of a table.
fn is_below_head(paragraph: Node<'_, '_>) -> bool {
    let row = paragraph.ancestors().find(|node| node.tag_name().name() == "tr");
    let above = row.and_then(|row| row.prev_siblings().skip(1).find(|node| node.tag_name().name() == "tr"));
    above.is_some_and(|above| word_has(above, &["trPr", "tblHeader"]).is_some())
}

fn of_open(document: &Document, styles: &BTreeMap<String, BTreeMap<String, String>>) -> Vec<(String, Paragraph)> {
    fn walk(
        node: Node<'_, '_>,
        bold: bool,
        lang: Option<&str>,
        styles: &BTreeMap<String, BTreeMap<String, String>>,
        pieces: &mut Vec<Piece>,
    ) {
        for child in node.children() {
            match child.tag_name().name() {
                "frame" => {}
                "s" => put(
                    pieces,
                    &" ".repeat(attribute(child, "c").unwrap().parse().unwrap()),
                    bold,
                    lang,
                ),
                "tab" => put(pieces, "\t", bold, lang),
                "line-break" => put(pieces, "\n", bold, lang),
                _ if child.is_text() => put(pieces, child.text().unwrap(), bold, lang),
                _ => {
                    let style = &styles[attribute(child, "style-name").expect("a style")];
                    let bold = bold || style.get("font-weight").is_some_and(|weight| weight == "bold");
                    let lang = style.get("language").map_or(lang, |lang| Some(lang.as_str()));
                    walk(child, bold, lang, styles, pieces);
                }
            }
        }
    }
    let paragraphs = document
        .descendants()
        .filter(|node| ["p", "h"].contains(&node.tag_name().name()));
    let paragraphs = paragraphs.map(|paragraph| {
        let name = attribute(paragraph, "style-name").expect("a style");
        let style = &styles[name];
        // One of this text's own is another one with more to it.
        let is_own = name.contains('.') && !name.ends_with("Cont.");
        let own = |property: &str| style.get(property).filter(|_| is_own).cloned();
        let mut pieces = Vec::new();
        walk(paragraph, false, None, styles, &mut pieces);
        (
            if is_own {
                style["parent"].clone()
            } else {
                name.to_owned()
            },
            Paragraph {
                kept: own("keep-with-next").is_some_and(|kept| kept == "always"),
                side: own("text-align").unwrap_or_default(),
                pieces,
            },
        )
    });
    paragraphs
        .filter(|(_, paragraph)| !paragraph.pieces.is_empty())
        .collect()
}

/// How the paragraphs of a style look: what of Word's properties `OpenDocument` has in other words.
fn looks_in_word(style: Node<'_, '_>) -> Vec<String> {
    let is = |path: &[&str]| word_has(style, path).is_some().to_string();
    let says = |path: &[&str]| word_has(style, path).unwrap_or_default().to_owned();
    let exact = all(style, "spacing").find(|spacing| attribute(*spacing, "lineRule") == Some("exact"));
    let exact = exact.map(|spacing| attribute(spacing, "line").unwrap().parse::<f64>().unwrap() / 20.0);
    let size = word_has(style, &["rPr", "sz"]).map(|size| size.parse::<f64>().unwrap() / 2.0);
    vec![
        is(&["pPr", "keepNext"]),
        is(&["pPr", "keepLines"]),
        is(&["rPr", "b"]),
        is(&["rPr", "i"]),
        says(&["pPr", "jc"]),
        says(&["pPr", "outlineLvl"]),
        says(&["rPr", "color"]),
        format!("{size:?}"),
        format!("{exact:?}"),
        is(&["pPr", "shd"]),
        is(&["pPr", "pBdr"]),
        is(&["pPr", "tabs"]),
        // What is no language isn't looked up in a dictionary.
        is(&["rPr", "noProof"]),
    ]
}

fn looks_in_open(name: &str, style: Node<'_, '_>, has: &BTreeMap<String, String>) -> Vec<String> {
    let is = |property: &str, value: &str| has.get(property).is_some_and(|found| found == value).to_string();
    let says = |property: &str| has.get(property).cloned().unwrap_or_default();
    let points = |text: &String| text.strip_suffix("pt").map(|points| points.parse::<f64>().unwrap());
    let level = attribute(style, "default-outline-level").map(|level| level.parse::<usize>().unwrap() - 1);
    vec![
        is("keep-with-next", "always"),
        is("keep-together", "always"),
        is("font-weight", "bold"),
        is("font-style", "italic"),
        says("text-align"),
        level.map(|level| level.to_string()).unwrap_or_default(),
        says("color").replace('#', ""),
        format!("{:?}", has.get("font-size").and_then(points)),
        format!("{:?}", has.get("line-height").and_then(points)),
        has.contains_key("background-color").to_string(),
        has.contains_key("border-left").to_string(),
        // The footer has a stop too, without a line to it; Word's stands in the footer itself.
        (is("leader-text", "_") == "true" && name != "Footer").to_string(),
        is("language", "zxx"),
    ]
}

/// A table's row: whether it is a head, whether it stays whole, whether there is room to write, and of each cell its colour and
/// whether a rule stands above it.
type Row = (bool, bool, bool, Vec<(String, bool)>);

fn rows_in_word(document: &Document) -> Vec<Row> {
    let rows = all(document.root(), "tr").map(|row| {
        let is = |name: &str| word_has(row, &["trPr", name]).is_some();
        let cells = row
            .children()
            .filter(|node| node.tag_name().name() == "tc")
            .map(|cell| {
                let fill = all(cell, "shd")
                    .find_map(|shade| attribute(shade, "fill"))
                    .unwrap_or_default();
                (fill.to_owned(), word_has(cell, &["tcPr", "tcBorders", "top"]).is_some())
            });
        (is("tblHeader"), is("cantSplit"), is("trHeight"), cells.collect())
    });
    rows.collect()
}

fn rows_in_open(document: &Document, styles: &BTreeMap<String, BTreeMap<String, String>>) -> Vec<Row> {
    let rows = all(document.root(), "table-row").map(|row| {
        let style = &styles[attribute(row, "style-name").unwrap()];
        let cells = all(row, "table-cell").map(|cell| {
            let looks = &styles[attribute(cell, "style-name").unwrap()];
            let colour = looks.get("background-color").cloned().unwrap_or_default();
            (colour.replace('#', ""), looks.contains_key("border-top"))
        });
        (
            row.parent().unwrap().tag_name().name() == "table-header-rows",
            style.get("keep-together").is_some_and(|kept| kept == "always"),
            style.contains_key("min-row-height"),
            cells.collect(),
        )
    });
    rows.collect()
}

/// Pictures: their title and text, and how wide and high they are, in micrometres.
type Picture = (String, String, i64, i64);

fn pictures_in_word(document: &Document) -> Vec<Picture> {
    let pictures = all(document.root(), "inline").map(|picture| {
        let (size, said) = (
            all(picture, "extent").next().unwrap(),
            all(picture, "docPr").next().unwrap(),
        );
        let says = |name: &str| attribute(said, name).unwrap().to_owned();
        let long = |name: &str| attribute(size, name).unwrap().parse::<i64>().unwrap() / 36;
        (says("title"), says("descr"), long("cx"), long("cy"))
    });
    pictures.collect()
}

fn pictures_in_open(document: &Document) -> Vec<Picture> {
    let pictures = all(document.root(), "frame").map(|picture| {
        let says = |name| {
            all(picture, name)
                .find_map(|said| said.text())
                .unwrap_or_default()
                .to_owned()
        };
        let long = |name: &str| {
            let length = attribute(picture, name).unwrap().strip_suffix("mm").unwrap();
            let (whole, part) = length.split_once('.').unwrap_or((length, "0"));
            whole.parse::<i64>().unwrap() * 1000 + part.parse::<i64>().unwrap()
        };
        (says("title"), says("desc"), long("width"), long("height"))
    });
    pictures.collect()
}

/// Every document there is, in both languages.
fn documents() -> Vec<(String, Page)> {
    let documents = Lang::ALL.into_iter().flat_map(|lang| {
        let mut pages = office::documents(lang);
        pages.push(("agenda", agenda::page(lang)));
        pages.push(("guide", Page::of_guide(guide(lang), lang)));
        pages
            .into_iter()
            .map(move |(name, page)| (format!("{name} in {lang:?}"), page))
    });
    documents.collect()
}

#[test]
fn a_text_is_laid_out_as_in_word() {
    let mut names = BTreeMap::new();
    for (name, page) in documents() {
        let (ours_whole, words_whole) = (odf::document::page(&page), word::page(&page));
        let (content, defined) = (file(&ours_whole, "content.xml"), file(&ours_whole, "styles.xml"));
        let (content, defined) = (Document::parse(&content).unwrap(), Document::parse(&defined).unwrap());
        let (document, word_styles) = (
            file(&words_whole, "word/document.xml"),
            file(&words_whole, "word/styles.xml"),
        );
        let (document, word_styles) = (
            Document::parse(&document).unwrap(),
            Document::parse(&word_styles).unwrap(),
        );
        let styles = styles(&[&content, &defined]);

        let (ours, words) = (of_open(&content, &styles), of_word(&document));
        for ((our_style, our), (word_style, word)) in ours.iter().zip(&words) {
            assert_eq!(our, word, "{name}");
            // A style of Word's is always the same one here.
            let style = names.entry(word_style.clone()).or_insert_with(|| our_style.clone());
            assert_eq!(style, our_style, "{name}: {word_style}");
        }
        assert_eq!(ours.len(), words.len(), "{name}");

        for style in all(word_styles.root(), "style") {
            if let Some(our_name) = names.get(attribute(style, "styleId").unwrap()) {
                let our = all(defined.root(), "style").find(|our| attribute(*our, "name") == Some(our_name));
                let looks = looks_in_open(our_name, our.unwrap(), &styles[our_name]);
                assert_eq!(looks, looks_in_word(style), "{name}: {our_name}");
            }
        }

        assert_eq!(rows_in_open(&content, &styles), rows_in_word(&document), "{name}");

        for table in all(content.root(), "table") {
            // Word has it from the style of the whole table.
            let closed = all(table, "table-row").map(|row| {
                let mut cells = all(row, "table-cell").map(|cell| &styles[attribute(cell, "style-name").unwrap()]);
                cells.any(|looks| {
                    looks
                        .get("border-bottom")
                        .is_some_and(|rule| rule.starts_with("0.75pt"))
                })
            });
            let closed: Vec<bool> = closed.collect();
            let (last, others) = closed.split_last().unwrap();
            // Charts below each other have no rules.
            assert_eq!(*last, all(table, "frame").count() == 0, "{name}: {closed:?}");
            assert!(!others.contains(&true), "{name}: {closed:?}");
        }

        let (ours, words) = (pictures_in_open(&content), pictures_in_word(&document));
        for (our, word) in ours.iter().zip(&words) {
            assert_eq!((&our.0, &our.1, our.2), (&word.0, &word.1, word.2), "{name}");
            assert!((our.3 - word.3).abs() <= 1, "{name}: {our:?} {word:?}");
        }
        assert_eq!(ours.len(), words.len(), "{name}");
        let shown = all(content.root(), "image").map(|image| attribute(image, "href").unwrap().to_owned());
        let expected = (1..=ours.len()).map(|number| format!("Pictures/{number}.png"));
        assert!(shown.eq(expected), "{name}: each picture is another one");

        let in_two = |node: &Node<'_, '_>| styles[attribute(*node, "style-name").unwrap()].get("column-count");
        let sections = all(content.root(), "section").filter(|section| in_two(section).is_some_and(|two| two == "2"));
        let in_word = all(document.root(), "cols").filter(|columns| attribute(*columns, "num") == Some("2"));
        assert_eq!(sections.count(), in_word.count(), "{name}");

        paper_is_alike(&name, &page, &defined, &document);
        assert_eq!(
            title(&ours_whole, "meta.xml"),
            title(&words_whole, "docProps/core.xml"),
            "{name}"
        );
    }
    // Each has a style of its own.
    let ours: std::collections::BTreeSet<&String> = names.values().collect();
    assert_eq!((ours.len(), names.len()), (17, 17), "{names:?}");
}

/// The paper, its margins and its foot, and what is hyphenated.
fn paper_is_alike(name: &str, page: &Page, defined: &Document, document: &Document) {
    let layout = all(defined.root(), "page-layout-properties").next().unwrap();
    let points = |property: &str| {
        let text = attribute(layout, property).and_then(|text| text.strip_suffix("pt"));
        text.unwrap().parse::<f64>().unwrap() * 20.0
    };
    let (size, margins) = (
        all(document.root(), "pgSz").last().unwrap(),
        all(document.root(), "pgMar").last().unwrap(),
    );
    for (ours, node, words) in [
        ("page-width", size, "w"),
        ("page-height", size, "h"),
        ("margin-left", margins, "left"),
        ("margin-right", margins, "right"),
        ("margin-top", margins, "top"),
    ] {
        let word = attribute(node, words).unwrap().parse::<f64>().unwrap();
        assert!((points(ours) - word).abs() < 0.5, "{name}: {ours}");
    }
    let mut foot = String::new();
    for node in all(defined.root(), "footer").flat_map(|footer| footer.descendants()) {
        foot.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        foot.push_str(if node.tag_name().name() == "tab" { "\t" } else { "" });
    }
    assert_eq!(
        foot,
        format!("{}\t1 / 1", ips::text::shorten(&page.title, 80)),
        "{name}"
    );
    let usual = all(defined.root(), "default-style").next().unwrap();
    let hyphenated = all(usual, "text-properties").find_map(|letters| attribute(letters, "hyphenate"));
    assert_eq!(hyphenated, Some("true"), "{name}");
    let signs = all(defined.root(), "list-level-style-bullet").map(|level| attribute(level, "bullet-char"));
    assert!(signs.eq([Some("•"), Some("–")]), "{name}");
    let numbers = all(defined.root(), "list-level-style-number").map(|level| attribute(level, "num-format"));
    assert!(numbers.eq([Some("1")]), "{name}");
}

/// A format of numbers or days as Excel writes it.
fn code(name: &str, formats: &BTreeMap<&str, Node<'_, '_>>) -> String {
    let format = formats[name];
    if format.tag_name().name() == "date-style" {
        let month = all(format, "month").next().unwrap();
        let in_words = (attribute(month, "style"), attribute(month, "textual")) == (Some("long"), Some("true"));
        let country = if attribute(format, "language") == Some("nl") {
            "413"
        } else {
            "809"
        };
        return format!("[$-{country}]d {} yyyy", if in_words { "mmmm" } else { "m" });
    }
    let digits = |format: Node<'_, '_>| {
        let number = all(format, "number").next().unwrap();
        let decimals = ["decimal-places", "min-decimal-places"].map(|name| attribute(number, name).unwrap());
        assert_eq!(decimals[0], decimals[1], "{name}");
        match decimals[0].parse().unwrap() {
            0 => "0".to_owned(),
            decimals => format!("0.{}", "0".repeat(decimals)),
        }
    };
    let mut sections: Vec<String> = all(format, "map")
        .map(|map| {
            let side = formats[attribute(map, "apply-style-name").unwrap()];
            let sign = all(side, "text").find_map(|sign| sign.text()).unwrap_or_default();
            let sign = match sign.split_once(' ') {
                Some((arrow, sign)) => format!("\"{arrow} \"{sign}"),
                None => sign.to_owned(),
            };
            let condition = attribute(map, "condition").unwrap().replace("value()", "");
            let condition = if [">0", "<0"].contains(&condition.as_str()) {
                String::new()
            } else {
                format!("[{condition}]")
            };
            format!("{condition}{sign}{}", digits(side))
        })
        .collect();
    sections.push(digits(format));
    sections.join(";")
}

/// A cell: its place, the format of its number, whether it is bold and wraps, its side, and its colour.
type Cell = (String, String, bool, bool, String, String);

fn cells_in_excel(sheet: &Document, styles: &Document) -> Vec<Cell> {
    let list = |name: &'static str| -> Vec<Node<'_, '_>> {
        let list = all(styles.root(), name).next().unwrap();
        list.children().filter(Node::is_element).collect()
    };
    let (fonts, fills, looks) = (list("fonts"), list("fills"), list("cellXfs"));
    let cells = all(sheet.root(), "c").map(|cell| {
        let number = |node: Node<'_, '_>, name: &str| attribute(node, name).unwrap().parse::<usize>().unwrap();
        let look = looks[number(cell, "s")];
        let id = attribute(look, "numFmtId").unwrap();
        let formats = all(styles.root(), "numFmt").find(|format| attribute(*format, "numFmtId") == Some(id));
        // Excel knows some by their number.
        let known = match id {
            "1" => "0",
            "2" => "0.00",
            _ => "",
        };
        let code = formats.map_or(known, |format| attribute(format, "formatCode").unwrap());
        let alignment = all(look, "alignment").next();
        let aligned = |name: &str| {
            alignment
                .and_then(|found| attribute(found, name))
                .unwrap_or_default()
                .to_owned()
        };
        let colour = all(fills[number(look, "fillId")], "fgColor").find_map(|colour| attribute(colour, "rgb"));
        (
            attribute(cell, "r").unwrap().to_owned(),
            code.to_owned(),
            all(fonts[number(look, "fontId")], "b").count() > 0,
            aligned("wrapText") == "1",
            aligned("horizontal").replace("right", "end").replace("left", "start"),
            colour.map(|colour| colour[2..].to_lowercase()).unwrap_or_default(),
        )
    });
    cells.collect()
}

fn cells_in_open(
    table: Node<'_, '_>,
    styles: &BTreeMap<String, BTreeMap<String, String>>,
    formats: &BTreeMap<&str, Node<'_, '_>>,
) -> Vec<Cell> {
    let rows = (1..).zip(all(table, "table-row"));
    let cells = rows.flat_map(|(row, cells)| {
        ('A'..).zip(all(cells, "table-cell")).filter_map(move |(column, cell)| {
            let looks = &styles[attribute(cell, "style-name")?];
            let is = |property: &str, value: &str| looks.get(property).is_some_and(|found| found == value);
            Some((
                format!("{column}{row}"),
                looks.get("data").map(|data| code(data, formats)).unwrap_or_default(),
                is("font-weight", "bold"),
                is("wrap-option", "wrap"),
                looks.get("text-align").cloned().unwrap_or_default(),
                looks
                    .get("background-color")
                    .map(|colour| colour.replace('#', ""))
                    .unwrap_or_default(),
            ))
        })
    });
    cells.collect()
}

#[test]
fn sheets_look_as_in_excel() {
    for lang in Lang::ALL {
        let (reports, overview, groups) = (office::reports(lang), office::overview(lang), office::groups(lang));
        for report in &reports {
            sheets_are_alike(&Contents::Report(report));
        }
        sheets_are_alike(&Contents::Overview(Box::new(overview)));
        sheets_are_alike(&Contents::Gap(&groups));
    }
}

fn sheets_are_alike(contents: &Contents<'_>) {
    let (ours, excels) = (odf::spreadsheet::of(contents), excel::of(contents));
    let parts = ["content.xml", "styles.xml", "settings.xml"].map(|part| file(&ours, part));
    let [content, defined, settings] = parts.each_ref().map(|part| Document::parse(part).unwrap());
    let styles = styles(&[&content, &defined]);
    let formats = content
        .descendants()
        .filter(|node| ["number-style", "date-style"].contains(&node.tag_name().name()));
    let formats: BTreeMap<&str, Node<'_, '_>> = formats
        .map(|format| (attribute(format, "name").unwrap(), format))
        .collect();
    let looks = file(&excels, "xl/styles.xml");
    let looks = Document::parse(&looks).unwrap();
    let mut filters = all(content.root(), "database-range");
    for (number, table) in (1..).zip(all(content.root(), "table")) {
        let name = attribute(table, "name").unwrap();
        let sheet = file(&excels, &format!("xl/worksheets/sheet{number}.xml"));
        let sheet = Document::parse(&sheet).unwrap();
        assert_eq!(
            cells_in_open(table, &styles, &formats),
            cells_in_excel(&sheet, &looks),
            "{name}"
        );

        let widths = all(table, "table-column")
            .map(|column| styles[attribute(column, "style-name").unwrap()]["column-width"].clone());
        let in_excel = all(sheet.root(), "col").flat_map(|columns| {
            let of = |name: &str| attribute(columns, name).unwrap();
            let last = of("max").parse::<usize>().unwrap();
            // Excel adds the room at both sides of so many digits.
            let width = of("width").parse::<f64>().unwrap().floor();
            (of("min").parse().unwrap()..=last).map(move |_| format!("{:.2}pt", (7.0 * width + 5.0) * 0.75))
        });
        assert!(widths.eq(in_excel), "{name}");

        if let Some(filter) = all(sheet.root(), "autoFilter").next() {
            let range = attribute(filters.next().expect(name), "target-range-address").unwrap();
            let range = range.replace(&format!("'{name}'."), "");
            assert_eq!(Some(range.as_str()), attribute(filter, "ref"), "{name}");
        }
        let head = all(table, "table-header-rows").map(|head| all(head, "table-row").count());
        assert!(head.eq([1]), "{name}: its head is printed on each page");
        let of_sheet =
            all(settings.root(), "config-item-map-entry").find(|entry| attribute(*entry, "name") == Some(name));
        let split = all(of_sheet.expect(name), "config-item")
            .filter(|item| attribute(*item, "name").unwrap().starts_with("VerticalSplit"));
        assert!(
            split.filter_map(|item| item.text()).eq(["2", "1"]),
            "{name}: its head stays on the screen"
        );
    }
    assert_eq!(filters.count(), 0);
    let paper = all(defined.root(), "page-layout-properties").next().unwrap();
    assert_eq!(
        ["page-width", "print-orientation", "scale-to-X"].map(|name| attribute(paper, name)),
        [Some("841.90pt"), Some("landscape"), Some("1")]
    );
    let foot = all(defined.root(), "footer").flat_map(|footer| footer.descendants());
    let foot: Vec<&str> = foot.filter(Node::is_text).filter_map(|text| text.text()).collect();
    let title = self::title(&ours, "meta.xml");
    assert_eq!(title, self::title(&excels, "docProps/core.xml"));
    assert_eq!(
        foot.concat(),
        format!("{title}?1 / 1"),
        "the title, the sheet, the page"
    );
}
