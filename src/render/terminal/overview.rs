//! Many teams in one picture on a terminal.

use comfy_table::Cell;

use super::{Look, TABLE_COLUMNS, Text, right, style::Emphasis};
use crate::{
    lang::Lang,
    render::plain,
    report::{
        Figure,
        overview::{ElementLine, OverviewReport, QuestionLine, ScoreLine, SpreadLine},
    },
    scoring::Band,
    text::{shorten_all, width},
};

/// How wide a strip is at least and at most: wide enough to see a quarter of a point on five.
const STRIP: (usize, usize) = (17, 41);

/// The room for titles beside the strips: at least, and at most.
const TITLE: (usize, usize) = (20, 44);

/// The room for a team's name beside its scores, at least.
const NAME: usize = 16;

/// Many teams as `ips overview` shows them.
pub fn overview(report: &OverviewReport, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::overview(report, look.columns);
    }
    let lang = report.lang;
    let mut text = Text::new(look);
    text.bold(&report.title);
    let head: Vec<&str> = [&report.questionnaire]
        .into_iter()
        .chain(&report.head)
        .map(String::as_str)
        .collect();
    text.paragraph(&head.join(" · "), 1, 0);
    text.blank();
    text.paragraph(&report.about, 1, 0);
    for sentence in &report.left_out {
        text.paragraph(sentence, 1, 0);
    }
    if report.tells_spread() || report.tells_weakest() {
        text.heading(&lang.spread_heading());
        spreads(&mut text, report);
    }
    text.blank();
    text.paragraph(&lang.scale_line(&report.scale), 1, 0);
    if report.tells_spread() {
        let legend = if report.anonymous {
            lang.unnamed_strip_legend()
        } else {
            lang.strip_legend()
        };
        text.paragraph(&legend, 1, 0);
    }
    if report.tells_bands() && report.standings.is_empty() {
        shades_legend(&mut text, lang, 1);
    }
    for sentence in report.cautions.iter().chain(&report.others) {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    to_talk_about(&mut text, report);
    teams(&mut text, report);
    text.done()
}

/// How the scores lie on each element: a line where there is room, else a few below each other.
fn spreads(text: &mut Text, report: &OverviewReport) {
    let lang = report.lang;
    let median = |line: &ElementLine| line.spread.five[2].text.clone();
    let weakest = |line: &ElementLine| line.weakest.map(|count| count.to_string()).unwrap_or_default();
    let bands = |line: &ElementLine| {
        let bands = line
            .bands
            .map(|[first, discuss, strong]| format!("{first} · {discuss} · {strong}"));
        bands.unwrap_or_default()
    };
    let lines = || report.elements.iter();
    let widest = |head: &str, of: &dyn Fn(&ElementLine) -> String| {
        lines()
            .map(|line| width(&of(line)))
            .chain([width(head)])
            .max()
            .unwrap_or_default()
    };
    let shades = [Band::DiscussFirst, Band::Discuss, Band::Strong].map(|band| shade(band).to_string());
    let heads = [lang.median_column(), lang.weakest_column(), shades.join(" · ")];
    let widths = [
        widest(&heads[0], &median),
        widest(&heads[1], &weakest),
        widest(&heads[2], &bands),
    ];
    let titles: Vec<String> = lines().map(|line| format!("{} {}", line.letter, line.title)).collect();
    // Each column has a margin on both sides.
    let room = (text.columns + 1).saturating_sub(widths.iter().sum::<usize>() + 10);
    if text.columns < TABLE_COLUMNS || room < TITLE.0 + STRIP.0 {
        for (line, title) in lines().zip(&titles) {
            text.paragraph(title, 1, 2);
            if line.spread.median().is_some() {
                let strip = strip(&line.spread, (text.columns - 4).min(STRIP.1));
                text.line(&format!("   {strip}"));
            }
            let mut said = line.spread.words(lang);
            said.truncate(1);
            said.extend(line.about(report.teams, lang));
            text.paragraph(&said.join("; "), 3, 0);
            if let Some(bands) = line.band_words(lang) {
                text.paragraph(&bands.join(", "), 3, 0);
            }
        }
        return;
    }
    let longest = titles.iter().map(|title| width(title)).max().unwrap_or_default();
    let title = longest.clamp(TITLE.0, TITLE.1).min(room - STRIP.0);
    let wide = (room - title).min(STRIP.1);
    // Of what isn't told there is no column.
    let columns = [
        (report.tells_spread(), widths[0]),
        (report.tells_spread(), wide),
        (report.tells_weakest(), widths[1]),
        (report.tells_bands(), widths[2]),
    ];
    let told = |first: Cell, cells: [Cell; 4]| -> Vec<Cell> {
        let cells = cells.into_iter().zip(columns).filter(|(_, (told, _))| *told);
        [first].into_iter().chain(cells.map(|(cell, _)| cell)).collect()
    };
    let head = [
        right(&heads[0]),
        Cell::new(ends(report, wide)),
        right(&heads[1]),
        right(&heads[2]),
    ];
    let mut rows = vec![told(Cell::new(""), head)];
    for (line, title) in lines().zip(shorten_all(&titles, title)) {
        let cells = [
            right(&median(line)),
            Cell::new(strip(&line.spread, wide)),
            right(&weakest(line)),
            right(&bands(line)),
        ];
        rows.push(told(Cell::new(title), cells));
    }
    let widths = columns.into_iter().filter(|(told, _)| *told).map(|(_, width)| width);
    text.table(rows, &[title].into_iter().chain(widths).collect::<Vec<_>>());
    for line in lines() {
        let coverage = line.coverage(report.teams, lang);
        if !coverage.is_empty() {
            text.paragraph(&format!("{}: {}", line.letter, coverage.join("; ")), 1, 3);
        }
    }
}

/// The numbers at both ends of the scale, above the strips.
fn ends(report: &OverviewReport, wide: usize) -> String {
    let [first, last] = [report.numbers.start(), report.numbers.end()].map(u32::to_string);
    format!("{first}{last:>room$}", room = wide - width(&first))
}

/// All teams as a line, the middle half as a box and the middle in it, over the whole scale.
fn strip(spread: &SpreadLine, wide: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a drawing"
    )]
    let place = |share: f64| ((share.clamp(0.0, 1.0) * (wide - 1) as f64).round() as usize).min(wide - 1);
    let at = |figure: Option<&Figure>| figure.and_then(|figure| figure.share).map(place);
    let mut strip = vec!['·'; wide];
    let mut draw = |range: Option<(usize, usize)>, sign: char| {
        if let Some((from, to)) = range {
            strip[from..=to].fill(sign);
        }
    };
    draw(at(spread.lowest()).zip(at(spread.highest())), '─');
    draw(at(spread.q1()).zip(at(spread.q3())), '▒');
    let median = at(spread.median());
    draw(median.zip(median), '█');
    strip.into_iter().collect()
}

/// The questions that are low everywhere, and those that teams are divided on.
fn to_talk_about(text: &mut Text, report: &OverviewReport) {
    let lang = report.lang;
    let medians = report.lowest.iter().filter_map(|line| {
        let median = line.spread.median()?;
        Some((median.text.clone(), line))
    });
    let divided = report
        .divided
        .iter()
        .filter_map(|line| Some((lang.count_of(line.divided?, report.teams), line)));
    questions(text, &lang.lowest_questions_heading(), &medians.collect::<Vec<_>>());
    questions(text, &lang.divided_questions_heading(), &divided.collect::<Vec<_>>());
}

/// Questions behind a number.
fn questions(text: &mut Text, heading: &str, lines: &[(String, &QuestionLine)]) {
    let digits = lines.iter().map(|(number, _)| width(number)).max();
    let Some(digits) = digits else { return };
    text.heading(heading);
    for (number, line) in lines {
        text.question(&format!("{number:>digits$}  "), &line.text);
    }
}

/// The teams by their names, with a shade behind each score that says its band without colour.
fn teams(text: &mut Text, report: &OverviewReport) {
    let lang = report.lang;
    if report.standings.is_empty() {
        return;
    }
    text.heading(&lang.teams_heading());
    shades_legend(text, lang, 3);
    text.blank();
    let scores = || report.standings.iter().flat_map(|team| &team.scores);
    let digits = scores().map(|line| width(&line.score.text)).max().unwrap_or(1);
    let names: Vec<&str> = report.standings.iter().map(|team| team.name.as_str()).collect();
    // A shade and a blank before each.
    let all = report.elements.len() * (digits + 3);
    let room = text.columns.saturating_sub(all + 2);
    if room < NAME || text.columns < TABLE_COLUMNS {
        for team in &report.standings {
            text.bold(&team.name);
            let cells = report.elements.iter().zip(&team.scores);
            let cells = cells.map(|(line, score)| format!("{}\u{a0}{}", line.letter, cell(score, 0)));
            text.paragraph(&cells.collect::<Vec<_>>().join("  "), 3, 0);
        }
        return;
    }
    let longest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let room = longest.min(room);
    let heads = report
        .elements
        .iter()
        .map(|line| format!("{:>1$}", line.letter, digits + 3));
    text.line(&format!(" {}{}", " ".repeat(room), heads.collect::<String>()));
    for (name, team) in shorten_all(&names, room).iter().zip(&report.standings) {
        let cells = team.scores.iter().map(|score| format!("  {}", cell(score, digits)));
        let pad = " ".repeat(room - width(name));
        text.line(&format!(" {name}{pad}{}", cells.collect::<String>()));
    }
}

/// What the shades of the bands are.
fn shades_legend(text: &mut Text, lang: Lang, margin: usize) {
    let signs = [Band::DiscussFirst, Band::Discuss, Band::Strong].map(|band| shade(band).to_string());
    text.paragraph(&lang.shades_legend(&signs[0], &signs[1], &signs[2]), margin, 0);
}

/// A score behind the shade of its band.
fn cell(line: &ScoreLine, digits: usize) -> String {
    let shown = format!("{:>digits$}", line.score.text);
    match line.band {
        Some(band) => {
            let cell = format!("{}{shown}", shade(band));
            match band {
                Band::DiscussFirst => Emphasis::Low.of(&cell),
                Band::Discuss => cell,
                Band::Strong => Emphasis::High.of(&cell),
            }
        }
        None => format!(" {shown}"),
    }
}

/// The fuller, the sooner to talk about.
fn shade(band: Band) -> char {
    match band {
        Band::DiscussFirst => '▓',
        Band::Discuss => '▒',
        Band::Strong => '░',
    }
}
