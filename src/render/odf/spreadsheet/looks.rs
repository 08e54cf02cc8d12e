//! How cells look: a style for each look that a spreadsheet has, and a format for each of its numbers.

use maud::{Markup, html};

use super::{RULE, language};
use crate::{
    drawing::colours::{NOW, band},
    lang::Lang,
    render::sheets::{Looks, Value},
    scoring::Band,
};

/// The looks so far.
#[derive(Default)]
pub struct Looked {
    all: Vec<Look>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    kind: Kind,
    strong: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The title of a column, of numbers or not, with a button below it or not.
    Head {
        numbers: bool,
        filtered: bool,
    },
    Words,
    Number(Looks, Option<Band>),
    Day,
}

impl Looked {
    /// The name of the style of a column's title; the button of a filter stands below it.
    pub fn head(&mut self, numbers: bool, filtered: bool) -> String {
        self.named(Look {
            kind: Kind::Head { numbers, filtered },
            strong: true,
        })
    }

    /// The name of the style of a cell.
    pub fn of(&mut self, value: &Value, strong: bool) -> String {
        let kind = match value {
            Value::Empty | Value::Words(_) => Kind::Words,
            Value::Count(_) => Kind::Number(Looks::COUNT, None),
            Value::Number(_, looks) => Kind::Number(*looks, None),
            Value::Score(_, looks, band) => Kind::Number(*looks, Some(*band)),
            Value::Day(_) => Kind::Day,
        };
        self.named(Look { kind, strong })
    }

    fn named(&mut self, look: Look) -> String {
        let known = self.all.iter().position(|known| *known == look);
        let number = known.unwrap_or_else(|| {
            self.all.push(look);
            self.all.len() - 1
        });
        format!("Cell.{number}")
    }

    /// All of them as styles.
    pub fn styles(&self, lang: Lang) -> Markup {
        let mut formats: Vec<Looks> = Vec::new();
        for look in &self.all {
            if let Kind::Number(looks, _) = look.kind
                && !formats.contains(&looks)
            {
                formats.push(looks);
            }
        }
        html! {
            @for (number, looks) in formats.iter().enumerate() { (format(&format!("Number.{number}"), *looks, lang)) }
            (days(lang))
            @for (number, look) in self.all.iter().enumerate() {
                @let data = match look.kind {
                    Kind::Number(looks, _) => formats.iter().position(|format| *format == looks).map(|at| format!("Number.{at}")),
                    Kind::Day => Some("Day".to_owned()),
                    Kind::Head { .. } | Kind::Words => None,
                };
                (look.defined(&format!("Cell.{number}"), data.as_deref()))
            }
        }
    }
}

impl Look {
    fn defined(self, name: &str, data: Option<&str>) -> Markup {
        let ground = match self.kind {
            Kind::Number(_, Some(of)) => Some(band(of)),
            _ => None,
        };
        let is_head = matches!(self.kind, Kind::Head { .. });
        let is_number = matches!(self.kind, Kind::Number(..) | Kind::Head { numbers: true, .. });
        let room_below = matches!(self.kind, Kind::Head { filtered: true, .. }).then_some("10pt");
        let wraps = matches!(self.kind, Kind::Words | Kind::Head { .. });
        html! {
            style:style style:name=(name) style:family="table-cell" style:parent-style-name="Default" style:data-style-name=[data] {
                style:table-cell-properties style:vertical-align=(if is_head { "bottom" } else { "top" }) fo:wrap-option=[wraps.then_some("wrap")]
                    style:text-align-source="fix" fo:padding-bottom=[room_below] fo:background-color=[ground]
                    fo:border-bottom=[is_head.then(|| format!("0.75pt solid {RULE}"))] {}
                style:paragraph-properties fo:text-align=(if is_number { "end" } else { "start" }) {}
                style:text-properties fo:color=[is_head.then_some(NOW)] fo:font-weight=[self.strong.then_some("bold")]
                    style:font-weight-asian=[self.strong.then_some("bold")] style:font-weight-complex=[self.strong.then_some("bold")] {}
            }
        }
    }
}

/// A format of numbers, with the comma or point of the report's language: one for those above nought and one for those below
/// where a sign is to be seen.
fn format(name: &str, looks: Looks, lang: Lang) -> Markup {
    let (language, country) = language(lang);
    let digits = html! {
        number:number number:decimal-places=(looks.decimals) number:min-decimal-places=(looks.decimals) number:min-integer-digits="1" {}
    };
    let Some(signs) = looks.signs else {
        return html! {
            number:number-style style:name=(name) number:language=(language) number:country=(country) { (digits) }
        };
    };
    let [up, down] = if signs.clear {
        ["▲ +", "▼ −"]
    } else {
        ["+", "−"]
    };
    let [above, below] = if signs.rounded {
        let half = looks.half();
        [format!("value()>={half}"), format!("value()<=-{half}")]
    } else {
        ["value()>0", "value()<0"].map(str::to_owned)
    };
    let sides =
        [("above", up, above), ("below", down, below)].map(|(side, sign, from)| (format!("{name}.{side}"), sign, from));
    html! {
        @for (name, sign, _) in &sides {
            number:number-style style:name=(name) style:volatile="true" number:language=(language) number:country=(country) {
                number:text { (sign) }
                (digits)
            }
        }
        number:number-style style:name=(name) number:language=(language) number:country=(country) {
            (digits)
            @for (name, _, from) in &sides { style:map style:condition=(from) style:apply-style-name=(name) {} }
        }
    }
}

/// The months are in the report's language, whatever that of the program is.
fn days(lang: Lang) -> Markup {
    let (language, country) = language(lang);
    html! {
        number:date-style style:name="Day" number:language=(language) number:country=(country) {
            number:day {}
            number:text { " " }
            number:month number:style="long" number:textual="true" {}
            number:text { " " }
            number:year number:style="long" {}
        }
    }
}
