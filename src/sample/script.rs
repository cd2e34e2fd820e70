//! The script of the sample branch: one plain text file, read line by line. The first word of a line says what it
//! tells; the rest are fields between bars. Lines about a meeting follow the line that opens it.

use super::when::{Hour, Phrase, When};
use crate::domain::attendance::{Answer, Reason, State};
use crate::domain::comment::{Boxes, Visibility};
use crate::domain::document;
use crate::domain::meeting::{ItemRole, Kind as MeetingKind, Part};
use crate::domain::member::{Activity, Membership, Office};
use crate::domain::task::Progress;
use crate::domain::words::{Line, Prose, WordsFault};

/// Everything that is told of the sample branch.
#[derive(Clone, Debug)]
pub struct Script {
    /// The branch.
    pub branch: Branch,
    /// Members, the secretary first.
    pub people: Vec<Person>,
    /// Documents, in no particular order.
    pub papers: Vec<Paper>,
    /// Meetings, in no particular order.
    pub meetings: Vec<Gathering>,
    /// `visitor KEY`: the member in whose place somebody looks around; has no device and says nothing.
    pub visitor: usize,
    /// `newcomer KEY`: a member without a device, to be invited.
    pub newcomer: usize,
}

/// `branch NAME | SUPERIOR | LOCALITY | FOUNDED`
#[derive(Clone, Debug)]
pub struct Branch {
    /// chi bộ …
    pub name: Line,
    /// đảng ủy …
    pub superior: Line,
    /// xã, phường …
    pub locality: Line,
    /// When its handbook begins.
    pub founded: When,
}

/// `member KEY | NAME | OFFICE | STATUS`
#[derive(Clone, Debug)]
pub struct Person {
    /// What other lines call the member.
    pub key: String,
    /// Full name.
    pub name: Line,
    /// Office.
    pub office: Office,
    /// Standing.
    pub membership: Membership,
    /// Whether the member takes part.
    pub activity: Activity,
}

/// `document KEY | KIND | NUMBER | SUMMARY | ISSUER | ISSUED | FILE`
#[derive(Clone, Debug)]
pub struct Paper {
    /// What other lines call the document.
    pub key: String,
    /// Kind.
    pub kind: document::Kind,
    /// số hiệu
    pub number: Option<Phrase>,
    /// trích yếu
    pub summary: Phrase,
    /// cơ quan ban hành
    pub issuer: Line,
    /// ngày ban hành, which is also when it is published
    pub issued: When,
    /// Name of the file beside the script.
    pub file: String,
}

/// `meeting KIND | NUMBER | NOTICED | STARTS | MINUTES | PLACE | CHAIR`, and the lines below it.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// Kind.
    pub kind: MeetingKind,
    /// Number of the notice.
    pub number: Phrase,
    /// Date of the notice.
    pub noticed: When,
    /// Start.
    pub starts: Hour,
    /// Planned length.
    pub minutes: u16,
    /// Where.
    pub place: Line,
    /// Who presides.
    pub chair: Line,
    /// `theme TITLE | PREPARER`
    pub theme: Option<(Line, Option<Line>)>,
    /// `agenda PART | ROLE | MINUTES | TITLE`
    pub agenda: Vec<(Part, ItemRole, u16, Phrase)>,
    /// `paper KEY`: places in [`Script::papers`].
    pub papers: Vec<usize>,
    /// `reply WHO | DAY` and `absence WHO | DAY | REASON | NOTE`
    pub replies: Vec<Said<Answer>>,
    /// `comment WHO | DAY | VISIBILITY | CURRENT STATE | CAUSES | SOLUTIONS`
    pub comments: Vec<Said<(Boxes, Visibility)>>,
    /// `mark STATE | WHO, WHO`: places in [`Script::people`].
    pub marks: Vec<(usize, Mark)>,
    /// `task WHAT | WHO, WHO | DEADLINE`
    pub tasks: Vec<(Line, Vec<usize>, Option<When>)>,
    /// `found PROGRESS | TASK | WORDS`: places in the tasks of the meeting before, counted from 1 in the script.
    pub found: Vec<(usize, Progress, Prose)>,
    /// `minutes DAY`: when they are published.
    pub published: Option<When>,
}

/// What a member says on some day.
#[derive(Clone, Debug)]
pub struct Said<T> {
    /// Place in [`Script::people`].
    pub who: usize,
    /// When.
    pub on: When,
    /// What.
    pub what: T,
}

/// How a member comes into the roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Scans the rotating code.
    Code,
    /// Is ticked.
    Tick(State),
}

/// Why a script is not taken, and the number of the line, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptFault {
    /// The line; for something that is missing the last one.
    pub line: usize,
    /// What is wrong with it.
    pub broken: Broken,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Its first word tells nothing.
    Word,
    /// It has more or fewer fields than its first word asks for.
    Fields,
    /// A choice that does not exist.
    Choice,
    /// Not a number.
    Number,
    /// Not a day or an hour.
    When,
    /// Words that no field takes.
    Words(WordsFault),
    /// A member or a document that no line above names.
    Unknown,
    /// A second branch, or a key that is taken.
    Twice,
    /// A line about a meeting before the first meeting.
    NoMeeting,
    /// No branch at all.
    NoBranch,
    /// The first member is not the secretary, or there is none.
    NoSecretary,
    /// Nobody is named in whose place to look around, or to be invited.
    NoVisitor,
}

impl From<WordsFault> for Broken {
    fn from(fault: WordsFault) -> Self {
        Self::Words(fault)
    }
}

impl core::fmt::Display for ScriptFault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {}: {:?}", self.line, self.broken)
    }
}

impl core::error::Error for ScriptFault {}

impl Script {
    /// Reads a script. Empty lines and lines that begin with `#` are passed over.
    pub fn parse(text: &str) -> Result<Self, ScriptFault> {
        let mut reader = Reader::default();
        let mut last = 0;
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim();
            last = number;
            if !line.is_empty() && !line.starts_with('#') {
                reader.line(line).map_err(|broken| ScriptFault { line: number, broken })?;
            }
        }
        reader.finish().map_err(|broken| ScriptFault { line: last, broken })
    }
}

#[derive(Default)]
struct Reader {
    branch: Option<Branch>,
    people: Vec<Person>,
    papers: Vec<Paper>,
    meetings: Vec<Gathering>,
    visitor: Option<usize>,
    newcomer: Option<usize>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), Broken> {
        let (word, rest) = line.split_once(' ').ok_or(Broken::Fields)?;
        match word {
            "branch" => self.branch(rest),
            "member" => self.member(rest),
            "visitor" => {
                self.visitor = Some(self.who(rest)?);
                Ok(())
            }
            "newcomer" => {
                self.newcomer = Some(self.who(rest)?);
                Ok(())
            }
            "document" => self.document(rest),
            "meeting" => self.meeting(rest),
            "theme" => {
                let [title, preparer] = fields(rest)?;
                let theme = (Line::parse(title)?, optional(preparer).map(Line::parse).transpose()?);
                self.last()?.theme = Some(theme);
                Ok(())
            }
            "agenda" => {
                let [part, role, minutes, title] = fields(rest)?;
                let role = optional(role).map_or(Ok(ItemRole::Other), |role| choose(&ROLES, role))?;
                let item = (choose(&PARTS, part)?, role, number(minutes)?, Phrase::parse_line(title)?);
                self.last()?.agenda.push(item);
                Ok(())
            }
            "paper" => {
                let place = self.papers.iter().position(|paper| paper.key == rest).ok_or(Broken::Unknown)?;
                self.last()?.papers.push(place);
                Ok(())
            }
            "reply" => {
                let [who, on] = fields(rest)?;
                let reply = Said { who: self.who(who)?, on: When::parse(on)?, what: Answer::Attend };
                self.last()?.replies.push(reply);
                Ok(())
            }
            "absence" => {
                let [who, on, reason, note] = fields(rest)?;
                let what = Answer::Absent(choose(&REASONS, reason)?, Prose::parse(note)?);
                let reply = Said { who: self.who(who)?, on: When::parse(on)?, what };
                self.last()?.replies.push(reply);
                Ok(())
            }
            "comment" => self.comment(rest),
            "mark" => {
                let [mark, who] = fields(rest)?;
                let mark = choose(&MARKS, mark)?;
                let marks: Vec<(usize, Mark)> = self.whom(who)?.into_iter().map(|who| (who, mark)).collect();
                self.last()?.marks.extend(marks);
                Ok(())
            }
            "task" => {
                let [what, who, deadline] = fields(rest)?;
                let deadline = optional(deadline).map(When::parse).transpose()?;
                let task = (Line::parse(what)?, self.whom(who)?, deadline);
                self.last()?.tasks.push(task);
                Ok(())
            }
            "found" => self.found(rest),
            "minutes" => {
                self.last()?.published = Some(When::parse(rest)?);
                Ok(())
            }
            _ => Err(Broken::Word),
        }
    }

    fn branch(&mut self, rest: &str) -> Result<(), Broken> {
        if self.branch.is_some() {
            return Err(Broken::Twice);
        }
        let [name, superior, locality, founded] = fields(rest)?;
        self.branch = Some(Branch {
            name: Line::parse(name)?,
            superior: Line::parse(superior)?,
            locality: Line::parse(locality)?,
            founded: When::parse(founded)?,
        });
        Ok(())
    }

    fn member(&mut self, rest: &str) -> Result<(), Broken> {
        let [key, name, office, standing] = fields(rest)?;
        let (membership, activity) = choose(&STANDINGS, standing)?;
        if self.who(key).is_ok() {
            return Err(Broken::Twice);
        }
        self.people.push(Person {
            key: key.to_owned(),
            name: Line::parse(name)?,
            office: choose(&OFFICES, office)?,
            membership,
            activity,
        });
        Ok(())
    }

    fn document(&mut self, rest: &str) -> Result<(), Broken> {
        let [key, kind, number, summary, issuer, issued, file] = fields(rest)?;
        if self.papers.iter().any(|paper| paper.key == key) {
            return Err(Broken::Twice);
        }
        let kind = document::Kind::ALL.into_iter().find(|known| abbreviated(*known) == kind);
        self.papers.push(Paper {
            key: key.to_owned(),
            kind: kind.ok_or(Broken::Choice)?,
            number: optional(number).map(Phrase::parse_line).transpose()?,
            summary: Phrase::parse_line(summary)?,
            issuer: Line::parse(issuer)?,
            issued: When::parse(issued)?,
            file: file.to_owned(),
        });
        Ok(())
    }

    fn meeting(&mut self, rest: &str) -> Result<(), Broken> {
        let [kind, number_of_notice, noticed, starts, minutes, place, chair] = fields(rest)?;
        self.meetings.push(Gathering {
            kind: choose(&KINDS, kind)?,
            number: Phrase::parse_line(number_of_notice)?,
            noticed: When::parse(noticed)?,
            starts: Hour::parse(starts)?,
            minutes: number(minutes)?,
            place: Line::parse(place)?,
            chair: Line::parse(chair)?,
            theme: None,
            agenda: Vec::new(),
            papers: Vec::new(),
            replies: Vec::new(),
            comments: Vec::new(),
            marks: Vec::new(),
            tasks: Vec::new(),
            found: Vec::new(),
            published: None,
        });
        Ok(())
    }

    fn comment(&mut self, rest: &str) -> Result<(), Broken> {
        let [who, on, visibility, current_state, causes, solutions] = fields(rest)?;
        let prose = |field: &str| Prose::parse(optional(field).unwrap_or_default());
        let boxes = Boxes {
            current_state: prose(current_state)?,
            causes: prose(causes)?,
            solutions: prose(solutions)?,
        };
        if boxes.filled() == 0 {
            return Err(Broken::Words(WordsFault::Empty));
        }
        let what = (boxes, choose(&VISIBILITIES, visibility)?);
        let said = Said { who: self.who(who)?, on: When::parse(on)?, what };
        self.last()?.comments.push(said);
        Ok(())
    }

    fn found(&mut self, rest: &str) -> Result<(), Broken> {
        let [progress, task, words] = fields(rest)?;
        let before = self.meetings.iter().rev().nth(1).map_or(0, |before| before.tasks.len());
        let task = usize::from(number(task)?).checked_sub(1).filter(|task| *task < before);
        let found = (task.ok_or(Broken::Unknown)?, choose(&PROGRESS, progress)?, Prose::parse(words)?);
        self.last()?.found.push(found);
        Ok(())
    }

    fn last(&mut self) -> Result<&mut Gathering, Broken> {
        self.meetings.last_mut().ok_or(Broken::NoMeeting)
    }

    fn who(&self, key: &str) -> Result<usize, Broken> {
        self.people.iter().position(|person| person.key == key.trim()).ok_or(Broken::Unknown)
    }

    /// Several members; `-` for nobody in particular.
    fn whom(&self, keys: &str) -> Result<Vec<usize>, Broken> {
        optional(keys).map_or(Ok(Vec::new()), |keys| keys.split(',').map(|key| self.who(key)).collect())
    }

    fn finish(self) -> Result<Script, Broken> {
        let branch = self.branch.ok_or(Broken::NoBranch)?;
        match self.people.first() {
            Some(person) if person.office == Office::Secretary => {}
            _ => return Err(Broken::NoSecretary),
        }
        Ok(Script {
            branch,
            people: self.people,
            papers: self.papers,
            meetings: self.meetings,
            visitor: self.visitor.ok_or(Broken::NoVisitor)?,
            newcomer: self.newcomer.ok_or(Broken::NoVisitor)?,
        })
    }
}

const OFFICES: [(&str, Office); 4] = [
    ("secretary", Office::Secretary),
    ("deputy", Office::DeputySecretary),
    ("bureau", Office::BureauMember),
    ("member", Office::Member),
];
const STANDINGS: [(&str, (Membership, Activity)); 4] = [
    ("official", (Membership::Official, Activity::Here)),
    ("probationary", (Membership::Probationary, Activity::Here)),
    ("exempt", (Membership::Official, Activity::Exempt)),
    ("elsewhere", (Membership::Official, Activity::Elsewhere)),
];
const KINDS: [(&str, MeetingKind); 3] = [
    ("regular", MeetingKind::Regular),
    ("thematic", MeetingKind::Thematic),
    ("extraordinary", MeetingKind::Extraordinary),
];
const PARTS: [(&str, Part); 2] = [("regular", Part::Regular), ("thematic", Part::Thematic)];
const ROLES: [(&str, ItemRole); 9] = [
    ("opening", ItemRole::Opening),
    ("fees", ItemRole::Fees),
    ("review", ItemRole::Review),
    ("discussion", ItemRole::Discussion),
    ("criticism", ItemRole::Criticism),
    ("theme", ItemRole::ThemePresentation),
    ("theme-discussion", ItemRole::ThemeDiscussion),
    ("conclusion", ItemRole::Conclusion),
    ("vote", ItemRole::Vote),
];
const REASONS: [(&str, Reason); 5] = [
    ("illness", Reason::Illness),
    ("duty", Reason::Duty),
    ("family", Reason::Family),
    ("away", Reason::Away),
    ("other", Reason::Other),
];
const VISIBILITIES: [(&str, Visibility); 3] = [
    ("branch", Visibility::Branch),
    ("secretary", Visibility::Secretary),
    ("anonymous", Visibility::Anonymous),
];
const PROGRESS: [(&str, Progress); 4] = [
    ("not-begun", Progress::NotBegun),
    ("under-way", Progress::UnderWay),
    ("done", Progress::Done),
    ("failed", Progress::Failed),
];
const MARKS: [(&str, Mark); 7] = [
    ("code", Mark::Code),
    ("present", Mark::Tick(State::Present)),
    ("late", Mark::Tick(State::Late)),
    ("excused", Mark::Tick(State::Excused)),
    ("absent", Mark::Tick(State::Absent)),
    ("exempt", Mark::Tick(State::Exempt)),
    ("elsewhere", Mark::Tick(State::Elsewhere)),
];

/// A regulation and a decision are both printed as `QĐ`; here the regulation is `QyĐ`.
fn abbreviated(kind: document::Kind) -> &'static str {
    if kind == document::Kind::Regulation { "QyĐ" } else { kind.abbreviation() }
}

fn fields<const N: usize>(rest: &str) -> Result<[&str; N], Broken> {
    let fields: Vec<&str> = rest.split('|').map(str::trim).collect();
    fields.try_into().map_err(|_| Broken::Fields)
}

fn optional(field: &str) -> Option<&str> {
    (field != "-").then_some(field)
}

fn number(field: &str) -> Result<u16, Broken> {
    field.parse().map_err(|_| Broken::Number)
}

fn choose<T: Copy>(choices: &[(&str, T)], field: &str) -> Result<T, Broken> {
    choices.iter().find(|(name, _)| *name == field).map(|(_, choice)| *choice).ok_or(Broken::Choice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const START: &str = "branch A | B | C | month-1\nmember hoa | Bùi Văn Hòa | secretary | official\n\
        visitor hoa\nnewcomer hoa\n";
    const MEETING: &str = "meeting regular | 1-TB/CB | today | today+3 19:00 | 90 | Nhà văn hóa | Hòa\n";

    #[test]
    fn lines_below_a_meeting_belong_to_it() {
        let text = [START, "\n# nothing\n", MEETING, "mark late | hoa\ntask Làm | - | today+1\n"].concat();
        let script = Script::parse(&text).unwrap();
        let meeting = &script.meetings[0];
        assert_eq!(meeting.marks, [(0, Mark::Tick(State::Late))]);
        assert_eq!(meeting.tasks[0].1, [] as [usize; 0]);
    }

    #[rstest]
    #[case("", 2, Broken::NoBranch)]
    #[case("branch A | B | C | today\n", 5, Broken::Twice)]
    #[case("mark late | hoa\n", 5, Broken::NoMeeting)]
    #[case("meeting regular | 1 | today\n", 5, Broken::Fields)]
    #[case("member hoa | Lê Thị Hoa | member | official\n", 5, Broken::Twice)]
    #[case("member mai | Trịnh Thị Mai | member | retired\n", 5, Broken::Choice)]
    #[case("song Tiến quân ca\n", 5, Broken::Word)]
    #[case("member mai |  | member | official\n", 5, Broken::Words(WordsFault::Empty))]
    fn a_broken_line_is_named(#[case] more: &str, #[case] line: usize, #[case] broken: Broken) {
        let start = if broken == Broken::NoBranch { "\n# nothing" } else { START };
        let fault = Script::parse(&[start, more].concat()).unwrap_err();
        assert_eq!(fault, ScriptFault { line, broken });
    }

    #[test]
    fn the_first_member_is_the_secretary() {
        let text = "branch A | B | C | today\nmember mai | Trịnh Thị Mai | member | official";
        assert_eq!(Script::parse(text).unwrap_err().broken, Broken::NoSecretary);
    }

    #[rstest]
    #[case("task Làm | mai | today\n", Broken::Unknown)]
    #[case("paper de-dan\n", Broken::Unknown)]
    #[case("comment hoa | today | branch | - | - | -\n", Broken::Words(WordsFault::Empty))]
    #[case("agenda regular | - | mười | Mở đầu\n", Broken::Number)]
    #[case("agenda regular | song | 10 | Mở đầu\n", Broken::Choice)]
    #[case("minutes hôm nay\n", Broken::When)]
    #[case("found done | 1 | Xong\n", Broken::Unknown)]
    fn a_broken_line_of_a_meeting_is_named(#[case] more: &str, #[case] broken: Broken) {
        let fault = Script::parse(&[START, MEETING, more].concat()).unwrap_err();
        assert_eq!(fault, ScriptFault { line: 6, broken });
    }
}
