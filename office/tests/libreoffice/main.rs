//! LibreOffice opens what is written: pages, head, numbers, letters, the roll of names, the table. What it makes of the
//! files stays in `target/tmp/papers`, to be looked at.

#![allow(clippy::unwrap_used, reason = "a program that does not answer stops the test")]

#[path = "../../../tests/papers/branch.rs"]
mod branch;

use branch::{Branch, day, line};
use office::{docx, xlsx, zip};
use paper::{Cell, File, Page, Paper, Spreadsheet, SpreadsheetColumn};
use so_tay::domain::signed_paper::Adoption;
use so_tay::papers::agenda::agenda;
use so_tay::papers::csv::csv;
use so_tay::papers::folder::archive;
use so_tay::papers::held::ReadBack;
use so_tay::papers::minutes::minutes;
use so_tay::papers::notice::{Addressee, Call, notice};
use so_tay::papers::resolution::{Issue, resolution};
use so_tay::papers::roll_call::roll_call;
use so_tay::papers::score_sheet::score_sheet;
use so_tay::papers::task_list::task_list;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(program: &mut Command) -> String {
    let output = program.output().unwrap();
    assert!(output.status.success(), "{program:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What LibreOffice makes of a file, in another format.
fn converted(file: &Path, format: &str) -> PathBuf {
    let folder = file.parent().unwrap();
    // With a profile of its own it runs beside one that is open, and with nobody's settings.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    run(Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .args([folder, file]));
    file.with_extension(format.split(':').next().unwrap())
}

/// The pages of a paper as LibreOffice shows them.
fn pages(name: &str, paper: &Paper) -> Vec<String> {
    let file = folder(name).join("paper.docx");
    fs::write(&file, docx(paper).unwrap()).unwrap();
    let pdf = converted(&file, "pdf");
    run(Command::new("pdftoppm").args(["-r", "70", "-png"]).args([&pdf, &file.with_extension("")]));
    let text = run(Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-"));
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// How wide and high the first page is, in millimetres.
fn sheet(name: &str) -> (u32, u32) {
    let told = run(Command::new("pdfinfo").arg(folder(name).join("paper.pdf")));
    let size = told.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
    let points = size.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    let sides: Vec<u32> = points.map(|points| (points * 25.4 / 72.0).round() as u32).collect();
    (sides[0], sides[1])
}

/// The lines in their order, spaces between words counted as one.
#[track_caller]
fn assert_shows(page: &str, lines: &[&str]) {
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = page.as_str();
    for line in lines {
        let at = rest.find(line).unwrap_or_else(|| panic!("{line} is missing or out of place in\n{page}"));
        rest = &rest[at + line.len()..];
    }
}

fn call(branch: &Branch) -> Call<'_> {
    Call { meeting: &branch.meeting, reading: &[], reply_by: Some(day("2026-10-02")), telephone: None }
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn a_notice_is_one_page_with_the_head_of_the_party() {
    let branch = Branch::new();
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Members, Page::A4);
    let pages = pages("notice", &paper);
    assert_eq!(pages.len(), 1);
    assert_eq!(sheet("notice"), (210, 297));
    assert_shows(&pages[0], &["ĐẢNG ỦY XÃ MINH KHÊ ĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ THÔN ĐỒNG SEN"]);
    assert_shows(
        &pages[0],
        &["Số 31-TB/CB", "THÔNG BÁO", "19 giờ 00, thứ Bảy, ngày 03/10/2026", "Nơi nhận:", "Bùi Văn Hòa"],
    );
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn a_notice_in_large_print_fits_on_half_a_sheet() {
    let branch = Branch::new();
    let name = line("Tạ Thị Sáu");
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Member(&name), Page::A5Large);
    let pages = pages("large-notice", &paper);
    assert_eq!(sheet("large-notice"), (148, 210));
    assert_shows(&pages[0], &["ĐẢNG ỦY XÃ MINH KHÊ ĐẢNG CỘNG SẢN VIỆT NAM", "Kính gửi: đồng chí Tạ Thị Sáu"]);
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn the_officer_of_the_superior_has_an_invitation_of_one_page() {
    let branch = Branch::new();
    let paper = notice(&branch.letterhead(), call(&branch), Addressee::Officer, Page::A4);
    let pages = pages("invitation", &paper);
    assert_eq!(pages.len(), 1);
    let to = "Kính gửi: đồng chí cấp ủy viên phụ trách chi bộ, Đảng ủy xã Minh Khê";
    assert_shows(&pages[0], &["GIẤY MỜI", to]);
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn a_roll_call_shows_all_members_in_order_and_numbers_its_pages() {
    let branch = Branch::new();
    let pages = pages("roll-call", &branch.held(|held| roll_call(&branch.letterhead(), held)));
    assert_shows(
        &pages.join(" "),
        &[
            "1 Trần Thanh Bình",
            "3 Vũ Minh Đức",
            "7 Tạ Quang Huy Đảng viên dự bị Vắng không lý do",
            "12 Trịnh Thị Mai",
            "16 Tạ Thị Sáu Đảng viên chính thức Miễn sinh hoạt",
            "22 Lý Thị Yến",
            "Tổng số đảng viên: 22 đồng chí (chính thức 20, dự bị 02).",
            "Tỷ lệ dự sinh hoạt: 80%.",
        ],
    );
    assert!(pages[1].trim_start().starts_with('2'), "{}", pages[1]);
    assert!(!pages[0].trim_start().starts_with('1'), "{}", pages[0]);
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn an_agenda_and_a_task_list_show_their_tables() {
    let branch = Branch::new();
    let shown = pages("agenda", &agenda(&branch.letterhead(), &branch.meeting));
    assert_shows(&shown[0], &["CHƯƠNG TRÌNH", "Phần thường kỳ", "19 giờ 10", "Phần chuyên đề", "20 giờ 50"]);
    let shown = pages("tasks", &branch.held(|held| task_list(&branch.letterhead(), held)));
    assert_shows(
        &shown[0],
        &["DANH SÁCH NHIỆM VỤ", "Trịnh Thị Mai 20/10/2026", "Cả chi bộ", "Đinh Văn Khải,"],
    );
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn minutes_show_opinions_in_letters_and_two_signatures() {
    let branch = Branch::new();
    let shown = pages("minutes", &branch.held(|held| minutes(&branch.letterhead(), held, ReadBack::Agreed)));
    assert_shows(
        &shown.join(" "),
        &[
            "BIÊN BẢN",
            "a) Đồng chí Trịnh Thị Mai tự phê bình:",
            "b) Đồng chí Đinh Văn Khải,",
            "Kết thúc lúc 21 giờ 02 cùng ngày.",
            "THƯ KÝ CHỦ TRÌ",
            "Phạm Thị Nhàn Bùi Văn Hòa",
        ],
    );
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn a_resolution_shows_its_number_parts_letters_and_annex() {
    let branch = Branch::new();
    let adopted_by = Some(Adoption { favour: 17, voters: 19 });
    let issue = Issue { number: Some("15-NQ/CB"), previous: Some("14-NQ/CB"), adopted_by };
    let shown = pages("resolution", &branch.held(|held| resolution(&branch.letterhead(), held, &issue)));
    assert_shows(
        &shown.join(" "),
        &[
            "Số 15-NQ/CB",
            "NGHỊ QUYẾT",
            "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 9",
            "34/40, đang làm",
            "II- NHIỆM VỤ THÁNG 10",
            "d) Lấy ý kiến",
            "đ) Thu, nộp",
            "e) Chuẩn bị",
            "III- PHÂN CÔNG",
            "IV- TỰ CHẤM",
            "17/19 đảng viên chính thức tán thành, đạt 89,5%.",
            "T/M CHI BỘ",
            "PHỤ LỤC",
        ],
    );
    assert!(shown.last().unwrap().contains("PHỤ LỤC"), "the annex begins a page");
    pages("score-sheet", &branch.held(|held| score_sheet(&branch.letterhead(), held, &branch.scores)));
}

fn table() -> Spreadsheet {
    Spreadsheet {
        name: "Chấm điểm 10/2026".to_owned(),
        title: vec!["BẢNG CHẤM ĐIỂM".to_owned(), "Chi bộ thôn Đồng Sen".to_owned()],
        columns: vec![SpreadsheetColumn::new("Tiêu chí", 40), SpreadsheetColumn::new("Điểm", 8)],
        rows: vec![
            vec![Cell::text("Chấp hành thời gian, thời lượng"), Cell::Number(4_500)],
            vec![Cell::text("=1+1 & <b>"), Cell::whole(30)],
            vec![Cell::text("Không áp dụng"), Cell::Empty],
        ],
    }
}

#[test]
#[ignore = "needs LibreOffice: `cargo xtask test` runs it"]
fn a_table_keeps_its_words_and_numbers() {
    let file = folder("table").join("table.xlsx");
    fs::write(&file, xlsx(&table()).unwrap()).unwrap();
    let read = fs::read_to_string(converted(&file, "csv:Text - txt - csv (StarCalc):44,34,76")).unwrap();
    let expected = "BẢNG CHẤM ĐIỂM,\nChi bộ thôn Đồng Sen,\nTiêu chí,Điểm\n\
        \"Chấp hành thời gian, thời lượng\",4.5\n=1+1 & <b>,30\nKhông áp dụng,\n";
    assert_eq!(read, expected);
}

#[test]
fn the_folder_of_a_meeting_opens_with_its_names_and_day() {
    let files = vec![
        File::new("2026-10-03_diem-danh.docx", vec![1; 3_000]),
        File::new("2026-10-03_cham-diem.csv", csv(&table()).into_bytes()),
    ];
    let bytes = zip(&archive(branch::day("2026-10-03"), files)).unwrap();
    let opened = rawzip::ZipArchive::from_slice(&bytes).unwrap();
    let listed: Vec<String> = opened
        .entries()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
            let day = entry.last_modified();
            format!("{name} {}/{}/{} {}", day.day(), day.month(), day.year(), entry.uncompressed_size_hint())
        })
        .collect();
    let csv_bytes = csv(&table()).len();
    assert_eq!(
        listed,
        [
            format!("2026-10-03_cham-diem.csv 3/10/2026 {csv_bytes}"),
            "2026-10-03_diem-danh.docx 3/10/2026 3000".to_owned(),
        ]
    );
}

#[test]
fn the_same_paper_gives_the_same_file() {
    let branch = Branch::new();
    let paper = agenda(&branch.letterhead(), &branch.meeting);
    assert_eq!(docx(&paper).unwrap(), docx(&paper).unwrap());
    assert_eq!(xlsx(&table()).unwrap(), xlsx(&table()).unwrap());
}

#[test]
fn what_the_app_sends_is_written() {
    let branch = Branch::new();
    let paper = agenda(&branch.letterhead(), &branch.meeting);
    assert_eq!(office::docx_of(&paper.to_bytes()), docx(&paper).ok());
    assert_eq!(office::xlsx_of(&minicbor::to_vec(table()).unwrap()), xlsx(&table()).ok());
    let archive = archive(branch::day("2026-10-03"), vec![File::new("a", vec![0, 255])]);
    assert_eq!(office::zip_of(&minicbor::to_vec(&archive).unwrap()), zip(&archive).ok());
}

#[test]
fn what_is_no_paper_is_refused() {
    assert_eq!(office::docx_of(b"\xff\x00"), None);
    assert_eq!(office::xlsx_of(&[]), None);
    assert_eq!(office::zip_of(b"{}"), None);
}
