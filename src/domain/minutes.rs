//! What a meeting leaves behind: the roll call and the tasks.

use super::attendance::RollCall;
use super::id::ThingId;
use super::regulation::RegulationId;
use super::task::{Outcome, Task};
use super::time::Moment;

/// The record of one meeting, as far as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Which meeting.
    pub meeting: ThingId,
    /// Who was there.
    pub roll_call: RollCall,
    /// Who does what by when.
    pub tasks: Vec<Task>,
    /// How far the tasks of earlier meetings are, as this one found.
    pub outcomes: Vec<Outcome>,
    /// What the meeting was held under.
    pub regulation: RegulationId,
    /// When its papers were locked. From then on nothing in here is changed but what comes from above.
    pub closed_at: Option<Moment>,
}

impl Minutes {
    /// The most tasks one meeting may assign.
    pub const TASKS_MAX: usize = 60;
    /// The most earlier tasks that one meeting may look at.
    pub const OUTCOMES_MAX: usize = 240;
}
