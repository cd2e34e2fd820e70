//! The papers of a meeting: what each says, to whom, and under which file name.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a branch that cannot be told stops the test")]

mod branch;

use branch::{Branch, LETTERS, day, id, line, opinion};
use paper::{Block, File, Left, Page, Paper};
use rstest::rstest;
use so_tay::domain::attendance::{Entry, Means, State};
use so_tay::domain::meeting::{ItemRole, Kind, Plan};
use so_tay::domain::proceedings::{OpinionKind, Remedied};
use so_tay::domain::regulation::rubric::Points;
use so_tay::domain::regulation::{Regulation, RegulationId, Regulations};
use so_tay::domain::score::{Given, Mark, ScoreSheet};
use so_tay::domain::signed_paper::{Adoption, SignedPaper};
use so_tay::domain::task::Progress;
use so_tay::domain::vote::Vote;
use so_tay::domain::words::Prose;
use so_tay::papers::agenda::agenda;
use so_tay::papers::csv::csv;
use so_tay::papers::dossier::{Planned, Sources, dossier};
use so_tay::papers::folder::{Content, Format, Naming, archive};
use so_tay::papers::held::ReadBack;
use so_tay::papers::minutes::minutes;
use so_tay::papers::notice::{Addressee, Call, notice};
use so_tay::papers::resolution::{Issue, resolution};
use so_tay::papers::roll_call::roll_call;
use so_tay::papers::score_sheet::{Scores, Total, score_sheet, score_table};
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

fn call(branch: &Branch) -> Call<'_> {
    Call { meeting: &branch.meeting, reading: &[], reply_by: Some(day("2026-10-02")), telephone: None }
}

#[test]
fn a_notice_says_where_to_ring_or_leaves_room_to_write_it() {
    let branch = Branch::new();
    let number = line("0912 345 678");
    let told = |telephone| {
        let call = Call { telephone, ..call(&branch) };
        told(&notice(&branch.letterhead(), call, Addressee::Members, Page::A5Large))
    };
    assert!(told(Some(&number)).contains("của đồng chí thư ký: 0912 345 678.\n"));
    assert!(told(None).contains("của đồng chí thư ký: ......"));
}

#[test]
fn a_notice_calls_the_members_with_time_place_and_content() {
    let branch = Branch::new();
    let call = Call { reading: &["Dự thảo nghị quyết tháng 10"], ..call(&branch) };
    let paper = notice(&branch.letterhead(), call, Addressee::Members, Page::A4);
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
            "Nội dung: phần chuyên đề\n4. Thảo luận chuyên đề",
            "Chuyên đề: Phân loại rác tại nguồn, giữ sạch mương tưới nội đồng.",
            "Tài liệu đọc trước\n1. Dự thảo nghị quyết tháng 10",
            "báo lại chậm nhất ngày 02/10",
            "- Đảng viên chi bộ,\n- Đ/c phụ trách chi bộ,\n- Lưu chi bộ.\nT/M CHI ỦY\nBÍ THƯ\nBùi Văn Hòa",
        ],
    );
}

#[test]
fn a_member_without_a_phone_gets_a_notice_with_their_name() {
    let branch = Branch::new();
    let name = line("Tạ Thị Sáu");
    let to = Addressee::Member(&name);
    let paper = notice(&branch.letterhead(), call(&branch), to, Page::A5Large);
    assert_eq!(paper.page, Page::A5Large);
    assert_says(&paper, &["Kính gửi: đồng chí Tạ Thị Sáu", "trân trọng mời đồng chí dự", "- Như trên,"]);
    assert!(!told(&paper).contains("Tài liệu đọc trước"));
}

#[test]
fn a_guest_is_invited_and_need_not_excuse_themselves() {
    let branch = Branch::new();
    let name = line("Đồng chí Vũ Đình Thắng, Đảng ủy viên phụ trách chi bộ");
    let to = Addressee::Guest(&name);
    let paper = notice(&branch.letterhead(), call(&branch), to, Page::A4);
    assert_says(
        &paper,
        &["GIẤY MỜI\ndự sinh hoạt chi bộ thường kỳ tháng 10", "Kính gửi: Đồng chí Vũ Đình Thắng"],
    );
    assert!(!told(&paper).contains("báo lại"));
}

#[test]
fn the_officer_of_the_superior_is_invited_too() {
    let mut branch = Branch::new();
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Officer, Page::A4);
    assert_says(
        &paper,
        &[
            "GIẤY MỜI\ndự sinh hoạt chi bộ thường kỳ tháng 10",
            "Kính gửi: đồng chí cấp ủy viên phụ trách chi bộ, Đảng ủy xã Minh Khê",
            "trân trọng mời đồng chí dự",
        ],
    );
    branch.meeting.plan = Plan::Cancelled(Prose::parse("Bão số 9").unwrap());
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Officer, Page::A4);
    assert_says(&paper, &["THÔNG BÁO\nkhông tổ chức", "Lý do: Bão số 9"]);
}

#[test]
fn without_a_day_for_it_whoever_cannot_come_says_so_before_it_begins() {
    let branch = Branch::new();
    let call = Call { reply_by: None, ..call(&branch) };
    let paper = notice(&branch.letterhead(), call, Addressee::Members, Page::A4);
    assert_says(&paper, &["mong các đồng chí báo lại trước giờ họp theo số điện thoại"]);
}

#[test]
fn a_notice_says_what_has_become_of_the_meeting_and_why() {
    let mut branch = Branch::new();
    branch.meeting.plan = Plan::Postponed(Prose::parse("Bão số 9").unwrap());
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Members, Page::A4);
    assert_says(
        &paper,
        &["đổi thời gian sinh hoạt chi bộ thường kỳ tháng 10", "Lý do: Bão số 9", "19 giờ 00"],
    );

    branch.meeting.plan = Plan::Cancelled(Prose::parse("Bão số 9").unwrap());
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Members, Page::A4);
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
    let paper = branch.held(|held| roll_call(&branch.letterhead(), held));
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
    let paper = branch.held(|held| roll_call(&branch.letterhead(), held));
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
    branch.minutes.roll_call.tick(Entry {
        member: id(99),
        state: State::Excused,
        means: Means::Tick,
        at: None,
    });
    let paper = branch.held(|held| roll_call(&branch.letterhead(), held));
    assert_eq!(rows(&paper).len(), 23);
    assert_says(&paper, &["Tổng số đảng viên: 23 đồng chí", "Vắng có lý do: 04 đồng chí (không rõ tên, "]);
}

#[test]
fn papers_are_dated_by_the_day_on_which_the_meeting_was_held() {
    let mut branch = Branch::new();
    branch.meeting.starts = branch.meeting.starts.plus_minutes(3 * 24 * 60);
    let held = branch.held(|held| {
        let letterhead = branch.letterhead();
        [
            minutes(&letterhead, held, ReadBack::Unsaid),
            resolution(&letterhead, held, &Issue { number: None, previous: None, adopted_by: None }),
            roll_call(&letterhead, held),
            task_list(&letterhead, held),
            score_sheet(&letterhead, held, &branch.scores),
        ]
    });
    for paper in held {
        let told = told(&paper);
        assert!(told.contains("ngày 03 tháng 10 năm 2026") && !told.contains("06/10/2026"), "{told}");
    }
}

#[test]
fn a_task_list_says_who_does_what_by_when() {
    let mut branch = Branch::new();
    let paper = branch.held(|held| task_list(&branch.letterhead(), held));
    assert_says(
        &paper,
        &[
            "1 | Lắp bốn bể chứa vỏ bao thuốc bảo vệ thực vật ở cánh đồng phía tây | Trịnh Thị Mai | 20/10/2026 | ",
            "2 | Mỗi đảng viên phụ trách hộ đến ít nhất ba nhà, ghi kết quả vào sổ tay | Cả chi bộ |  | ",
            "3 | Sửa xong nắp cống Gốc Gạo | Đinh Văn Khải, Phạm Đình Quang | 15/10/2026 | ",
        ],
    );
    branch.minutes.tasks.clear();
    let none = branch.held(|held| task_list(&branch.letterhead(), held));
    assert_says(&none, &["Buổi sinh hoạt không giao nhiệm vụ."]);
}

#[rstest]
#[case(Content::Minutes, None, Format::Docx, "2026-10-03_bien-ban_chi-bo-thon-dong-sen.docx")]
#[case(
    Content::Resolution,
    Some("15-NQ/CB"),
    Format::Docx,
    "2026-10-03_nghi-quyet_15-NQ-CB_chi-bo-thon-dong-sen.docx"
)]
#[case(
    Content::Resolution,
    Some(" 03 - QĐ/ĐU "),
    Format::Docx,
    "2026-10-03_nghi-quyet_03-QD-DU_chi-bo-thon-dong-sen.docx"
)]
#[case(Content::Resolution, Some("/"), Format::Docx, "2026-10-03_nghi-quyet_chi-bo-thon-dong-sen.docx")]
#[case(Content::Score, None, Format::Xlsx, "2026-10-03_cham-diem_chi-bo-thon-dong-sen.xlsx")]
#[case(Content::Score, None, Format::Csv, "2026-10-03_cham-diem_chi-bo-thon-dong-sen.csv")]
#[case(Content::Calendar, None, Format::Ics, "2026-10-03_lich_chi-bo-thon-dong-sen.ics")]
fn files_are_named_by_the_rule_of_the_regulation_in_plain_letters(
    #[case] content: Content,
    #[case] number: Option<&str>,
    #[case] format: Format,
    #[case] name: &str,
) {
    assert_eq!(with_naming(|naming| naming.file(content, number, format)), name);
}

#[rstest]
#[case("../../etc", None, "2026-10-03_nghi-quyet_etc.docx")]
#[case("Chi bộ", Some("../../x/.."), "2026-10-03_nghi-quyet_x_chi-bo.docx")]
#[case(
    "\u{202e}\u{0}\\CON:*?<>|\"",
    Some("=cmd|' /C calc'!A0"),
    "2026-10-03_nghi-quyet_cmd-C-calc-A0_con.docx"
)]
#[case("…", None, "2026-10-03_nghi-quyet.docx")]
fn no_name_or_number_leads_out_of_the_folder(
    #[case] branch: &str,
    #[case] number: Option<&str>,
    #[case] name: &str,
) {
    let named =
        with_naming(|naming| Naming { branch, ..*naming }.file(Content::Resolution, number, Format::Docx));
    assert_eq!(named, name);
}

#[test]
fn a_rule_of_nothing_but_signs_or_of_endless_words_names_files_all_the_same() {
    let shipped = Regulations::shipped_text(RegulationId::FIRST).unwrap();
    let rule = shipped.lines().find(|line| line.starts_with("Tên tệp")).unwrap();
    let named = |other: &str| {
        let regulation = Regulation::parse(&shipped.replace(rule, &["Tên tệp = ", other].concat())).unwrap();
        with_naming(|naming| {
            let rule = &regulation.papers.file_name;
            Naming { rule, branch: "…", ..*naming }.file(Content::Minutes, None, Format::Docx)
        })
    };
    assert_eq!(named("{chi bộ}"), "bien-ban.docx");
    assert_eq!(named(&["{loại}", &"_dài".repeat(120)].concat()).len(), 205);
}

fn with_naming<T>(name: impl FnOnce(&Naming<'_>) -> T) -> T {
    let day = day("2026-10-03");
    let regulation = Regulations::shipped().in_force(day);
    name(&Naming { rule: &regulation.papers.file_name, day, branch: "Chi bộ thôn Đồng Sen" })
}

#[test]
fn a_meeting_has_a_file_for_each_paper_as_soon_as_it_can_be_written() {
    let branch = Branch::new();
    let names = |held: bool| {
        branch.held(|all| {
            let sources = Sources {
                call: call(&branch),
                calendar: String::new(),
                held: held.then_some(*all),
                minutes: held.then(|| minutes(&branch.letterhead(), all, ReadBack::Agreed)),
                resolution: held.then(|| resolution(&branch.letterhead(), all, &ISSUE)),
                number: ISSUE.number,
            };
            let files = with_naming(|naming| dossier(&branch.letterhead(), naming, sources));
            let short = |file: Planned| file.name.replace("_chi-bo-thon-dong-sen", "");
            files.into_iter().map(short).collect::<Vec<_>>()
        })
    };
    let before = [
        "2026-10-03_thong-bao_31-TB-CB.docx",
        "2026-10-03_thong-bao-chu-lon_31-TB-CB.docx",
        "2026-10-03_giay-moi_31-TB-CB.docx",
        "2026-10-03_chuong-trinh.docx",
        "2026-10-03_lich.ics",
    ];
    assert_eq!(names(false), before);
    assert_eq!(
        names(true),
        [
            "2026-10-03_thong-bao_31-TB-CB.docx",
            "2026-10-03_thong-bao-chu-lon_31-TB-CB.docx",
            "2026-10-03_giay-moi_31-TB-CB.docx",
            "2026-10-03_chuong-trinh.docx",
            "2026-10-03_diem-danh.docx",
            "2026-10-03_bien-ban.docx",
            "2026-10-03_nghi-quyet_15-NQ-CB.docx",
            "2026-10-03_nhiem-vu.docx",
            "2026-10-03_cham-diem.docx",
            "2026-10-03_cham-diem.csv",
            "2026-10-03_cham-diem.xlsx",
            "2026-10-03_lich.ics",
        ]
    );
}

#[test]
fn the_archive_of_a_meeting_is_sorted_and_has_no_name_twice() {
    let names = ["b.docx", "a.docx", "B.docx", "a.docx", "a-2.docx"];
    let files = names.iter().map(|name| File::new(*name, name.as_bytes().to_vec()));
    let archive = archive(day("2026-10-03"), files.collect());
    let made: Vec<&str> = archive.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(made, ["B-2.docx", "a-2-2.docx", "a-2.docx", "a.docx", "b.docx"]);
    assert_eq!(archive.day, (2026, 10, 3));

    let name = with_naming(|naming| naming.archive(Kind::Thematic));
    assert_eq!(name, "2026-10-03_sinh-hoat-chuyen-de_chi-bo-thon-dong-sen.zip");
}

/// Everything that a resolution can have.
const ISSUE: Issue<'_> = Issue {
    number: Some("15-NQ/CB"),
    previous: Some("14-NQ/CB"),
    adopted_by: Some(Adoption { favour: 17, voters: 19 }),
};

#[test]
fn minutes_tell_the_meeting_step_by_step() {
    let branch = Branch::new();
    let paper = branch.held(|held| minutes(&branch.letterhead(), held, ReadBack::Agreed));
    assert_says(
        &paper,
        &[
            "BIÊN BẢN\nSinh hoạt chi bộ thường kỳ tháng 10 năm 2026",
            "Thời gian bắt đầu: 19 giờ 00 ngày 03/10/2026. Địa điểm: Nhà văn hóa thôn Đồng Sen.",
            "Tổng số đảng viên: 22 đồng chí (chính thức 20, dự bị 02). Có mặt: 16 đồng chí",
            "Đại biểu: đồng chí Vũ Đình Thắng, Đảng ủy viên phụ trách chi bộ.",
            "Chủ trì: đồng chí Bùi Văn Hòa, Bí thư. Thư ký: đồng chí Phạm Thị Nhàn.",
            "Đảng phí: đã nộp 22/22 đảng viên.",
            "PHẦN THƯỜNG KỲ\n1. Khai mạc, điểm danh, thông qua chương trình (19 giờ 00).\nChủ trì nêu mục đích",
            "3. Tự phê bình và phê bình (19 giờ 23).\na) Đồng chí Trịnh Thị Mai tự phê bình: nhận chậm",
            "b) Đồng chí Đinh Văn Khải, đồng chí Phạm Đình Quang phê bình, góp ý: lịch trực",
            "PHẦN CHUYÊN ĐỀ: Phân loại rác tại nguồn, giữ sạch mương tưới nội đồng\n4. Thảo luận",
            "b) Đồng chí Nguyễn Thị Lan kiến nghị: xã hỗ trợ bể chứa.\n\
         Nhất trí: đồng chí Trần Thanh Bình, đồng chí Hoàng Thị Dung.",
            "ĐÁNH GIÁ TÌNH HÌNH\na) Tình hình tư tưởng: đảng viên ổn định",
            "c) Hạn chế và nguyên nhân: một số đồng chí chưa báo cáo kết quả phụ trách hộ.\nNguyên nhân:",
            "BIỂU QUYẾT\nThông qua nghị quyết: 16/18 đảng viên chính thức tán thành, đạt 88,9%; ý kiến khác 01.",
            "NHIỆM VỤ THÁNG 10\na) Lắp bốn bể",
            "PHÂN CÔNG NHIỆM VỤ\na) Lắp bốn bể",
            "c) Sửa xong nắp cống Gốc Gạo: Đinh Văn Khải, Phạm Đình Quang; thời hạn 15/10/2026.",
            "Kết thúc lúc 21 giờ 02 cùng ngày. Biên bản đã đọc lại, chi bộ nhất trí.",
        ],
    );
    let Some(Left::Signature(taker)) = paper.foot.as_ref().map(|foot| &foot.left) else {
        panic!("minutes are signed twice");
    };
    assert_eq!((taker.role.as_str(), taker.name.as_str()), ("THƯ KÝ", "Phạm Thị Nhàn"));
}

#[rstest]
#[case(ReadBack::Unsaid, "cùng ngày.")]
#[case(ReadBack::Agreed, "cùng ngày. Biên bản đã đọc lại, chi bộ nhất trí.")]
#[case(
    ReadBack::Voted(Adoption { favour: 17, voters: 18 }),
    "cùng ngày. Biên bản đã đọc lại, 17/18 đảng viên chính thức tán thành, đạt 94,4%."
)]
fn minutes_claim_to_be_read_back_only_when_somebody_has_said_so(
    #[case] read_back: ReadBack,
    #[case] end: &str,
) {
    let branch = Branch::new();
    let paper = branch.held(|held| minutes(&branch.letterhead(), held, read_back));
    assert!(told(&paper).contains(&[end, "\n"].concat()), "{}", told(&paper));
}

#[test]
fn a_meeting_late_in_the_month_lays_down_the_tasks_of_the_next_one() {
    let mut branch = Branch::new();
    branch.ahead = branch.ahead.next();
    branch.proceedings.findings.conclusion = Prose::parse("Chi bộ thống nhất các nhiệm vụ trên.").unwrap();
    let paper = branch.held(|held| resolution(&branch.letterhead(), held, &ISSUE));
    assert_says(
        &paper,
        &[
            "về lãnh đạo thực hiện nhiệm vụ tháng 11 năm 2026",
            "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 10",
            "II- NHIỆM VỤ THÁNG 11\na) Lắp bốn bể",
            "e) Chuẩn bị ngày hội đại đoàn kết.\nChi bộ thống nhất các nhiệm vụ trên.\nIII- ",
        ],
    );
}

#[test]
fn a_resolution_has_four_parts_a_vote_and_an_annex() {
    let branch = Branch::new();
    let paper = branch.held(|held| resolution(&branch.letterhead(), held, &ISSUE));
    assert_says(
        &paper,
        &[
            "Số 15-NQ/CB",
            "NGHỊ QUYẾT\nvề lãnh đạo thực hiện nhiệm vụ tháng 10 năm 2026",
            "Hồi 19 giờ 00 ngày 03/10/2026, tại Nhà văn hóa thôn Đồng Sen, Chi bộ thôn Đồng Sen sinh hoạt thường kỳ \
         tháng 10, có phần chuyên đề quý IV. Chi bộ có 22 đảng viên (chính thức 20, dự bị 02); có mặt 16, vắng có lý \
         do 03, vắng không lý do 01, miễn sinh hoạt 01, sinh hoạt tạm thời nơi khác 01; thời lượng 122 phút. \
         Chủ trì: đồng chí Bùi Văn Hòa, Bí thư; thư ký: đồng chí Phạm Thị Nhàn. Đảng phí: đã nộp 22/22 đảng viên.",
            "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 9\n1. Tình hình tư tưởng: đảng viên ổn định",
            "3. Kết quả nhiệm vụ của Nghị quyết số 14-NQ/CB:\n\
         1 | Khơi thông 3,2 km mương tưới trước vụ đông | Hoàn thành | ",
            "2 | Vận động 40 hộ ký cam kết phân loại rác | 34/40, đang làm | Sáu hộ đi làm xa",
            "4. Biểu dương đồng chí Phạm Đình Quang: khơi thông mương trước hạn.",
            "5. Hạn chế và nguyên nhân: một số đồng chí chưa báo cáo kết quả phụ trách hộ.\nNguyên nhân:",
            "II- NHIỆM VỤ THÁNG 10\na) Lắp bốn bể",
            "d) Lấy ý kiến nhân dân về quy ước thôn sửa đổi.\nđ) Thu, nộp đảng phí tháng 10 trước ngày 10/10.\ne) Chuẩn bị",
            "III- PHÂN CÔNG THỰC HIỆN\n1 | Lắp bốn bể",
            "| Trịnh Thị Mai | 20/10/2026 | Kỳ sinh hoạt sau",
            "IV- TỰ CHẤM ĐIỂM KỲ SINH HOẠT\nChi bộ tự chấm 89,5/100 điểm, xếp loại Khá, cụ thể:\n1 | Chấp hành",
            "Nghị quyết được 17/19 đảng viên chính thức tán thành, đạt 89,5%.",
            "1. Đồng chí Trịnh Thị Mai tự phê bình: nhận chậm",
            "6. Đồng chí Hoàng Thị Dung nhất trí.",
            "- Đảng ủy xã Minh Khê (báo cáo),\n- Đảng viên chi bộ,\n- Lưu sổ nghị quyết.\nT/M CHI BỘ\nBÍ THƯ\nBùi Văn Hòa",
        ],
    );
}

#[test]
fn what_only_the_secretary_reads_is_in_no_paper() {
    let branch = Branch::new();
    let papers = branch.held(|held| {
        [
            minutes(&branch.letterhead(), held, ReadBack::Agreed),
            resolution(&branch.letterhead(), held, &ISSUE),
        ]
    });
    for paper in papers {
        assert!(!told(&paper).contains("Nhắc nhở"), "{}", told(&paper));
    }
}

#[rstest]
#[case("Lương Văn Khải", "")]
#[case("Đồng chí Lương Văn Khải", "")]
#[case("Đ/c Lương Văn Khải, Phó Bí thư", ", Phó Bí thư")]
fn whoever_the_notice_names_presides_and_signs_where_nobody_else_was_chosen(
    #[case] named: &str,
    #[case] office: &str,
) {
    let mut branch = Branch::new();
    branch.proceedings.chair = None;
    branch.meeting.chair = line(named);
    let paper = branch.held(|held| minutes(&branch.letterhead(), held, ReadBack::Agreed));
    assert_says(&paper, &[&format!("Chủ trì: đồng chí Lương Văn Khải{office}. Thư ký: ")]);
    assert_eq!(paper.foot.map(|foot| foot.right.name).as_deref(), Some("Lương Văn Khải"));
}

#[test]
fn a_resolution_of_a_thematic_meeting_is_about_its_theme_and_leaves_out_what_is_empty() {
    let mut branch = Branch::new();
    branch.meeting.kind = Kind::Thematic;
    branch.minutes.outcomes.clear();
    branch.minutes.tasks.clear();
    branch.proceedings.opinions.clear();
    branch.proceedings.findings.conclusion = Prose::parse("Phân loại rác từ từng nhà.").unwrap();
    branch.proceedings.findings.next_month.clear();
    let issue = Issue { number: None, previous: None, adopted_by: None };
    let paper = branch.held(|held| resolution(&branch.letterhead(), held, &issue));
    assert_says(
        &paper,
        &[
            "về chuyên đề: Phân loại rác tại nguồn",
            "I- KẾT QUẢ THẢO LUẬN",
            "II- KẾT LUẬN\nPhân loại rác từ từng nhà.",
            "III- TỰ CHẤM",
        ],
    );
    let told = told(&paper);
    assert!(!told.contains("PHÂN CÔNG") && !told.contains("tán thành") && paper.annexes.is_empty(), "{told}");
}

#[test]
fn the_vote_on_the_score_and_what_became_of_remedies_stand_in_both_papers() {
    let mut branch = Branch::new();
    let found = Remedied {
        progress: Progress::Done,
        result: Prose::parse("đồng chí Mai phụ trách.").unwrap(),
    };
    branch.proceedings.remedied = Some(found);
    let voted = Vote { decides: ItemRole::Score, favour: 17, ..branch.proceedings.votes[0].clone() };
    branch.proceedings.votes.push(voted);
    let looked = "Biện pháp khắc phục sau kỳ trước: Gửi dự thảo trước ba ngày.\n\
                  Kết quả khắc phục: hoàn thành; đồng chí Mai phụ trách.";
    let minutes = branch.held(|held| minutes(&branch.letterhead(), held, ReadBack::Agreed));
    assert_says(
        &minutes,
        &[
            looked,
            "Chi bộ tự chấm 89,5/100 điểm, xếp loại Khá; 17/18 đảng viên chính thức tán thành, đạt 94,4%.",
            "Biện pháp khắc phục: gặp trước các đồng chí hay vắng.",
        ],
    );
    let resolution = branch.held(|held| resolution(&branch.letterhead(), held, &ISSUE));
    assert_says(
        &resolution,
        &[looked, "xếp loại Khá; 17/18 đảng viên chính thức tán thành, đạt 94,4%, cụ thể:"],
    );
}

#[test]
fn a_score_sheet_shows_every_item_with_its_reason_and_the_same_numbers_as_its_table() {
    let branch = Branch::new();
    let paper = branch.held(|held| score_sheet(&branch.letterhead(), held, &branch.scores));
    assert_says(
        &paper,
        &[
            "PHIẾU CHẤM ĐIỂM\nsinh hoạt chi bộ thường kỳ ngày 03/10/2026",
            "2.1 | Dự đông đủ | 5 | 3 | dự 80%; vắng không lý do 01",
            "3.1 | Chuẩn bị nội dung | 5 | 4,5 | dự thảo gửi muộn",
            "3.2 | Họp chi ủy, thông báo | 5 | không tính | ",
            " | Tổng điểm | 100 | 89,5 | Khá",
            "Chi bộ tự chấm: 89,5/100 điểm, xếp loại Khá.",
        ],
    );
    let official = Some(Total { points: 880, rating: "Khá" });
    let rated = Scores { official, ..branch.scores.clone() };
    let paper = branch.held(|held| score_sheet(&branch.letterhead(), held, &rated));
    assert_says(
        &paper,
        &["Cấp ủy cấp trên chấm: 88/100 điểm, xếp loại Khá.\nChênh lệch: thấp hơn 1,5 điểm."],
    );
    let table = csv(&branch.held(|held| score_table(&branch.letterhead(), held, &branch.scores)));
    assert!(table.contains("\r\n3.1;Chuẩn bị nội dung;5;4,5;dự thảo gửi muộn\r\n"), "{table}");
    assert!(table.ends_with("\r\n;Tổng điểm tự chấm;100;89,5;Khá\r\n"), "{table}");
}

#[test]
fn a_score_sheet_follows_the_rubric_of_its_regulation() {
    let branch = Branch::new();
    let regulation = Regulations::shipped().in_force(day("2026-10-03"));
    let rubric = &regulation.rubric;
    let marks = rubric.items().map(|(_, item)| Mark {
        key: item.key.clone(),
        given: if item.key.as_str() == "2.1" {
            Given::Points(Points(35))
        } else {
            Given::Points(item.points)
        },
        note: Prose::parse("lý do").unwrap(),
    });
    let sheet = ScoreSheet { regulation: regulation.id, marks: marks.collect(), remedies: Prose::default() };
    let notes: Vec<String> = sheet.marks.iter().map(|mark| mark.note.to_string()).collect();
    let scores = Scores::of(rubric, &sheet, &notes, None);
    let paper = branch.held(|held| score_sheet(&branch.letterhead(), held, &scores));
    assert_says(
        &paper,
        &[
            "1 | Chấp hành thời gian, thời lượng | 5 | 5 | \n1.1 | Đúng thời gian, đủ thời lượng | 5 | 5 | lý do\n2 | Tỷ lệ",
            "2.1 | Dự đông đủ, không ai vắng không lý do | 5 | 3,5 | lý do",
            "Chi bộ tự chấm: 98,5/100 điểm, xếp loại Tốt.",
        ],
    );
}

#[test]
fn a_resolution_with_the_most_opinions_of_a_meeting_can_be_locked() {
    let mut branch = Branch::new();
    let words = "Đường nội đồng còn hẹp, xe chở lúa phải dừng từ đầu bờ. ".repeat(8);
    branch.proceedings.opinions =
        (0..240).map(|number| opinion(number, 3, OpinionKind::Opinion, &[3], words.trim())).collect();
    let paper = branch.held(|held| resolution(&branch.letterhead(), held, &ISSUE));
    let bytes = paper.to_bytes();
    assert!(bytes.len() <= SignedPaper::TEXT_BYTES_MAX, "{} bytes", bytes.len());
    assert_eq!(Paper::from_bytes(&bytes), Some(paper));
}

#[test]
fn bytes_that_are_no_paper_open_as_none() {
    let branch = Branch::new();
    let mut bytes = agenda(&branch.letterhead(), &branch.meeting).to_bytes();
    assert!(Paper::from_bytes(&bytes).is_some());
    assert_eq!(Paper::from_bytes(&bytes[..bytes.len() - 1]), None);
    bytes.push(0);
    assert_eq!(Paper::from_bytes(&bytes), None);
    assert_eq!(LETTERS.len(), 23);
}
