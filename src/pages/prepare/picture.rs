//! What the page shows of one meeting, worked out once for all its parts.

use crate::domain::deadline::{Course, Deadline, Step};
use crate::domain::document::Document;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::member::Standing;
use crate::domain::proceedings::Preparation;
use crate::domain::task::Task;
use crate::domain::theme_plan::PlannedTheme;
use crate::domain::time::WallTime;
use crate::domain::words::Prose;
use crate::state::State;
use crate::sync::Memory;
use leptos::prelude::*;

/// How far the preparation of a meeting is.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// Its notice.
    pub meeting: Meeting,
    /// What was done around it.
    pub course: Course,
    /// What has to be done by when.
    pub deadlines: [Deadline; 5],
    /// From this day of the month before on the bureau meets.
    pub bureau_day: u32,
    /// What the secretary has entered.
    pub preparation: Preparation,
    /// Its theme in the plan of the year.
    pub theme: Option<PlannedTheme>,
    /// Its papers, and when each came out.
    pub papers: Vec<(Document, Option<WallTime>)>,
    /// Tasks of earlier meetings that this one takes up.
    pub tasks: Vec<Task>,
    /// What the score of the meeting before has asked for.
    pub remedies: Option<Prose>,
    /// Expected members of whom nothing has come, and whether each has a device.
    pub silent: Vec<(String, bool)>,
    /// How many members are expected beside the secretary.
    pub expected: usize,
}

fn picture(memory: &Memory, id: ThingId, now: WallTime) -> Option<Picture> {
    let fold = memory.fold();
    let meeting = fold.meeting(id)?.clone();
    let course = memory.course(id)?;
    let regulation = memory.regulation(meeting.regulation);
    let numbers = &regulation.deadlines;
    let paper = |id: &ThingId| {
        Some((fold.document(*id)?.clone(), fold.published_at(*id).map(|published| published.wall())))
    };
    let silent = memory.silent_members(id).into_iter().map(|member| {
        let reached = member.devices.iter().any(|device| device.standing == Standing::Active);
        (member.name.to_string(), reached)
    });
    Some(Picture {
        deadlines: course.deadlines(numbers, now),
        bureau_day: numbers.bureau_day,
        preparation: memory.proceedings(id)?.preparation,
        theme: memory.theme_of(&meeting),
        papers: meeting.documents.iter().filter_map(paper).collect(),
        tasks: fold.open_tasks(id).into_iter().map(|(_, task)| task.clone()).collect(),
        remedies: fold.remedies_before(id).cloned(),
        silent: silent.collect(),
        expected: memory.asked_members().len(),
        course,
        meeting,
    })
}

/// The picture, for the parts of the page.
#[derive(Clone, Copy)]
pub struct Preparing {
    /// Which meeting.
    pub id: ThingId,
    picture: Memo<Option<Picture>>,
}

impl Preparing {
    /// Looks at the meeting; what it needs must be loaded.
    pub fn new(state: State, id: ThingId) -> Self {
        let look = move || {
            let now = state.now().wall();
            state.with(|memory| picture(memory, id, now)).flatten()
        };
        Self { id, picture: Memo::new(move |_| look()) }
    }

    /// Whether the meeting is known.
    pub fn known(self) -> bool {
        self.picture.with(Option::is_some)
    }

    /// Reads something off the picture, and follows it.
    pub fn read<T: Default>(self, look: impl FnOnce(&Picture) -> T) -> T {
        self.picture.with(|picture| picture.as_ref().map(look)).unwrap_or_default()
    }

    /// The step that comes next.
    pub fn step(self) -> Step {
        self.picture
            .with(|picture| picture.as_ref().map_or(Step::Bureau, |picture| picture.course.next_step()))
    }
}
