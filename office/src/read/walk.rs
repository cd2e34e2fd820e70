//! Walks through XML, element by element. No DTD is read, so no entity can grow or fetch anything.

use paper::Unread;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Elements inside each other; Word nests some dozens.
const DEPTH_MAX: usize = 160;

/// An element.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub fn name(&self) -> String {
        String::from_utf8_lossy(self.0.local_name().as_ref()).into_owned()
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut sound = attributes.with_checks(false).flatten();
        let found = sound.find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }
}

/// What comes next.
pub enum Step<'a> {
    /// An element begins; each one ends.
    Open(Tag<'a>),
    /// The innermost element ends.
    Close,
    /// Words.
    Text(String),
}

/// A document that is walked through.
pub struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Walk<'a> {
    /// From its beginning.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next step; none at the end.
    pub fn next(&mut self) -> Result<Option<Step<'a>>, Unread> {
        loop {
            match self.reader.read_event().map_err(|_| Unread::Broken)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    return if self.depth > DEPTH_MAX {
                        Err(Unread::Broken)
                    } else {
                        Ok(Some(Step::Open(Tag(tag))))
                    };
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(Unread::Broken)?;
                    return Ok(Some(Step::Close));
                }
                Event::Text(text) => {
                    return Ok(Some(Step::Text(text.decode().map_err(|_| Unread::Broken)?.into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Some(Step::Text(text.decode().map_err(|_| Unread::Broken)?.into_owned())));
                }
                Event::GeneralRef(reference) => {
                    let letter = match reference.resolve_char_ref().map_err(|_| Unread::Broken)? {
                        Some(letter) => letter,
                        None => match &*reference.decode().map_err(|_| Unread::Broken)? {
                            "amp" => '&',
                            "lt" => '<',
                            "gt" => '>',
                            "quot" => '"',
                            "apos" => '\'',
                            _ => return Err(Unread::Broken),
                        },
                    };
                    return Ok(Some(Step::Text(letter.to_string())));
                }
                Event::DocType(_) => return Err(Unread::Broken),
                Event::Eof => return if self.depth == 0 { Ok(None) } else { Err(Unread::Broken) },
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
            }
        }
    }

    /// The next element inside the one that was opened last; none once that is closed.
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, Unread> {
        loop {
            match self.next()? {
                Some(Step::Open(tag)) => return Ok(Some(tag)),
                Some(Step::Text(_)) => {}
                Some(Step::Close) | None => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the element that was opened last.
    pub fn skip(&mut self) -> Result<(), Unread> {
        let mut open = 1;
        while open > 0 {
            match self.next()? {
                Some(Step::Open(_)) => open += 1,
                Some(Step::Close) => open -= 1,
                Some(Step::Text(_)) => {}
                None => return Err(Unread::Broken),
            }
        }
        Ok(())
    }

    /// The words in the element that was opened last, up to its end.
    pub fn words(&mut self) -> Result<String, Unread> {
        let (mut words, mut open) = (String::new(), 1);
        while open > 0 {
            match self.next()? {
                Some(Step::Open(_)) => open += 1,
                Some(Step::Close) => open -= 1,
                Some(Step::Text(text)) => words.push_str(&text),
                None => return Err(Unread::Broken),
            }
        }
        Ok(words)
    }
}
