//! Drawings in a Word document, as pictures of dots with their text.

use maud::{Markup, html};

use super::{
    WIDTH, foreign,
    package::{Package, Picture},
    paragraph, run, run_in,
    styles::Style,
};
use crate::drawing::{dots::DotChart, line_chart::LineChart, radar::Radar, spread::SpreadChart, undrawn};

/// What `pic:` stands for.
pub(crate) const NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The width of a picture, in English Metric Units: 13 cm, and that of one of two beside each other: eight fit on a page.
const PICTURE_WIDTH: u64 = 13 * 360_000;
const HALF_WIDTH: u64 = 7 * 360_000;
/// The width of one beside its title.
const SPREAD_WIDTH: u64 = 88 * 36_000;

/// Makes a picture of a drawing in SVG.
type MakePng = fn(String) -> Vec<u8>;

/// A radar in a paragraph of its own, and below it which characters it has no letters for: the text has them.
pub fn radar(radar: &Radar, package: &mut Package<'_>, png: MakePng) -> Markup {
    let drawing = radar.untitled();
    let undrawn = undrawn(&drawing);
    let picture = package.picture(png(drawing));
    let picture = inline(&picture, ("Radar", PICTURE_WIDTH), &radar.title, &radar.description());
    html! {
        w:p { w:pPr { (Style::Figure.named()) } (picture) }
        @if !undrawn.is_empty() { (paragraph(Style::Small, &package.page().lang.not_in_this_picture(&undrawn))) }
    }
}

/// How each element went, each below its title, in a section that ends with them.
pub(crate) fn in_columns(charts: &[LineChart], package: &mut Package<'_>, png: MakePng, section: &Markup) -> Markup {
    let foreign = foreign(package.page());
    let mut drawn = |(number, chart): (usize, &LineChart)| {
        let picture = package.picture(png(chart.untitled()));
        html! {
            w:p {
                w:pPr { (Style::TableText.named()) w:keepNext {} w:keepLines {} }
                (run_in(foreign, &chart.title, true))
                @if let Some(verdict) = &chart.verdict { (run(&format!(" ({verdict})"), false)) }
            }
            w:p {
                w:pPr { (Style::TableText.named()) @if number + 1 == charts.len() { (section) } }
                (inline(&picture, ("Chart", HALF_WIDTH), &chart.title, &chart.description()))
            }
        }
    };
    let drawn: Vec<Markup> = charts.iter().enumerate().map(&mut drawn).collect();
    html! { @for chart in &drawn { (chart) } }
}

/// A drawing of an element, and what stands beside it.
pub(crate) struct OfElement<'c> {
    heading: String,
    about: &'c str,
    title: &'c str,
    description: String,
    drawing: String,
}

impl<'c> From<&'c SpreadChart> for OfElement<'c> {
    fn from(chart: &'c SpreadChart) -> OfElement<'c> {
        OfElement {
            heading: format!("{} {}", chart.letter, chart.title),
            about: &chart.about,
            title: &chart.title,
            description: chart.description(),
            drawing: chart.untitled(),
        }
    }
}

impl<'c> From<&'c DotChart> for OfElement<'c> {
    fn from(chart: &'c DotChart) -> OfElement<'c> {
        OfElement {
            heading: chart.title.clone(),
            about: &chart.about,
            title: &chart.title,
            description: chart.description(),
            drawing: chart.untitled(),
        }
    }
}

/// How the scores lie on each element, below each other, each beside its title. A paragraph has to follow.
pub(crate) fn below_each_other<'c, C>(charts: &'c [C], package: &mut Package<'_>, png: MakePng) -> Markup
where
    OfElement<'c>: From<&'c C>,
{
    let lang = package.page().lang;
    let widths = [WIDTH * 2 / 5, WIDTH - WIDTH * 2 / 5];
    let foreign = foreign(package.page());
    let mut row = |chart: OfElement<'_>| {
        let picture = package.picture(png(chart.drawing));
        html! {
            w:tr {
                w:trPr { w:cantSplit {} }
                w:tc {
                    w:tcPr { w:tcW w:w=(widths[0]) w:type="dxa" {} }
                    w:p {
                        w:pPr { (Style::TableText.named()) }
                        (run_in(foreign, &chart.heading, true))
                        (run(&format!(" ({})", chart.about), false))
                    }
                }
                w:tc {
                    w:tcPr { w:tcW w:w=(widths[1]) w:type="dxa" {} }
                    w:p {
                        w:pPr { (Style::TableText.named()) }
                        (inline(&picture, ("Chart", SPREAD_WIDTH), chart.title, &chart.description))
                    }
                }
            }
        }
    };
    let rows: Vec<Markup> = charts.iter().map(OfElement::from).map(&mut row).collect();
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblCellMar { w:left w:w="0" w:type="dxa" {} w:right w:w="170" w:type="dxa" {} }
                w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
            }
            w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (width, head) in widths.iter().zip([lang.element_column(), lang.score_column()]) {
                    w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } (paragraph(Style::TableHead, &head)) }
                }
            }
            @for row in &rows { (row) }
        }
    }
}

/// A picture of a kind, so wide in English Metric Units, with its text equivalent.
fn inline(picture: &Picture, (kind, width): (&str, u64), title: &str, description: &str) -> Markup {
    let height = width * picture.height / picture.width;
    let name = format!("{kind} {}", picture.number);
    html! {
        w:r { w:drawing {
            wp:inline distT="0" distB="0" distL="0" distR="0" {
                wp:extent cx=(width) cy=(height) {}
                wp:docPr id=(picture.number) name=(name) descr=(description) title=(title) {}
                wp:cNvGraphicFramePr { a:graphicFrameLocks noChangeAspect="1" {} }
                a:graphic { a:graphicData uri=(NAMESPACE) {
                    pic:pic {
                        pic:nvPicPr { pic:cNvPr id=(picture.number) name=(name) {} pic:cNvPicPr {} }
                        pic:blipFill { a:blip r:embed=(picture.relation) {} a:stretch { a:fillRect {} } }
                        pic:spPr {
                            a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                            a:prstGeom prst="rect" { a:avLst {} }
                        }
                    }
                } }
            }
        } }
    }
}
