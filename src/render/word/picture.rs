//! Drawings in a Word document, as pictures of dots with their text.

use maud::{Markup, html};

use super::{
    package::{Package, Picture},
    paragraph, run, run_in,
};
use crate::{
    drawing::{line_chart::LineChart, radar::Radar, undrawn},
    render::office::{
        Style, WIDTH, foreign,
        picture::{ALONE, BESIDE_ANOTHER, BESIDE_TITLE, MakePng, OfElement},
    },
};

/// What `pic:` stands for.
pub(crate) const NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// A millimetre, in English Metric Units.
const MILLIMETRE: u64 = 36_000;

/// A radar in a paragraph of its own, and below it which characters it has no letters for: the text has them.
pub fn radar(radar: &Radar, package: &mut Package<'_>, png: MakePng) -> Markup {
    let drawing = radar.untitled();
    let undrawn = undrawn(&drawing);
    let picture = package.picture(png(drawing));
    let picture = inline(&picture, ("Radar", ALONE), &radar.title, &radar.description());
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
                (inline(&picture, ("Chart", BESIDE_ANOTHER), &chart.title, &chart.description()))
            }
        }
    };
    let drawn: Vec<Markup> = charts.iter().enumerate().map(&mut drawn).collect();
    html! { @for chart in &drawn { (chart) } }
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
                        (inline(&picture, ("Chart", BESIDE_TITLE), chart.title, &chart.description))
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

/// A picture of a kind, so wide in millimetres, with its text equivalent.
fn inline(picture: &Picture, (kind, width): (&str, u64), title: &str, description: &str) -> Markup {
    let width = width * MILLIMETRE;
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
