//! Reports as `OpenDocument`, read back with readers that are not the program's own. That they are valid, and what `LibreOffice`
//! makes of them, is in `.ci/reports`.

use std::{collections::BTreeSet, io::Cursor};

use chrono::NaiveDate;
use ips::{
    agreement::Agreement,
    comparison::Comparison,
    lang::Lang,
    page::{Block, Item, Page},
    profile::Profile,
    render::{Contents, excel, odf},
    report::Report,
    scoring::WEAKEST,
    tally::Mode,
};
use roxmltree::{Document, Node};

use crate::common::{
    self,
    parts::{self, Part},
};

/// A profile with a note, agreements, a divided question, one without a score and an element without one.
fn profile() -> Profile {
    let answers = "333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?".split(' ');
    let mut profile = common::profile(Mode::Tally, &answers.collect::<Vec<_>>());
    profile.response_mut((0, 1)).note = Some("Eerste regel.\n  Tweede  regel.".into());
    let element = profile.questionnaire.elements[0].id.clone();
    profile.agreements = vec![Agreement {
        due: Some("2027-01-14".into()),
        ..Agreement::new(element, "Samen eten")
    }];
    profile
}

fn compared() -> Report {
    let after = profile();
    let mut before = profile();
    before.date = NaiveDate::from_ymd_opt(2026, 5, 21).unwrap();
    let tally = before.response((0, 2)).tally.clone();
    before.response_mut((0, 0)).tally = tally;
    let report = Report::compared(&Comparison::of(&before, &after, WEAKEST).unwrap(), Lang::Nl);
    report.with_material(&common::material(&after, Lang::Nl))
}

fn text(report: &Report) -> Vec<u8> {
    odf::document::page(&Page::of(report))
}

fn spreadsheet(report: &Report) -> Vec<u8> {
    odf::spreadsheet::of(&Contents::Report(report))
}

fn file(bytes: &[u8], name: &str) -> String {
    let files = parts::files(bytes);
    let (_, content) = files.into_iter().find(|(file, _)| file == name).expect(name);
    String::from_utf8(content).unwrap()
}

/// The elements of a name.
fn all<'a, 'x: 'a>(node: Node<'a, 'x>, name: &'a str) -> Vec<Node<'a, 'x>> {
    node.descendants()
        .filter(|node| node.tag_name().name() == name)
        .collect()
}

/// An attribute by its name without a prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value())
}

fn of_style<'p>(parts: &'p [Part], style: &str) -> Vec<&'p str> {
    let found = parts.iter().filter(|(kind, _)| kind == style);
    found.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn a_text_has_its_title_headings_and_lists_in_styles_that_others_know() {
    let parts = parts::open_text(&text(&compared()));
    assert_eq!(of_style(&parts, "Title"), ["Samenwerken: IPS-groep Noord"]);
    let headings = of_style(&parts, "Heading_20_1");
    assert_eq!(headings[..2], ["De elementen", "Hier kan het gesprek over gaan"]);
    let titles = profile().questionnaire.elements;
    assert!(of_style(&parts, "Heading_20_2").contains(&titles[5].title.as_str()));
    assert_eq!(
        of_style(&parts, "List_20_1_20_Cont."),
        ["Eerste regel.\nTweede  regel."]
    );
    let content = file(&text(&compared()), "content.xml");
    let content = Document::parse(&content).unwrap();
    let below = all(content.root(), "list-item").into_iter().filter(|item| {
        let paragraph = item.children().next().unwrap();
        attribute(paragraph, "style-name").unwrap().starts_with("List_20_2")
    });
    let inside = |item: Node<'_, '_>| item.ancestors().filter(|node| node.tag_name().name() == "list").count();
    assert!(below.map(inside).all(|lists| lists == 2));
    for heading in all(content.root(), "h") {
        let (style, level) = (attribute(heading, "style-name"), attribute(heading, "outline-level"));
        assert_eq!(style.unwrap().strip_prefix("Heading_20_"), level);
    }
}

#[test]
fn a_source_is_a_link_and_nothing_else_is() {
    let report = compared();
    let content = file(&text(&report), "content.xml");
    let content = Document::parse(&content).unwrap();
    let links = all(content.root(), "a");
    let links: Vec<&str> = links.into_iter().filter_map(|link| attribute(link, "href")).collect();
    let sources = report.talk.iter().flat_map(|topic| &topic.sources);
    let urls: Vec<&str> = sources.filter_map(|source| source.url.as_deref()).collect();
    assert!(!urls.is_empty());
    assert_eq!(links, urls);
}

#[test]
fn only_pages_and_mail_are_linked() {
    for (url, links) in [
        ("https://example.org/", 1),
        ("javascript:alert(1)", 0),
        ("file:///etc/passwd", 0),
    ] {
        let mut page = Page::new(Lang::Nl, Lang::Nl, "Titel".into());
        page.blocks.push(Block::List(vec![Item {
            text: "Een bron".into(),
            url: Some(url.into()),
            ..Item::default()
        }]));
        let content = file(&odf::document::page(&page), "content.xml");
        assert_eq!(content.matches("<text:a ").count(), links, "{url}");
    }
}

#[test]
fn tables_repeat_their_head_and_are_as_wide_as_the_text() {
    let content = file(&text(&compared()), "content.xml");
    let content = Document::parse(&content).unwrap();
    let widths = |table: Node<'_, '_>| -> f64 {
        let columns = all(table, "table-column").into_iter();
        let names = columns.map(|column| attribute(column, "style-name").unwrap());
        names
            .map(|name| name.strip_prefix("Column.").unwrap().parse::<f64>().unwrap())
            .sum()
    };
    let tables = all(content.root(), "table");
    assert_eq!(tables.len(), 10);
    for table in tables {
        assert_eq!(all(table, "table-header-rows").len(), 1);
        assert!((9_300.0..=9_412.0).contains(&widths(table)), "{}", widths(table));
        let columns = all(table, "table-column").len();
        for row in all(table, "table-row") {
            assert_eq!(all(row, "table-cell").len(), columns);
        }
    }
}

#[test]
fn every_style_that_is_used_is_there() {
    for bytes in [text(&compared()), spreadsheet(&compared()), sheet()] {
        let (content, styles) = (file(&bytes, "content.xml"), file(&bytes, "styles.xml"));
        let documents = [&content, &styles].map(|part| Document::parse(part).unwrap());
        let nodes = || documents.iter().flat_map(Document::descendants);
        let named = |node: Node<'_, '_>| {
            let is_style = node.tag_name().namespace().is_some_and(|name| name.contains(":style:"));
            let is_format = node.tag_name().name().ends_with("-style");
            (is_style || is_format)
                .then(|| attribute(node, "name").map(str::to_owned))
                .flatten()
        };
        let known: BTreeSet<String> = nodes().filter_map(named).collect();
        let mut used = 0;
        for attribute in nodes().flat_map(|node| node.attributes()) {
            if attribute.name().ends_with("style-name") || attribute.name() == "font-name" {
                assert!(known.contains(attribute.value()), "{attribute:?}");
                used += 1;
            }
        }
        assert!(used > 40, "{used}");
    }
}

/// A sheet to fill in.
fn sheet() -> Vec<u8> {
    odf::document::page(&Page::of_questions(&profile().questionnaire, Lang::Nl))
}

#[test]
fn a_sheet_to_fill_in_has_boxes_and_lines() {
    let parts = parts::open_text(&sheet());
    let count = profile().questionnaire.question_count();
    assert_eq!(of_style(&parts, "Answers Tick_20_box"), vec!["☐"; count * 7]);
    let lines = of_style(&parts, "Note").into_iter().filter(|note| note.ends_with('\t'));
    assert_eq!(lines.count(), count);
}

#[cfg(feature = "charts")]
#[test]
fn pictures_have_their_text() {
    use ips::drawing::radar::Radar;
    let report = compared();
    let bytes = text(&report);
    let parts = parts::open_text(&bytes);
    assert_eq!(of_style(&parts, "picture"), [Radar::of(&report).description()]);
    assert_eq!(of_style(&parts, "picture title"), ["Hoe IPS-groep Noord samenwerkt"]);
    let files = parts::files(&bytes);
    let (_, picture) = files.iter().find(|(name, _)| name == "Pictures/1.png").unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn what_is_in_another_language_than_the_report_is_told() {
    for (lang, spans) in [(Lang::Nl, false), (Lang::En, true)] {
        let report = common::report(&profile(), lang);
        let bytes = text(&report);
        let styles = file(&bytes, "styles.xml");
        assert!(styles.contains(lang.pick(
            "fo:language=\"nl\" fo:country=\"NL\"",
            "fo:language=\"en\" fo:country=\"GB\""
        )));
        let locale = lang.pick("nl-NL", "en-GB");
        assert!(file(&bytes, "meta.xml").contains(&format!("<dc:language>{locale}</dc:language>")));
        let parts = parts::open_text(&bytes);
        let dutch = of_style(&parts, "Table_20_Contents Dutch");
        let question = report.elements[1].questions[0].text.as_str();
        assert_eq!(dutch.contains(&question), spans, "{dutch:?}");
    }
}

#[test]
fn the_archive_lists_what_is_in_it_and_says_in_front_what_it_is() {
    for (bytes, kind) in [(text(&compared()), "text"), (spreadsheet(&compared()), "spreadsheet")] {
        let files = parts::files(&bytes);
        assert_eq!(files[0].0, "mimetype");
        // A reader that knows nothing of archives finds it at this place.
        let kind = format!("mimetypeapplication/vnd.oasis.opendocument.{kind}");
        assert!(bytes[30..].starts_with(kind.as_bytes()));
        let manifest = file(&bytes, "META-INF/manifest.xml");
        let manifest = Document::parse(&manifest).unwrap();
        let whole = all(manifest.root(), "file-entry")[0];
        assert_eq!(attribute(whole, "media-type"), kind.strip_prefix("mimetype"));
        let entries = all(manifest.root(), "file-entry").into_iter();
        let listed: Vec<&str> = entries.map(|entry| attribute(entry, "full-path").unwrap()).collect();
        let there = files.iter().map(|(name, _)| name.as_str());
        let there = there.filter(|name| !["mimetype", "META-INF/manifest.xml"].contains(name));
        assert_eq!(listed, ["/"].into_iter().chain(there).collect::<Vec<_>>());
    }
}

#[test]
fn the_same_report_gives_the_same_bytes_on_any_day() {
    let report = compared();
    for (bytes, again) in [
        (text(&report), text(&report)),
        (spreadsheet(&report), spreadsheet(&report)),
    ] {
        assert!(bytes == again, "other bytes");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for index in 0..archive.len() {
            let file = archive.by_index(index).unwrap();
            assert_eq!(file.last_modified(), Some(zip::DateTime::default()));
        }
        assert!(!file(&bytes, "meta.xml").contains("date"));
    }
}

#[test]
fn sheets_have_what_excel_has() {
    let report = compared();
    let excel = parts::excel(&excel::workbook(&report)).into_iter();
    let without_days = |parts: &mut dyn Iterator<Item = Part>| -> Vec<Part> {
        parts.filter(|(kind, _)| !kind.ends_with(" day")).collect()
    };
    let ours = parts::spreadsheet(&spreadsheet(&report)).into_iter();
    let (mut excel, mut ours) = (excel, ours);
    assert_eq!(without_days(&mut ours), without_days(&mut excel));
    let parts = parts::spreadsheet(&spreadsheet(&report));
    assert_eq!(of_style(&parts, "Afspraken 1,4 day"), ["2027-01-14"]);
}

#[test]
fn no_text_is_a_formula_or_a_number() {
    for text in ["=1+1", "of:=1+1", "{=A1}", "@SUM(A1)", "+1", "1,5", "2026-11-21"] {
        let mut profile = profile();
        profile.questionnaire.elements[0].title = text.into();
        let parts = parts::spreadsheet(&spreadsheet(&common::report(&profile, Lang::Nl)));
        assert_eq!(of_style(&parts, "Elementen 1,0 text"), [text]);
        assert!(of_style(&parts, "formula").is_empty());
    }
}

#[test]
fn a_difference_has_the_sign_of_the_number_in_its_cell_and_the_comma_of_the_report() {
    let content = file(&spreadsheet(&compared()), "content.xml");
    let content = Document::parse(&content).unwrap();
    let formats = all(content.root(), "number-style");
    let signs: BTreeSet<String> = formats
        .iter()
        .map(|format| {
            assert_eq!(attribute(*format, "language"), Some("nl"));
            let said = all(*format, "text").into_iter().filter_map(|text| text.text());
            said.collect()
        })
        .collect();
    for sign in ["+", "−"] {
        assert!(signs.contains(sign), "{signs:?}");
    }
    let maps = all(content.root(), "map").into_iter();
    let conditions: BTreeSet<&str> = maps.map(|map| attribute(map, "condition").unwrap()).collect();
    // What is rounded to nought has no sign.
    let expected = ["value()>0", "value()<0", "value()>=0.05", "value()<=-0.05"];
    assert_eq!(conditions, BTreeSet::from(expected));
}

#[test]
fn a_sheet_without_rows_is_there_but_only_ones_own_rows_are_printed() {
    let bare = common::profile(Mode::Joint, &["4"; 24]);
    let content = file(&spreadsheet(&common::report(&bare, Lang::Nl)), "content.xml");
    let content = Document::parse(&content).unwrap();
    let tables = all(content.root(), "table").into_iter();
    let printed: Vec<(&str, Option<&str>)> = tables
        .map(|table| (attribute(table, "name").unwrap(), attribute(table, "print-ranges")))
        .collect();
    assert_eq!(
        printed,
        [
            ("Elementen", None),
            ("Vragen", None),
            ("Afspraken", Some("'Afspraken'.A2:'Afspraken'.G1001")),
            ("Toelichtingen", Some("'Toelichtingen'.A2:'Toelichtingen'.C1001")),
            ("Over dit verslag", None)
        ]
    );
}
