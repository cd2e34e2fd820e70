//! The papers of a meeting: what each says, to whom, and under which file name.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a branch that cannot be told stops the test")]

mod branch;

use branch::{Branch, LETTERS, day, id, line};
use paper::{Block, File, Left, Page, Paper};
use rstest::rstest;
use so_tay::domain::attendance::{Entry, Means, State};
use so_tay::domain::meeting::{Kind, Plan};
use so_tay::domain::words::Prose;
use so_tay::papers::agenda::agenda;
use so_tay::papers::folder::{Content, Format, archive, archive_name, file_name};
use so_tay::papers::notice::{Addressee, notice};
use so_tay::papers::roll_call::roll_call;
use so_tay::papers::task_list::task_list;

/// Every word of a paper, a line for each paragraph, fact and row.
fn told(paper: &Paper) -> String {
    let head = &paper.head;
    let number = head.number.clone().unwrap_or_default();
    let top = [&head.superior, &head.issuer, &number, &head.party, &head.place_and_date];
    let mut lines: Vec<String> = top.into_iter().cloned().collect();
    lines.extend([paper.title.kind.clone(), paper.title.about.clone()]);
    let annexes = paper.annexes.iter().flat_map(|annex| &annex.body);
    for block in paper.body.iter().chain(annexes) {
        match block {
            Block::Text(runs) => lines.push(runs.iter().map(|run| run.words.as_str()).collect()),
            Block::Heading(words) => lines.push(words.clone()),
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| [fact.label.as_str(), " ", &fact.value].concat()));
            }
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| row.cells.join(" | "))),
        }
    }
    if let Some(foot) = &paper.foot {
        if let Left::Recipients(_, recipients) = &foot.left {
            lines.extend(recipients.iter().cloned());
        }
        lines.extend([foot.right.role.clone(), foot.right.office.clone(), foot.right.name.clone()]);
    }
    lines.join("\n")
}

fn rows(paper: &Paper) -> Vec<&Vec<String>> {
    let tables = paper.body.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    tables.flatten().map(|row| &row.cells).collect()
}

#[track_caller]
fn assert_says(paper: &Paper, lines: &[&str]) {
    let told = told(paper);
    for line in lines {
        assert!(told.contains(line), "{line} is missing in\n{told}");
    }
}

#[test]
fn a_notice_calls_the_members_with_time_place_and_content() {
    let branch = Branch::new();
    let paper = notice(
        &branch.letterhead(),
        &branch.meeting,
        Addressee::Members,
        &["Dự thảo nghị quyết tháng 10"],
        Page::A4,
    );
    assert_says(
        &paper,
        &[
            "ĐẢNG ỦY XÃ MINH KHÊ",
            "CHI BỘ THÔN ĐỒNG SEN",
            "Số 31-TB/CB",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Minh Khê, ngày 26 tháng 9 năm 2026",
            "THÔNG BÁO",
            "triệu tập sinh hoạt chi bộ thường kỳ tháng 10",
            "Thời gian: 19 giờ 00, thứ Bảy, ngày 03/10/2026",
            "Địa điểm: Nhà văn hóa thôn Đồng Sen",
            "Chủ trì: Đồng chí Bùi Văn Hòa, Bí thư chi bộ",
            "Nội dung: phần thường kỳ\n1. Khai mạc, điểm danh, thông qua chương trình\n2. Kiểm điểm",
            "Nội dung: phần chuyên đề\n1. Thảo luận chuyên đề",
            "Chuyên đề: Phân loại rác tại nguồn, giữ sạch mương tưới nội đồng.",
            "Tài liệu đọc trước\n1. Dự thảo nghị quyết tháng 10",
            "báo lại trước ngày 02/10",
            "- Đảng viên chi bộ,\n- Đ/c phụ trách chi bộ,\n- Lưu chi bộ.\nT/M CHI ỦY\nBÍ THƯ\nBùi Văn Hòa",
        ],
    );
}

#[test]
fn a_member_without_a_phone_gets_a_notice_with_their_name() {
    let branch = Branch::new();
    let name = line("Tạ Thị Sáu");
    let to = Addressee::Member(&name);
    let paper = notice(&branch.letterhead(), &branch.meeting, to, &[], Page::A5Large);
    assert_eq!(paper.page, Page::A5Large);
    assert_says(&paper, &["Kính gửi: đồng chí Tạ Thị Sáu", "trân trọng mời đồng chí dự", "- Như trên,"]);
    assert!(!told(&paper).contains("Tài liệu đọc trước"));
}

#[test]
fn a_guest_is_invited_and_need_not_excuse_themselves() {
    let branch = Branch::new();
    let name = line("Đồng chí Vũ Đình Thắng, Đảng ủy viên phụ trách chi bộ");
    let to = Addressee::Guest(&name);
    let paper = notice(&branch.letterhead(), &branch.meeting, to, &[], Page::A4);
    assert_says(
        &paper,
        &["GIẤY MỜI\ndự sinh hoạt chi bộ thường kỳ tháng 10", "Kính gửi: Đồng chí Vũ Đình Thắng"],
    );
    assert!(!told(&paper).contains("báo lại"));
}

#[test]
fn a_notice_says_what_has_become_of_the_meeting_and_why() {
    let mut branch = Branch::new();
    branch.meeting.plan = Plan::Postponed(Prose::parse("Bão số 9").unwrap());
    let paper = notice(&branch.letterhead(), &branch.meeting, Addressee::Members, &[], Page::A4);
    assert_says(
        &paper,
        &["đổi thời gian sinh hoạt chi bộ thường kỳ tháng 10", "Lý do: Bão số 9", "19 giờ 00"],
    );

    branch.meeting.plan = Plan::Cancelled(Prose::parse("Bão số 9").unwrap());
    let paper = notice(&branch.letterhead(), &branch.meeting, Addressee::Members, &[], Page::A4);
    assert_says(
        &paper,
        &["không tổ chức buổi sinh hoạt", "đã định vào 19 giờ 00, thứ Bảy", "Lý do: Bão số 9"],
    );
    assert!(!told(&paper).contains("Địa điểm"));
}

#[test]
fn an_agenda_gives_each_item_its_time() {
    let branch = Branch::new();
    let paper = agenda(&branch.letterhead(), &branch.meeting);
    assert_eq!(
        rows(&paper).iter().map(|cells| cells.join("|")).collect::<Vec<_>>(),
        [
            "|Phần thường kỳ||",
            "1|Khai mạc, điểm danh, thông qua chương trình|19 giờ 00|10 phút",
            "2|Kiểm điểm nhiệm vụ tháng 9, bàn nhiệm vụ tháng 10|19 giờ 10|35 phút",
            "3|Tự phê bình và phê bình|19 giờ 45|20 phút",
            "|Phần chuyên đề||",
            "4|Thảo luận chuyên đề: thực trạng, nguyên nhân, giải pháp|20 giờ 05|45 phút",
            "5|Kết luận, biểu quyết|20 giờ 50|10 phút",
        ]
    );
    assert_says(&paper, &["CHƯƠNG TRÌNH\nsinh hoạt chi bộ thường kỳ tháng 10 năm 2026"]);
}

#[test]
fn a_roll_call_has_every_member_by_given_name_with_state_and_rank() {
    let branch = Branch::new();
    let paper = roll_call(&branch.letterhead(), &branch.meeting, &branch.roll_call);
    let names: Vec<&str> = rows(&paper).iter().map(|cells| cells[1].as_str()).collect();
    assert_eq!(
        names,
        [
            "Trần Thanh Bình",
            "Hoàng Thị Dung",
            "Vũ Minh Đức",
            "Lê Thị Hạnh",
            "Bùi Văn Hòa",
            "Ngô Thị Huệ",
            "Tạ Quang Huy",
            "Đinh Văn Khải",
            "Nguyễn Thị Lan",
            "Phan Văn Long",
            "Nguyễn Văn Lộc",
            "Trịnh Thị Mai",
            "Đỗ Hoài Nam",
            "Phạm Thị Nhàn",
            "Phạm Đình Quang",
            "Tạ Thị Sáu",
            "Trương Công Sơn",
            "Dương Thị Thảo",
            "Mai Văn Tính",
            "Đặng Thị Tuyết",
            "Hà Thảo Vy",
            "Lý Thị Yến",
        ]
    );
    assert_says(
        &paper,
        &[
            "1 | Trần Thanh Bình | Đảng viên | chính thức | Có mặt | ",
            "11 | Nguyễn Văn Lộc | Đảng viên | chính thức | Có mặt (đi muộn) | 19:20",
            "7 | Tạ Quang Huy | Đảng viên | dự bị | Vắng không lý do | ",
            "5 | Bùi Văn Hòa | Bí thư | chính thức | Có mặt | 18:56",
            "18 | Dương Thị Thảo | Đảng viên | chính thức | Sinh hoạt nơi khác | ",
        ],
    );
}

#[test]
fn the_numbers_below_a_roll_call_follow_from_its_rows() {
    let branch = Branch::new();
    let paper = roll_call(&branch.letterhead(), &branch.meeting, &branch.roll_call);
    assert_says(
        &paper,
        &[
            "Tổng số đảng viên: 22 đồng chí (chính thức 20, dự bị 02).",
            "Có mặt: 16 đồng chí (đi muộn 01).",
            "Vắng có lý do: 03 đồng chí (Vũ Minh Đức, Ngô Thị Huệ, Đỗ Hoài Nam).",
            "Vắng không lý do: 01 đồng chí (Tạ Quang Huy).",
            "Miễn sinh hoạt: 01 đồng chí (Tạ Thị Sáu).",
            "Sinh hoạt tạm thời nơi khác: 01 đồng chí (Dương Thị Thảo).",
            "Tỷ lệ dự sinh hoạt: 80%.",
            "Đảng viên có quyền biểu quyết: 18 đồng chí.",
        ],
    );
    assert!(!told(&paper).contains("Chưa điểm danh:"));
}

#[test]
fn somebody_whose_name_is_lost_still_has_a_row() {
    let mut branch = Branch::new();
    branch.roll_call.tick(Entry { member: id(99), state: State::Excused, means: Means::Tick, at: None });
    let paper = roll_call(&branch.letterhead(), &branch.meeting, &branch.roll_call);
    assert_eq!(rows(&paper).len(), 23);
    assert_says(&paper, &["Tổng số đảng viên: 23 đồng chí", "Vắng có lý do: 04 đồng chí (không rõ tên, "]);
}

#[test]
fn a_task_list_says_who_does_what_by_when() {
    let branch = Branch::new();
    let paper = task_list(&branch.letterhead(), &branch.meeting, &branch.tasks);
    assert_says(
        &paper,
        &[
            "1 | Lắp bốn bể chứa vỏ bao thuốc bảo vệ thực vật ở cánh đồng phía tây | Trịnh Thị Mai | 20/10/2026 | ",
            "2 | Mỗi đảng viên phụ trách hộ đến ít nhất ba nhà, ghi kết quả vào sổ tay | Cả chi bộ |  | ",
            "3 | Sửa xong nắp cống Gốc Gạo | Đinh Văn Khải, Phạm Đình Quang | 15/10/2026 | ",
        ],
    );
    let none = task_list(&branch.letterhead(), &branch.meeting, &[]);
    assert_says(&none, &["Buổi sinh hoạt không giao nhiệm vụ."]);
}

#[rstest]
#[case(Content::Minutes, None, Format::Docx, "2026-10-03_bien-ban.docx")]
#[case(Content::Resolution, Some("15-NQ/CB"), Format::Docx, "2026-10-03_nghi-quyet-15-NQ-CB.docx")]
#[case(Content::Resolution, Some("  03 - QĐ/ĐU "), Format::Docx, "2026-10-03_nghi-quyet-03-QD-DU.docx")]
#[case(Content::Resolution, Some("/"), Format::Docx, "2026-10-03_nghi-quyet.docx")]
#[case(Content::Score, None, Format::Xlsx, "2026-10-03_cham-diem.xlsx")]
#[case(Content::Score, None, Format::Csv, "2026-10-03_cham-diem.csv")]
#[case(Content::Calendar, None, Format::Ics, "2026-10-03_lich.ics")]
fn files_are_named_by_rule(
    #[case] content: Content,
    #[case] number: Option<&str>,
    #[case] format: Format,
    #[case] name: &str,
) {
    assert_eq!(file_name(day("2026-10-03"), content, number, format), name);
}

#[test]
fn the_archive_of_a_meeting_is_sorted_and_has_no_name_twice() {
    let names = ["b.docx", "a.docx", "B.docx", "a.docx", "a-2.docx"];
    let files = names.iter().map(|name| File::new(*name, name.as_bytes().to_vec()));
    let archive = archive(day("2026-10-03"), files.collect());
    let made: Vec<&str> = archive.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(made, ["B-2.docx", "a-2-2.docx", "a-2.docx", "a.docx", "b.docx"]);
    assert_eq!(archive.day, (2026, 10, 3));

    let mut meeting = Branch::new().meeting;
    assert_eq!(archive_name(&meeting), "2026-10-03_sinh-hoat-thuong-ky.zip");
    meeting.kind = Kind::Thematic;
    assert_eq!(archive_name(&meeting), "2026-10-03_sinh-hoat-chuyen-de.zip");
}

#[test]
fn a_paper_reaches_the_writer_as_it_was_composed() {
    let branch = Branch::new();
    let paper = roll_call(&branch.letterhead(), &branch.meeting, &branch.roll_call);
    let bytes = minicbor::to_vec(&paper).unwrap();
    assert_eq!(minicbor::decode::<Paper>(&bytes).unwrap(), paper);
    assert_eq!(LETTERS.len(), 23);
}
