//! Who counts as secretary: a successor is named, a phone is stolen, the sheet of paper is fetched from the safe.

use crate::phones::*;
use pollster::block_on;
use rstest::rstest;
use so_tay::domain::id::ThingId;
use so_tay::domain::key::DeviceKeys;
use so_tay::domain::member::Roster;
use so_tay::domain::org::Charter;
use so_tay::ports::Table;
use so_tay::record::body::Head;
use so_tay::record::kind::Retractable;
use so_tay::record::{Body, DeviceSecret, Draft, Flaw, Seed};
use so_tay::sync::{Fault, Role};

fn successor() -> DeviceSecret {
    DeviceSecret::grow(&Seed([55; 32]))
}

fn accomplice() -> DeviceSecret {
    DeviceSecret::grow(&Seed([66; 32]))
}

impl Branch {
    pub fn founder(&self) -> DeviceSecret {
        self.desk.memory().identity().device().clone()
    }

    fn paper(&self) -> DeviceSecret {
        DeviceSecret::grow(&self.recovery)
    }

    /// A charter like the one in force that names these secretaries.
    fn naming(&self, secretaries: Vec<DeviceKeys>) -> Draft {
        self.charter_after(Charter { secretaries, ..self.charter() })
    }

    /// Everything that the secretary has published, and more.
    fn shelf_and(&self, more: &[Vec<u8>]) -> Vec<Vec<u8>> {
        let shelf = self.secretary.rows(Table::Shelf).into_iter().map(|(_, bytes)| bytes);
        shelf.chain(more.iter().cloned()).collect()
    }

    fn announcement(&self, id: ThingId, author: &DeviceSecret) -> Vec<u8> {
        self.draft(id, Body::Meeting(notice(id, Vec::new()))).sign(author)
    }
}

#[test]
fn a_predecessor_signs_neither_head_nor_roster_nor_charter_any_more() {
    let branch = Branch::with_host();
    let (founder, book) = (branch.founder(), &branch.book);
    let handed_over = branch.naming(vec![successor().keys()]).sign(&founder);
    block_on(async {
        branch.serve(&successor(), 1, &branch.shelf_and(std::slice::from_ref(&handed_over)));
        assert_eq!(book.fetch().await.map(|arrival| (arrival.facts, arrival.refused)), Ok((1, 0)));
        let before = branch.member.public_rows();

        let mut back = branch.naming(vec![founder.keys()]);
        back.at = NOW.plus_milliseconds(DAY);
        let refused = [
            back.sign(&founder),
            branch.draft(ThingId::BRANCH, Body::Roster(Roster::default())).sign(&founder),
            branch.draft(branch.meeting, Body::Retract(Retractable::Document)).sign(&founder),
        ];
        let former = Err(Fault::Flaw(Flaw::FormerSecretary(founder.id())));
        branch.serve(&founder, LATER + 1, &[]);
        assert_eq!(book.fetch().await, former);
        for fact in &refused {
            branch.serve(&founder, LATER + 1, std::slice::from_ref(fact));
            assert_eq!(book.fetch().await, former);
        }
        // Nor does his charter count when it lies beside the others, whatever its clock says.
        branch.serve(&successor(), 2, &branch.shelf_and(&[handed_over.clone(), refused[0].clone()]));
        let arrival = book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 1));
        assert_eq!(branch.member.public_rows(), before);
        // The device of the founder sees that it is none of the secretary's any more.
        branch.desk.travel().await.unwrap_or_default();
        assert_eq!(branch.desk.memory().role(), Role::Member);

        // What he stated in his time still reads, also for somebody who joins only now.
        let phone = Phone::new(3, &branch.host);
        let invitation = branch.book.memory().identity().invitation().clone();
        let newcomer = join(&phone, &invitation).unwrap();
        newcomer.travel().await.unwrap();
        let memory = newcomer.memory();
        assert_eq!(memory.fold().charter().unwrap().secretaries, [successor().keys()]);
        assert!(memory.fold().meeting(branch.meeting).is_some());
        assert_eq!(memory.fold().roster().unwrap().members.len(), 2);
    });
}

#[test]
fn a_founder_founds_the_branch_once() {
    let branch = Branch::with_host();
    let founder = branch.founder();
    let charter = Charter { name: line("Chi bộ khác"), ..branch.charter() };
    let mut again = branch.draft(ThingId::BRANCH, Body::Charter(charter));
    again.at = NOW.plus_milliseconds(DAY);
    branch.serve(&founder, LATER + 1, &[again.sign(&founder)]);
    let arrival = block_on(branch.book.fetch()).unwrap();
    assert_eq!((arrival.facts, arrival.refused), (0, 1));
    assert_eq!(branch.book.memory().fold().charter(), Some(&branch.charter()));
}

#[rstest]
#[case(true, MINUTE)]
#[case(true, -MINUTE)]
#[case(false, MINUTE)]
#[case(false, -MINUTE)]
fn what_is_signed_on_paper_beats_the_charter_of_a_thief(#[case] thief_first: bool, #[case] later: i64) {
    let branch = Branch::with_host();
    let mut stolen = branch.naming(vec![accomplice().keys()]);
    stolen.at = NOW.plus_milliseconds(later);
    let stolen = stolen.sign(&branch.founder());
    let rescued = branch.naming(vec![successor().keys()]).sign(&branch.paper());
    block_on(async {
        let book = &branch.book;
        if thief_first {
            branch.serve(
                &accomplice(),
                1,
                &[stolen.clone(), branch.announcement(branch.meeting, &accomplice())],
            );
            assert_eq!(book.fetch().await.unwrap().refused, 0);
            assert_eq!(book.memory().fold().charter().unwrap().secretaries, [accomplice().keys()]);
        }
        branch.serve(&successor(), 1, &[rescued, stolen]);
        book.fetch().await.unwrap();
        assert_eq!(book.memory().fold().charter().unwrap().secretaries, [successor().keys()]);
        branch.serve(&accomplice(), LATER, &[]);
        assert_eq!(book.fetch().await, Err(Fault::Flaw(Flaw::FormerSecretary(accomplice().id()))));
        // It stays so when everything is read from the store anew.
        let memory_of = branch.member.open();
        assert_eq!(memory_of.memory().fold().charter().unwrap().secretaries, [successor().keys()]);
    });
}

#[test]
fn the_key_on_paper_signs_charters_and_nothing_else() {
    let branch = Branch::with_host();
    let paper = branch.paper();
    block_on(async {
        branch.serve(&paper, LATER + 1, &[]);
        assert_eq!(branch.book.fetch().await, Err(Fault::Flaw(Flaw::NotAllowed)));
        let facts = [
            branch.announcement(ThingId([8; 16]), &paper),
            branch.draft(ThingId::BRANCH, Body::Roster(Roster::default())).sign(&paper),
            branch.draft(branch.meeting, Body::Retract(Retractable::Document)).sign(&paper),
        ];
        branch.serve(&branch.founder(), LATER + 1, &facts);
        let arrival = branch.book.fetch().await.unwrap();
        assert_eq!((arrival.facts, arrival.refused), (0, 3));
    });
}

#[test]
fn only_the_paper_names_another_paper() {
    let branch = Branch::with_host();
    let charter = Charter { recovery: accomplice().keys(), ..branch.charter() };
    let change = branch.charter_after(charter);
    block_on(async {
        branch.serve(&branch.founder(), LATER, &[change.sign(&branch.founder())]);
        assert_eq!(branch.book.fetch().await.unwrap().refused, 1);
        branch.serve(&branch.founder(), LATER + 1, &[change.sign(&branch.paper())]);
        assert_eq!(branch.book.fetch().await.unwrap().facts, 1);
        assert_eq!(branch.book.memory().fold().charter().unwrap().recovery, accomplice().keys());
    });
}

#[test]
fn a_phone_that_was_taken_off_does_not_come_back_by_a_charter_beside_the_one_that_took_it_off() {
    let branch = Branch::with_host();
    let founder = branch.founder();
    block_on(async {
        let book = &branch.book;
        let both = branch.naming(vec![founder.keys(), successor().keys()]).sign(&founder);
        branch.serve(&founder, LATER, &[both]);
        book.fetch().await.unwrap();
        let known: Vec<_> = book.memory().fold().charters().map(|(id, _)| id).collect();
        let next = |secretaries, at| Draft { replaces: known.clone(), at, ..branch.naming(secretaries) };
        // The stolen phone publishes first, and with a clock far ahead, but cannot take the other off unnoticed.
        let stays = next(vec![founder.keys(), successor().keys()], NOW.plus_milliseconds(DAY)).sign(&founder);
        let off = next(vec![successor().keys()], NOW).sign(&successor());
        branch.serve(&founder, LATER + 1, &[stays]);
        book.fetch().await.unwrap();
        branch.serve(&successor(), 1, &[off]);
        book.fetch().await.unwrap();
        assert_eq!(book.memory().fold().charter().unwrap().secretaries, [successor().keys()]);
        branch.serve(&founder, LATER + 2, &[]);
        assert_eq!(book.fetch().await, Err(Fault::Flaw(Flaw::FormerSecretary(founder.id()))));
    });
}

#[test]
fn a_former_secretarys_phone_that_still_lists_devices_is_not_believed_beside_the_new_roster() {
    let branch = Branch::with_host();
    let founder = branch.founder();
    block_on(async {
        let book = &branch.book;
        // Taken while he was still believed, with a clock far ahead.
        let mut own = branch.draft(ThingId::BRANCH, Body::Roster(Roster::default()));
        own.at = NOW.plus_milliseconds(400 * DAY);
        branch.serve(&founder, LATER, &[own.sign(&founder)]);
        book.fetch().await.unwrap();
        let charter = branch.naming(vec![successor().keys()]).sign(&branch.paper());
        let roster = branch.desk.memory().fold().roster().unwrap().clone();
        let roster = branch.draft(ThingId::BRANCH, Body::Roster(roster)).sign(&successor());
        branch.serve(&successor(), 1, &[charter, roster]);
        book.fetch().await.unwrap();
        assert_eq!(book.memory().fold().roster().unwrap().members.len(), 2);
        assert_eq!(book.memory().me(), Some(branch.an));
    });
}

#[test]
fn a_head_with_an_absurd_counter_is_no_head() {
    let branch = Branch::with_host();
    for seq in [u64::MAX, Head::SEQ_MAX + 1] {
        branch.serve(&branch.founder(), seq, &[]);
        assert_eq!(block_on(branch.book.fetch()), Err(Fault::Flaw(Flaw::BadValue)));
    }
}
