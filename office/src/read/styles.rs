//! Which styles of paragraphs are headings.

use super::walk::{Step, Walk};
use paper::Unread;
use std::collections::BTreeMap;

/// Styles that lead to one another, at most.
const STEPS_MAX: usize = 20;

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    level: Option<u8>,
    number: Option<(String, usize)>,
}

/// The styles of a file.
#[derive(Default)]
pub struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: Option<&str>) -> Result<Self, Unread> {
        let mut styles: BTreeMap<String, Style> = BTreeMap::new();
        let mut current = None;
        let mut walk = Walk::new(text.unwrap_or_default());
        while let Some(step) = walk.next()? {
            let Step::Open(tag) = step else { continue };
            let name = tag.name();
            if name == "style" {
                current = tag.value("styleId");
                continue;
            }
            let (Some(id), Some(value)) = (&current, tag.value("val")) else { continue };
            let style = styles.entry(id.clone()).or_default();
            match &*name {
                "name" => style.level = style.level.or(named_level(&value)),
                "basedOn" => style.based_on = Some(value),
                "outlineLvl" => style.level = outline_level(&value),
                "numId" => style.number = Some((value, style.number.as_ref().map_or(0, |(_, level)| *level))),
                "ilvl" => {
                    let level = value.parse().unwrap_or(0);
                    let id = style.number.take().map(|(id, _)| id).unwrap_or_default();
                    style.number = Some((id, level));
                }
                _ => {}
            }
        }
        Ok(Self(styles))
    }

    /// The level of a heading of this style, 1 the highest.
    pub fn level(&self, id: &str) -> Option<u8> {
        self.along(id).find_map(|style| style.level).filter(|level| *level > 0)
    }

    /// The list that a style belongs to, and the level in it.
    pub fn number(&self, id: &str) -> Option<(String, usize)> {
        self.along(id).find_map(|style| style.number.clone()).filter(|(id, _)| !id.is_empty())
    }

    /// A style and those that it is based on.
    fn along<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_deref()?)).take(STEPS_MAX)
    }
}

/// `0` is the highest level of an outline, `9` is running text.
pub fn outline_level(value: &str) -> Option<u8> {
    let level: u8 = value.parse().ok()?;
    Some(if level < 9 { level + 1 } else { 0 })
}

fn named_level(name: &str) -> Option<u8> {
    let name = name.to_ascii_lowercase();
    if name == "title" {
        return Some(1);
    }
    name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=9).contains(level))
}
