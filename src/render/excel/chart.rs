//! The scores as a chart of Excel's own, below the table that it points at.

use num_traits::ToPrimitive as _;
use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Worksheet,
};

use super::sheet::fit;
use crate::{
    drawing::{
        colours::{GRID, NOW, THEN, WHITE},
        radar::Radar,
    },
    render::sheets::Sheet,
    report::Report,
};

/// The most that Excel keeps of an alternative text, and a good length of a title, in UTF-16.
const TEXT: usize = 255;
const TITLE: usize = 120;

/// An element's title in the alternative text, in columns: six of them fit.
const ELEMENT: usize = 22;

/// The columns of the table with the score, and with the scores then and now where those are not the same.
const SCORE: u16 = 1;
const BEFORE: u16 = 6;
const AFTER: u16 = 7;

/// Draws the scores below their table: a radar where one can be read, else bars. Without a score there is nothing to draw.
pub fn draw(sheet: &mut Worksheet, elements: &Sheet, report: &Report) {
    const FITS: &str = "a small chart fits on a sheet";
    let radar = Radar::of(report);
    if !radar.scored() {
        return;
    }
    let round = radar.missing().is_none();
    let chart = chart(&radar, elements, report, round);
    let below = elements.rows.len() + elements.below.len() + 2;
    sheet.insert_chart(below.to_u32().expect(FITS), 0, &chart).expect(FITS);
    if round {
        // On one sheet of paper with its table.
        sheet.set_print_fit_to_pages(1, 1);
    }
}

fn chart(radar: &Radar, elements: &Sheet, report: &Report, round: bool) -> Chart {
    let count = elements.rows.len().to_u32().unwrap_or_default();
    let mut chart = Chart::new(if round {
        ChartType::RadarWithMarkers
    } else {
        ChartType::Bar
    });
    let changes = report.changes.as_ref().filter(|_| radar.is_compared());
    let columns: &[u16] = match changes {
        None => &[SCORE],
        Some(_) if elements.columns.len() > usize::from(AFTER) => &[BEFORE, AFTER],
        Some(_) => &[BEFORE, SCORE],
    };
    for (number, column) in columns.iter().enumerate() {
        let newest = number + 1 == columns.len();
        let name = elements.name.as_str();
        let series = chart.add_series();
        series
            .set_categories((name, 1, 0, count, 0))
            .set_values((name, 1, *column, count, *column));
        match changes {
            // The head of the scores doesn't tell their day.
            Some(changes) if *column == SCORE => series.set_name(changes.after.as_str()),
            _ => series.set_name((name, 0, *column)),
        };
        if round {
            series.set_format(&mut line(newest)).set_marker(&marker(newest));
        } else {
            series.set_format(ChartFormat::new().set_solid_fill(&fill(if newest { NOW } else { THEN })));
        }
    }
    let title = fit(&radar.title, TITLE);
    chart
        .title()
        .set_name(title.as_str())
        .set_font(ChartFont::new().set_size(14).set_color(NOW));
    chart.set_alt_text(description(radar));
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    if columns.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    let grid = ChartLine::new().set_color(GRID).set_width(0.75).clone();
    let values = if round { chart.y_axis() } else { chart.x_axis() };
    values
        .set_min(*radar.numbers.start())
        .set_max(*radar.numbers.end())
        .set_major_unit(1)
        .set_num_format("0")
        .set_major_gridlines(true)
        .set_major_gridlines_line(&grid);
    let height = if round {
        chart.y_axis().set_label_position(ChartAxisLabelPosition::NextTo);
        520
    } else {
        // The first element on top.
        chart.y_axis().set_reverse();
        120 + count * 34
    };
    chart.set_width(980).set_height(height);
    chart
}

fn fill(colour: &str) -> ChartSolidFill {
    ChartSolidFill::new().set_color(colour).clone()
}

/// Drawn through for the newest meeting, dashed for an older one.
fn line(newest: bool) -> ChartFormat {
    let mut line = ChartLine::new();
    if newest {
        line.set_color(NOW).set_width(2.25);
    } else {
        line.set_color(THEN)
            .set_width(1.75)
            .set_dash_type(ChartLineDashType::Dash);
    }
    ChartFormat::new().set_line(&line).clone()
}

/// Filled for the newest meeting, hollow for an older one.
fn marker(newest: bool) -> ChartMarker {
    let colour = if newest { NOW } else { THEN };
    let mut format = ChartFormat::new();
    format
        .set_line(ChartLine::new().set_color(colour))
        .set_solid_fill(&fill(if newest { NOW } else { WHITE }));
    ChartMarker::new()
        .set_type(ChartMarkerType::Circle)
        .set_size(7)
        .set_format(&mut format)
        .clone()
}

/// The chart in words, with short titles, since Excel keeps little; the table above it says everything.
fn description(radar: &Radar) -> String {
    fit(&radar.clone().in_short(ELEMENT).description(), TEXT)
}
