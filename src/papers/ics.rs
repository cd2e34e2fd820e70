//! A meeting as a calendar file (RFC 5545), so that the phone's own calendar reminds its owner.
//!
//! The file has no METHOD: it is a copy to keep, not an invitation to be answered by mail.

use crate::domain::text::push_digits;
use crate::domain::time::{Moment, VIETNAM_OFFSET_MINUTES, WallTime};

/// Reminders before the start, as durations of RFC 5545.
const ALARMS: [&str; 2] = ["-P1D", "-PT2H"];
/// Octets of a content line before its line break.
const LINE_OCTETS_MAX: usize = 75;

/// Whether a meeting takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// It does.
    Confirmed,
    /// It was called off; calendars that hold it strike it out.
    Cancelled,
}

/// What a calendar needs to know of a meeting. All texts are free of markup.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Stays the same through all changes of the meeting.
    pub id: &'a str,
    /// Grows with each change, so that a calendar takes the newer file.
    pub sequence: u32,
    /// When this file was made.
    pub made_at: Moment,
    /// Whether it takes place.
    pub status: EventStatus,
    /// When it begins.
    pub start: WallTime,
    /// How long it is planned to last.
    pub length_minutes: u32,
    /// What the calendar shows as its name.
    pub summary: &'a str,
    /// Where it is.
    pub location: &'a str,
    /// What stands before the agenda: theme, what to bring.
    pub introduction: &'a str,
    /// The items of the agenda, numbered in the file.
    pub agenda: &'a [&'a str],
}

/// The calendar file of one meeting, in UTF-8 with CRLF line ends.
pub fn calendar(event: &Event<'_>) -> String {
    let mut file = File(String::with_capacity(1024));
    let end = event.start.plus_minutes(i64::from(event.length_minutes));
    let mut sequence = String::new();
    push_digits(&mut sequence, event.sequence, 1);

    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//So tay//So tay chi bo//VI");
    file.line("BEGIN", "VEVENT");
    file.text("UID", &[event.id, "@so-tay"].concat());
    file.line("SEQUENCE", &sequence);
    file.line("DTSTAMP", &utc(event.made_at.wall()));
    file.line("DTSTART", &utc(event.start));
    file.line("DTEND", &utc(end));
    file.text("SUMMARY", event.summary);
    file.text("LOCATION", event.location);
    file.text("DESCRIPTION", &description(event));
    match event.status {
        EventStatus::Cancelled => file.line("STATUS", "CANCELLED"),
        EventStatus::Confirmed => {
            file.line("STATUS", "CONFIRMED");
            for trigger in ALARMS {
                file.line("BEGIN", "VALARM");
                file.line("ACTION", "DISPLAY");
                file.line("TRIGGER", trigger);
                file.text("DESCRIPTION", event.summary);
                file.line("END", "VALARM");
            }
        }
    }
    file.line("END", "VEVENT");
    file.line("END", "VCALENDAR");
    file.0
}

fn description(event: &Event<'_>) -> String {
    let mut out = String::from(event.introduction);
    for (number, item) in (1..).zip(event.agenda) {
        if !out.is_empty() {
            out.push('\n');
        }
        push_digits(&mut out, number, 1);
        out.push_str(". ");
        out.push_str(item);
    }
    out
}

/// `20261003T120000Z` for 19:00 in Viet Nam.
fn utc(local: WallTime) -> String {
    let utc = local.plus_minutes(-VIETNAM_OFFSET_MINUTES);
    let mut out = String::with_capacity(16);
    push_digits(&mut out, utc.day.year().unsigned_abs(), 4);
    push_digits(&mut out, utc.day.month().number(), 2);
    push_digits(&mut out, utc.day.of_month(), 2);
    out.push('T');
    push_digits(&mut out, utc.time.minutes() / 60, 2);
    push_digits(&mut out, utc.time.minutes() % 60, 2);
    out.push_str("00Z");
    out
}

struct File(String);

impl File {
    /// A property whose value is free text: escaped, and left out when empty.
    fn text(&mut self, name: &str, text: &str) {
        let value = escape(text);
        if !value.is_empty() {
            self.line(name, &value);
        }
    }

    /// A content line, folded before the octet that would be one too many and never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE_OCTETS_MAX {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A TEXT value: backslash, semicolon, comma and line breaks escaped, other control characters dropped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{Day, TimeOfDay};
    use proptest::prelude::*;
    use rstest::rstest;

    fn event<'a>(agenda: &'a [&'a str]) -> Event<'a> {
        Event {
            id: "7f3a",
            sequence: 2,
            made_at: Moment(1_790_000_059_999),
            status: EventStatus::Confirmed,
            start: WallTime { day: Day::new(2026, 10, 3).unwrap(), time: TimeOfDay::new(19, 0).unwrap() },
            length_minutes: 90,
            summary: "Sinh hoạt chi bộ tháng 10",
            location: "Nhà văn hóa thôn 2",
            introduction: "",
            agenda,
        }
    }

    /// The content lines, with folding undone.
    fn lines(file: &str) -> Vec<String> {
        let unfolded = file.replace("\r\n ", "");
        unfolded.split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn unescape(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            out.push(match c {
                '\\' => match chars.next().unwrap() {
                    'n' => '\n',
                    other => other,
                },
                other => other,
            });
        }
        out
    }

    #[test]
    fn a_meeting_becomes_an_event_with_two_alarms() {
        let file = calendar(&event(&["Điểm danh, báo cáo", "Biểu quyết; kết luận"]));
        let expected = "BEGIN:VCALENDAR\r\n\
            VERSION:2.0\r\n\
            PRODID:-//So tay//So tay chi bo//VI\r\n\
            BEGIN:VEVENT\r\n\
            UID:7f3a@so-tay\r\n\
            SEQUENCE:2\r\n\
            DTSTAMP:20260921T141400Z\r\n\
            DTSTART:20261003T120000Z\r\n\
            DTEND:20261003T133000Z\r\n\
            SUMMARY:Sinh hoạt chi bộ tháng 10\r\n\
            LOCATION:Nhà văn hóa thôn 2\r\n\
            DESCRIPTION:1. Điểm danh\\, báo cáo\\n2. Biểu quyết\\; kết luận\r\n\
            STATUS:CONFIRMED\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            TRIGGER:-P1D\r\n\
            DESCRIPTION:Sinh hoạt chi bộ tháng 10\r\n\
            END:VALARM\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            TRIGGER:-PT2H\r\n\
            DESCRIPTION:Sinh hoạt chi bộ tháng 10\r\n\
            END:VALARM\r\n\
            END:VEVENT\r\n\
            END:VCALENDAR\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn a_cancelled_meeting_rings_no_alarm() {
        let file = calendar(&Event { status: EventStatus::Cancelled, ..event(&[]) });
        assert!(file.contains("\r\nSTATUS:CANCELLED\r\n"));
        assert!(!file.contains("VALARM"));
        assert!(file.contains("\r\nUID:7f3a@so-tay\r\n"));
    }

    #[test]
    fn an_early_meeting_is_on_the_day_before_in_utc() {
        let mut early = event(&[]);
        early.start.time = TimeOfDay::new(6, 30).unwrap();
        assert!(calendar(&early).contains("DTSTART:20261002T233000Z\r\n"));
    }

    #[rstest]
    #[case("a\\b;c,d", "a\\\\b\\;c\\,d")]
    #[case("một\r\nhai\nba\rbốn", "một\\nhai\\nba\\nbốn")]
    #[case("chuông\u{7}\tkêu\0", "chuông kêu")]
    fn texts_are_escaped(#[case] text: &str, #[case] escaped: &str) {
        assert_eq!(escape(text), escaped);
    }

    #[test]
    fn no_text_can_add_a_property() {
        let file = calendar(&Event {
            id: "x\r\nATTENDEE:mailto:a@b",
            location: "Hội trường\nEND:VEVENT",
            ..event(&[])
        });
        assert!(lines(&file).iter().all(|line| !line.starts_with("ATTENDEE")));
        assert_eq!(lines(&file).iter().filter(|line| *line == "END:VEVENT").count(), 1);
    }

    proptest! {
        #[test]
        fn lines_are_folded_at_75_octets_and_unfold_to_the_text(
            summary in "[a-zà-ɏẠ-ỹ0-9,;\\\\ \n🙂]{1,300}",
        ) {
            let file = calendar(&Event { summary: &summary, ..event(&[]) });
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE_OCTETS_MAX && !line.contains(['\r', '\n']));
            }
            let unfolded = lines(&file);
            let value = unfolded.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescape(value), summary);
        }

        #[test]
        fn any_text_and_length_make_a_file(text in any::<String>(), length_minutes in any::<u32>()) {
            let agenda = [&*text];
            let file = calendar(&Event { id: &text, location: &text, length_minutes, ..event(&agenda) });
            prop_assert_eq!(lines(&file).iter().filter(|line| line.starts_with("BEGIN:")).count(), 4);
        }
    }
}
