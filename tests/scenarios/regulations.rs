//! A branch goes by the regulation that it has adopted, on every phone, and keeps what each meeting was made under.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::State;
use so_tay::domain::id::ThingId;
use so_tay::domain::meeting::Meeting;
use so_tay::domain::regulation::{RegulationFault, RegulationId, Regulations, Rule};
use so_tay::domain::time::Day;
use so_tay::record::Kind;
use so_tay::sync::{Fault, Handbook};

/// A regulation of the committee: like the one that ships, but whoever comes five minutes late is late.
fn local(issued: &str) -> String {
    let shipped = Regulations::shipped_text(RegulationId::FIRST).unwrap();
    let dated = shipped.replace("28/10/2025", issued);
    dated.replace("Mã = hd42", "Mã = dang-uy").replace("Đi muộn sau = 15 phút", "Đi muộn sau = 5 phút")
}

fn in_force(book: &Handbook, day: Day) -> String {
    book.memory().in_force(day).id.as_str().to_owned()
}

#[test]
fn every_phone_goes_by_what_the_branch_has_adopted_from_its_day_on() {
    for branch in [Branch::with_host(), Branch::without_host()] {
        block_on(async {
            let id = branch.desk.adopt_regulation(&local("20/10/2026")).await.unwrap();
            branch.exchange().await.unwrap();
            let reopened = [branch.secretary.open(), branch.member.open()];
            for book in [&branch.desk, &branch.book, &reopened[0], &reopened[1]] {
                assert_eq!(in_force(book, NOW.day()), "hd42", "not yet");
                assert_eq!(in_force(book, Day::parse("2026-10-20").unwrap()), "dang-uy");
                assert_eq!(book.memory().regulation(id).deadlines.late_after_minutes, 5);
                assert_eq!(book.memory().regulations().iter().count(), 3);
            }
        });
    }
}

#[test]
fn a_branch_chooses_among_those_in_force_as_often_as_it_likes() {
    let branch = Branch::with_host();
    let scaled = RegulationId::parse("hd42-thang-diem").unwrap();
    block_on(async {
        let committee = branch.desk.adopt_regulation(&local("01/10/2026")).await.unwrap();
        for id in [scaled, RegulationId::FIRST, committee, scaled] {
            branch.desk.choose_regulation(id).await.unwrap();
            branch.exchange().await.unwrap();
            assert_eq!(in_force(&branch.desk, NOW.day()), id.as_str());
            assert_eq!(in_force(&branch.book, NOW.day()), id.as_str());
        }
        let live = branch.member.rows(so_tay::ports::Table::Records);
        let live = live.iter().filter(|(key, _)| key[0] == Kind::Regulation as u8);
        assert_eq!(live.count(), 3, "one version of each is live");
        let unknown = RegulationId::parse("xa-la").unwrap();
        assert_eq!(branch.desk.choose_regulation(unknown).await, Err(Fault::UnknownRegulation));
    });
}

#[test]
fn an_adopted_text_is_read_once_and_a_new_one_takes_its_place() {
    let branch = Branch::without_host();
    block_on(async {
        let id = branch.desk.adopt_regulation(&local("01/10/2026")).await.unwrap();
        let known = || branch.desk.memory().regulation(id);
        let first = known();
        assert!(std::sync::Arc::ptr_eq(&first, &known()));
        branch.desk.adopt_regulation(&local("02/10/2026")).await.unwrap();
        assert_ne!(known().issued_on, first.issued_on);
    });
}

#[test]
fn a_broken_an_older_and_the_very_same_regulation_are_refused() {
    let branch = Branch::without_host();
    block_on(async {
        let text = local("01/10/2026");
        branch.desk.adopt_regulation(&text).await.unwrap();
        let rows = branch.secretary.public_rows().len();
        let fault = |text: String| block_on(branch.desk.adopt_regulation(&text)).unwrap_err();
        assert_eq!(fault(text.clone()), Fault::OlderRegulation);
        assert_eq!(fault(["# lời ghi chú khác\n", &text].concat()), Fault::OlderRegulation);
        assert_eq!(fault(local("30/09/2026")), Fault::OlderRegulation);
        let shipped = Regulations::shipped_text(RegulationId::FIRST).unwrap();
        assert_eq!(fault(shipped.to_owned()), Fault::OlderRegulation);
        let broken = text.replace("Thời lượng = 90 phút", "Thời lượng = dài");
        let line = broken.lines().position(|line| line == "Thời lượng = dài").unwrap() + 1;
        assert_eq!(fault(broken), Fault::Regulation(RegulationFault { line, rule: Rule::Number }));
        assert_eq!(branch.secretary.public_rows().len(), rows, "nothing is half adopted");
        branch.desk.adopt_regulation(&local("02/10/2026")).await.unwrap();
        assert_eq!(branch.book.adopt_regulation(&text).await, Err(Fault::NotTheSecretary));
    });
}

#[test]
fn a_meeting_goes_by_the_regulation_that_its_notice_names() {
    let branch = Branch::with_host();
    let desk = &branch.desk;
    block_on(async {
        let arrival = |meeting: ThingId| {
            let card = branch.book.card(meeting).unwrap();
            block_on(desk.take_scanned(meeting, &card)).unwrap();
            desk.memory().roll_call(meeting).entry(branch.an).unwrap().state
        };
        let committee = desk.adopt_regulation(&local("01/10/2026")).await.unwrap();
        let newer = desk.new_thing();
        desk.announce(Meeting { regulation: committee, ..notice(newer, Vec::new()) }).await.unwrap();
        branch.exchange().await.unwrap();
        let told = |meeting| desk.memory().minutes(meeting).regulation;
        assert_eq!((told(branch.meeting), told(newer)), (RegulationId::FIRST, committee));
        for phone in [&branch.secretary, &branch.member] {
            phone.clock.set(NOW.plus_milliseconds(40 * MINUTE));
        }
        assert_eq!(arrival(branch.meeting), State::Present);
        assert_eq!(arrival(newer), State::Late);
    });
}
