//! What the parts of the roll call share: the members, what is marked, and what was tapped a moment ago.

use crate::domain::attendance::{Entry, Means, RollCall, State as Attendance, Tally};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::member::Member;
use crate::domain::regulation::Regulation;
use crate::domain::time::Moment;
use crate::domain::vote::Base;
use crate::state::{Notice, Run, State};
use crate::sync::Memory;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A tap that the store has not taken yet.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Tap {
    number: u32,
    state: Option<Attendance>,
    at: Moment,
}

/// The room, as the secretary sees it.
#[derive(Clone, Copy)]
pub struct Floor {
    /// Which meeting.
    pub meeting: ThingId,
    /// What the meeting is held under.
    pub regulation: Memo<Arc<Regulation>>,
    /// All members, in list order.
    pub members: Memo<Vec<Member>>,
    /// What is marked, taps included.
    pub roll: Memo<RollCall>,
    /// The numbers beside it.
    pub tally: Memo<Tally>,
    /// Members whose check-in fits no code that was shown.
    pub unproven: Memo<Vec<MemberId>>,
    /// Only members who are not marked yet are shown.
    pub only_unmarked: RwSignal<bool>,
    /// For whom a state is being chosen.
    pub choosing: RwSignal<Option<MemberId>>,
    /// Whether the states are open.
    pub states_open: RwSignal<bool>,
    /// The roll call was published on this visit.
    pub finished: RwSignal<bool>,
    /// The roll call is being published.
    pub finishing: RwSignal<bool>,
    /// Whose key takes the focus next, so that the row comes into sight.
    pub led: RwSignal<Option<MemberId>>,
    taps: RwSignal<BTreeMap<MemberId, Tap>>,
    count: StoredValue<u32>,
}

impl Floor {
    /// The room of the meeting of `run`.
    pub fn new(run: Run) -> Self {
        let Run { state, meeting, regulation, .. } = run;
        let taps: RwSignal<BTreeMap<MemberId, Tap>> = RwSignal::new(BTreeMap::new());
        // Codes are checked when something has come in, not at every tap.
        let stored = Memo::new(move |_| state.with(|memory| memory.roll_call(meeting)).unwrap_or_default());
        let published =
            Memo::new(move |_| state.with(|memory| memory.published_roll_call(meeting).cloned()).flatten());
        // Whoever has left stays in the roll calls that name them.
        let members = Memo::new(move |_| {
            let listed = |memory: &Memory| {
                let named = |roll: &RollCall, member: &Member| roll.entry(member.id).is_some();
                let belongs = |member: &Member| {
                    member.listed()
                        || stored.with(|roll| named(roll, member))
                        || published.with(|roll| roll.as_ref().is_some_and(|roll| named(roll, member)))
                };
                let roster = memory.fold().roster()?;
                Some(roster.sorted(belongs).into_iter().cloned().collect::<Vec<_>>())
            };
            state.with(listed).flatten().unwrap_or_default()
        });
        let unproven =
            Memo::new(move |_| state.with(|memory| memory.unproven_check_ins(meeting)).unwrap_or_default());
        let roll = Memo::new(move |_| {
            let mut roll = stored.get();
            taps.with(|taps| taps.iter().for_each(|(member, tap)| apply(&mut roll, *member, *tap)));
            roll
        });
        let tally = Memo::new(move |_| {
            let whole = |roll: &RollCall| {
                members
                    .with(|members| published.with(|published| roll.completed(members, published.as_ref())))
            };
            Tally::of(&roll.with(whole))
        });
        Self {
            meeting,
            regulation,
            members,
            roll,
            tally,
            unproven,
            only_unmarked: RwSignal::new(false),
            choosing: RwSignal::new(None),
            states_open: RwSignal::new(false),
            finished: RwSignal::new(false),
            finishing: RwSignal::new(false),
            led: RwSignal::new(None),
            taps,
            count: StoredValue::new(0),
        }
    }

    /// The vote base.
    pub fn base(self) -> Base {
        self.members.with(|members| self.roll.with(|roll| Base::of(roll, members)))
    }

    /// How many of those who have a vote are in the room.
    pub fn voters_there(self) -> u16 {
        self.members.with(|members| self.roll.with(|roll| Base::in_the_room(roll, members)))
    }

    /// Members that the list shows.
    pub fn shown(self) -> Vec<Member> {
        let members = self.members.get();
        if !self.only_unmarked.get() {
            return members;
        }
        self.roll.with(|roll| members.into_iter().filter(|member| roll.state(member).is_none()).collect())
    }

    /// Leads to the first member who is not marked.
    pub fn lead_to_unmarked(self) {
        let first = untrack(|| {
            let unmarked = |member: &&Member| self.roll.with(|roll| roll.state(member).is_none());
            self.members.with(|members| members.iter().find(unmarked).map(|member| member.id))
        });
        self.led.set(first);
    }

    /// Marks a member; `None` takes the mark away. Seen at once, stored a moment later.
    pub fn mark(self, state: State, member: MemberId, mark: Option<Attendance>) {
        self.count.update_value(|count| *count += 1);
        let tap = Tap { number: self.count.get_value(), state: mark, at: state.now() };
        self.taps.update(|taps| {
            taps.insert(member, tap);
        });
        let meeting = self.meeting;
        state.run(
            move |handbook| async move { handbook.tick(meeting, member, mark).await },
            move |outcome| {
                self.taps.try_update(|taps| {
                    // A later tap on the same member stands until the store has that one.
                    if taps.get(&member) == Some(&tap) {
                        taps.remove(&member);
                    }
                });
                if let Err(fault) = outcome {
                    state.say(Notice::Fault(fault));
                }
            },
        );
    }

    /// Opens the states of a member.
    pub fn choose(self, member: MemberId) {
        self.choosing.set(Some(member));
        self.states_open.set(true);
    }

    /// Makes the roll call a fact of the branch.
    pub fn finish(self, state: State) {
        let meeting = self.meeting;
        self.finishing.set(true);
        state.run(
            move |handbook| async move { handbook.publish_minutes(meeting).await },
            move |outcome| {
                // The page may be closed by now.
                self.finishing.try_set(false);
                match outcome {
                    Ok(()) => {
                        self.finished.try_set(true);
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
            },
        );
    }
}

fn apply(roll: &mut RollCall, member: MemberId, tap: Tap) {
    match tap.state {
        None => roll.clear(member),
        Some(state) => {
            let at = matches!(state, Attendance::Present | Attendance::Late).then_some(tap.at);
            roll.tick(Entry { member, state, means: Means::Tick, at });
        }
    }
}
