//! Drafts as bytes, to be wrapped with the device's own key and stored. They never travel: what is sent is a record.

mod form;
mod name;
mod run;

pub use form::FormDraft;
pub use name::DraftName;
pub use run::{OpinionDraft, VoteDraft};

use crate::domain::comment::Visibility;
use crate::domain::id::ThingId;
use crate::domain::meeting::{AgendaItem, ItemRole, Kind as MeetingKind, Part};
use crate::domain::self_criticism::{Level, Personal, Topic};
use crate::domain::words::Line;
use crate::record::Flaw;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// A comment that is still being written, as it stands in the boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentDraft {
    /// Current state, causes, solutions.
    pub boxes: [String; 3],
    /// Who may read it.
    pub visibility: Visibility,
}

/// An answer as it stands in its box. Whether it may be handed over is asked when it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDraft {
    /// The question as it was put.
    pub prompt: Line,
    /// The own judgement.
    pub level: Option<Level>,
    /// Causes and remedy, as they were typed.
    pub note: String,
}

/// A month of self-criticism. Opened on the owner's own screen only.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ReviewDraft {
    /// What was answered, in the order of the prompts.
    pub answers: Vec<(Topic, Personal<AnswerDraft>)>,
}

/// A notice that is still being written, as it stands in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeDraft {
    /// The meeting, so that announcing it twice announces one meeting.
    pub id: ThingId,
    /// Kind of meeting.
    pub kind: MeetingKind,
    /// The fields, in the order of the form.
    pub fields: Vec<String>,
    /// Order of business.
    pub agenda: Vec<AgendaItem>,
    /// Papers.
    pub documents: Vec<ThingId>,
    /// Papers of the notice that the draft changes; none for a new one.
    pub began_with: Vec<ThingId>,
    /// Whether the meeting stands, as a place among the choices of the form.
    pub standing: u8,
}

const MEETING_KINDS: [MeetingKind; 3] =
    [MeetingKind::Regular, MeetingKind::Thematic, MeetingKind::Extraordinary];
const PARTS: [Part; 2] = [Part::Regular, Part::Thematic];
const VISIBILITIES: [Visibility; 3] = [Visibility::Branch, Visibility::Secretary, Visibility::Anonymous];
const LEVELS: [Level; 3] = [Level::Well, Level::Partly, Level::NotYet];

#[derive(Encode, Decode)]
#[cbor(map)]
struct CommentDraftV1 {
    #[n(0)]
    boxes: [String; 3],
    #[n(1)]
    visibility: u8,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ReviewDraftV1 {
    #[n(0)]
    answers: Vec<AnswerV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AnswerV1 {
    /// Place among the standing topics, where it is not a task.
    #[n(0)]
    standing: Option<u8>,
    #[n(1)]
    task: Option<ByteArray<16>>,
    #[n(2)]
    prompt: String,
    #[n(3)]
    level: Option<u8>,
    #[n(4)]
    note: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct NoticeDraftV1 {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    kind: u8,
    #[n(2)]
    fields: Vec<String>,
    #[n(3)]
    agenda: Vec<AgendaItemV1>,
    #[n(4)]
    documents: Vec<ByteArray<16>>,
    #[n(5)]
    standing: Option<u8>,
    #[n(6)]
    began_with: Option<Vec<ByteArray<16>>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AgendaItemV1 {
    #[n(0)]
    part: u8,
    #[n(1)]
    title: String,
    #[n(2)]
    minutes: u16,
    #[n(3)]
    role: Option<u8>,
}

fn place<T: PartialEq>(all: &[T], wanted: &T) -> u8 {
    all.iter().position(|one| one == wanted).and_then(|place| u8::try_from(place).ok()).unwrap_or(0)
}

fn at<T: Copy>(all: &[T], place: u8) -> Result<T, Flaw> {
    all.get(usize::from(place)).copied().ok_or(Flaw::BadValue)
}

fn write(shape: &impl minicbor::Encode<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = minicbor::encode(shape, &mut bytes);
    debug_assert!(written.is_ok(), "writing into memory has no error");
    bytes
}

impl CommentDraft {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.boxes.iter().all(|text| text.trim().is_empty())
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        let visibility = place(&VISIBILITIES, &self.visibility);
        write(&CommentDraftV1 { boxes: self.boxes.clone(), visibility })
    }

    /// Reads [`CommentDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: CommentDraftV1 = minicbor::decode(bytes)?;
        Ok(Self { boxes: shape.boxes, visibility: at(&VISIBILITIES, shape.visibility)? })
    }
}

impl NoticeDraft {
    /// The papers of the draft, and those that the notice has got since it was begun: the draft knew nothing of them,
    /// so it does not take them away.
    pub fn documents_beside(&self, noticed: &[ThingId]) -> Vec<ThingId> {
        let known = |paper: &&ThingId| self.documents.contains(paper) || self.began_with.contains(paper);
        self.documents.iter().chain(noticed.iter().filter(|paper| !known(paper))).copied().collect()
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        let papers = |ids: &[ThingId]| ids.iter().map(|id| id.0.into()).collect();
        let line = |item: &AgendaItem| AgendaItemV1 {
            part: place(&PARTS, &item.part),
            title: item.title.as_str().to_owned(),
            minutes: item.minutes,
            role: Some(place(&ItemRole::ALL, &item.role)),
        };
        write(&NoticeDraftV1 {
            id: self.id.0.into(),
            kind: place(&MEETING_KINDS, &self.kind),
            fields: self.fields.clone(),
            agenda: self.agenda.iter().map(line).collect(),
            documents: papers(&self.documents),
            standing: Some(self.standing),
            began_with: Some(papers(&self.began_with)),
        })
    }

    /// Reads [`NoticeDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: NoticeDraftV1 = minicbor::decode(bytes)?;
        let papers = |ids: Vec<ByteArray<16>>| ids.into_iter().map(|id| ThingId(*id)).collect();
        let line = |shape: AgendaItemV1| {
            let title = Line::parse(&shape.title).map_err(Flaw::BadWords)?;
            Ok(AgendaItem {
                part: at(&PARTS, shape.part)?,
                title,
                minutes: shape.minutes,
                role: shape.role.map(|role| at(&ItemRole::ALL, role)).transpose()?.unwrap_or_default(),
            })
        };
        Ok(Self {
            id: ThingId(*shape.id),
            kind: at(&MEETING_KINDS, shape.kind)?,
            fields: shape.fields,
            agenda: shape.agenda.into_iter().map(line).collect::<Result<_, Flaw>>()?,
            documents: papers(shape.documents),
            began_with: shape.began_with.map(papers).unwrap_or_default(),
            standing: shape.standing.unwrap_or_default(),
        })
    }
}

impl ReviewDraft {
    /// The answer on a topic.
    pub fn answer(&self, topic: Topic) -> Option<&Personal<AnswerDraft>> {
        self.answers.iter().find(|(of, _)| *of == topic).map(|(_, answer)| answer)
    }

    /// Bytes for the store.
    pub fn encode(&self) -> Vec<u8> {
        let answers = self.answers.iter().map(|(topic, answer)| {
            let answer = answer.for_owner();
            let task = if let Topic::Task(task) = topic { Some(task.0.into()) } else { None };
            AnswerV1 {
                standing: task.is_none().then(|| place(&Topic::STANDING, topic)),
                task,
                prompt: answer.prompt.as_str().to_owned(),
                level: answer.level.map(|level| place(&LEVELS, &level)),
                note: answer.note.clone(),
            }
        });
        write(&ReviewDraftV1 { answers: answers.collect() })
    }

    /// Reads [`ReviewDraft::encode`] back.
    pub fn decode(bytes: &[u8]) -> Result<Self, Flaw> {
        let shape: ReviewDraftV1 = minicbor::decode(bytes)?;
        let answers = shape.answers.into_iter().map(|shape| {
            let topic = match (shape.standing, shape.task) {
                (Some(standing), None) => at(&Topic::STANDING, standing)?,
                (None, Some(task)) => Topic::Task(ThingId(*task)),
                _ => return Err(Flaw::BadValue),
            };
            let answer = AnswerDraft {
                prompt: Line::parse(&shape.prompt).map_err(Flaw::BadWords)?,
                level: shape.level.map(|level| at(&LEVELS, level)).transpose()?,
                note: shape.note,
            };
            Ok((topic, Personal::new(answer)))
        });
        Ok(Self { answers: answers.collect::<Result<_, Flaw>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_comment_draft_keeps_every_character_as_it_was_typed() {
        for visibility in VISIBILITIES {
            let draft =
                CommentDraft { boxes: ["Cống  tràn \n".into(), String::new(), " ".into()], visibility };
            assert_eq!(CommentDraft::decode(&draft.encode()), Ok(draft));
        }
    }

    #[test]
    fn a_notice_draft_keeps_half_a_notice_as_it_was_typed() {
        let line = |part, title| AgendaItem {
            part,
            title: Line::parse(title).unwrap(),
            minutes: 10,
            role: ItemRole::Review,
        };
        for kind in MEETING_KINDS {
            let draft = NoticeDraft {
                id: ThingId([3; 16]),
                kind,
                fields: vec!["2026-1".into(), String::new(), " Nhà  văn hóa\n".into()],
                agenda: vec![line(Part::Thematic, "Thảo luận"), line(Part::Regular, "Kết luận")],
                documents: vec![ThingId([5; 16])],
                began_with: vec![ThingId([6; 16]), ThingId([5; 16])],
                standing: 2,
            };
            assert_eq!(NoticeDraft::decode(&draft.encode()), Ok(draft));
        }
    }

    #[rstest]
    #[case::as_it_was(&[1, 2], &[1, 2], &[1, 2], &[1, 2])]
    #[case::taken_off_by_the_draft(&[1], &[1, 2], &[1, 2], &[1])]
    #[case::published_since(&[1], &[1, 2], &[1, 2, 3], &[1, 3])]
    #[case::added_by_both(&[1, 3], &[1], &[1, 3], &[1, 3])]
    fn a_paper_published_while_a_notice_was_being_changed_stays_with_the_meeting(
        #[case] drafted: &[u8],
        #[case] began_with: &[u8],
        #[case] noticed: &[u8],
        #[case] expected: &[u8],
    ) {
        let papers = |ids: &[u8]| ids.iter().map(|id| ThingId([*id; 16])).collect::<Vec<_>>();
        let draft = NoticeDraft {
            id: ThingId([9; 16]),
            kind: MeetingKind::Regular,
            fields: Vec::new(),
            agenda: Vec::new(),
            documents: papers(drafted),
            began_with: papers(began_with),
            standing: 0,
        };
        assert_eq!(draft.documents_beside(&papers(noticed)), papers(expected));
    }

    #[test]
    fn a_draft_of_blanks_is_empty() {
        let draft = |text: &str| CommentDraft {
            boxes: [String::new(), text.into(), String::new()],
            visibility: Visibility::Branch,
        };
        assert!(draft(" \n").is_empty());
        assert!(!draft("vì").is_empty());
    }

    #[test]
    fn a_month_of_answers_survives_the_store() {
        let answer = |prompt: &str, level, note: &str| {
            let (prompt, note) = (Line::parse(prompt).unwrap(), note.to_owned());
            Personal::new(AnswerDraft { prompt, level, note })
        };
        let draft = ReviewDraft {
            answers: vec![
                (Topic::DisciplineAndExample, answer("Nêu gương ra sao?", Some(Level::NotYet), "Bận\nđi xa")),
                (Topic::Task(ThingId([4; 16])), answer("Việc đến đâu?", None, "")),
                (Topic::Duties, answer("Dài dòng?", None, &"dài ".repeat(5_000))),
            ],
        };
        let read = ReviewDraft::decode(&draft.encode()).unwrap();
        assert_eq!(read.answer(Topic::Task(ThingId([4; 16]))), Some(&draft.answers[1].1));
        assert_eq!(read.answer(Topic::PoliticalThought), None);
        assert_eq!(read, draft);
    }

    #[test]
    fn a_cut_draft_is_refused() {
        let bytes = ReviewDraft::default().encode();
        assert!(ReviewDraft::decode(&bytes[..bytes.len() - 1]).is_err());
        assert!(CommentDraft::decode(&bytes).is_err());
    }
}
