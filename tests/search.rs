//! Search finds the clause that was meant: in regulations as they circulate, where they lie beside the checkout, and
//! in a library that is made up.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use so_tay::domain::document::{Document, File, Kind, Media};
use so_tay::domain::id::{BlobId, ThingId};
use so_tay::domain::words::Line;
use so_tay::library::index::{Builder, Candidate, Found, Segment, Sought, find};
use so_tay::library::passages::{Passage, blocks_of, passages};
use std::path::{Path, PathBuf};
use std::process::Command;

struct Paper {
    title: Segment,
    passages: Vec<Passage>,
    words: Segment,
    bytes: usize,
}

impl Paper {
    fn new(kind: Kind, number: &str, summary: &str, issuer: &str, text: &str) -> Self {
        let document = Document {
            id: ThingId([1; 16]),
            kind,
            number: Some(Line::parse(number).unwrap()),
            summary: Line::parse(summary).unwrap(),
            issuer: Line::parse(issuer).unwrap(),
            issued_on: None,
            file: File { blob: BlobId([1; 32]), bytes: 1, media: Media::Text },
            reading: None,
        };
        let passages = passages(&blocks_of(Media::Text, text.as_bytes()).unwrap());
        let mut words = Builder::default();
        passages.iter().for_each(|passage| words.add(&passage.text, passage.heading));
        let bytes = passages.iter().map(|passage| passage.text.len() + 1).sum();
        Self { title: Segment::of_title(&document), words: words.finish(), passages, bytes }
    }
}

fn search(papers: &[Paper], typed: &str) -> Vec<Found> {
    let candidate = |paper: &'_ Paper| (paper.title.clone(), paper.words.clone());
    let owned: Vec<_> = papers.iter().map(candidate).collect();
    let candidates: Vec<_> =
        owned.iter().map(|(title, text)| Candidate { title, text: Some(text) }).collect();
    find(&Sought::parse(typed), &candidates)
}

/// The three best passages of all documents together, each with the number of its document.
fn best(papers: &[Paper], typed: &str) -> Vec<(usize, String)> {
    let found = search(papers, typed);
    let mut spots: Vec<_> =
        found.iter().flat_map(|found| found.spots.iter().map(move |spot| (found.candidate, *spot))).collect();
    spots.sort_by(|(_, a), (_, b)| b.score.total_cmp(&a.score));
    let text = |(paper, spot): (usize, so_tay::library::index::Spot)| {
        (paper, papers[paper].passages[spot.passage].text.clone())
    };
    spots.into_iter().take(3).map(text).collect()
}

/// What was typed, the document (294, 06, 38), and how the passage begins that is meant.
const QUERIES: [(&str, usize, &str); 30] = [
    ("the dang vien cap lai khi bi mat", 2, "c) Thủ tục xét, cấp lại thẻ đảng viên bị mất"),
    ("quản lý hồ sơ đảng viên", 1, "8. Quản lý hồ sơ đảng viên"),
    (
        "đảng viên sinh hoạt tạm thời đóng đảng phí ở đâu",
        0,
        "c) Đảng viên sinh hoạt đảng tạm thời không tính",
    ),
    ("bo sinh hoat ba thang trong nam", 0, "Chi bộ xem xét, đề nghị cấp ủy có thẩm quyền quyết định xoá tên"),
    ("giai tan to chuc dang", 0, "9.3.5. Trường hợp giải tán tổ chức đảng"),
    ("\"số thành viên của đại hội đảng viên\"", 0, "9.3.2."),
    ("huy hiệu đảng 90 năm", 1, "18.1. Đảng viên có đủ 30, 40, 45"),
    ("giới thiệu người vào đảng", 0, "3. Điều 4: Giới thiệu và kết nạp"),
    ("thời hạn dự bị 12 tháng", 0, "4.2.1."),
    ("ket nap lai nguoi vao dang", 0, "3.5. Về kết nạp lại"),
    ("thẻ đảng viên dùng để biểu quyết", 0, "6.1.6. Sử dụng thẻ đảng viên"),
    ("đảng ủy họp thường lệ mấy tháng một lần", 0, "d) Ban thường vụ đảng ủy mỗi tháng họp một lần"),
    ("kinh phi hoat dong dang phi", 0, "31.2.1."),
    ("cách tính nhiệm kỳ đại hội chi bộ", 1, "13. Về cách tính nhiệm kỳ"),
    ("tuổi đảng tính từ ngày", 0, "4.5.1."),
    ("lớp nhận thức về Đảng", 1, "Giấy chứng nhận học lớp bồi dưỡng"),
    ("trình độ học vấn của người vào đảng", 0, "1. Điều 1 (Khoản 2): Tuổi đời"),
    ("điều 21 lập chi bộ cơ sở", 0, "20. Điều 21: Việc lập chi bộ cơ sở"),
    ("294", 0, "Số 294-QĐ/TW"),
    ("38-HD/BTCTW", 2, "Số 38"),
    ("qđ 294 điểm 27", 2, "Hình thức, thẩm quyền khen thưởng"),
    ("kỷ luật khiển trách huy hiệu đảng", 0, "c) Tại thời điểm xét tặng Huy hiệu Đảng"),
    ("truy tang huy hieu dang", 1, "18.2. Đảng viên từ trần"),
    ("đảng viên ra nước ngoài chữa bệnh", 1, "Đảng viên đi công tác, học tập, lao động, chữa bệnh"),
    ("thẩm tra lý lịch người vào đảng", 1, "3.4. Thẩm tra lý lịch"),
    ("tieu chuan tang huy hieu dang", 0, "28.3.1. Tiêu chuẩn, đối tượng"),
    ("\"miễn công tác và sinh hoạt\"", 0, "7. Điều 7: Đảng viên xin miễn công tác"),
    ("xoá tên đảng viên dự bị", 1, "4.6. Thủ tục xóa tên đảng viên dự bị"),
    ("chuyen sinh hoat dang tam thoi", 1, "10.2.2. Chuyển sinh hoạt đảng tạm thời"),
    ("khen thuong to chuc dang", 1, "19. Khen thưởng tổ chức đảng"),
];

fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/documents");
    let folder = std::env::var_os("SO_TAY_CORPUS").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn regulation(folder: &Path, file: &str) -> Option<String> {
    let output = Command::new("pdftotext").arg("-layout").arg(folder.join(file)).arg("-").output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

fn regulations() -> Option<Vec<Paper>> {
    let folder = corpus()?;
    let texts = ["quydinh294.pdf", "huongdan06.pdf", "huongdan38.pdf"].map(|file| regulation(&folder, file));
    let [Some(first), Some(second), Some(third)] = &texts else { return None };
    Some(vec![
        Paper::new(Kind::Regulation, "294-QĐ/TW", "Thi hành Điều lệ Đảng", "Ban Chấp hành Trung ương", first),
        Paper::new(Kind::Guidance, "06-HD/TW", "Một số vấn đề thi hành Điều lệ Đảng", "Ban Bí thư", second),
        Paper::new(
            Kind::Guidance,
            "38-HD/BTCTW",
            "Nghiệp vụ công tác đảng viên",
            "Ban Tổ chức Trung ương",
            third,
        ),
    ])
}

#[test]
fn the_clause_that_was_meant_is_among_the_first_three() {
    let Some(papers) = regulations() else {
        eprintln!("left out: no regulations beside the checkout, or no pdftotext");
        return;
    };
    let mut missed = String::new();
    for (typed, paper, begins) in QUERIES {
        let best = best(&papers, typed);
        if !best.iter().any(|(of, text)| *of == paper && text.starts_with(begins)) {
            missed.push_str(&format!("{typed}: {begins}\n  {best:#?}\n"));
        }
    }
    assert!(missed.is_empty(), "{missed}");
    let first = |typed: &str| search(&papers, typed)[0].candidate;
    assert_eq!(["294", "HD 06", "38-HD/BTCTW", "QĐ", "nghiep vu"].map(first), [0, 1, 2, 0, 2]);
    for paper in &papers {
        assert!(paper.words.bytes().len() * 100 < paper.bytes * 30, "{} bytes", paper.words.bytes().len());
    }
}

/// A library of reports of villages, alike but for what each says of its own.
fn village_library(count: usize) -> Vec<Paper> {
    let tasks =
        ["nạo vét mương tưới", "sửa đường liên thôn", "thăm hộ neo đơn", "trồng cây ven đê", "thu gom rác"];
    let places = ["xóm Giếng", "bờ đê", "nhà văn hóa", "chợ quê", "trường mầm non", "trạm bơm", "sân kho"];
    let words = "chi bộ đảng viên kế hoạch thực hiện nhiệm vụ tháng kết quả hội nghị thống nhất phân công đồng chí \
                 phụ trách hoàn thành tiến độ nhân dân tham gia đóng góp vận động tuyên truyền kiểm tra giám sát \
                 báo cáo đề nghị cấp ủy quan tâm hỗ trợ kinh phí vật liệu thời gian tới tiếp tục duy trì phong trào";
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut state = 7_usize;
    let mut draw = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut paper = |number: usize| {
        let mut text = format!("BÁO CÁO\n\nI. Kết quả tháng {}\n\n", number % 12 + 1);
        for clause in 1..=24 {
            let (task, place) = (tasks[draw(tasks.len())], places[draw(places.len())]);
            text.push_str(&format!(
                "{clause}.1. Việc {task} ở {place}: {} hộ, {} ngày công; ",
                draw(300),
                draw(90)
            ));
            for _ in 0..50 {
                text.push_str(words[draw(words.len())]);
                text.push(' ');
            }
            text.push_str(&format!("theo công văn {}.\n\n", draw(4_000)));
        }
        text.push_str(&format!("Ghi nhớ: giếng làng số {number} đã khơi xong.\n"));
        Paper::new(
            Kind::Report,
            &format!("{number}-BC/CB"),
            "Báo cáo công tác tháng",
            "Chi bộ thôn Đông",
            &text,
        )
    };
    (1..=count).map(&mut paper).collect()
}

#[test]
fn one_sentence_is_found_among_the_texts_of_a_whole_library() {
    let papers = village_library(120);
    for number in [1, 57, 120] {
        let typed = format!("gieng lang so {number} da khoi");
        assert_eq!(
            best(&papers, &typed)[0],
            (number - 1, format!("Ghi nhớ: giếng làng số {number} đã khơi xong."))
        );
        assert_eq!(search(&papers, &format!("{number}-BC/CB"))[0].candidate, number - 1);
    }
    assert_eq!(search(&papers, "BC").len(), 120);
    assert!(search(&papers, "\"khơi xong giếng làng\"").is_empty());
    let (words, text) = papers
        .iter()
        .fold((0, 0), |(words, text), paper| (words + paper.words.bytes().len(), text + paper.bytes));
    assert!(words * 100 <= text * 40, "the words of {text} bytes take {words}");
}
