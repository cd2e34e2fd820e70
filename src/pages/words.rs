//! How pages put dates and names of the domain into words.

use crate::domain::attendance::{self, Entry};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::member::{Activity, Member, Membership, Office};
use crate::domain::task::Due;
use crate::domain::time::{Day, WallTime};
use crate::i18n::Texts;
use crate::state::WaitingMail;
use crate::sync::Memory;

/// `Thứ Tư, ngày 30/09/2026`.
pub fn long_day(texts: &Texts, day: Day) -> String {
    (texts.dates().day)(&(texts.dates().weekdays_long)(day.weekday()), &day.to_dmy())
}

/// `19:00, thứ Bảy ngày 03/10/2026`.
pub fn moment(texts: &Texts, at: WallTime) -> String {
    let weekday = (texts.dates().weekdays_long)(at.day.weekday());
    (texts.dates().at)(&at.time.to_hm(), &weekday, &at.day.to_dmy())
}

/// `còn 3 ngày`, `hôm nay`, `2 ngày trước`.
pub fn countdown(texts: &Texts, today: Day, day: Day) -> String {
    let dates = texts.dates();
    match today.days_until(day) {
        0 => dates.today.to_owned(),
        1 => dates.tomorrow.to_owned(),
        days if days > 0 => (dates.in_days)(days.unsigned_abs()),
        days => (dates.days_ago)(days.unsigned_abs()),
    }
}

/// `Còn 2 ngày`, `Quá hạn 1 ngày`.
pub fn due(texts: &Texts, due: Due) -> String {
    let dates = texts.dates();
    match due {
        Due::Overdue(days) => (dates.overdue)(days),
        Due::Soon(0) => dates.due_today.to_owned(),
        Due::Soon(days) | Due::Later(days) => (dates.due_in)(days),
        Due::Open => dates.no_deadline.to_owned(),
    }
}

/// `Sinh hoạt thường kỳ tháng 10`.
pub fn meeting_title(texts: &Texts, meeting: &Meeting) -> String {
    (texts.nouns().meeting_title)(meeting.kind, meeting.starts.day.month().number())
}

/// Full name of a member, or nothing when the roster does not know the id.
pub fn name_of(memory: &Memory, member: MemberId) -> String {
    let member = memory.fold().roster().and_then(|roster| roster.member(member));
    member.map(|member| member.name.as_str().to_owned()).unwrap_or_default()
}

/// `Bí thư · Đảng viên chính thức`, or only the membership of somebody without an office.
pub fn rank(texts: &Texts, office: Office, membership: Membership) -> String {
    let membership = (texts.nouns().membership)(membership);
    match office {
        Office::Member => membership,
        office => [&(texts.nouns().office)(office), " · ", &membership].concat(),
    }
}

/// `Đảng viên dự bị`, `Đảng viên chính thức · Miễn sinh hoạt`.
pub fn standing(texts: &Texts, member: &Member) -> String {
    let membership = (texts.nouns().membership)(member.membership);
    match member.activity {
        Activity::Here => membership,
        activity => [&membership, " · ", &(texts.nouns().activity)(activity)].concat(),
    }
}

/// `1 đồng chí xin vào sổ, 2 góp ý`, or that nothing is new.
pub fn waiting_mail(texts: &Texts, mail: WaitingMail) -> String {
    let inbox = texts.inbox();
    let parts = [
        (mail.requests, inbox.some_requests),
        (mail.comments, inbox.some_comments),
        (mail.replies, inbox.some_replies),
        (mail.reviews, inbox.some_reviews),
        (mail.reports, inbox.some_reports),
        (mail.aside, inbox.some_aside),
    ];
    let words =
        |(count, words): (usize, &str)| (count > 0).then(|| [&count.to_string(), " ", words].concat());
    let parts: Vec<String> = parts.into_iter().filter_map(words).collect();
    if parts.is_empty() { inbox.nothing_new.to_owned() } else { parts.join(", ") }
}

/// Six digits in two groups: `381 204`.
pub fn six_digits(number: u32) -> String {
    let digits = (1_000_000 + number).to_string();
    let (first, second) = digits[1..].split_at(3);
    [first, " ", second].concat()
}

/// `Đồng chí có mặt lúc 18:50`: the own line of a roll call.
pub fn own_attendance(texts: &Texts, memory: &Memory, meeting: ThingId) -> String {
    let minutes = memory.minutes(meeting);
    let entry = memory.me().and_then(|me| minutes.roll_call.entry(me).copied());
    let at = |entry: &Entry| entry.at.map(|at| at.wall().time.to_hm());
    match entry.map(|entry| (entry.state, at(&entry))) {
        Some((attendance::State::Present, Some(at))) => (texts.meetings().was_present)(&at),
        Some((attendance::State::Late, Some(at))) => (texts.meetings().was_late)(&at),
        Some((attendance::State::Unmarked, _)) | None => texts.meetings().was_unknown.to_owned(),
        Some((state, _)) => (texts.meetings().was)(&(texts.nouns().attendance)(state)),
    }
}
