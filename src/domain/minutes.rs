//! What a meeting leaves behind: the roll call and the tasks.

use super::attendance::RollCall;
use super::id::ThingId;
use super::regulation::RegulationId;
use super::task::Task;

/// The record of one meeting, as far as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Which meeting.
    pub meeting: ThingId,
    /// Who was there.
    pub roll_call: RollCall,
    /// Who does what by when.
    pub tasks: Vec<Task>,
    /// What the meeting was held under.
    pub regulation: RegulationId,
}

impl Minutes {
    /// The most tasks one meeting may assign.
    pub const TASKS_MAX: usize = 60;
}
