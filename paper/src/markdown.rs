//! Writes the Markdown that the app reads: what is text stays text, whatever signs stand in it.

/// A run of words in one style; a line feed in it is a line break.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Words {
    /// The words.
    pub text: String,
    /// In bold letters.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
}

/// How an item of a list is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bullet {
    /// With a dot.
    Dot,
    /// With this number.
    Number(u32),
}

/// A document that is being written.
#[derive(Clone, Debug, Default)]
pub struct Markdown {
    text: String,
    /// The last block was an item of a list, which the next item continues.
    in_list: bool,
}

impl Markdown {
    /// A heading, 1 the highest. It has one line.
    pub fn heading(&mut self, level: u8, words: &[Words]) {
        let line = inline(words, None);
        if !line.is_empty() {
            self.begin(false);
            self.text.extend(std::iter::repeat_n('#', usize::from(level.clamp(1, 6))));
            self.text.push(' ');
            self.text.push_str(&line);
        }
    }

    /// A paragraph.
    pub fn paragraph(&mut self, words: &[Words]) {
        let lines = inline(words, Some(""));
        if !lines.is_empty() {
            self.begin(false);
            self.text.push_str(&lines);
        }
    }

    /// An item of a list, or of a list inside its last item.
    pub fn item(&mut self, nested: bool, bullet: Bullet, words: &[Words]) {
        let indent = if nested { "  " } else { "" };
        let lines = inline(words, Some(&[indent, "  "].concat()));
        if !lines.is_empty() {
            self.begin(true);
            self.text.push_str(indent);
            match bullet {
                Bullet::Dot => self.text.push_str("- "),
                Bullet::Number(number) => self.text.push_str(&[&number.to_string(), ". "].concat()),
            }
            self.text.push_str(&lines);
        }
    }

    /// Paragraphs of a quotation.
    pub fn quote<'a>(&mut self, paragraphs: impl Iterator<Item = &'a [Words]>) {
        let paragraphs: Vec<String> =
            paragraphs.map(|words| inline(words, Some("> "))).filter(|lines| !lines.is_empty()).collect();
        if !paragraphs.is_empty() {
            self.begin(false);
            self.text.push_str("> ");
            self.text.push_str(&paragraphs.join("\n>\n> "));
        }
    }

    /// A line across the page.
    pub fn rule(&mut self) {
        self.begin(false);
        self.text.push_str("---");
    }

    /// A table, its head first. A cell has one line.
    pub fn table<'a>(&mut self, rows: impl Iterator<Item = Vec<&'a [Words]>>) {
        for (number, cells) in rows.enumerate() {
            if number == 0 {
                self.begin(false);
            } else {
                self.text.push('\n');
            }
            self.text.push('|');
            for words in &cells {
                self.text.push_str(&[" ", &inline(words, None), " |"].concat());
            }
            if number == 0 {
                self.text.push_str("\n|");
                self.text.push_str(&"---|".repeat(cells.len()));
            }
        }
    }

    /// The document, ended by a line feed.
    pub fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }

    fn begin(&mut self, item: bool) {
        if !self.text.is_empty() {
            self.text.push_str(if item && self.in_list { "\n" } else { "\n\n" });
        }
        self.in_list = item;
    }
}

/// Words with their styles. Line breaks between them are followed by `indent`, or become spaces.
fn inline(words: &[Words], indent: Option<&str>) -> String {
    let mut out = String::new();
    let (mut line_starts, mut broken, mut spaced) = (true, false, false);
    for run in joined(words) {
        for (number, line) in run.text.split('\n').enumerate() {
            broken |= number > 0;
            let core = line.trim();
            spaced |= line.starts_with(char::is_whitespace);
            if core.is_empty() {
                continue;
            }
            match indent {
                _ if out.is_empty() => {}
                Some(indent) if broken => {
                    out.push_str(&["\\\n", indent].concat());
                    line_starts = true;
                }
                _ if broken || spaced => out.push(' '),
                _ => {}
            }
            // Two styles that touch would read as one run of stars.
            let stars = if out.ends_with('*') { "" } else { stars(&run) };
            out.push_str(stars);
            escape(core, line_starts && stars.is_empty(), &mut out);
            out.push_str(stars);
            (line_starts, broken) = (false, false);
            spaced = line.ends_with(char::is_whitespace);
        }
    }
    out
}

/// Neighbours of the same style as one.
fn joined(words: &[Words]) -> Vec<Words> {
    let mut runs: Vec<Words> = Vec::new();
    for run in words.iter().filter(|run| !run.text.is_empty()) {
        match runs.last_mut() {
            Some(last) if (last.bold, last.italic) == (run.bold, run.italic) => last.text.push_str(&run.text),
            _ => runs.push(run.clone()),
        }
    }
    runs
}

fn stars(run: &Words) -> &'static str {
    match (run.bold, run.italic) {
        (false, false) => "",
        (false, true) => "*",
        (true, false) => "**",
        (true, true) => "***",
    }
}

/// Words in which no sign means anything; at the beginning of a line a few more could.
fn escape(words: &str, line_starts: bool, out: &mut String) {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mut before_space = false;
    for (at, letter) in words.char_indices() {
        let item = at == digits && at > 0 && matches!(letter, '.' | ')');
        let begins = match letter {
            '#' | '>' | '-' | '+' => line_starts && at == 0,
            // "1. " begins an item, "1.1. " none.
            '.' | ')' => line_starts && item && words[at + 1..].starts_with(char::is_whitespace),
            _ => false,
        };
        if letter.is_whitespace() || letter.is_control() {
            if !before_space {
                out.push(' ');
            }
            before_space = true;
            continue;
        }
        before_space = false;
        if begins || matches!(letter, '\\' | '*' | '_' | '[' | ']' | '|') {
            out.push('\\');
        }
        out.push(letter);
    }
}
