//! What a published roll call says, on every phone and for good.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::{Means, State, Tally};
use so_tay::domain::check_in::Proof;
use so_tay::domain::id::ThingId;
use so_tay::domain::member::{Activity, Departure, Member, Standing};
use so_tay::domain::task::Task;
use so_tay::domain::vote::Base;
use so_tay::exchange::invitation::DevicePass;
use so_tay::ports::Table;
use so_tay::record::Flaw;
use so_tay::sync::{Fault, Handbook};

#[test]
fn a_published_roll_call_has_everybody_and_keeps_its_numbers() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        let cuc = Member { activity: Activity::Suspended, ..member(desk.new_member(), "Lê Thị Cúc") };
        desk.enter_member(cuc.clone()).await.unwrap();
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        let before = Tally::of(&desk.memory().attendance(meeting));
        assert_eq!((before.present, before.released, before.unmarked), (1, 1, 1));
        desk.publish_minutes(meeting).await.unwrap();

        desk.enter_member(member(desk.new_member(), "Đỗ Hoài Nam")).await.unwrap();
        desk.enter_member(Member { activity: Activity::Here, ..cuc.clone() }).await.unwrap();
        desk.publish_minutes(meeting).await.unwrap();
        branch.exchange().await.unwrap();
        for book in [desk, &branch.book] {
            let memory = book.memory();
            let published = memory.published_roll_call(meeting).unwrap();
            assert_eq!(published.entries().len(), 3);
            assert_eq!(published.entry(cuc.id).unwrap().means, Means::Roster);
            assert_eq!(Tally::of(published), before);
            assert_eq!(Tally::of(&memory.attendance(meeting)), before);
        }
    });
}

#[test]
fn whoever_is_put_off_the_list_stays_in_what_was_recorded_and_in_nothing_else() {
    let branch = Branch::with_host();
    let (desk, meeting, an) = (&branch.desk, branch.meeting, branch.an);
    block_on(async {
        desk.tick(meeting, an, Some(State::Present)).await.unwrap();
        desk.publish_minutes(meeting).await.unwrap();
        let before = Tally::of(&desk.memory().attendance(meeting));

        desk.put_off(an, Departure::Transferred).await.unwrap();
        let own = desk.memory().me().unwrap();
        assert_eq!(desk.put_off(own, Departure::Mistake).await, Err(Fault::Flaw(Flaw::NotAllowed)));
        assert!(desk.invite(an).await.is_err(), "nobody invites who has left");

        let memory = desk.memory();
        let roster = memory.fold().roster().unwrap();
        let left = roster.member(an).unwrap();
        assert_eq!(left.name.as_str(), "Nguyễn Văn An");
        assert!(left.devices.iter().all(|device| device.standing == Standing::Revoked));
        assert!(roster.by_name().iter().all(|member| member.id != an));
        let next = ThingId([0x77; 16]);
        assert!(memory.attendance(next).entry(an).is_none());
        assert_eq!(Base::of(&memory.attendance(next), &roster.members).voters(), 1);
        assert_eq!(Tally::of(&memory.attendance(meeting)), before, "the past stays");
        assert_eq!(Base::of(&memory.attendance(meeting), &roster.members).voters(), 2);
    });
}

#[test]
fn tasks_go_out_without_a_roll_call() {
    let branch = Branch::with_host();
    block_on(async {
        branch.desk.publish_minutes(branch.meeting).await.unwrap();
        assert_eq!(branch.desk.memory().published_roll_call(branch.meeting), None);
    });
}

fn minutes_rows(phone: &Phone) -> usize {
    phone.rows(Table::Meta).iter().filter(|(key, _)| key.starts_with(b"minutes/")).count()
}

#[test]
fn a_draft_of_minutes_ends_with_their_publication() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        assert_eq!(minutes_rows(&branch.secretary), 1);
        desk.publish_minutes(meeting).await.unwrap();
        assert_eq!(minutes_rows(&branch.secretary), 0);
        let again = branch.secretary.open();
        assert!(again.memory().minutes(meeting).roll_call.present(branch.an));
    });
}

#[test]
fn a_draft_on_a_second_phone_neither_hides_nor_replaces_what_the_first_published() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    let phone = Phone::new(5, &branch.host);
    let task = |what| Task {
        id: ThingId([9; 16]),
        what: line(what),
        who: Vec::new(),
        deadline: None,
        report_on: None,
    };
    block_on(async {
        let pass = DevicePass::parse(&desk.memory().identity().pass().to_fragment()).unwrap();
        let other = Handbook::restore(phone.ports(), pass).await.unwrap();
        other.travel().await.unwrap();
        other.tick(meeting, branch.an, Some(State::Absent)).await.unwrap();

        desk.tick(meeting, branch.an, Some(State::Present)).await.unwrap();
        desk.put_task(meeting, 0, task("Dọn đường làng")).await.unwrap();
        desk.publish_minutes(meeting).await.unwrap();
        desk.travel().await.unwrap();

        other.travel().await.unwrap();
        assert_eq!(minutes_rows(&phone), 0);
        assert_eq!(&other.memory().minutes(meeting), desk.memory().fold().minutes(meeting).unwrap());
        other.put_task(meeting, 0, task("Sửa cầu")).await.unwrap();
        other.publish_minutes(meeting).await.unwrap();
        other.travel().await.unwrap();
        branch.book.travel().await.unwrap();
        let memory = branch.book.memory();
        let minutes = memory.fold().minutes(meeting).unwrap();
        assert!(minutes.roll_call.present(branch.an));
        assert_eq!(minutes.tasks, [task("Sửa cầu")]);
    });
}

#[test]
fn a_card_a_code_and_a_tick_agree_about_who_is_late() {
    let branch = Branch::with_host();
    let (desk, book) = (&branch.desk, &branch.book);
    let starts = notice(branch.meeting, Vec::new()).starts;
    block_on(async {
        for (minutes, state) in [(15, State::Present), (16, State::Late)] {
            branch.secretary.clock.set(starts.plus_minutes(minutes).moment());
            for scanned in [true, false] {
                let meeting = desk.new_thing();
                desk.announce(notice(meeting, Vec::new())).await.unwrap();
                let bytes = if scanned {
                    let turn = desk.open_code(meeting).await.unwrap();
                    book.check_in(meeting, Proof::Spoken(turn.spoken)).await.unwrap().bytes
                } else {
                    book.card(meeting).unwrap()
                };
                desk.take_scanned(meeting, &bytes).await.unwrap();
                assert_eq!(desk.memory().roll_call(meeting).entry(branch.an).unwrap().state, state);
            }
        }
    });
}

#[test]
fn a_card_replaces_a_mark_of_absence_and_keeps_the_time_of_who_is_here_already() {
    let branch = Branch::with_host();
    let (desk, meeting) = (&branch.desk, branch.meeting);
    block_on(async {
        desk.tick(meeting, branch.an, Some(State::Excused)).await.unwrap();
        let card = branch.book.card(meeting).unwrap();
        desk.take_scanned(meeting, &card).await.unwrap();
        let entry = *desk.memory().roll_call(meeting).entry(branch.an).unwrap();
        assert_eq!((entry.state, entry.means, entry.at), (State::Present, Means::Card, Some(NOW)));
        branch.secretary.clock.set(NOW.plus_milliseconds(DAY));
        desk.take_scanned(meeting, &card).await.unwrap();
        assert_eq!(desk.memory().roll_call(meeting).entry(branch.an), Some(&entry));
    });
}
