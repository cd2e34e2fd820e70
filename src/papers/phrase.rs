//! How official papers write counts, times, days and names. Vietnamese only: so are the papers.

use crate::domain::meeting::{Kind, Meeting, Section};
use crate::domain::member::{Membership, Office};
use crate::domain::text::{number_vi, push_digits};
use crate::domain::time::{Day, Month, TimeOfDay, WallTime};

const WEEKDAYS: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
/// What a place may be, in front of its name.
const PLACES: [&str; 8] =
    ["đặc khu ", "phường ", "thị trấn ", "xã ", "quận ", "huyện ", "thành phố ", "tỉnh "];

/// `01`, `18`: nobody can write a digit in front of a count.
pub fn count(number: u16) -> String {
    let mut out = String::new();
    push_digits(&mut out, u32::from(number), 2);
    out
}

/// `03 đồng chí`; `không` for nobody.
pub fn comrades(number: u16) -> String {
    if number == 0 { "không".to_owned() } else { [&count(number), " đồng chí"].concat() }
}

/// `19 giờ 00`
pub fn clock(time: TimeOfDay) -> String {
    let mut out = String::new();
    push_digits(&mut out, time.minutes() / 60, 2);
    out.push_str(" giờ ");
    push_digits(&mut out, time.minutes() % 60, 2);
    out
}

/// `19 giờ 00, thứ Bảy, ngày 03/10/2026`
pub fn moment(at: WallTime) -> String {
    [&clock(at.time), ", ", WEEKDAYS[at.day.weekday()], ", ngày ", &at.day.to_dmy()].concat()
}

/// `ngày 03 tháng 10 năm 2026`. Days below 10 and the first two months get a zero, as on all official papers.
pub fn long_day(day: Day) -> String {
    let mut out = "ngày ".to_owned();
    push_digits(&mut out, day.of_month(), 2);
    out.push_str(" tháng ");
    let month = day.month().number();
    push_digits(&mut out, month, if month < 3 { 2 } else { 1 });
    out.push_str(" năm ");
    push_digits(&mut out, day.year().unsigned_abs(), 4);
    out
}

/// `03/10`, where the year is plain.
pub fn day_and_month(day: Day) -> String {
    day.to_dmy().chars().take(5).collect()
}

/// `tháng 10`
pub fn month(day: Day) -> String {
    ["tháng ", &day.month().number().to_string()].concat()
}

/// `NHIỆM VỤ THÁNG 10`
pub fn tasks_of(month: Month) -> String {
    ["NHIỆM VỤ THÁNG ", &month.number().to_string()].concat()
}

/// `phần thường kỳ`
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Regular => "phần thường kỳ",
        Section::Thematic => "phần chuyên đề",
        Section::Closing => "phần kết thúc",
    }
}

/// `sinh hoạt chi bộ thường kỳ`
pub fn gathering(kind: Kind) -> &'static str {
    match kind {
        Kind::Regular => "sinh hoạt chi bộ thường kỳ",
        Kind::Thematic => "sinh hoạt chi bộ chuyên đề",
        Kind::Extraordinary => "sinh hoạt chi bộ bất thường",
    }
}

/// `sinh hoạt chi bộ thường kỳ tháng 10 năm 2026`
pub fn gathering_of_month(meeting: &Meeting) -> String {
    let day = meeting.starts.day;
    [gathering(meeting.kind), " ", &month(day), " năm ", &day.year().to_string()].concat()
}

/// `85,7%`, from tenths of a percent.
pub fn percent(per_mille: u16) -> String {
    [&number_vi(f64::from(per_mille) / 10.0, 1), "%"].concat()
}

/// How large `part` is of `whole`: `89,5%`, rounded half up; nothing of nothing is no share.
pub fn share(part: u16, whole: u16) -> Option<String> {
    let (part, whole) = (u32::from(part), u32::from(whole));
    let per_mille = (part * 2_000 + whole).checked_div(whole * 2)?;
    Some(percent(u16::try_from(per_mille).unwrap_or(u16::MAX)))
}

/// `Bí thư`
pub fn office(office: Office) -> &'static str {
    match office {
        Office::Secretary => "Bí thư",
        Office::DeputySecretary => "Phó bí thư",
        Office::BureauMember => "Chi ủy viên",
        Office::Member => "Đảng viên",
    }
}

/// `chính thức`
pub fn membership(membership: Membership) -> &'static str {
    match membership {
        Membership::Official => "chính thức",
        Membership::Probationary => "dự bị",
    }
}

/// In capitals.
pub fn upper(text: &str) -> String {
    text.chars().flat_map(char::to_uppercase).collect()
}

/// With a capital in front.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `Minh Khê` for `xã Minh Khê`: a head names the place only. `phường 5` stays, its name alone would say nothing.
pub fn place(locality: &str) -> String {
    let bare = PLACES.iter().find_map(|place| {
        let start = locality.get(..place.len()).filter(|start| start.to_lowercase() == *place)?;
        locality.strip_prefix(start).filter(|name| name.starts_with(char::is_uppercase))
    });
    sentence(bare.unwrap_or(locality))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-10-03", "ngày 03 tháng 10 năm 2026")]
    #[case("2026-09-26", "ngày 26 tháng 9 năm 2026")]
    #[case("2027-02-05", "ngày 05 tháng 02 năm 2027")]
    fn a_date_at_the_head_is_written_out(#[case] day: &str, #[case] written: &str) {
        assert_eq!(long_day(Day::parse(day).unwrap()), written);
    }

    #[rstest]
    #[case("xã Minh Khê", "Minh Khê")]
    #[case("Xã Minh Khê", "Minh Khê")]
    #[case("thị trấn Đông Anh", "Đông Anh")]
    #[case("phường 5", "Phường 5")]
    #[case("Minh Khê", "Minh Khê")]
    #[case("khu công nghiệp Sen", "Khu công nghiệp Sen")]
    fn a_head_names_the_place_alone(#[case] locality: &str, #[case] named: &str) {
        assert_eq!(place(locality), named);
    }

    #[rstest]
    #[case(17, 19, Some("89,5%"))]
    #[case(20, 20, Some("100%"))]
    #[case(0, 20, Some("0%"))]
    #[case(1, 3, Some("33,3%"))]
    #[case(2, 3, Some("66,7%"))]
    #[case(0, 0, None)]
    fn a_share_has_a_decimal_comma(#[case] part: u16, #[case] whole: u16, #[case] written: Option<&str>) {
        assert_eq!(share(part, whole).as_deref(), written);
    }

    #[test]
    fn counts_times_and_capitals_are_written_as_papers_do() {
        assert_eq!(
            [comrades(0), comrades(3), comrades(18), comrades(120)],
            ["không", "03 đồng chí", "18 đồng chí", "120 đồng chí"]
        );
        let at =
            WallTime { day: Day::parse("2026-10-03").unwrap(), time: TimeOfDay::parse("19:05").unwrap() };
        assert_eq!(moment(at), "19 giờ 05, thứ Bảy, ngày 03/10/2026");
        assert_eq!(day_and_month(at.day), "03/10");
        assert_eq!(upper("Đảng ủy xã Minh Khê, thôn Đồng Sen ựữ"), "ĐẢNG ỦY XÃ MINH KHÊ, THÔN ĐỒNG SEN ỰỮ");
    }
}
